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

from collections.abc import Iterator

from kehoach.checks.facts import Facts, due, due_words, target_of
from kehoach.checks.finding import Finding, Place

FAMILY, SEVERITY, ABOUT = 1, "warning", "document"
_TIMELESS = ("undated", "ongoing")


def find(facts: Facts) -> Iterator[Finding]:
    """Yield pairs whose times differ in meaning; where one has no time at all it is a question."""
    for first, again in facts.said_twice:
        if _agree(first, again):
            continue
        open_ended = due(first).kind in _TIMELESS or due(again).kind in _TIMELESS
        yield again.finding(
            "when",
            f"{facts.names(first, again)}: {_said(first)}, {_said(again)}",
            "Hỏi nơi ban hành có phải cùng một thời hạn không." if open_ended else "Hỏi nơi ban hành thời hạn nào đúng.",
            others=(first.ref,),
            values=(due_words(first), due_words(again)),
            severity="notice" if open_ended else None,
        )


def _agree(first: Place, again: Place) -> bool:
    one, two = due(first), due(again)
    kinds = {one.kind, two.kind}
    if one == two or kinds <= set(_TIMELESS):
        return True
    tests = target_of(first).test, target_of(again).test
    if kinds <= {"by", "over"} or kinds == {"each_year"}:
        return one.last == two.last
    if kinds == {"each_year", "ongoing"} or tests[0].is_ == tests[1].is_ == "maintained":
        return True
    return kinds == {"each_year", "by"} and tests[0] != tests[1]


def _said(place: Place) -> str:
    return f"{place.said} {'' if due(place).kind == 'undated' else 'ghi '}{due_words(place)}"
