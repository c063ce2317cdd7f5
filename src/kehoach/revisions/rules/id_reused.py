"""Khi nào: mã của một bản ghi đã rút được dùng lại, hoặc một mã nay là bản ghi khác hẳn: chỉ tiêu khác, câu trích khác, điều khoản khác.

Vì sao: mọi chỗ trỏ tới mã ấy, và mọi kết quả đã báo cáo, bỗng nói về việc khác.

Ví dụ: `bhyt` trước là tỷ lệ tham gia bảo hiểm y tế ở II.1, nay là số bác sĩ ở III.2.

Người duyệt: yêu cầu đặt mã mới cho bản ghi mới; bản ghi cũ vào `retired` nếu bỏ thật.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kehoach.model.plan import Retired
from kehoach.revisions.facts import Facts
from kehoach.revisions.identity import stood_for
from kehoach.revisions.judgement import Judgement, of_change
from kehoach.revisions.labels import words
from kehoach.revisions.saying import RECORDS, said

SEVERITY, INVERSE = "attention", None
EXEMPT = "mã rút rồi dùng lại thì chiều ngược lại là một lần bỏ có ghi lý do"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the records under an id that stood for something else."""
    for change in (*facts.of(RECORDS, "added"), *facts.of(RECORDS, "moved")):
        before = stood_for(facts, change)
        if before is None:
            continue
        now = said(change.new_record, change.new_plan, facts.both.new)
        if isinstance(before, Retired):
            old = f"đã rút: {words(before.reason)}"
        else:
            old = said(before, facts.partners[change.new_plan.id] if change.new_plan else None, facts.both.old)
        found = of_change(change, f"mã {change.new_record.id} dùng lại: trước là {old}; nay là {now}", old, now)
        yield replace(found, field="id", values=(old, now), excusable=False)
