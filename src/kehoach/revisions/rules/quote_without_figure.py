"""Khi nào: con số hoặc câu trích của một chỉ tiêu đổi, và con số nay không có trong câu trích.

Vì sao: mỗi con số phải chỉ ra được chỗ in của nó.

Ví dụ: `test: {ge: 97}` → `test: {ge: 95}` mà câu trích vẫn là “đạt 97% trở lên”.

Người duyệt: yêu cầu chép câu trích của văn bản mới; số nêu bằng chữ thì ghi vào `implied`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_pair
from kehoach.revisions.labels import words
from kehoach.revisions.nature import declared, in_quote
from kehoach.revisions.saying import heading, quoted
from kehoach.vietnamese import number

SEVERITY, INVERSE = "attention", None
EXEMPT = "chữ và số trở lại khớp nhau thì không có gì để nói"
_FIELDS = ("test", "quote", "implied")


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the targets whose figure no longer stands in their quote; a transcription that says so is contradicted elsewhere."""
    for pair in facts.pairs:
        field = next((name for name in _FIELDS if name in pair.changes), None)
        nature = declared(pair)
        if field and not in_quote(pair.new) and not (nature and nature.kind == "transcription"):
            figures = ", ".join(number(figure) for figure in pair.new.test.figures)
            message = f"{heading(pair)}: con số {figures} không có trong câu trích {quoted(words(pair.new.quote))}"
            yield replace(of_pair(pair, field, message), excusable=False)
