"""Khi nào: thời hạn bị bỏ: có hạn thành “thường xuyên” hoặc không ghi thời hạn. Với nhiệm vụ và dự án là điều cần lưu ý.

Vì sao: lời hứa không có hạn thì không bao giờ bị chấm là chậm.

Ví dụ: `when: {by: 2030}` → `when: undated`.

Người duyệt: hỏi căn cứ bỏ hạn; nếu văn bản vốn không ghi hạn thì đây là sửa bản chép.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement
from kehoach.revisions.saying import timed
from kehoach.revisions.timing import works

SEVERITY, INVERSE = "attention", "due-set"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield what is due at no time any more."""
    yield from (timed(pair, "bỏ thời hạn") for pair in facts.pairs if pair.shift == "removed")
    yield from works(facts, "removed", "bỏ thời hạn")
