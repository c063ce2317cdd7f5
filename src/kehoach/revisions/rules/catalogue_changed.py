"""Khi nào: một mục của danh mục đổi mà cách chấm không đổi: tên, tên khác, ngày bắt đầu và kết thúc của đơn vị, thông tin của phường hay văn bản viện dẫn; hoặc một chỉ tiêu trong danh mục đổi mã.

Vì sao: để biết danh mục có gì khác.

Ví dụ: thêm `BHYT` vào `aliases` của chỉ tiêu `bhyt`.

Người duyệt: xem lướt; không ảnh hưởng lời hứa nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_change
from kehoach.revisions.saying import altered

SEVERITY, INVERSE = "info", "catalogue-changed"
_NOUNS = {"unit": "đơn vị", "ward": "địa phương", "indicator": "chỉ tiêu trong danh mục", "reference": "văn bản viện dẫn"}
_ELSEWHERE = {"unit": ("name",), "indicator": ("unit", "direction", "type", "cap", "of", "definition", "ratio")}
"""What has rules of its own."""


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the fields of entries that decide no verdict, and indicators under another id."""
    for change in facts.of(tuple(_NOUNS), "changed"):
        if change.field not in _ELSEWHERE.get(change.kind, ()):
            yield altered(change, f"{_NOUNS[change.kind]} {change.ref}")
    for change in facts.of("indicator", "moved"):
        message = f"chỉ tiêu trong danh mục đổi mã: {change.old_ref} → {change.new_ref}"
        yield of_change(change, message, change.old_ref, change.new_ref)
