"""Khi nào: dấu của một bản ghi đã bỏ (`retired`) bị sửa, thêm mà không bỏ bản ghi nào; hoặc bị xóa (khi đó cần duyệt).

Vì sao: mất dấu thì mã cũ có thể bị dùng lại mà không ai hay.

Ví dụ: xóa `{id: bhyt, reason: …}` khỏi `retired`.

Người duyệt: dấu đã ghi thì giữ nguyên; chỉ sửa lỗi chính tả của lý do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kehoach.revisions.change import Change
from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_change
from kehoach.revisions.labels import words
from kehoach.revisions.saying import RECORDS, altered

SEVERITY, INVERSE = "notice", "tombstone-changed"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the tombstones that changed by themselves, not those that came with a removal or went with a reuse."""
    gone = {c.old_ref for c in facts.of(RECORDS) if c.old_ref and c.new_ref != c.old_ref}
    come = {c.new_ref for c in facts.of(RECORDS) if c.new_ref and c.new_ref != c.old_ref}
    for change in facts.of("retired"):
        if change.what == "changed":
            yield altered(change, f"dấu của mã đã rút {change.new_record.id}")
        elif change.what == "added" and _before(change) not in gone:
            yield of_change(change, f"thêm mã đã rút {change.new.id}: {words(change.new.reason)}", None, change.new.id)
        elif change.what == "removed" and _after(change) not in come:
            message = f"xóa dấu của mã đã rút {change.old.id}: {words(change.old.reason)}"
            yield replace(of_change(change, message, change.old.id, None), severity="attention")


def _before(change: Change) -> str | None:
    return change.old_plan.ref(change.new.id) if change.old_plan else None


def _after(change: Change) -> str | None:
    return change.new_plan.ref(change.old.id) if change.new_plan else None
