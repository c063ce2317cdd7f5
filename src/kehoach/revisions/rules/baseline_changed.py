"""Khi nào: mức xuất phát của một chỉ tiêu đổi, thêm hoặc bỏ.

Vì sao: tăng trưởng và tiến độ tính từ mức ấy; hạ mức xuất phát là làm nhẹ lời hứa.

Ví dụ: `base: {year: 2025, value: 250}` → `base: {year: 2025, value: 200}`.

Người duyệt: đối chiếu mức xuất phát với văn bản.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement
from kehoach.revisions.saying import fielded

SEVERITY, INVERSE = "attention", "baseline-changed"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the targets that start from another level."""
    return (fielded(pair, "base") for pair in facts.pairs if pair.old.base != pair.new.base)
