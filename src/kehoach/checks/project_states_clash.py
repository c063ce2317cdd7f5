"""Kiểm tra gì: một dự án đứng ở hai danh mục mà tình trạng hoặc thời gian hai nơi không đi cùng nhau được.

Vì sao: danh mục này còn xin chủ trương, danh mục kia đã hẹn giải phóng mặt bằng xong trong năm tới; không biết vốn và đất bố trí theo danh mục nào.

Ví dụ sai:

    sections: [{label: PL02, title: DỰ ÁN DỰ KIẾN KHỞI CÔNG MỚI}, {label: PL03, title: DỰ ÁN GIẢI PHÓNG MẶT BẰNG}]
    projects:
      - {id: p-1, clause: PL02.1, name: Khu đô thị Đông, state: Dự án đang đề xuất chủ trương đầu tư}
      - {id: p-2, clause: PL03.1, name: Khu đô thị Đông, when: {by: 2027}, same_as: p-1}

Ví dụ đúng:

    sections: [{label: PL02, title: DỰ ÁN DỰ KIẾN KHỞI CÔNG MỚI}, {label: PL03, title: DỰ ÁN GIẢI PHÓNG MẶT BẰNG}]
    projects:
      - {id: p-1, clause: PL02.1, name: Khu đô thị Đông, state: Đã phê duyệt chủ trương đầu tư}
      - {id: p-2, clause: PL03.1, name: Khu đô thị Đông, when: {by: 2027}, same_as: p-1}

Cách sửa: hỏi nơi ban hành tình trạng và thời gian nào đúng; nếu là hai dự án khác nhau thì bỏ `same_as`.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts, due, due_words
from kehoach.checks.finding import Finding, Place
from kehoach.checks.stages import CLEARANCE, Row, row_of, same_projects, stage_words

FAMILY, SEVERITY, ABOUT = 8, "notice", "document"
_SOON = 1
"""A project without an approved policy cannot be done, or its land cleared, by the year after its list was issued."""


def find(facts: Facts) -> Iterator[Finding]:
    """Yield the rows of one project whose states, or state and time, or times contradict each other."""
    for first, second in same_projects(facts):
        words = _clash(row_of(first), row_of(second))
        if words:
            yield second.finding(
                "name",
                f"{row_of(second).record.name}: {first.said} ghi {words[0]}, {second.said} ghi {words[1]}",
                "Hỏi nơi ban hành tình trạng và thời gian nào đúng?",
                others=(first.ref,),
                values=words,
            )


def _clash(one: Row, two: Row) -> tuple[str, str] | None:
    if one.stage is not None and two.stage is not None and (one.stage <= 1) != (two.stage <= 1):
        return stage_words(one), stage_words(two)
    for row, other in ((one, two), (two, one)):
        if row.stage == 0 and _soon(other.place):
            said = stage_words(row), _time(other)
            return said if row is one else (said[1], said[0])
    return _times(one, two)


def _soon(place: Place) -> bool:
    time, issued = due(place), place.plan.issued
    return time.kind in ("by", "over") and bool(time.last and issued) and int(str(time.last)[:4]) <= int(str(issued)[:4]) + _SOON


def _times(one: Row, two: Row) -> tuple[str, str] | None:
    """Two deadlines of the same thing differ, or the land is to be free after the work is to be done."""
    first, second = due(one.place), due(two.place)
    if not all(time.kind in ("by", "over") and time.last for time in (first, second)) or first.last == second.last:
        return None
    if one.clearance != two.clearance:
        cleared, done = (first, second) if one.clearance else (second, first)
        if str(cleared.last) <= str(done.last):
            return None
    return _time(one), _time(two)


def _time(row: Row) -> str:
    return f"{CLEARANCE if row.clearance else 'thời hạn'} {due_words(row.place)}"
