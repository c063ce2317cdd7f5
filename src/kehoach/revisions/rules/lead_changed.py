"""Khi nào: đơn vị chủ trì một chỉ tiêu, nhiệm vụ hay dự án đổi sang đơn vị khác.

Vì sao: trách nhiệm chuyển từ người này sang người khác; cả hai phải biết.

Ví dụ: `lead: [mau/phong-vhxh]` → `lead: [mau/phong-kthtdt]`.

Người duyệt: xem văn bản phân công; nếu đơn vị chỉ đổi tên thì sửa `units.yaml`, đừng sửa từng chỉ tiêu.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_change
from kehoach.revisions.renaming import renamed
from kehoach.revisions.saying import RECORDS, title, units

SEVERITY, INVERSE = "notice", "lead-changed"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the records whose lead is another unit now, not the same one under another name."""
    for change in facts.of(RECORDS, "changed", "lead"):
        if not renamed(facts.both, change.old, change.new):
            old, new = units(change.old, facts.both.old), units(change.new, facts.both.new)
            yield of_change(change, f"{title(change, facts)}: chủ trì đổi từ {old} sang {new}", old, new)
