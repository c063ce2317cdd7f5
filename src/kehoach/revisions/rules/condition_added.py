"""Khi nào: một lời hứa nay kèm điều kiện.

Vì sao: chưa xác nhận điều kiện thì lời hứa không được chấm.

Ví dụ: thêm `condition: {text: nếu thành phố phân cấp}`.

Người duyệt: xem điều kiện có trong văn bản không; hỏi căn cứ nếu không.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_pair
from kehoach.revisions.labels import words
from kehoach.revisions.saying import heading, quoted

SEVERITY, INVERSE = "attention", "condition-dropped"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the targets that hold only under a condition now."""
    for pair in facts.pairs:
        if pair.old.condition is None and pair.new.condition is not None:
            text = words(pair.new.condition.text)
            yield of_pair(pair, "condition", f"{heading(pair)}: thêm điều kiện {quoted(text)}", None, text)
