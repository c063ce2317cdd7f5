"""Khi nào: một chỉ tiêu, nhiệm vụ hay dự án đổi mã, hoặc chuyển sang kế hoạch khác, mà nội dung vẫn là nó.

Vì sao: mã phải giữ nguyên mãi mãi; nơi khác trỏ tới mã cũ sẽ mất chỗ trỏ.

Ví dụ: `id: bhyt` → `id: bhyt-ii-1` với cùng câu trích và điều khoản.

Người duyệt: hỏi vì sao phải đổi mã; kiểm tra mọi chỗ trỏ tới mã cũ (`kehoach show`).
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.identity import along
from kehoach.revisions.judgement import Judgement, of_change
from kehoach.revisions.saying import NOUNS, RECORDS, title

SEVERITY, INVERSE = "notice", "target-moved"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the records that are called otherwise now, not those that went along with their whole plan."""
    for change in facts.of(RECORDS, "moved"):
        if not along(facts, change):
            where = f"{change.old_ref} → {change.new_ref}"
            message = f"{NOUNS[change.kind]} {title(change, facts)} đổi mã hoặc kế hoạch: {where}"
            yield of_change(change, message, change.old_ref, change.new_ref)
