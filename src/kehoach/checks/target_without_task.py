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
Việc gọi tên điều được đo ("phòng học thông minh"; phần lớn số chữ của tên chỉ tiêu) được coi là có thực hiện, chỉ nói đến đối tượng
("hỗ trợ doanh nghiệp") thì không; phần ("trong đó") đi theo tổng của nó. Các chỉ tiêu của một điều khoản là một phát hiện.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts, restated, target_of
from kehoach.checks.finding import Finding, Place
from kehoach.checks.naming import Naming
from kehoach.checks.outline import listed
from kehoach.model.work import Task

FAMILY, SEVERITY, ABOUT = 5, "notice", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield the listed targets of plans with tasks that no task carries or names, those on one indicator or in one clause together."""
    carried = {restated(facts.targets[ref]) or ref for ref in facts.carried if ref in facts.targets} | set(facts.carried)
    naming, groups = _naming(facts), dict[tuple[str, str], list[Place]]()
    for plan, places in listed(facts).items():
        at: dict[str, str] = {}
        for ref, place in places.items():
            target, indicator = target_of(place), facts.indicator(place)
            if plan not in naming or indicator is None or ref in carried or target.part_of or _linked(facts, place, carried):
                continue
            if not naming[plan].naming(indicator):
                groups.setdefault((plan, at.setdefault(target.indicator, target.clause)), []).append(place)
    for places_of_one in groups.values():
        first = places_of_one[0]
        names: dict[str, list[str]] = {}
        for place in places_of_one:
            names.setdefault(facts.name(place), []).append(facts.words(place))
        said = ", ".join(f"{name} ({'; '.join(words)})" for name, words in names.items())
        yield first.finding(
            "clause",
            f"{said} ở {first.said} không gắn với việc nào, cũng không việc nào gọi tên",
            "Hỏi nơi ban hành việc nào bảo đảm chỉ tiêu này.",
            others=tuple(place.ref for place in places_of_one[1:]),
        )


def _naming(facts: Facts) -> dict[str, Naming]:
    """Return the words of the tasks of each plan that has any."""
    said: dict[str, dict[str, str]] = {}
    for place in facts.tasks.values():
        task = place.record
        if isinstance(task, Task):
            said.setdefault(place.plan.id, {})[place.ref] = f"{task.title}; {task.quote}; {task.product or ''}"
    return {plan: Naming(facts.registry.indicators.values(), texts) for plan, texts in said.items()}


def _linked(facts: Facts, place: Place, carried: set[str]) -> bool:
    """Tell whether another statement of the promise, or one of its parts, is carried."""
    return restated(place) in carried or any(part.ref in carried for part in facts.parts.get(place.ref, ()))
