"""A text cut into sentences; a full stop behind an abbreviation ends none."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ABBREVIATED = re.compile(r"(?:\b(?:TP|TT|TS|ThS|PGS|GS|Tp|Q|P|TX|KT|TM|TL|BCH|v\.v)|\b[A-ZĐ])\Z")
_STOP = re.compile(r"[.!?…]+[”\")]*\s+(?=[“\"(]?[A-ZÀ-ỸĐ0-9])")


_RUN_TOGETHER = re.compile(
    r"(?<!\w)(?P<word>năm|đạt|trên|dưới|từ|đến|còn|là|tăng|giảm|quý|tháng|ngày|nhất|thiểu|đa|quá|khoảng|có|hơn|vượt)(?=\d)|(?P<sign>[%”])(?=[^\W\d_])",
    re.IGNORECASE,
)


_TORN_APART = re.compile(
    r"(?<=(?<![\d.,])\d) (?=\.\d{3}(?![\d/]))|(?<=(?<![\d.,])\d\d) (?=\.\d{3}(?![\d/]))|(?<=(?<![\d.,])\d\d\d) (?=\.\d{3}(?![\d/]))"
)


def parted(text: str) -> str:
    """Return *text* with a blank where a scan has run a word and a figure together (``năm2027``), none inside a figure (``1 .500``)."""
    return _RUN_TOGETHER.sub(lambda match: match[0] + " ", _TORN_APART.sub("", text))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every sentence of *text*."""
    start = 0
    for stop in _STOP.finditer(text):
        if not _ABBREVIATED.search(text[start : stop.start()]):
            yield start, stop.end()
            start = stop.end()
    if text[start:].strip():
        yield start, len(text)
