"""Kiểm tra gì: đơn vị ban hành, chủ trì, phối hợp đều có trong units.yaml, và mã đơn vị không trùng mã kế hoạch.

Vì sao: tên đơn vị viết tay mỗi nơi một kiểu thì không lập được danh mục giao việc.

Cách sửa: thêm đơn vị vào mục `units` của units.yaml, hoặc sửa mã viết sai.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding
from kehoach.checks.nearest import nearest
from kehoach.files.folder import UNITS
from kehoach.registry import Registry, plan_file

FAMILY, SEVERITY, ABOUT = 0, "error", "registry"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield every unit that is named and not there, and every unit whose reference is also a plan's."""
    registry = facts.registry
    if UNITS in registry.unread:
        return
    for plan in registry.plans.values():
        if plan.issuer not in registry.units:
            yield Finding(
                file=plan_file(plan.id),
                path=("issuer",),
                message=_message(plan.issuer),
                remedy=_remedy(registry, plan.issuer),
                ref=plan.id,
            )
    unknown = {unit for unit in facts.named_units if unit not in registry.units}
    for place in facts.places if unknown else ():
        for key in ("lead", "support"):
            for index, unit in enumerate(getattr(place.record, key, ())):
                if unit in unknown:
                    yield place.finding((key, index), _message(unit), _remedy(registry, unit))
    for unit in registry.plans:
        if unit in registry.units:
            yield Finding(
                file=UNITS,
                path=("units", unit),
                message=f"mã đơn vị `{unit}` trùng mã một kế hoạch",
                remedy="Đổi một trong hai: hai loại dùng chung không gian tên.",
                plan=registry.plans[unit],
            )


def _message(unit: str) -> str:
    return f"không có đơn vị `{unit}` trong units.yaml"


def _remedy(registry: Registry, unit: str) -> str:
    return f"{nearest(unit, registry.units)}Thêm vào mục `units` của units.yaml hoặc sửa mã."
