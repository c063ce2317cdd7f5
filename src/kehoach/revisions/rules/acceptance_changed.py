"""Khi nào: danh sách phát hiện đã xem xét (`accepted`) của một kế hoạch đổi.

Vì sao: một mục ở đây cho một thay đổi cần duyệt đi qua, hoặc làm một phát hiện im đi.

Ví dụ: thêm `{rule: target-weakened, fingerprint: 0123456789ab, reason: …, by: …, date: …}`.

Người duyệt: xem ai ghi và lý do; người duyệt phải là người khác với người sửa.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_change
from kehoach.revisions.labels import words
from kehoach.revisions.saying import document

SEVERITY, INVERSE = "notice", "acceptance-changed"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the plans in which more or fewer findings count as looked at."""
    for change in facts.of("plan", "changed", "accepted"):
        if change.new_plan:
            gone = [entry for entry in change.old if entry not in change.new]
            come = [entry for entry in change.new if entry not in change.old]
            if not gone and not come:
                continue
            old, new = ("; ".join(f"{e.rule} ({e.by}: {words(e.reason)})" for e in some) or "không có" for some in (gone, come))
            yield of_change(change, f"{document(change.new_plan)}: phát hiện đã xem xét đổi: {old} → {new}", old, new)
