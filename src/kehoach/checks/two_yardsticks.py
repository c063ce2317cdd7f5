"""Kiểm tra gì: một kế hoạch đo cùng một chỉ tiêu bằng hai thước: chỗ này là tốc độ tăng, chỗ kia là phần trăm kế hoạch giao hay số tuyệt đối.

Vì sao: có năm đạt theo thước này mà hụt theo thước kia; không ai biết thước nào dùng để chấm.

Ví dụ sai:

    targets:
      - {id: thu, clause: II.1 gạch 1, indicator: thu-ngan-sach, test: {ge: 14}, stat: growth, when: {each_year: period}, quote: tăng 14%}
      - {id: thu-2, clause: II.2 gạch 1, indicator: thu-ngan-sach, test: {ge: 100}, unit: "% kế hoạch giao", when: {each_year: period}, force: aim, quote: phấn đấu vượt dự toán}

Ví dụ đúng:

    targets:
      - {id: thu, clause: II.1 gạch 1, indicator: thu-ngan-sach, test: {ge: 14}, stat: growth, when: {each_year: period}, quote: tăng 14%}
      - {id: thu-2, clause: II.2 gạch 1, indicator: thu-ngan-sach, test: {ge: 14}, stat: growth, when: {each_year: period}, quote: tăng 14%, restates: thu}

Cách sửa: hỏi nơi ban hành thước đo nào dùng để chấm, hay phải đạt cả hai.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kehoach.checks.facts import Facts, restated, target_of
from kehoach.checks.finding import Finding, Place

FAMILY, SEVERITY, ABOUT = 6, "notice", "document"
_FORCE = {"firm": "", "aim": "phấn đấu "}


def find(facts: Facts) -> Iterator[Finding]:
    """Yield indicators that one plan measures in two ways, in different clauses and for one scope, each once."""
    groups: dict[tuple[str | None, ...], dict[str | None, Place]] = defaultdict(dict)
    for place, target in facts.promises:
        if target.part_of is None and target.condition is None and restated(place) not in facts.targets and target.test.is_ is None:
            yardstick = "growth" if target.stat in ("growth", "avg_growth") else facts.unit(place)
            groups[(place.plan.id, target.indicator, facts.scope(place))].setdefault(yardstick, place)
    for measured in groups.values():
        first, *others = measured.values()
        apart = [each for each in others if each.record.clause != first.record.clause]
        if not apart:
            continue
        said = "; ".join(f"{each.said} ghi {_FORCE[target_of(each).force]}{facts.words(each)}" for each in (first, *apart))
        yield apart[0].finding(
            "test",
            f"{facts.name(first)} đo bằng {len(apart) + 1} thước: {said}",
            "Hỏi nơi ban hành thước đo nào dùng để chấm, hay phải đạt cả hai?",
            others=(first.ref, *(each.ref for each in apart[1:])),
            values=tuple(facts.words(each) for each in (first, *apart)),
        )
