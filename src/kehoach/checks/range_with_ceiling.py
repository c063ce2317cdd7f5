"""Kiểm tra gì: tốc độ tăng của một chỉ tiêu càng cao càng tốt lại ghi thành một khoảng có đầu trên ("tăng từ 10% đến 12%").

Vì sao: tăng 13% là vượt hay là không đạt? Khoảng có hai đầu thì đầu trên là trần hay là mức phấn đấu, văn bản không nói.

Ví dụ sai:

    targets:
      - {id: thu, clause: II.1 gạch 1, indicator: thu-ngan-sach, test: {ge: 10, le: 12}, stat: growth, when: {each_year: period}, quote: tăng từ 10% đến 12%}

Ví dụ đúng:

    targets:
      - {id: thu, clause: II.1 gạch 1, indicator: thu-ngan-sach, test: {ge: 10}, stat: growth, when: {each_year: period}, quote: tăng từ 10% trở lên}

Cách sửa: hỏi nơi ban hành đầu trên là trần, là mức phấn đấu, hay chỉ là dự kiến.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kehoach.checks import floor_and_range
from kehoach.checks.facts import Facts, restated
from kehoach.checks.finding import Finding, Place

FAMILY, SEVERITY, ABOUT = 2, "notice", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield plans that bound a wished-for growth on both sides, with every such target."""
    silent = facts.once(floor_and_range.covered)
    ranges: dict[str, list[Place]] = defaultdict(list)
    for place, target in facts.promises:
        if target.stat not in ("growth", "avg_growth"):
            continue
        indicator = facts.indicators.get(target.indicator)
        both = target.test.eq is None and target.test.lower is not None and target.test.upper is not None
        upward = (target.direction or (indicator.direction if indicator else None)) == "up"
        if both and upward and place.ref not in silent and restated(place) not in facts.targets:
            ranges[place.plan.id].append(place)
    for place, *others in ranges.values():
        said = "; ".join(f"{facts.name(each)} {facts.words(each)} ({each.record.clause})" for each in (place, *others))
        yield place.finding(
            "test",
            f"{place.plan.id.partition('/')[2]} ghi tốc độ tăng thành khoảng có đầu trên: {said}",
            "Hỏi nơi ban hành vượt đầu trên có phải là đạt không?",
            others=tuple(each.ref for each in others),
            values=tuple(facts.words(each) for each in (place, *others)),
        )
