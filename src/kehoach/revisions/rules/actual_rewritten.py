"""Khi nào: giá trị của một kết quả đã báo cáo đổi mà số cũ không được giữ trong `was`, hoặc số cũ trong `was` bị sửa, xóa. Giữ số cũ và lý do thì là điều cần lưu ý.

Vì sao: số đã công bố mà sửa lặng lẽ thì mọi báo cáo trước đó thành sai.

Ví dụ: `value: 94` → `value: 97.2` mà không có `was`.

Người duyệt: yêu cầu ghi `was: [{value, quality, reason, until}]`, hoặc dùng `kehoach record`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_change
from kehoach.revisions.labels import words
from kehoach.revisions.results import figure, subject
from kehoach.revisions.saying import altered

SEVERITY, INVERSE = "attention", None
EXEMPT = "sửa có giữ số cũ thì chiều ngược lại là xóa dấu của lần sửa"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the figures that were written over; one that keeps what stood before, with its reason, is only to be noticed."""
    for change in facts.of("actual", "changed"):
        old, new = change.old_record, change.new_record
        lost = any(entry not in new.was for entry in old.was)
        if change.field == "value":
            kept = not lost and any(entry.value == old.value for entry in new.was if entry not in old.was)
            how = f"lý do: {words(new.was[-1].reason)}" if kept else "không giữ số cũ"
            before, after = figure(old, facts.both.old), figure(new, facts.both.new)
            message = f"kết quả {subject(change.ref, new, facts.both.new)} đổi: {before} → {after}, {how}"
            yield replace(of_change(change, message, before, after), severity="notice" if kept else None)
        elif change.field == "was" and lost and old.value == new.value:
            yield altered(change, f"kết quả {subject(change.ref, new, facts.both.new)}")
