"""Kiểm tra gì: một văn bản được viện dẫn hai nơi với số, ký hiệu khác nhau.

Vì sao: hai số dẫn tới hai văn bản; người đọc không biết tìm văn bản nào.

Ví dụ sai:

    citations:
      - {ref: nq-57-tw, clause: I, role: basis}
      - {ref: nq-57-tw, clause: III, role: mentions, number: 75-NQ/TW}

Ví dụ đúng:

    citations:
      - {ref: nq-57-tw, clause: I, role: basis}
      - {ref: nq-57-tw, clause: III, role: mentions, number: 57 - NQ/TW}

Cách sửa: hỏi nơi ban hành số nào đúng; nếu là hai văn bản thì ghi thành hai mục trong references.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.citations import differing, number_key
from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding
from kehoach.model.catalogues import Reference

FAMILY, SEVERITY, ABOUT = 7, "warning", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield citations whose number is another one; bare digits of the same number are an incomplete citation."""
    return differing(facts, "number", _same)


def _same(_: Reference, one: str, other: str) -> bool:
    first, second = number_key(one), number_key(other)
    if first.isdigit() or second.isdigit():
        return _digits(first) == _digits(second)
    return first == second


def _digits(key: str) -> str:
    return key[: next((at for at, char in enumerate(key) if not char.isdigit()), len(key))].lstrip("0")
