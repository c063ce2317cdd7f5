"""Khi nào: một đơn vị được giao phối hợp thêm trong một nhiệm vụ.

Vì sao: đơn vị ấy cần biết việc của mình.

Ví dụ: `support: [mau/cong-an]` → `support: [mau/cong-an, mau/phong-vhxh]`.

Người duyệt: báo cho đơn vị được thêm.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_change
from kehoach.revisions.renaming import replaced
from kehoach.revisions.saying import title, units

SEVERITY, INVERSE = "info", "support-dropped"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the tasks that a unit supports from now on."""
    for change in facts.of("task", "changed", "support"):
        _, come = replaced(facts.both, change.old, change.new)
        if come:
            new = units(come, facts.both.new)
            yield of_change(change, f"{title(change, facts)}: thêm phối hợp: {new}", None, new)
