"""Kiểm tra gì: một văn bản được viện dẫn hai nơi với tên khác nhau; tên rút gọn không tính.

Vì sao: tên khác nhau khiến người đọc không biết là một văn bản hay hai; chép sai tên là viện dẫn sai.

Ví dụ sai:

    citations:
      - {ref: nq-57-tw, clause: I, role: basis}
      - {ref: nq-57-tw, clause: III, role: mentions, title: về đột phá phát triển khoa học và công nghệ số}

Ví dụ đúng:

    citations:
      - {ref: nq-57-tw, clause: I, role: basis}
      - {ref: nq-57-tw, clause: III, role: mentions, title: đột phá phát triển khoa học}

Cách sửa: hỏi nơi ban hành tên nào đúng, hay là hai văn bản khác nhau.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kehoach.checks.citations import differing, reworded, shortened, title_words
from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding
from kehoach.model.catalogues import Reference

FAMILY, SEVERITY, ABOUT = 7, "warning", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield citations under another title; a document known by its name alone is asked about, since names are used freely."""
    for finding in differing(facts, "title", _same):
        numbered = facts.registry.references[finding.values[0]].number
        yield finding if numbered else replace(finding, severity="notice")


def _same(entry: Reference, one: str, other: str) -> bool:
    first, second = title_words(one), title_words(other)
    if entry.number is not None:
        return shortened(first, second)
    return not reworded(first, second, title_words(entry.issuer or ""))
