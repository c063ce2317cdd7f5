"""Khi nào: thời hạn sớm hơn trước: đến năm 2030 thành đến năm 2028; bắt đầu sớm hơn với việc phải làm hằng năm.

Vì sao: đơn vị chủ trì có ít thời gian hơn và cần biết.

Ví dụ: `when: {by: 2030}` → `when: {by: 2028}`.

Người duyệt: xem căn cứ, báo cho đơn vị chủ trì.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement
from kehoach.revisions.saying import timed
from kehoach.revisions.timing import works

SEVERITY, INVERSE = "notice", "due-delayed"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield what is due earlier than before."""
    yield from (timed(pair, "sớm hạn") for pair in facts.pairs if pair.shift == "earlier")
    yield from works(facts, "earlier", "sớm hạn")
