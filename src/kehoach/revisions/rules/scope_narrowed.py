"""Khi nào: đối tượng hay phạm vi tính hẹp lại: lời mới là lời cũ thêm chữ hạn chế, hoặc trước không hạn chế nay có.

Vì sao: cùng con số trên phạm vi hẹp hơn là lời hứa nhẹ hơn.

Ví dụ: `of: người lao động` → `of: người lao động trong khu công nghiệp`.

Người duyệt: đối chiếu với văn bản; hỏi căn cứ thu hẹp.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement
from kehoach.revisions.saying import scoped

SEVERITY, INVERSE = "attention", "scope-widened"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the targets that hold for fewer than before."""
    return (scoped(pair, "thu hẹp phạm vi") for pair in facts.pairs if pair.scope == "narrowed")
