"""Kiểm tra gì: danh mục dự án ghi diện tích từng dòng mà không có dòng tổng.

Vì sao: không có tổng thì không đối chiếu được với kế hoạch sử dụng đất, và không biết danh mục đã đủ dòng hay chưa.

Ví dụ sai:

    projects:
      - {id: p-1, clause: PL01.1, name: Dự án A, when: {by: 2027}, area: {value: 1.5, unit: ha}}
      - {id: p-2, clause: PL01.2, name: Dự án B, when: {by: 2027}, area: {value: 30, unit: ha}}
    sections: [{label: PL01, title: DANH MỤC}]

Ví dụ đúng:

    projects:
      - {id: p-1, clause: PL01.1, name: Dự án A, when: {by: 2027}, area: {value: 1.5, unit: ha}}
      - {id: p-2, clause: PL01.2, name: Dự án B, when: {by: 2027}, area: {value: 30, unit: ha}}
    sections: [{label: PL01, title: DANH MỤC}]
    uncovered: [{clause: PL01, printed: "Tổng diện tích 31,5ha", reason: dòng tổng}]

Cách sửa: hỏi nơi ban hành tổng diện tích có phải là số cộng lại không.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding, Place
from kehoach.model.plan import Plan
from kehoach.model.work import Project
from kehoach.vietnamese import parse_number, quantity

FAMILY, SEVERITY, ABOUT = 3, "notice", "document"
_ROW = re.compile(r"(?:\.\(?\d+\)?|\s(?:gạch|cộng|đoạn)\s\d+)\Z")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def find(facts: Facts) -> Iterator[Finding]:
    """Yield, for each list of a plan and each unit, two or more areas whose sum the plan prints nowhere."""
    lists: dict[tuple[str, str, str], list[Place]] = defaultdict(list)
    for place in facts.projects.values():
        if isinstance(place.record, Project) and place.record.area is not None:
            lists[(place.plan.id, _ROW.sub("", place.record.clause), place.record.area.unit)].append(place)
    plans = facts.registry.plans
    printed = {plan_id: frozenset(_printed(plans[plan_id])) for (plan_id, *_), places in lists.items() if len(places) > 1}
    for (plan_id, heading, unit), places in lists.items():
        areas = [_area(place) for place in places]
        total = sum(areas, Decimal(0))
        if len(areas) > 1 and total not in printed[plan_id]:
            first = places[0]
            yield first.finding(
                "area",
                f"{heading} ({plan_id.partition('/')[2]}) ghi diện tích của {len(areas)} dự án, từ {first.record.clause} đến {places[-1].record.clause}, không có tổng; "
                f"cộng lại là {quantity(total, unit)}",
                "Hỏi nơi ban hành tổng diện tích có phải là số này không.",
                others=tuple(place.ref for place in places[1:]),
                values=tuple(areas),
            )


def _area(place: Place) -> Decimal:
    return Decimal(place.record.area.value) if isinstance(place.record, Project) and place.record.area else Decimal(0)


def _printed(plan: Plan) -> Iterator[Decimal]:
    """Yield the figures of the plan that could be a total: those of its targets and those that no record claims."""
    for target in plan.targets:
        yield from map(Decimal, target.test.figures)
    for entry in plan.uncovered:
        yield from map(parse_number, _NUMBER.findall(entry.printed))
