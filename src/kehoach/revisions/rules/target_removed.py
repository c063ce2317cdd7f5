"""Khi nào: một chỉ tiêu biến mất mà không để lại dấu trong `retired`.

Vì sao: lời hứa mất đi không ai biết; mã của nó có thể bị dùng lại cho lời hứa khác.

Ví dụ: bản ghi `bhyt` bị xóa khỏi `targets`, `retired` không có `bhyt`.

Người duyệt: nếu bỏ thật thì yêu cầu ghi `retired: [{id, reason, date}]` với lý do; nếu chuyển sang kế hoạch khác thì giữ nguyên mã và câu trích.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.identity import removed, tombstone
from kehoach.revisions.judgement import Judgement, of_change
from kehoach.revisions.saying import said

SEVERITY, INVERSE = "attention", "target-added"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the targets that went without a tombstone."""
    for change in removed(facts, "target"):
        if tombstone(facts, change) is None:
            text = said(change.old_record, change.old_plan, facts.both.old)
            yield of_change(change, f"bỏ chỉ tiêu {text}, không để lại lý do trong retired", old=text)
