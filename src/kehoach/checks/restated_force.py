"""Kiểm tra gì: cùng một lời hứa, chỗ này là "phấn đấu", "hướng tới", chỗ kia là phải đạt.

Vì sao: không đạt thì chỗ này là chưa hoàn thành, chỗ kia chỉ là chưa đạt mức phấn đấu; người được giao không biết mình bị ràng buộc đến đâu.

Ví dụ sai:

    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: đạt 97% trở lên}
      - {id: bhyt-2, clause: II.2 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, force: aim, quote: phấn đấu đạt 97%, restates: bhyt}

Ví dụ đúng:

    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, force: aim, quote: phấn đấu đạt 97% trở lên}
      - {id: bhyt-2, clause: II.2 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, force: aim, quote: hướng tới 97%, restates: bhyt}

Cách sửa: hỏi nơi ban hành đây là mức bắt buộc hay mức phấn đấu.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from kehoach.checks.facts import Facts, restated, target_of
from kehoach.checks.finding import Finding, Place
from kehoach.vietnamese import fold

FAMILY, SEVERITY, ABOUT = 1, "notice", "document"
_WORDS = {"firm": "ghi là mức phải đạt", "aim": "chỉ ghi “phấn đấu” hoặc “hướng tới”"}
_REACHED = re.compile(r"\b(dat|cong nhan|danh hieu|tro thanh|hoan thanh|khong con)\b")


def find(facts: Facts) -> Iterator[Finding]:
    """Yield pairs of which one binds and the other only aims; what one clause says again of one kind makes one finding."""
    groups: dict[tuple[str, ...], list[tuple[Place, Place]]] = defaultdict(list)
    for first, again in facts.said_twice:
        one, two = target_of(first).force, target_of(again).force
        if one != two and (restated(again) == first.ref or (_sets_level(first) and _sets_level(again))):
            groups[(first.plan.id, again.plan.id, again.record.clause, one, two)].append((first, again))
    for pairs in groups.values():
        firsts, agains = [first for first, _ in pairs], [again for _, again in pairs]
        one, two = target_of(firsts[0]).force, target_of(agains[0]).force
        clauses = ", ".join(dict.fromkeys(first.record.clause for first in firsts))
        where = f"{clauses} ({firsts[0].plan.id.partition('/')[2]})"
        what = "; ".join(f"{facts.names(first, again)} ({facts.words(again)})" for first, again in pairs)
        yield agains[0].finding(
            "force",
            f"{what}: {where} {_WORDS[one]}, {agains[0].said} {_WORDS[two]}",
            "Hỏi nơi ban hành đây là mức bắt buộc hay mức phấn đấu.",
            others=(*(first.ref for first in firsts), *(again.ref for again in agains[1:])),
            values=(one, two),
        )


def _sets_level(place: Place) -> bool:
    """Tell whether the words set a figure or a recognition to be reached, not only work to be done ("xây dựng")."""
    target = target_of(place)
    return target.test.is_ is None or _REACHED.search(fold(target.quote)) is not None
