"""Khi nào: một đơn vị đổi tên, hoặc đổi mã mà vẫn là đơn vị ấy (tên cũ là tên hay tên khác của đơn vị mới).

Vì sao: việc của đơn vị không đổi; chỉ tên trên báo cáo đổi.

Ví dụ: `mau/phong-vhxh: {name: Phòng Văn hóa}` → `{name: Phòng Văn hóa - Xã hội}`.

Người duyệt: kiểm tra tên cũ còn trong `aliases` để văn bản cũ vẫn tra được.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_change
from kehoach.revisions.renaming import units_renamed

SEVERITY, INVERSE = "info", "unit-renamed"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the units that are called otherwise now, by name or by id."""
    for change in facts.of("unit", "changed", "name"):
        yield of_change(change, f"đơn vị {change.ref} đổi tên từ “{change.old}” sang “{change.new}”", change.old, change.new)
    for old, new in units_renamed(facts.both).items():
        change = next(c for c in facts.of("unit", "added") if c.new_ref == new)
        yield of_change(change, f"đơn vị {old} đổi mã thành {new}", old, new)
