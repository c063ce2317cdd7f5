"""Khi nào: con số phải đạt thấp hơn trước (theo chiều tốt của chỉ tiêu): 97% thành 95%, “trên” thành “từ … trở lên”.

Vì sao: lời hứa nhẹ đi là thay đổi nội dung văn bản, phải có văn bản sửa đổi cùng hình thức.

Ví dụ: `test: {ge: 97}` → `test: {ge: 95}` với chỉ tiêu càng cao càng tốt.

Người duyệt: hỏi căn cứ. Nếu chỉ là chép sai, khai `nature: {kind: transcription}`; nếu đã có văn bản, khai `nature` với số và ngày.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement
from kehoach.revisions.saying import tested

SEVERITY, INVERSE = "attention", "target-strengthened"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the targets that ask for less than before."""
    return (tested(pair, "yếu hơn trước") for pair in facts.pairs if pair.strength == "weaker")
