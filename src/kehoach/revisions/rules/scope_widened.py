"""Khi nào: đối tượng hay phạm vi tính rộng ra: lời mới là lời cũ bớt chữ hạn chế.

Vì sao: cùng con số trên phạm vi rộng hơn là lời hứa nặng hơn.

Ví dụ: `of: người lao động trong khu công nghiệp` → `of: người lao động`.

Người duyệt: xem căn cứ, báo cho đơn vị chủ trì.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement
from kehoach.revisions.saying import scoped

SEVERITY, INVERSE = "notice", "scope-narrowed"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the targets that hold for more than before."""
    return (scoped(pair, "mở rộng phạm vi") for pair in facts.pairs if pair.scope == "widened")
