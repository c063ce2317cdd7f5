"""Kiểm tra gì: chỉ tiêu không có đơn vị nào chủ trì.

Vì sao: không rõ người thì không ai báo cáo, không đôn đốc được ai.

Ví dụ sai:

    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: đạt 97% trở lên}

Ví dụ đúng:

    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: đạt 97%, lead: [phuong-mau/phong-vhxh]}

Cách sửa: hỏi nơi ban hành giao cho ai; nếu văn bản có giao ở đề mục khác thì ghi `lead` và `lead_at`. Phần ("trong đó") theo tổng, các lần nêu
cùng một lời hứa theo nhau, chỉ tiêu đo bằng thước khác theo chỉ tiêu đã có chủ trì. Việc có chủ trì mà mang chỉ tiêu, gọi tên điều được đo hay
nói đến thứ được đếm thì đã có người trả lời; văn bản giao mọi việc mang chỉ tiêu cho một đơn vị cũng vậy. Cả một danh mục là một phát hiện.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kehoach.checks.facts import Facts, target_of
from kehoach.checks.finding import Finding, Place
from kehoach.checks.promises import Owned

FAMILY, SEVERITY, ABOUT = 5, "warning", "document"
_MANY = 3
"""From how many tasks with targets on one lead for all of them is the document's way, no chance."""


def find(facts: Facts) -> Iterator[Finding]:
    """Yield, once for each list, the targets that neither a statement of the promise nor any work gives to somebody."""
    answered = _Answered(facts)
    outlines = facts.outlines
    groups: dict[tuple[str, str], list[Place]] = {}
    for place in facts.targets.values():
        if place in answered:
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


class _Answered:
    """The targets that somebody answers for: by a lead of the promise, by led work that does or touches it, or as all the others."""

    def __init__(self, facts: Facts) -> None:
        self._facts, self._owned, self._work = facts, Owned(facts), facts.work
        self._measured = {(plan.id, target.indicator) for plan, target in facts.registry.targets() if target.lead}
        leads: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for plan, task in facts.registry.tasks():
            if task.targets:
                leads[plan.id].append(task.lead)
        self._alone = {plan for plan, each in leads.items() if len(each) >= _MANY and len(set(each)) == 1 and each[0]}

    def __contains__(self, place: Place) -> bool:
        if place in self._owned or place.plan.id in self._alone or (place.plan.id, target_of(place).indicator) in self._measured:
            return True
        if any(self._facts.tasks[ref].record.lead for asked in (self._work.doing, self._work.touching) for ref in asked(place)):
            return True
        whole = self._facts.targets.get(place.plan.absolute(target_of(place).part_of) or "")
        return whole is not None and whole.ref != place.ref and whole in self


def _message(facts: Facts, places: list[Place], where: str) -> str:
    if len(places) == 1:
        return f"{facts.name(places[0])} ({facts.words(places[0])}) không có đơn vị chủ trì"
    wholes = [place for place in places if not target_of(place).part_of] or places
    parts = f" (cùng {len(places) - len(wholes)} chỉ tiêu thành phần)" if len(wholes) < len(places) else ""
    named = "; ".join(f"{facts.name(place)} ({facts.words(place)})" for place in wholes)
    return f"danh mục {where}: {len(wholes)} chỉ tiêu{parts} không có đơn vị chủ trì: {named}"
