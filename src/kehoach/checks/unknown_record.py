"""Kiểm tra gì: `part_of`, `restates`, `supersedes`, `targets`, `same_as` trỏ tới một bản ghi có thật, đúng loại, không phải chính nó.

Vì sao: mối nối đứt thì cùng một lời hứa bị đếm hai lần, hoặc nhiệm vụ không còn biết phục vụ chỉ tiêu nào.

Cách sửa: sửa mã; bản ghi của kế hoạch khác viết đủ `phuong/ke-hoach#ma`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding
from kehoach.checks.nearest import nearest
from kehoach.model.problem import Path
from kehoach.model.work import Project, Task
from kehoach.registry import Registry

if TYPE_CHECKING:
    from kehoach.checks.finding import Record

FAMILY, SEVERITY, ABOUT = 0, "error", "registry"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield every link that leads nowhere. Links out of the wards that were read are left alone."""
    registry = facts.registry
    for place in facts.places:
        known = facts.projects if isinstance(place.record, Project) else facts.targets
        for path, ref in _links(place.record):
            full = place.plan.absolute(ref)
            if full is None or _out_of_scope(registry, full):
                continue
            if full == place.ref:
                yield place.finding(path, f"`{ref}` trỏ tới chính bản ghi này", "Bỏ khóa này hoặc sửa mã.")
            elif full not in known:
                what = "dự án" if isinstance(place.record, Project) else "cam kết"
                near = nearest(full, _of_wards(known, place.plan.ward, full.partition("/")[0])).replace(f"{place.plan.id}#", "")
                yield place.finding(
                    path, f"không có {what} `{ref}`", f"{near}Sửa mã; bản ghi của kế hoạch khác viết đủ `phuong/ke-hoach#ma`."
                )


def _links(record: Record) -> list[tuple[Path, str]]:
    if isinstance(record, Task):
        return [(("targets", index), ref) for index, ref in enumerate(record.targets)]
    if isinstance(record, Project):
        return [(("same_as",), record.same_as)] if record.same_as is not None else []
    if record.part_of is record.restates is record.supersedes is None:
        return []  # most of them
    return [((key,), ref) for key in ("part_of", "restates", "supersedes") if (ref := getattr(record, key)) is not None]


def _of_wards(refs: Iterable[str], *wards: str) -> list[str]:
    """Return the references of the ward that names a record and of the one it names it in: nobody means a third."""
    return [ref for ref in refs if ref.partition("/")[0] in wards]


def _out_of_scope(registry: Registry, ref: str) -> bool:
    return registry.scope is not None and ref.partition("/")[0] not in registry.scope
