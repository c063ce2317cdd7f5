"""Khi nào: một kết quả đã báo cáo biến mất.

Vì sao: số đã công bố thì không xóa; sửa phải giữ số cũ và lý do.

Ví dụ: xóa `{indicator: bhyt, period: "2027", value: 96.4, …}`.

Người duyệt: hỏi vì sao; nếu ghi nhầm phường hay kỳ thì xem có bản ghi mới ở đúng chỗ không.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_change
from kehoach.revisions.results import figure, told

SEVERITY, INVERSE = "attention", "actual-added"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the figures that are gone."""
    for change in facts.of("actual", "removed"):
        yield of_change(change, f"bỏ kết quả {told(change.ref, change.old, facts.both.old)}", figure(change.old, facts.both.old), None)
