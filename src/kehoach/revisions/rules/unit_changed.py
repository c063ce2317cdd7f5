"""Khi nào: đơn vị tính hoặc cách tính (giá trị, cộng dồn, tăng trưởng) của một chỉ tiêu đổi; hoặc đơn vị tính của chỉ tiêu trong danh mục đổi.

Vì sao: cùng một con số trong đơn vị khác là lời hứa khác; số đã báo cáo không còn so được.

Ví dụ: `unit: "%"` → `unit: "‰"`; `stat: sum` → bỏ `stat`.

Người duyệt: đối chiếu đơn vị với câu trích; nếu đổi danh mục thì xem mọi kế hoạch dùng chỉ tiêu ấy.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.meaning.wording import unit_of
from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_pair
from kehoach.revisions.saying import altered, fielded, heading, quoted

SEVERITY, INVERSE = "attention", "unit-changed"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the targets measured in another unit or by another stat, and the indicators counted in another unit."""
    for change in facts.of("indicator", "changed", "unit"):
        yield altered(change, f"chỉ tiêu {quoted(change.new_record.name)} trong danh mục")
    for pair in facts.pairs:
        if pair.old.stat != pair.new.stat:
            yield fielded(pair, "stat")
        elif "unit" in pair.changes and pair.measures[0].unit != pair.measures[1].unit:
            old, new = (unit_of(*side) or "không có" for side in ((pair.old, pair.old_indicator), (pair.new, pair.new_indicator)))
            yield of_pair(pair, "unit", f"{heading(pair)}: đơn vị tính đổi: {old} → {new}", old, new)
