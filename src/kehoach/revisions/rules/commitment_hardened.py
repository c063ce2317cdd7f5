"""Khi nào: “phấn đấu” thành lời hứa chắc chắn (`aim` thành `firm`).

Vì sao: lời hứa nặng lên; đơn vị chủ trì cần biết.

Ví dụ: bỏ `force: aim`.

Người duyệt: đọc câu trích, xem căn cứ.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_pair
from kehoach.revisions.saying import heading

SEVERITY, INVERSE = "notice", "commitment-softened"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the targets that were only aims."""
    for pair in facts.pairs:
        if (pair.old.force, pair.new.force) == ("aim", "firm"):
            yield of_pair(pair, "force", f"{heading(pair)}: phấn đấu → cam kết chắc chắn", "phấn đấu", "chắc chắn")
