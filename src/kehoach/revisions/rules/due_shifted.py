"""Khi nào: thời gian đổi sang loại khác, không xếp được sớm hay muộn: hằng năm thành một lần, đổi đầu khoảng mà hạn cuối giữ nguyên.

Vì sao: chương trình không đoán; cách chấm theo năm thay đổi.

Ví dụ: `when: {each_year: period}` → `when: {by: 2030}`.

Người duyệt: đọc câu trích, tự xét nặng hay nhẹ.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement
from kehoach.revisions.saying import timed
from kehoach.revisions.timing import works

SEVERITY, INVERSE = "notice", "due-shifted"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield what is due in another way, neither earlier nor later."""
    yield from (timed(pair, "đổi cách tính thời hạn") for pair in facts.pairs if pair.shift == "shifted")
    yield from works(facts, "shifted", "đổi cách tính thời hạn")
