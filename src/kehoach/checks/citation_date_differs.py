"""Kiểm tra gì: một văn bản được viện dẫn hai nơi với ngày ban hành khác nhau.

Vì sao: số văn bản lặp lại theo năm, theo nhiệm kỳ; sai ngày là có thể dẫn sang văn bản khác.

Ví dụ sai:

    citations:
      - {ref: nq-57-tw, clause: I, role: basis}
      - {ref: nq-57-tw, clause: III, role: mentions, date: "2024-12-23"}

Ví dụ đúng:

    citations:
      - {ref: nq-57-tw, clause: I, role: basis}
      - {ref: nq-57-tw, clause: III, role: mentions, date: "2024"}

Cách sửa: hỏi nơi ban hành ngày nào đúng.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.citations import differing
from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding
from kehoach.meaning.time import first_day, last_day
from kehoach.model.catalogues import Reference

FAMILY, SEVERITY, ABOUT = 7, "warning", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield citations whose date cannot be the other one; a year alone holds every day of it."""
    return differing(facts, "date", _same)


def _same(_: Reference, one: str, other: str) -> bool:
    return first_day(one) <= last_day(other) and first_day(other) <= last_day(one)
