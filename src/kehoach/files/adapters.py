"""pydantic over the model's dataclasses: a tree becomes a record, every fault becomes a located Vietnamese problem."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from kehoach.files import compiled, complaints, shipped
from kehoach.files.shapes import record_classes
from kehoach.model import catalogues, plan, results, target, work
from kehoach.model.problem import Path, Problem
from kehoach.model.scalars import Slug

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import SchemaValidator

PLAN, UNITS, INDICATORS, REFERENCES, ACTUALS, PATHS, RETIRED = "plan", "units", "indicators", "references", "actuals", "paths", "retired"
FILES = (PLAN, UNITS, INDICATORS, REFERENCES, ACTUALS, PATHS)
"""The kinds of files."""
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
KINDS = tuple(_TYPES)
"""Everything that is validated."""

_KEPT: dict[str, str] = {}
"""What an earlier run had compiled, by kind: the texts of :mod:`kehoach.files.compiled`."""
_VALIDATORS: dict[str, SchemaValidator] = {}
_BUILT: set[str] = set()
"""The kinds whose validator pydantic built in this process."""


@cache
def adapter(kind: str) -> TypeAdapter[Any]:
    """Return pydantic's adapter of a kind of file; built once, since building costs far more than validating."""
    from pydantic import ConfigDict, TypeAdapter  # what was compiled in an earlier run never comes here

    config = ConfigDict(extra="forbid", alias_generator=lambda name: name.rstrip("_"), regex_engine="python-re")
    for cls in record_classes():
        cls.__pydantic_config__ = config  # type: ignore[attr-defined]
    return TypeAdapter(_TYPES[kind])


def remember(kept: Mapping[str, str]) -> None:
    """Take what :func:`built` gave in an earlier run of the same program with the same pydantic."""
    _KEPT.update(kept)


def built() -> dict[str, str]:
    """Return what pydantic compiled in this process as text, by kind, as far as it can be told as text."""
    texts = {kind: compiled.dumps(adapter(kind).core_schema) for kind in sorted(_BUILT)}
    return {kind: text for kind, text in texts.items() if text is not None}


def prepare() -> None:
    """Build what validates files of every kind."""
    for kind in (*FILES, RETIRED):
        _validator(kind)


def _validator(kind: str) -> SchemaValidator:
    """Return what validates a kind: as it is shipped, as it was compiled in an earlier run, else as pydantic builds it now."""
    if kind not in _VALIDATORS:
        _VALIDATORS[kind] = _recalled(shipped.schemas(), kind) or _recalled(_KEPT, kind) or _built(kind)
    return _VALIDATORS[kind]


def _recalled(texts: Mapping[str, str], kind: str) -> SchemaValidator | None:
    text = texts.get(kind)
    return compiled.validator(text) if text is not None else None


def _built(kind: str) -> SchemaValidator:
    from pydantic_core import SchemaValidator

    _BUILT.add(kind)
    return SchemaValidator(adapter(kind).core_schema)


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
    from pydantic_core import ValidationError

    try:
        return _validator(kind).validate_python(tree), []
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
