"""Khi nào: bản ghi trỏ tới bản ghi hay văn bản khác: là một phần của, nhắc lại, thay cho, lấy từ; chỉ tiêu mà nhiệm vụ phải đạt; dự án trùng.

Vì sao: lời nhắc lại chỉ đếm một lần, phần tính riêng với tổng; đổi chỗ trỏ là đổi cách cộng.

Ví dụ: thêm `restates: bhyt`.

Người duyệt: đọc hai câu trích xem có đúng là cùng một lời hứa.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement
from kehoach.revisions.saying import NOUNS, RECORDS, altered, title
from kehoach.revisions.wordings import LINKS, relinked

SEVERITY, INVERSE = "notice", "links-changed"
_BORROWED = "from_ref"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the records that point elsewhere, not those whose reference only follows what moved."""
    for change in facts.of(RECORDS, "changed"):
        if change.field == _BORROWED or (change.field in LINKS[change.kind] and relinked(facts, change)):
            yield altered(change, f"{NOUNS[change.kind]} {title(change, facts)}")
