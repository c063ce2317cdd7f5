"""Khi nào: lời của điều kiện đổi.

Vì sao: điều kiện khác là lời hứa khác.

Ví dụ: `condition: {text: nếu thành phố phân cấp}` → `condition: {text: nếu thành phố phân cấp và bố trí vốn}`.

Người duyệt: đối chiếu với văn bản; điều kiện khó hơn là lời hứa nhẹ đi.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_pair
from kehoach.revisions.labels import words
from kehoach.revisions.saying import heading, quoted

SEVERITY, INVERSE = "notice", "condition-changed"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the targets with a condition of other words."""
    for pair in facts.pairs:
        old, new = pair.old.condition, pair.new.condition
        if old is not None and new is not None and old.text != new.text:
            said = f"{heading(pair)}: điều kiện đổi: {quoted(words(old.text))} → {quoted(words(new.text))}"
            yield of_pair(pair, "condition", said, words(old.text), words(new.text))
