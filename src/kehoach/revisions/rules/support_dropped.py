"""Khi nào: một đơn vị thôi phối hợp trong một nhiệm vụ.

Vì sao: đơn vị chủ trì mất người giúp; đơn vị ấy thôi chịu trách nhiệm.

Ví dụ: `support: [mau/cong-an, mau/phong-vhxh]` → `support: [mau/cong-an]`.

Người duyệt: xem văn bản phân công.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_change
from kehoach.revisions.renaming import replaced
from kehoach.revisions.saying import title, units

SEVERITY, INVERSE = "notice", "support-added"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the tasks that a unit supports no more."""
    for change in facts.of("task", "changed", "support"):
        gone, _ = replaced(facts.both, change.old, change.new)
        if gone:
            old = units(gone, facts.both.old)
            yield of_change(change, f"{title(change, facts)}: thôi phối hợp: {old}", old, None)
