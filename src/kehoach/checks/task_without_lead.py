"""Kiểm tra gì: việc không có đơn vị nào chủ trì.

Vì sao: không rõ người thì không ai làm, không đôn đốc được ai.

Ví dụ sai:

    tasks:
      - {id: t-1, clause: II.2 gạch 1, title: Cải tạo chợ, quote: Cải tạo chợ, when: {by: 2028}}

Ví dụ đúng:

    tasks:
      - {id: t-1, clause: II.2 gạch 1, title: Cải tạo chợ, quote: Cải tạo chợ, when: {by: 2028}, lead: [phuong-mau/phong-kinh-te]}

Cách sửa: hỏi nơi ban hành giao cho ai; các việc trong cùng một đề mục được gộp thành một phát hiện.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding, Place
from kehoach.checks.outline import Outline
from kehoach.checks.together import clauses

FAMILY, SEVERITY, ABOUT = 5, "notice", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield the tasks without a lead, those below one heading together."""
    outlines = {plan.id: Outline(plan) for plan in facts.registry.plans.values()}
    groups: dict[tuple[str, str], list[Place]] = {}
    for place in facts.tasks.values():
        if not place.record.lead:
            groups.setdefault((place.plan.id, outlines[place.plan.id].section(place.record.clause)), []).append(place)
    for places in groups.values():
        first, nobody = places[0], "không có đơn vị chủ trì"
        yield first.finding(
            "clause",
            f"việc ở {first.said} {nobody}" if len(places) == 1 else f"{len(places)} việc ({clauses(places)}) {nobody}",
            "Hỏi nơi ban hành giao cho ai.",
            others=tuple(place.ref for place in places[1:]),
        )
