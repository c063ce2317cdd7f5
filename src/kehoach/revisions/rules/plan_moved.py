"""Khi nào: một kế hoạch đổi mã (đổi tên tệp) mà vẫn là văn bản ấy: cùng mã băm của tệp gốc, hoặc ít nhất nửa số bản ghi cùng mã.

Vì sao: nơi khác trỏ tới mã cũ sẽ mất chỗ trỏ.

Ví dụ: `plans/phuong-mau/ke-hoach.yaml` → `plans/phuong-mau/ke-hoach-2026-2030.yaml`.

Người duyệt: hỏi vì sao phải đổi mã; kiểm tra mọi chỗ trỏ tới kế hoạch.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_change

SEVERITY, INVERSE = "notice", "plan-moved"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the plans that are called otherwise now."""
    for change in facts.of("plan", "moved"):
        yield of_change(change, f"kế hoạch đổi mã: {change.old_ref} → {change.new_ref}", change.old_ref, change.new_ref)
