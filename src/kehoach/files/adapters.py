"""pydantic over the model's dataclasses: a tree becomes a record, every fault becomes a located Vietnamese problem."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from kehoach.files import complaints
from kehoach.model import catalogues, commitment, plan, results, target, work
from kehoach.model.problem import Path, Problem
from kehoach.model.scalars import Slug

if TYPE_CHECKING:
    from pydantic import TypeAdapter

PLAN, UNITS, INDICATORS, REFERENCES, ACTUALS, PATHS, RETIRED = "plan", "units", "indicators", "references", "actuals", "paths", "retired"
RESERVED = ("format", "retired")
"""Keys of a catalogue of slugs that are not entries of it."""

_TYPES: dict[str, Any] = {
    PLAN: plan.Plan,
    UNITS: catalogues.UnitsFile,
    INDICATORS: dict[Slug, catalogues.Indicator],
    REFERENCES: dict[Slug, catalogues.Reference],
    ACTUALS: tuple[results.Actual, ...],
    PATHS: results.PathsFile,
    RETIRED: tuple[plan.Retired, ...],
    "targets": target.Target,
    "tasks": work.Task,
    "projects": work.Project,
}


def record_classes() -> list[type]:
    """Return the records of all kinds of files."""
    modules = (commitment, target, work, plan, catalogues, results)
    return [
        c for m in modules for c in vars(m).values() if dataclasses.is_dataclass(c) and isinstance(c, type) and c.__module__ == m.__name__
    ]


@cache
def adapter(kind: str) -> TypeAdapter[Any]:
    """Return the adapter of a kind of file; built once, since building costs far more than validating."""
    from pydantic import ConfigDict, TypeAdapter  # what only asks the index never comes here

    config = ConfigDict(extra="forbid", alias_generator=lambda name: name.rstrip("_"), regex_engine="python-re")
    for cls in record_classes():
        cls.__pydantic_config__ = config  # type: ignore[attr-defined]
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
    entries, retired = _split(kind, tree)
    record, problems = _validated(kind, entries, file)
    tombstones, more = _validated(RETIRED, retired, file, ("retired",)) if retired is not None else ((), [])
    problems = [*problems, *more]
    if record is not None and kind in (INDICATORS, REFERENCES):
        problems.extend(_used_again(record, tombstones or (), file))
    return record, problems


def read_record(kind: str, tree: Any) -> tuple[Any, list[Problem]]:
    """Return one record of a plan's list (``targets``, ``tasks``, ``projects``) and its problems, not placed."""
    return _validated(kind, tree, "")


def _validated(kind: str, tree: Any, file: str, above: Path = ()) -> tuple[Any, list[Problem]]:
    from pydantic import ValidationError

    try:
        return adapter(kind).validate_python(tree), []
    except ValidationError as error:
        return None, complaints.worded(error, tree, kind, file, above)


def _split(kind: str, tree: Any) -> tuple[Any, Any]:
    """Return the entries of a catalogue of slugs and its tombstones; any other file whole."""
    if kind not in (INDICATORS, REFERENCES):
        return tree, None
    return {key: value for key, value in tree.items() if key not in RESERVED}, tree.get("retired")


def _used_again(record: Mapping[str, Any], retired: Iterable[plan.Retired], file: str) -> Iterator[Problem]:
    for index, entry in enumerate(retired):
        if entry.id in record:
            yield Problem(
                rule="duplicate-id",
                file=file,
                path=("retired", index, "id"),
                message=f"mã `{entry.id}` đã rút mà vẫn dùng",
                remedy="Bỏ khỏi `retired`, hoặc đặt mã mới cho mục còn dùng: mã cũ không dùng lại.",
            )
