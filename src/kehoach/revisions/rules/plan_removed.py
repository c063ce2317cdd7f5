"""Khi nào: cả một kế hoạch biến mất, không chuyển sang tên khác.

Vì sao: mọi lời hứa trong đó thôi được theo dõi.

Ví dụ: xóa tệp `plans/phuong-mau/ke-hoach.yaml`.

Người duyệt: văn bản hết hiệu lực thì vẫn giữ tệp; kế hoạch thay thế ghi `role: replaces`. Chỉ xóa khi tệp vào sổ do nhầm.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_change
from kehoach.revisions.saying import document, holdings

SEVERITY, INVERSE = "attention", "plan-added"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the plans that went, with what they held."""
    for change in facts.of("plan", "removed"):
        yield of_change(change, f"bỏ cả kế hoạch {document(change.old)}: {holdings(change.old)}", change.old_ref, None)
