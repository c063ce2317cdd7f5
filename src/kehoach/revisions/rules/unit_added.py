"""Khi nào: danh mục có thêm một đơn vị, không phải đơn vị cũ đổi mã.

Vì sao: từ nay có thể giao việc cho đơn vị ấy.

Ví dụ: thêm `mau/trung-tam-y-te: {name: Trung tâm Y tế}`.

Người duyệt: kiểm tra đơn vị chưa có dưới tên khác.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_change
from kehoach.revisions.renaming import units_renamed

SEVERITY, INVERSE = "info", "unit-removed"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the units that came."""
    known = set(units_renamed(facts.both).values())
    for change in facts.of("unit", "added"):
        if change.new_ref not in known:
            yield of_change(change, f"thêm đơn vị {change.ref}: {change.new.name}", None, change.new.name)
