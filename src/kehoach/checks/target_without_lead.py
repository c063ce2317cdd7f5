"""Kiểm tra gì: chỉ tiêu không có đơn vị nào chủ trì.

Vì sao: không rõ người thì không ai báo cáo, không đôn đốc được ai.

Ví dụ sai:

    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: đạt 97% trở lên}

Ví dụ đúng:

    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: đạt 97%, lead: [phuong-mau/phong-vhxh]}

Cách sửa: hỏi nơi ban hành giao cho ai; nếu văn bản có giao ở đề mục khác thì ghi `lead` và `lead_at`. Phần ("trong đó") theo tổng, các lần nêu
cùng một lời hứa theo nhau. Cả một danh mục là một phát hiện.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts, target_of
from kehoach.checks.finding import Finding, Place
from kehoach.checks.outline import Outline
from kehoach.checks.promises import Owned

FAMILY, SEVERITY, ABOUT = 5, "warning", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield, once for each list, the targets that no statement of the promise and no whole gives a lead to."""
    owned = Owned(facts)
    outlines = {plan.id: Outline(plan) for plan in facts.registry.plans.values()}
    groups: dict[tuple[str, str], list[Place]] = {}
    for place in facts.targets.values():
        if place in owned:
            continue
        plan, clause = place.plan.id, place.record.clause
        outline = outlines[plan]
        groups.setdefault((plan, outline.list_heading(clause) or outline.section(clause)), []).append(place)
    for (plan, heading), places in groups.items():
        yield places[0].finding(
            "clause",
            _message(facts, places, f"{heading} ({plan.partition('/')[2]})"),
            "Hỏi nơi ban hành giao cho ai.",
            others=tuple(place.ref for place in places[1:]),
        )


def _message(facts: Facts, places: list[Place], where: str) -> str:
    if len(places) == 1:
        return f"{facts.name(places[0])} ({facts.words(places[0])}) không có đơn vị chủ trì"
    wholes = [place for place in places if not target_of(place).part_of] or places
    parts = f" (cùng {len(places) - len(wholes)} chỉ tiêu thành phần)" if len(wholes) < len(places) else ""
    named = "; ".join(f"{facts.name(place)} ({facts.words(place)})" for place in wholes)
    return f"danh mục {where}: {len(wholes)} chỉ tiêu{parts} không có đơn vị chủ trì: {named}"
