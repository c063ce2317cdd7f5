"""Khi nào: một kế hoạch mới thay thế kế hoạch khác của sổ (viện dẫn với vai trò `replaces`), hoặc chỉ tiêu của nó thay cho (`supersedes`) chỉ tiêu của kế hoạch ấy.

Vì sao: từ nay lời hứa cũ hết hiệu lực, toàn bộ hay một phần.

Ví dụ: `citations: [{ref: kh-12-ubnd-mau, clause: Điều 3, role: replaces}]`.

Người duyệt: xem các lời hứa cũ có được mang sang không (successor-drops-target).
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement
from kehoach.revisions.saying import document
from kehoach.revisions.succession import superseded

SEVERITY, INVERSE = "notice", None
EXEMPT = "kế hoạch thôi thay thế thì là citations-changed hoặc links-changed"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the plans that another one takes the place of since this edit."""
    for new, old, whole in superseded(facts):
        how = "thay thế" if whole else "thay một phần"
        message = f"{document(new)} {how} {document(old)}"
        yield Judgement(
            ref=new.id, kind="plan", message=message, field="citations", old=old.id, new=new.id, values=(old.id, new.id), new_plan=new
        )
