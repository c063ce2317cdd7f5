"""Khi nào: có thêm một kết quả báo cáo.

Vì sao: chỉ tiêu được chấm theo số ấy.

Ví dụ: thêm `{indicator: bhyt, period: "2027", value: 96.4, …}`.

Người duyệt: đối chiếu với nguồn đã ghi.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_change
from kehoach.revisions.results import figure, told

SEVERITY, INVERSE = "info", "actual-removed"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the figures that were reported."""
    for change in facts.of("actual", "added"):
        yield of_change(change, f"thêm kết quả {told(change.ref, change.new, facts.both.new)}", None, figure(change.new, facts.both.new))
