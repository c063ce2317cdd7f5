"""Kiểm tra gì: phường của kế hoạch, của đơn vị và tỉnh/thành của phường đều có trong units.yaml.

Vì sao: không có phường thì không lọc, không in được nơi ban hành.

Cách sửa: thêm phường vào mục `wards` của units.yaml, hoặc sửa mã viết sai.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding
from kehoach.checks.nearest import nearest
from kehoach.files.folder import UNITS
from kehoach.registry import Registry, plan_file

FAMILY, SEVERITY, ABOUT = 0, "error", "registry"

_REMEDY = "{near}Thêm vào mục `wards` của units.yaml hoặc sửa mã."


def find(facts: Facts) -> Iterator[Finding]:
    """Yield plans, units and wards that name a ward or province which is not there."""
    registry = facts.registry
    if UNITS in registry.unread:
        return  # units.yaml itself could not be read, and says so
    for plan in registry.plans.values():
        if plan.ward not in registry.wards:
            yield _problem(registry, plan_file(plan.id), ("id",), plan.ward)
    for reported in registry.actuals:
        if reported.index == 0 and reported.ward not in registry.wards:
            yield _problem(registry, reported.file, (), reported.ward)
    if facts.catalogues:
        yield from _in_units(registry)


def _in_units(registry: Registry) -> Iterator[Finding]:
    for unit in registry.units:
        ward = unit.partition("/")[0]
        if ward not in registry.wards:
            yield _problem(registry, UNITS, ("units", unit), ward)
    for slug, entry in registry.wards.items():
        if entry.province is not None and entry.province not in registry.wards:
            yield _problem(registry, UNITS, ("wards", slug, "province"), entry.province)


def _problem(registry: Registry, file: str, path: tuple[str, ...], ward: str) -> Finding:
    return Finding(
        file=file,
        path=path,
        message=f"không có phường `{ward}` trong units.yaml",
        remedy=_REMEDY.format(near=nearest(ward, registry.wards)),
    )
