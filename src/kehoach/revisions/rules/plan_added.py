"""Khi nào: có thêm một kế hoạch.

Vì sao: mọi lời hứa trong đó được theo dõi từ nay.

Ví dụ: thêm tệp `plans/phuong-mau/ke-hoach-2027.yaml`.

Người duyệt: chạy `kehoach check` và `kehoach verify` trên kế hoạch mới; xem nó thay kế hoạch nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_change
from kehoach.revisions.saying import document, holdings

SEVERITY, INVERSE = "info", "plan-removed"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the plans that came, with what they hold."""
    for change in facts.of("plan", "added"):
        yield of_change(change, f"thêm kế hoạch {document(change.new)}: {holdings(change.new)}", None, change.new_ref)
