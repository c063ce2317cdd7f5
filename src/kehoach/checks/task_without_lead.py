"""Kiểm tra gì: việc không có đơn vị nào chủ trì.

Vì sao: không rõ người thì không ai làm, không đôn đốc được ai.

Ví dụ sai:

    tasks:
      - {id: t-1, clause: II.2 gạch 1, title: Cải tạo chợ, quote: Cải tạo chợ, when: {by: 2028}}

Ví dụ đúng:

    tasks:
      - {id: t-1, clause: II.2 gạch 1, title: Cải tạo chợ, quote: Cải tạo chợ, when: {by: 2028}, lead: [phuong-mau/phong-kinh-te]}

Cách sửa: hỏi nơi ban hành giao cho ai; các việc trong cùng một đề mục được gộp thành một phát hiện. Phần lớn của văn bản chỉ nêu định hướng,
không việc nào có chủ trì, mà các phần sau giao nhiều việc hơn và việc nào cũng có chủ trì, thì không xét: phần sau mới là phần giao việc.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding, Place
from kehoach.checks.outline import Outline
from kehoach.checks.together import clauses
from kehoach.model.plan import Plan

FAMILY, SEVERITY, ABOUT = 5, "notice", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield the tasks without a lead, those below one heading together; not those of a part that the later parts assign."""
    outlines = facts.outlines
    groups: dict[tuple[str, str], list[Place]] = {}
    assigned = {plan.id for plan in facts.registry.plans.values() if _assigned_later(plan, outlines[plan.id])}
    for place in facts.tasks.values():
        if not place.record.lead and place.plan.id not in assigned:
            groups.setdefault((place.plan.id, outlines[place.plan.id].section(place.record.clause)), []).append(place)
    for places in groups.values():
        first, nobody = places[0], "không có đơn vị chủ trì"
        yield first.finding(
            "clause",
            f"việc ở {first.said} {nobody}" if len(places) == 1 else f"{len(places)} việc ({clauses(places)}) {nobody}",
            "Hỏi nơi ban hành giao cho ai.",
            others=tuple(place.ref for place in places[1:]),
        )


def _assigned_later(plan: Plan, outline: Outline) -> bool:
    """Tell whether all tasks without a lead are one whole part of a plan, before other parts with more tasks, all of them led."""
    bare = [index for index, task in enumerate(plan.tasks) if not task.lead]
    parts = {outline.part(plan.tasks[index].clause) for index in bare}
    if len(parts) != 1:
        return False
    after = plan.tasks[bare[-1] + 1 :]
    return len(after) > len(bare) and not any(task.lead and outline.part(task.clause) in parts for task in plan.tasks)
