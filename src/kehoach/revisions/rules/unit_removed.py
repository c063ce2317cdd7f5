"""Khi nào: danh mục bớt một đơn vị, không phải đơn vị ấy đổi mã.

Vì sao: bản ghi còn trỏ tới nó sẽ là lỗi của sổ.

Ví dụ: xóa `mau/trung-tam-y-te`.

Người duyệt: đơn vị đã giải thể thì ghi ngày `to`, đừng xóa.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_change
from kehoach.revisions.renaming import units_renamed

SEVERITY, INVERSE = "info", "unit-added"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the units that went."""
    known = set(units_renamed(facts.both))
    for change in facts.of("unit", "removed"):
        if change.old_ref not in known:
            yield of_change(change, f"bỏ đơn vị {change.ref}: {change.old.name}", change.old.name, None)
