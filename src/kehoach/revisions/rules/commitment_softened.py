"""Khi nào: lời hứa chắc chắn thành “phấn đấu” (`firm` thành `aim`).

Vì sao: không đạt một mục tiêu phấn đấu thì nhẹ hơn; đổi mức cam kết là đổi nội dung.

Ví dụ: thêm `force: aim`.

Người duyệt: đọc câu trích xem có chữ “phấn đấu”, “hướng tới” không; nếu không thì hỏi căn cứ.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_pair
from kehoach.revisions.saying import heading

SEVERITY, INVERSE = "attention", "commitment-hardened"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the targets that are only aims now."""
    for pair in facts.pairs:
        if (pair.old.force, pair.new.force) == ("firm", "aim"):
            yield of_pair(pair, "force", f"{heading(pair)}: cam kết chắc chắn → phấn đấu", "chắc chắn", "phấn đấu")
