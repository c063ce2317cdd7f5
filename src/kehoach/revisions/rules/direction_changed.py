"""Khi nào: chiều tốt đổi: càng cao càng tốt thành càng thấp càng tốt, hoặc không còn rõ; ở một chỉ tiêu của kế hoạch hay trong danh mục.

Vì sao: mọi kết quả được chấm ngược lại.

Ví dụ: `direction: up` → `direction: down`.

Người duyệt: hỏi vì sao; sửa danh mục thì xem mọi kế hoạch dùng chỉ tiêu ấy.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_pair
from kehoach.revisions.labels import words
from kehoach.revisions.saying import altered, heading, quoted

SEVERITY, INVERSE = "attention", "direction-changed"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the targets and indicators for which better is elsewhere than before."""
    for change in facts.of("indicator", "changed", "direction"):
        yield altered(change, f"chỉ tiêu {quoted(change.new_record.name)} trong danh mục")
    for pair in facts.pairs:
        old, new = (words(direction, "direction") for direction in pair.directions)
        if "direction" in pair.changes and old != new:
            yield of_pair(pair, "direction", f"{heading(pair)}: chiều tốt đổi: {old} → {new}", old, new)
