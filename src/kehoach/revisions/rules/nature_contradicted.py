"""Khi nào: lần sửa khai là chép lại (`transcription`) mà tệp gốc đã đổi, hoặc giá trị mới không có trong câu trích.

Vì sao: chép lại thì văn bản không đổi; nếu văn bản đổi thì phải khai văn bản nào.

Ví dụ: `nature: {kind: transcription}` cùng lúc với `source.sha256` đổi.

Người duyệt: hỏi thực ra là gì: đính chính hay sửa đổi, và số, ngày của văn bản.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_pair
from kehoach.revisions.labels import words
from kehoach.revisions.nature import declared, in_quote, printed_years, same_document, stands
from kehoach.revisions.pair import Pair
from kehoach.revisions.saying import heading, quoted
from kehoach.vietnamese import number

SEVERITY, INVERSE = "attention", None
EXEMPT = "chiều ngược lại không khai gì"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the targets whose edit calls itself a transcription and is none."""
    for pair in facts.pairs:
        nature = declared(pair)
        why = _why(pair) if nature and nature.kind == "transcription" else None
        if why:
            yield replace(of_pair(pair, "nature", f"{heading(pair)}: khai là chép lại nhưng {why}"), excusable=False)


def _why(pair: Pair) -> str | None:
    if not same_document(pair):
        return "tệp gốc đã đổi"
    if not in_quote(pair.new):
        figures = ", ".join(number(figure) for figure in pair.new.test.figures)
        return f"con số {figures} không có trong câu trích {quoted(words(pair.new.quote))}"
    if pair.shift != "same" and printed_years(pair.new) and not stands(pair.new, "when"):
        return f"câu trích ghi năm khác: {quoted(words(pair.new.quote))}"
    return None
