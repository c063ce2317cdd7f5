"""Khi nào: danh mục có thêm một phường, một chỉ tiêu hay một văn bản viện dẫn.

Vì sao: để biết sổ có thêm gì.

Ví dụ: thêm `bac-si` vào `indicators.yaml`.

Người duyệt: kiểm tra mục chưa có dưới tên khác.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_change
from kehoach.revisions.labels import words

SEVERITY, INVERSE = "info", "catalogue-removed"
_NOUNS = {"ward": "địa phương", "indicator": "chỉ tiêu trong danh mục", "reference": "văn bản viện dẫn"}


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the entries that came."""
    for change in facts.of(tuple(_NOUNS), "added"):
        name = words(getattr(change.new, "name", None) or change.new.title)
        yield of_change(change, f"thêm {_NOUNS[change.kind]} {change.ref}: {name}", None, name)
