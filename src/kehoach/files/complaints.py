"""pydantic's errors as Vietnamese problems: where in the tree, what is wrong, how to mend it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from kehoach.files import shapes
from kehoach.model.problem import Path, Problem

if TYPE_CHECKING:
    from pydantic_core import ValidationError

_SPANS = ("each_year", "over")
_MEANT = {"gte": "ge", "lte": "le", "min": "ge", "max": "le", "equal": "eq", "deadline": "by", "until": "by", "due": "by"}
_PAIRS = "các cặp `khóa: giá trị`"
_WANTED = {
    "string_type": "chữ",
    "is_instance_of": "số",
    "decimal_type": "số",
    "tuple_type": "danh sách",
    "dict_type": _PAIRS,
    "mapping_type": _PAIRS,
    "dataclass_type": _PAIRS,
    "dataclass_exact_type": _PAIRS,
    "none_required": "null",
}


def worded(error: ValidationError, tree: Any, kind: str, file: str, above: Path = ()) -> list[Problem]:
    """Return one problem per fault of *tree*, a file of *kind*; *above* is where the tree hangs in its file."""
    grouped: dict[Path, list[Any]] = defaultdict(list)
    for item in error.errors(include_url=False):
        grouped[_real_path(item["loc"], tree, missing=str(item["type"]).startswith("missing"))].append(item)
    faults = {path: items for path, items in grouped.items() if not _echo(path, items, grouped)}
    return [_problem(path, items, kind, file, above) for path, items in faults.items()]


def _real_path(loc: tuple[str | int, ...], tree: Any, *, missing: bool) -> Path:
    """Drop the steps that name a branch of a union or a dataclass: keep those that lead through the tree."""
    path: list[str | int] = []
    node: Any = tree
    for index, step in enumerate(loc):
        inside = step in node if isinstance(node, Mapping) else isinstance(node, tuple) and isinstance(step, int) and step < len(node)
        is_missing_key = missing and index == len(loc) - 1 and isinstance(node, Mapping)
        if inside:
            node = node[step]
        if inside or is_missing_key:
            path.append(step)
    return tuple(path)


def _echo(path: Path, items: list[Any], grouped: Mapping[Path, Any]) -> bool:
    """Tell whether a fault only says that one branch of a union does not fit, while another names what is wrong below."""
    deeper = any(len(other) > len(path) and other[: len(path)] == path for other in grouped)
    return deeper and all(item["type"] in _WANTED or item["type"] == "literal_error" for item in items)


def _problem(path: Path, items: list[Any], kind: str, file: str, above: Path) -> Problem:
    own = [i for i in items if not (i["type"] == "literal_error" and isinstance(i["input"], Mapping | tuple))] or items
    item = next((i for i in own if i["type"] == "value_error"), own[0])
    rule, message, remedy = _words({str(i["type"]) for i in own}, item, path, kind)
    if item["loc"] and item["loc"][-1] == "[key]":
        rule = "wrong-key"
    return Problem(rule=rule, file=file, path=(*above, *path), message=message, remedy=remedy)


def _words(types: set[str], item: Any, path: Path, kind: str) -> tuple[str, str, str]:
    name, value, first = _called(path), item.get("input"), str(item["type"])
    schema = "Xem ý nghĩa của khóa bằng `kehoach schema`."
    if first in ("unexpected_keyword_argument", "extra_forbidden"):
        return "unknown-key", f"khóa `{path[-1]}` không có trong mẫu", _near_key(kind, path)
    if first == "value_error":
        return "wrong-value", str(item["ctx"]["error"]), f"Sửa giá trị này. {schema}"
    if any(step in _SPANS for step in path[-2:]):
        return "wrong-type", f"`{_span(path)}` cần `period` hoặc hai mốc", "Viết `period`, hoặc khoảng [đầu, cuối]: [2026, 2030]."
    if first.startswith("missing"):
        return "missing-key", f"thiếu khóa bắt buộc `{path[-1] if path else ''}`", f"Thêm khóa này. {schema}"
    if first == "invalid_key" or (path and not isinstance(path[-1], str | int)):
        return (
            "wrong-key",
            "có khóa không phải là chữ",
            "Số thập phân viết dấu chấm (0.5), không viết dấu phẩy; khóa là chữ trong ngoặc kép.",
        )
    if path and path[-1] == "when" and isinstance(value, str):
        return (
            "wrong-value",
            f"thời hạn `{_short(value)}` không có trong mẫu",
            "Viết ongoing, undated, hoặc {by: 2030}, {each_year: period}, {over: [2026, 2030]}, {since: 2026}.",
        )
    if "literal_error" in types:
        allowed = str(item["ctx"]["expected"]).replace(" or ", ", ").replace("'", "") if "expected" in item.get("ctx", {}) else ""
        return "wrong-value", f"giá trị `{_short(value)}` của {name} không thuộc các giá trị cho phép", f"Chọn một trong: {allowed}."
    want = "số nguyên" if types <= {"int_type", "int_from_float"} else "số" if types & {"int_type", "decimal_type"} else _WANTED.get(first)
    if want is None:
        return "wrong-value", f"giá trị `{_short(value)}` của {name} không hợp lệ", schema
    return "wrong-type", f"{name} là {_kind_of(value)}, cần {want}", _remedy(want, value)


def _span(path: Path) -> str:
    return next(str(step) for step in path[-2:] if step in _SPANS)


def _called(path: Path) -> str:
    """Return how a person would name the node: a key, or the n-th item of a list."""
    if path and isinstance(path[-1], int):
        owner = next((step for step in reversed(path) if isinstance(step, str)), "tệp")
        return f"phần tử thứ {path[-1] + 1} của `{owner}`"
    return f"`{path[-1]}`" if path else "cả tệp"


def _kind_of(value: Any) -> str:
    if value is None:
        return "trống (null)"
    if isinstance(value, bool):
        return f"đúng/sai ({str(value).lower()})"
    if isinstance(value, str):
        return f"chữ ('{_short(value)}')"
    if isinstance(value, tuple):
        return "danh sách"
    return _PAIRS if isinstance(value, Mapping) else f"số ({value})"


def _remedy(want: str, value: Any) -> str:
    if want == "chữ" and isinstance(value, int | Decimal) and not isinstance(value, bool):
        return f'Để trong ngoặc kép: "{value}".'
    if want == "số":
        return "Viết số trơn, không ngoặc kép, không đơn vị, phần thập phân sau dấu chấm: 97 hoặc 13.5."
    if want == "số nguyên":
        return "Viết số nguyên, không ngoặc kép: 2030."
    if want == "danh sách":
        return "Viết trong ngoặc vuông: [a, b], hoặc mỗi phần tử một dòng bắt đầu bằng `- `."
    return "Xem mẫu bằng `kehoach schema`."


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 40 else text[:39] + "…"


def _near_key(kind: str, path: Path) -> str:
    """Return the remedy for an unknown key: the nearest key of the record that it stands in."""
    keys = list(_keys_at(kind, path[:-1]))
    key = str(path[-1])
    meant = _MEANT.get(key)
    near = meant if meant in keys else next(iter(get_close_matches(key, keys, n=1)), None)
    listed = f"; mục này có các khóa: {', '.join(keys)}" if keys else ""
    return f"Có phải `{near}`? Sửa tên khóa hoặc bỏ đi." if near else f"Sửa tên khóa hoặc bỏ đi{listed}."


def _keys_at(kind: str, path: Path) -> Mapping[str, Any]:
    """Return the keys that the record at *path* may have."""
    hint: Any = shapes.ROOTS.get(kind)
    for step in path:
        cls = shapes.record_class(hint)
        hint = shapes.shape(cls).keys.get(str(step)) if cls and isinstance(step, str) else shapes.item_hint(shapes.bare(hint))
    cls = shapes.record_class(hint)
    return shapes.shape(cls).keys if cls else {}
