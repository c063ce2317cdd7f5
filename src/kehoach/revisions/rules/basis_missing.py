"""Khi nào: lần sửa khai là đính chính (`correction`) hoặc sửa đổi (`amendment`) mà căn cứ không có số và ngày văn bản.

Vì sao: không có số và ngày thì không ai tìm được văn bản để đối chiếu.

Ví dụ: `nature: {kind: amendment, basis: theo chỉ đạo}`.

Người duyệt: yêu cầu ghi đủ, ví dụ `basis: Kế hoạch 21/KH-UBND ngày 05/3/2027`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_pair
from kehoach.revisions.labels import words
from kehoach.revisions.nature import declared, documented
from kehoach.revisions.saying import heading

SEVERITY, INVERSE = "attention", None
EXEMPT = "chiều ngược lại không khai gì"
_KINDS = {"correction": "đính chính", "amendment": "sửa đổi"}


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the targets whose edit names no document."""
    for pair in facts.pairs:
        nature = declared(pair)
        if nature and nature.kind in _KINDS and not documented(nature.basis):
            has = f"căn cứ “{words(nature.basis)}” không có số và ngày văn bản" if nature.basis else "không ghi căn cứ"
            message = f"{heading(pair)}: khai là {_KINDS[nature.kind]} nhưng {has}"
            yield replace(of_pair(pair, "nature", message), excusable=False)
