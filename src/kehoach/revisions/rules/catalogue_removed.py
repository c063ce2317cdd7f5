"""Khi nào: danh mục bớt một phường, một chỉ tiêu hay một văn bản viện dẫn.

Vì sao: bản ghi còn trỏ tới mục ấy sẽ là lỗi của sổ.

Ví dụ: xóa `bac-si` khỏi `indicators.yaml`.

Người duyệt: ghi mã vào `retired` của danh mục để không dùng lại.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_change
from kehoach.revisions.labels import words

SEVERITY, INVERSE = "info", "catalogue-added"
_NOUNS = {"ward": "địa phương", "indicator": "chỉ tiêu trong danh mục", "reference": "văn bản viện dẫn"}


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the entries that went."""
    for change in facts.of(tuple(_NOUNS), "removed"):
        name = words(getattr(change.old, "name", None) or change.old.title)
        yield of_change(change, f"bỏ {_NOUNS[change.kind]} {change.ref}: {name}", name, None)
