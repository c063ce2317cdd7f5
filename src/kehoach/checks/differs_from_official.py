"""Kiểm tra gì: số, ngày hoặc tên của văn bản viện dẫn khác với văn bản chính thức mà references.yaml ghi lại (`official`, có nguồn).

Vì sao: sai số, ngày, tên thì người đọc không tìm được văn bản, căn cứ có thể bị bác.

Ví dụ sai:

    references: {nq-226: {kind: NQ, number: 266/2025/QH15, title: về cơ chế đặc thù, official: {number: 226/2025/QH15, source: "https://example.org"}}}
    citations:
      - {ref: nq-226, clause: I, role: basis}

Ví dụ đúng:

    references: {nq-226: {kind: NQ, number: 226/2025/QH15, title: về cơ chế đặc thù, official: {number: 226/2025/QH15, source: "https://example.org"}}}
    citations:
      - {ref: nq-226, clause: I, role: basis}

Cách sửa: hỏi nơi ban hành có đính chính theo văn bản chính thức không; danh mục vẫn giữ đúng như văn bản in.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.citations import FIELDS, Cited, Field, citations, in_words, number_key, shortened, title_words
from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding
from kehoach.meaning.time import first_day, last_day

FAMILY, SEVERITY, ABOUT = 7, "warning", "document"
_FIELDS: tuple[Field, ...] = ("number", "date", "title")


def find(facts: Facts) -> Iterator[Finding]:
    """Yield one finding for each citing place, with everything in it that is not as in the official text."""
    for cited in citations(facts):
        official = cited.entry.official
        if official is None:
            continue
        wrong = [(field, printed, true) for field in _FIELDS if (printed := cited.printed(field)) and (true := getattr(official, field))]
        wrong = [each for each in wrong if not _agree(*each)]
        if wrong:
            words = ", ".join(
                f"{FIELDS[field]} {in_words(field, printed)} (văn bản chính thức: {in_words(field, true)})"
                for field, printed, true in wrong
            )
            yield cited.finding(
                f"{_name(cited)}: {cited.said} ghi {words}",
                f"Hỏi nơi ban hành có đính chính theo văn bản chính thức không? Nguồn: {official.source} .",
                values=tuple(value for _, printed, true in wrong for value in (printed, true)),
            )


def _name(cited: Cited) -> str:
    return cited.name if cited.own("number") is None else in_words("title", cited.entry.title)


def _agree(field: Field, printed: str, true: str) -> bool:
    if field == "date":
        return first_day(printed) <= last_day(true) and first_day(true) <= last_day(printed)
    if field == "title":
        return shortened(title_words(printed), title_words(true))
    return number_key(printed) == number_key(true) or number_key(printed).isdigit()
