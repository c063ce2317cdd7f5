"""Kiểm tra gì: chỉ tiêu trong danh mục chỉ tiêu của văn bản mà không việc nào thực hiện, cả trực tiếp lẫn qua lần nêu lại.

Vì sao: chỉ tiêu không có việc thì chỉ là con số; đến hạn không ai đã làm gì.

Ví dụ sai:

    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: đạt 97% trở lên}
    tasks:
      - {id: t-1, clause: II.2 gạch 1, title: Cải tạo chợ, quote: Cải tạo chợ, when: ongoing, lead: [phuong-mau/phong-kinh-te]}

Ví dụ đúng:

    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: đạt 97% trở lên}
    tasks:
      - {id: t-1, clause: II.2 gạch 1, title: Vận động, quote: Vận động, when: ongoing, lead: [phuong-mau/phong-vhxh], targets: [bhyt]}

Cách sửa: hỏi nơi ban hành việc nào bảo đảm chỉ tiêu này; nếu có việc nhắc đến nó thì ghi vào `targets` của việc đó.
Việc gọi tên điều được đo ("phòng học thông minh") được coi là có thực hiện; phần ("trong đó") đi theo tổng của nó.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts, restated, target_of
from kehoach.checks.finding import Finding, Place
from kehoach.checks.naming import grams, last_words, named
from kehoach.checks.outline import listed

FAMILY, SEVERITY, ABOUT = 5, "notice", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield the listed targets of plans with tasks that no task carries or names, those on one indicator together."""
    carried = {restated(facts.targets[ref]) or ref for ref in facts.carried if ref in facts.targets} | set(facts.carried)
    shared, said, groups = last_words(facts.registry.indicators.values()), _said(facts), dict[tuple[str, str], list[Place]]()
    for plan, places in listed(facts).items():
        for ref, place in places.items():
            if plan not in said or ref in carried or target_of(place).part_of or _linked(facts, place, carried):
                continue
            if not named(facts.indicator(place), said[plan], shared):
                groups.setdefault((plan, target_of(place).indicator), []).append(place)
    for places_of_one in groups.values():
        first = places_of_one[0]
        words = "; ".join(facts.words(place) for place in places_of_one)
        yield first.finding(
            "clause",
            f"{facts.name(first)} ({words}) ở {first.said} không gắn với việc nào, cũng không việc nào gọi tên",
            "Hỏi nơi ban hành việc nào bảo đảm chỉ tiêu này.",
            others=tuple(place.ref for place in places_of_one[1:]),
        )


def _said(facts: Facts) -> dict[str, set[tuple[str, ...]]]:
    """Return the runs of two and three syllables in the tasks of each plan."""
    said: dict[str, set[tuple[str, ...]]] = {}
    for place in facts.tasks.values():
        text = f"{getattr(place.record, 'title', '')}; {getattr(place.record, 'quote', '')}"
        said.setdefault(place.plan.id, set()).update(grams(text), grams(text, 2))
    return said


def _linked(facts: Facts, place: Place, carried: set[str]) -> bool:
    """Tell whether another statement of the promise, or one of its parts, is carried."""
    return restated(place) in carried or any(part.ref in carried for part in facts.parts.get(place.ref, ()))
