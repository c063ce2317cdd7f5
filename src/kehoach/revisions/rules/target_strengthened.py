"""Khi nào: con số phải đạt cao hơn trước (theo chiều tốt của chỉ tiêu): 97% thành 98%, “từ … trở lên” thành “trên”.

Vì sao: lời hứa nặng lên cũng là thay đổi nội dung; đơn vị chủ trì cần biết.

Ví dụ: `test: {ge: 97}` → `test: {ge: 98}` với chỉ tiêu càng cao càng tốt.

Người duyệt: xem căn cứ, báo cho đơn vị chủ trì.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement
from kehoach.revisions.saying import tested

SEVERITY, INVERSE = "notice", "target-weakened"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the targets that ask for more than before."""
    return (tested(pair, "mạnh hơn trước") for pair in facts.pairs if pair.strength == "stronger")
