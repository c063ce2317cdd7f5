"""Kiểm tra gì: một văn bản được viện dẫn hai nơi với nơi ban hành khác nhau.

Vì sao: nơi ban hành khác nhau thì thẩm quyền khác nhau, và có thể là hai văn bản.

Ví dụ sai:

    citations:
      - {ref: nq-57-tw, clause: I, role: basis}
      - {ref: nq-57-tw, clause: III, role: mentions, issuer: Chính phủ}

Ví dụ đúng:

    citations:
      - {ref: nq-57-tw, clause: I, role: basis}
      - {ref: nq-57-tw, clause: III, role: mentions, issuer: Bộ Chính trị khóa XIII}

Cách sửa: hỏi nơi ban hành văn bản là của cơ quan nào.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.checks.citations import differing, title_words
from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding
from kehoach.model.catalogues import Reference
from kehoach.vietnamese import canonical

FAMILY, SEVERITY, ABOUT = 7, "warning", "document"
_SPELLED = tuple(
    (re.compile(rf"(?<!\S){re.escape(canonical(short))}(?!\S)"), canonical(full))
    for short, full in (
        ("ubnd", "ủy ban nhân dân"),
        ("hđnd", "hội đồng nhân dân"),
        ("btv", "ban thường vụ"),
        ("bch", "ban chấp hành"),
        ("tw", "trung ương"),
        ("tp", "thành phố"),
        ("thành ủy", "đảng bộ thành phố"),
        ("tỉnh ủy", "đảng bộ tỉnh"),
        ("đảng ủy", "đảng bộ"),
    )
)
_FILLER = frozenset(title_words("của và ban chấp hành đảng cộng sản Việt Nam khóa"))


def find(facts: Facts) -> Iterator[Finding]:
    """Yield citations whose issuer is another body; abbreviations and words left out are the same body."""
    return differing(facts, "issuer", _same)


def _same(_: Reference, one: str, other: str) -> bool:
    first, second = _words(one), _words(other)
    return first <= second or second <= first


def _words(issuer: str) -> set[str]:
    plain = canonical(issuer)
    for short, full in _SPELLED:
        plain = short.sub(full, plain)
    words = set(title_words(plain))
    return words - _FILLER or words
