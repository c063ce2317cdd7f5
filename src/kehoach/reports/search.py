"""What a search found, as rows and as a table: each hit shown in its own words, those that were looked for marked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.index.words import Document, plain
from kehoach.queries.kinds import KINDS
from kehoach.queries.search import Found, Query
from kehoach.reports.table import Column, Row, Table
from kehoach.vietnamese import number

_WORD = re.compile(r"\w+")
_BEFORE, _LENGTH = 60, 200
"""How much of a text is shown: letters before the first word found, and in all."""
_GAP = 2
"""Letters between words that are shown as one: ``68/2026``."""
_KEYS = ("kind", "ref", "ward", "clause", "name", "text", "words")


def rows(found: Found, wanted: Query) -> list[Row]:
    """Return the hits with the keys of the output contract; ``words`` are the words found, as they stand in the text."""
    return [_row(hit.document, found, wanted) for hit in found.hits]


def _row(document: Document, found: Found, wanted: Query) -> Row:
    text, words = _shown(document.text, wanted)
    named = [document.name[start:end] for start, end in _spans(document.name, wanted)]
    return {
        "kind": document.kind,
        "ref": document.ref,
        "ward": document.ref.partition("/")[0] if "/" in document.ref else None,
        "clause": document.clause,
        "name": document.name or found.names.get(document.link, document.link),
        "text": text,
        "words": list(dict.fromkeys([*named, *words])),
    }


def table(made: list[Row], total: int | None) -> Table:
    """Return the rows as a table; the words found stand between «…»."""
    shown = f"{number(len(made))} chỗ khớp"
    closing = shown if total in (None, len(made)) else f"{shown} nhất trong {number(total or 0)}; xem thêm bằng --limit"
    return Table(
        (
            Column("Loại", lambda r: KINDS[r["kind"]]),
            Column("Tên", lambda r: _marked(r["name"], r["words"])),
            Column("Chỗ khớp", lambda r: _marked(r["text"], r["words"])),
            Column("Mã", lambda r: r["ref"]),
            Column("Điều khoản", lambda r: r["clause"] or "", 1),
        ),
        made,
        _KEYS,
        closing if made else "Không có gì khớp.",
    )


def _shown(text: str, wanted: Query) -> tuple[str, list[str]]:
    """Return the part of a text around the first words found, and the words found in it."""
    first = next(_spans(text, wanted), (0, 0))[0]
    start = text.rfind(" ", 0, max(first - _BEFORE, 0)) + 1 if first > _BEFORE else 0
    end = len(text) if len(text) <= start + _LENGTH else max(text.rfind(" ", start, start + _LENGTH), first)
    part = text[start:end]
    shown = f"{'… ' if start else ''}{part}{' …' if end < len(text) else ''}"
    return shown, [part[a:b] for a, b in _spans(part, wanted)]


def _spans(text: str, wanted: Query) -> Iterator[tuple[int, int]]:
    """Yield where words that were looked for stand in a text, neighbours together."""
    span: tuple[int, int] | None = None
    for match in _WORD.finditer(text):
        if not _found(plain(match[0]), wanted):
            continue
        if span is not None and match.start() - span[1] <= _GAP:
            span = span[0], match.end()
            continue
        if span is not None:
            yield span
        span = match.span()
    if span is not None:
        yield span


def _found(word: str, wanted: Query) -> bool:
    return word in wanted.words or (wanted.open and word.startswith(wanted.words[-1]))


def _marked(text: str, words: list[str]) -> str:
    """Return a text with *words* between quotation marks, wherever they stand whole."""
    if not words:
        return text
    either = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.sub(rf"(?<!\w)(?:{either})(?!\w)", r"«\g<0>»", text)
