"""Kiểm tra gì: một điều khoản ghi hai mức sàn (hoặc hai mức trần) của cùng một chỉ tiêu như thể là một khoảng, không nói mức nào cho lúc nào.

Vì sao: ">85% - >95%": đạt 90% là đã qua mức thứ nhất, chưa qua mức thứ hai; không ghi mốc thì không chấm được.

Ví dụ sai:

    targets:
      - {id: thap, clause: II.1 gạch 1, indicator: bhyt, test: {gt: 85}, when: undated, quote: (>85%}
      - {id: cao, clause: II.1 gạch 1, indicator: bhyt, test: {gt: 95}, when: undated, quote: ">95%)"}

Ví dụ đúng:

    targets:
      - {id: thap, clause: II.1 gạch 1, indicator: bhyt, test: {gt: 85}, when: {each_year: period}, quote: hằng năm trên 85%}
      - {id: cao, clause: II.1 gạch 1, indicator: bhyt, test: {gt: 95}, when: {by: 2030}, quote: đến năm 2030 trên 95%}

Cách sửa: hỏi nơi ban hành mỗi mức tính cho năm nào, hay phải nằm giữa hai mức.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from kehoach.checks.facts import Facts, due, target_of
from kehoach.checks.finding import Finding, Place
from kehoach.model.commitment import Test
from kehoach.vietnamese import fold

FAMILY, SEVERITY, ABOUT = 2, "warning", "document"
_NUMBER = r"\d+(?:[.,]\d+)*\s*%?"
_JOINED = re.compile(
    rf"(?:([>≥<≤])\s*{_NUMBER}\s*(?:-|den)\s*\1\s*{_NUMBER})|(?:\b(tren|duoi|it nhat)\s+{_NUMBER}\s*(?:-|den)\s*\2\s+{_NUMBER})"
)
_MIDDLE = re.compile(r"\d\s*%?\s*(?:-|den)\s*[≥>≤<tdi]")
"""What stands in the middle of every such pair: most quotes need no closer look."""
_REMEDY = "Hỏi nơi ban hành mỗi mức tính cho năm nào, hay phải nằm giữa hai mức."


def find(facts: Facts) -> Iterator[Finding]:
    """Yield pairs of one-sided targets that nothing but the figure tells apart, and quotes that join two bounds of one side."""
    yield from facts.once(_findings)


def _findings(facts: Facts) -> tuple[Finding, ...]:
    return tuple(_found(facts))


def _found(facts: Facts) -> Iterator[Finding]:
    groups: dict[tuple[object, ...], list[Place]] = defaultdict(list)
    joining = frozenset(facts.joining)
    together = Counter(map(_where, facts.targets.values()))  # most stand alone, and need no closer look
    for place, target in facts.promises:
        if place in joining and _joined(target.quote):
            message = f"{facts.name(place)}: {place.said} nối hai mức cùng chiều thành một khoảng (“{target.quote}”)"
            yield place.finding("test", message, _REMEDY, values=target.test.figures)
        elif together[_where(place)] > 1 and (side := _side(target.test)) and target.part_of is None and target.condition is None:
            scope = (facts.scope(place), target.definition, facts.unit(place), target.stat, target.force)
            groups[(*_where(place), side, due(place), *scope)].append(place)
    for places in groups.values():
        for low, high in pairwise(places):
            one, two = target_of(low).test.figures, target_of(high).test.figures
            if one != two:
                yield high.finding(
                    "test",
                    f"{facts.name(high)}: {low.said} ghi {facts.words(low)} và {facts.words(high)}, không nói mức nào cho lúc nào",
                    _REMEDY,
                    others=(low.ref,),
                    values=(*one, *two),
                )


def _where(place: Place) -> tuple[str, str, str]:
    return place.plan.id, place.record.clause, target_of(place).indicator


def _joined(quote: str) -> bool:
    return _MIDDLE.search(plain := fold(quote)) is not None and _JOINED.search(plain) is not None


def covered(facts: Facts) -> frozenset[str]:
    """Return the targets that this rule speaks of; what else their clause leaves open has the same root."""
    return frozenset(ref for finding in facts.once(_findings) for ref in (finding.ref, *finding.others) if ref)


def _side(test: Test) -> str | None:
    """Return on which side alone the test is bounded."""
    if test.eq is not None or test.is_ is not None or (test.lower is not None and test.upper is not None):
        return None
    return "floor" if test.lower is not None else "ceiling"
