"""Khi nào: con số phải đạt đổi mà không xếp được mạnh hay yếu: không rõ chiều tốt, đổi giữa trạng thái và con số, chỉ đổi đầu kia của khoảng, hoặc đổi cùng lúc với thước đo (khi đó cần duyệt).

Vì sao: chương trình không đoán; người đọc phải tự so.

Ví dụ: `test: {ge: 97}` → `test: {ge: 97, le: 99}`.

Người duyệt: đọc câu trích cũ và mới, tự xét nặng hay nhẹ; nếu thước đo cũng đổi thì hỏi căn cứ.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement
from kehoach.revisions.saying import tested

SEVERITY, INVERSE = "notice", "target-shifted"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the targets whose figure changed in a way that cannot be ranked; with another measure it may hide a lighter promise."""
    for pair in facts.pairs:
        if pair.strength == "shifted":
            how = "đổi con số, không xếp được mạnh hay yếu" if pair.same_measure else "đổi con số cùng với thước đo, không so được"
            yield replace(tested(pair, how), severity=None if pair.same_measure else "attention")
