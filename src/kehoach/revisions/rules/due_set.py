"""Khi nào: chỗ không ghi thời hạn hay “thường xuyên” nay có thời hạn.

Vì sao: từ nay lời hứa được chấm theo hạn ấy.

Ví dụ: `when: undated` → `when: {by: 2030}`.

Người duyệt: đối chiếu thời hạn với câu trích.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement
from kehoach.revisions.saying import timed
from kehoach.revisions.timing import works

SEVERITY, INVERSE = "notice", "due-removed"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield what has a time now and had none."""
    yield from (timed(pair, "đặt thời hạn") for pair in facts.pairs if pair.shift == "set")
    yield from works(facts, "set", "đặt thời hạn")
