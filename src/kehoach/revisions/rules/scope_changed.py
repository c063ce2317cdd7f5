"""Khi nào: đối tượng hay phạm vi tính đổi mà không thấy rõ rộng ra hay hẹp lại.

Vì sao: chương trình không đoán; kết quả cũ có thể không còn so được.

Ví dụ: `of: hộ dân` → `of: người dân`.

Người duyệt: đối chiếu với văn bản, tự xét rộng hay hẹp.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement
from kehoach.revisions.saying import scoped

SEVERITY, INVERSE = "notice", "scope-changed"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the targets that hold for others than before."""
    return (scoped(pair, "đổi phạm vi") for pair in facts.pairs if pair.scope == "changed")
