"""Khi nào: điều kiện kèm theo một lời hứa được bỏ.

Vì sao: từ nay lời hứa được chấm không cần điều kiện.

Ví dụ: bỏ `condition`.

Người duyệt: đối chiếu với văn bản.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_pair
from kehoach.revisions.labels import words
from kehoach.revisions.saying import heading, quoted

SEVERITY, INVERSE = "notice", "condition-added"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the targets that hold without their condition now."""
    for pair in facts.pairs:
        if pair.old.condition is not None and pair.new.condition is None:
            text = words(pair.old.condition.text)
            yield of_pair(pair, "condition", f"{heading(pair)}: bỏ điều kiện {quoted(text)}", text, None)
