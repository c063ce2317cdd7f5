"""Kiểm tra gì: cùng một lời hứa được nêu hai lần với thời hạn khác nhau, hoặc chỉ một chỗ có thời hạn.

Vì sao: không biết năm nào phải đạt, năm nào báo cáo. Mức sàn hằng năm bên cạnh mức cuối kỳ thì không mâu thuẫn.

Ví dụ sai:

    targets:
      - {id: sach, clause: II.1 gạch 1, indicator: khong-ma-tuy, test: {is: achieved}, when: {by: 2030}, quote: đến năm 2030}
      - {id: sach-2, clause: II.2 gạch 1, indicator: khong-ma-tuy, test: {is: achieved}, when: {by: 2027}, quote: năm 2027, restates: sach}

Ví dụ đúng:

    targets:
      - {id: sach, clause: II.1 gạch 1, indicator: khong-ma-tuy, test: {is: achieved}, when: {by: 2027}, quote: đến năm 2027}
      - {id: sach-2, clause: II.2 gạch 1, indicator: khong-ma-tuy, test: {is: achieved}, when: {by: 2027}, quote: năm 2027, restates: sach}

Cách sửa: hỏi nơi ban hành năm nào đúng; chỗ không ghi thời hạn thì hỏi có phải cùng thời hạn với chỗ kia không.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from kehoach.checks.facts import Facts, due, due_words, target_of
from kehoach.checks.finding import Finding, Place
from kehoach.checks.two_floors_as_range import covered
from kehoach.vietnamese import fold

FAMILY, SEVERITY, ABOUT = 1, "warning", "document"
_TIMELESS = ("undated", "ongoing")
_REFERS = re.compile(r"\b(muc tieu|chi tieu)\b")


def find(facts: Facts) -> Iterator[Finding]:
    """Yield pairs whose times differ in meaning, one for a clause; where one has no time at all it is a question."""
    silent = facts.once(covered)
    groups: dict[tuple[str, ...], list[tuple[Place, Place]]] = defaultdict(list)
    for first, again in facts.said_twice:
        if again.ref not in silent and not _agree(first, again):
            groups[(first.plan.id, again.plan.id, again.record.clause, due_words(first), due_words(again))].append((first, again))
    for pairs in groups.values():
        first, again = pairs[0]
        firsts = [one for one, _ in pairs]
        open_ended = due(first).kind in _TIMELESS or due(again).kind in _TIMELESS
        clauses = ", ".join(dict.fromkeys(one.record.clause for one in firsts))
        where = f"{clauses} ({first.plan.id.partition('/')[2]})"
        yield again.finding(
            "when",
            f"{'; '.join(facts.names(*pair) for pair in pairs)}: {_said(where, first)}, {_said(again.said, again)}",
            "Hỏi nơi ban hành có phải cùng một thời hạn không." if open_ended else "Hỏi nơi ban hành thời hạn nào đúng.",
            others=(*(one.ref for one in firsts), *(other.ref for _, other in pairs[1:])),
            values=(due_words(first), due_words(again)),
            severity="notice" if open_ended else None,
        )


def _agree(first: Place, again: Place) -> bool:
    one, two = due(first), due(again)
    kinds = {one.kind, two.kind}
    if one == two or kinds <= set(_TIMELESS) or _follows(first, again):
        return True
    tests = target_of(first).test, target_of(again).test
    if kinds <= {"by", "over"} or kinds == {"each_year"}:
        return one.last == two.last
    if kinds == {"each_year", "ongoing"} or tests[0].is_ == tests[1].is_ == "maintained":
        return True
    return kinds == {"each_year", "by"} and tests[0] != tests[1]


def _follows(first: Place, again: Place) -> bool:
    """Tell whether a place without a time only works towards the first: it names "the target", or what is kept every year."""
    if due(again).kind not in _TIMELESS:
        return False
    return due(first).kind == "each_year" or _REFERS.search(fold(target_of(again).quote)) is not None


def _said(where: str, place: Place) -> str:
    return f"{where} {'' if due(place).kind == 'undated' else 'ghi '}{due_words(place)}"
