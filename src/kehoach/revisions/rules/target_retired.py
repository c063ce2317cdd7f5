"""Khi nào: một chỉ tiêu được bỏ, có ghi lý do trong `retired`.

Vì sao: lời hứa không còn; người theo dõi cần biết lý do.

Ví dụ: xóa `bhyt` khỏi `targets`, thêm `retired: [{id: bhyt, reason: trùng với khoản 9, date: "2027-01-05"}]`.

Người duyệt: xem lý do có căn cứ không; nếu chỉ tiêu đã có kết quả không đạt thì xem thêm goal-moved-after-miss.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.identity import removed, tombstone
from kehoach.revisions.judgement import Judgement, of_change
from kehoach.revisions.labels import words
from kehoach.revisions.saying import said

SEVERITY, INVERSE = "notice", "id-reused"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the targets that went and left a tombstone."""
    for change in removed(facts, "target"):
        entry = tombstone(facts, change)
        if entry is not None:
            text = said(change.old_record, change.old_plan, facts.both.old)
            yield of_change(change, f"bỏ chỉ tiêu {text}, lý do: {words(entry.reason)}", old=text)
