"""Khi nào: một chỉ tiêu được làm nhẹ khi hạn cũ còn không quá 180 ngày, hoặc đã qua; tính theo ngày ghi lần sửa.

Vì sao: sửa lời hứa ngay trước hạn thường là để khỏi bị chấm không đạt.

Ví dụ: tháng 9/2027 sửa `when: {by: 2027}` thành `when: {by: 2029}`.

Người duyệt: hỏi căn cứ, và vì sao đến lúc này mới sửa.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kehoach.meaning.time import last_day
from kehoach.revisions.easing import lightened
from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_pair
from kehoach.revisions.saying import heading, promises, times
from kehoach.vietnamese import date_words, number

SEVERITY, INVERSE = "attention", None
EXEMPT = "chỉ nói về phía nhẹ đi, lúc sắp đến hạn"
_NEAR = 180
"""Days."""


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the targets that were made lighter shortly before they were due, or after."""
    for pair, field, ways in lightened(facts):
        due = pair.dues[0]
        if due.kind not in ("by", "over") or due.last is None:
            continue
        left = (last_day(due.last) - facts.day).days
        if left <= _NEAR:
            when = (
                f"khi hạn cũ ({date_words(due.last)}) còn {number(left)} ngày"
                if left >= 0
                else f"sau khi hạn cũ ({date_words(due.last)}) đã qua"
            )
            found = of_pair(pair, field, f"{heading(pair)}: {ways} {when}")
            yield replace(found, values=(*promises(pair), *times(pair)))
