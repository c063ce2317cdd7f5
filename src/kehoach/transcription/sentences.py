"""A text cut into sentences; a full stop behind an abbreviation ends none."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ABBREVIATED = re.compile(r"(?:\b(?:TP|TT|TS|ThS|PGS|GS|Tp|Q|P|TX|KT|TM|TL|BCH|v\.v)|\b[A-ZĐ])\Z")
_STOP = re.compile(r"[.!?…]+[”\")]*\s+(?=[“\"(]?[A-ZÀ-ỸĐ0-9])")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every sentence of *text*."""
    start = 0
    for stop in _STOP.finditer(text):
        if not _ABBREVIATED.search(text[start : stop.start()]):
            yield start, stop.end()
            start = stop.end()
    if text[start:].strip():
        yield start, len(text)
