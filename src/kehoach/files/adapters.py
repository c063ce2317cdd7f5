"""pydantic over the model's dataclasses: a tree becomes a record, every fault becomes a located Vietnamese problem."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any

from pydantic import ConfigDict, TypeAdapter, ValidationError

from kehoach.model import catalogues, commitment, plan, target, work
from kehoach.model.problem import Path, Problem
from kehoach.model.scalars import Slug

PLAN, UNITS, INDICATORS, REFERENCES, ACTUALS = "plan", "units", "indicators", "references", "actuals"
RESERVED = ("format", "retired")
"""Keys of a catalogue of slugs that are not entries of it."""

_TYPES: dict[str, Any] = {
    PLAN: plan.Plan,
    UNITS: catalogues.UnitsFile,
    INDICATORS: dict[Slug, catalogues.Indicator],
    REFERENCES: dict[Slug, catalogues.Reference],
    ACTUALS: tuple[catalogues.Actual, ...],
}
_CONFIG = ConfigDict(extra="forbid", alias_generator=lambda name: name.rstrip("_"), regex_engine="python-re")


def _classes() -> list[type]:
    modules = (commitment, target, work, plan, catalogues)
    return [
        c for m in modules for c in vars(m).values() if dataclasses.is_dataclass(c) and isinstance(c, type) and c.__module__ == m.__name__
    ]


@cache
def adapter(kind: str) -> TypeAdapter[Any]:
    """Return the adapter of a kind of file; built once, since building costs far more than validating."""
    for cls in _classes():
        cls.__pydantic_config__ = _CONFIG  # type: ignore[attr-defined]
    return TypeAdapter(_TYPES[kind])


def read(kind: str, tree: Any, file: str) -> tuple[Any, list[Problem]]:
    """Return the record of a file and its problems; the record is ``None`` where there are any."""
    shape = dict if kind != ACTUALS else tuple
    if tree is None and kind == ACTUALS:
        return (), []
    if not isinstance(tree, shape):
        want = "một danh sách (các dòng bắt đầu bằng `- `)" if shape is tuple else "các cặp `khóa: giá trị`"
        what = "tệp trống" if tree is None else f"tệp không gồm {want}"
        return None, [
            Problem(
                rule="wrong-type",
                file=file,
                line=1,
                column=1,
                message=what,
                remedy="Xem mẫu bằng `kehoach schema` hoặc tạo tệp bằng `kehoach new`.",
            )
        ]
    try:
        return adapter(kind).validate_python(tree), []
    except ValidationError as error:
        return None, _worded(error, tree, file)


def _worded(error: ValidationError, tree: Any, file: str) -> list[Problem]:
    found: dict[tuple[Path, str], Problem] = {}
    for item in error.errors(include_url=False):
        missing = str(item["type"]).startswith("missing")
        path = _real_path(item["loc"], tree, missing=missing)
        if item["type"] == "literal_error" and isinstance(item["input"], Mapping):
            continue  # the other branch of "a mapping or one of these words" says what is wrong
        rule, message, remedy = _words(str(item["type"]), path, item)
        found.setdefault(
            (path, rule if rule != "wrong-type" else ""), Problem(rule=rule, file=file, path=path, message=message, remedy=remedy)
        )
    return _without_echoes(list(found.values()))


def _real_path(loc: tuple[str | int, ...], tree: Any, *, missing: bool) -> Path:
    """Drop the steps that name a branch of a union or a dataclass: keep those that lead through the tree."""
    path: list[str | int] = []
    node: Any = tree
    for index, step in enumerate(loc):
        inside = step in node if isinstance(node, Mapping) else isinstance(node, tuple) and isinstance(step, int) and step < len(node)
        is_missing_key = missing and index == len(loc) - 1
        if inside:
            node = node[step]
        if inside or is_missing_key:
            path.append(step)
    return tuple(path)


def _without_echoes(problems: list[Problem]) -> list[Problem]:
    """A union reports each branch; keep the deepest fault of a subtree, and one per place."""
    kept: list[Problem] = []
    for problem in problems:
        deeper = any(
            other is not problem and len(other.path) > len(problem.path) and other.path[: len(problem.path)] == problem.path
            for other in problems
        )
        if not (deeper and problem.rule == "wrong-type") and not any(other.path == problem.path for other in kept):
            kept.append(problem)
    return kept


def _words(kind: str, path: Path, item: Any) -> tuple[str, str, str]:
    key = path[-1] if path else ""
    value = item.get("input")
    if kind in ("unexpected_keyword_argument", "extra_forbidden"):
        return "unknown-key", f"khóa `{key}` không có trong mẫu", _nearest_key(str(key))
    if kind in ("missing", "missing_argument", "missing_keyword_only_argument"):
        return "missing-key", f"thiếu khóa bắt buộc `{key}`", "Thêm khóa này; xem ý nghĩa bằng `kehoach schema`."
    if kind == "value_error":
        reason = str(item["ctx"]["error"])
        return "wrong-value", reason, "Sửa theo đúng văn bản gốc; xem các ví dụ trong docs/huong-dan.md."
    if kind == "literal_error":
        allowed = str(item["ctx"]["expected"]).replace(" or ", ", ").replace("'", "")
        return "wrong-value", f"giá trị `{value}` không thuộc các giá trị cho phép", f"Chọn một trong: {allowed}."
    want = _WANTED.get(kind)
    if want is None:
        return "wrong-value", f"giá trị `{_short(value)}` không hợp lệ", "Xem mẫu bằng `kehoach schema`."
    return "wrong-type", f"`{key}` là {_kind_of(value)}, cần {want}", _type_remedy(kind, value)


_WANTED = {
    "string_type": "chữ",
    "int_type": "số",
    "int_from_float": "số nguyên",
    "is_instance_of": "số",
    "decimal_type": "số",
    "decimal_parsing": "số",
    "tuple_type": "danh sách",
    "dict_type": "các cặp `khóa: giá trị`",
    "mapping_type": "các cặp `khóa: giá trị`",
    "dataclass_type": "các cặp `khóa: giá trị`",
    "dataclass_exact_type": "các cặp `khóa: giá trị`",
    "none_required": "null",
    "too_long": "danh sách ngắn hơn",
    "bool_type": "true hoặc false",
}


def _kind_of(value: Any) -> str:
    if value is None:
        return "trống (null)"
    if isinstance(value, bool):
        return f"đúng/sai ({str(value).lower()})"
    if isinstance(value, str):
        return f"chữ ('{_short(value)}')"
    if isinstance(value, tuple):
        return "danh sách"
    if isinstance(value, Mapping):
        return "các cặp `khóa: giá trị`"
    return f"số ({value})"


def _type_remedy(kind: str, value: Any) -> str:
    if kind == "string_type" and isinstance(value, int | float) and not isinstance(value, bool):
        return f'Để trong ngoặc kép: "{value}".'
    if kind in ("is_instance_of", "decimal_type", "int_type") and isinstance(value, str):
        return "Bỏ ngoặc kép và viết số trơn, phần thập phân sau dấu chấm: 97 hoặc 13.5."
    if kind == "tuple_type":
        return "Viết trong ngoặc vuông: [a, b], hoặc mỗi phần tử một dòng bắt đầu bằng `- `."
    return "Xem mẫu bằng `kehoach schema`."


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 40 else text[:39] + "…"


@cache
def _known_keys() -> tuple[str, ...]:
    return tuple(sorted({field.name.rstrip("_") for cls in _classes() for field in dataclasses.fields(cls)}))


def _nearest_key(key: str) -> str:
    near = get_close_matches(key, _known_keys(), n=1)
    return f"Có phải `{near[0]}`? " + "Sửa tên khóa hoặc bỏ đi." if near else "Sửa tên khóa hoặc bỏ đi; các khóa có trong `kehoach schema`."
