"""Words and figures that a scan has misread, read through and recorded as corrections; nothing else of a text is changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.files.source.clauses import Document
from kehoach.vietnamese import canonical, squeeze

_STRIVES = re.compile(r"\b(?P<printed>[Pp]h[âầ]n [đĐ][ấầâ]u|[Pp]hấn [đĐ][ầâ]u)\b")
_LETTERS = re.compile(r"(?<![\w./-])(?=[lIO\d.,]*\d)(?=[\d.,]*[lIO])[lI\d][lIO\d.,]*(?=\s*(?:%|‰)|\s+[^\W\d_]{2,})")
"""A figure with letters that look like its digits: ``l0%``, ``1O0 hộ``; a Roman number or a symbol holds no digit."""
_DIGITS = str.maketrans("lIO", "110")


def as_figures(text: str) -> str:
    """Return *text* with the letters in its figures read as digits, every character in its place."""
    return _LETTERS.sub(lambda match: match[0].translate(_DIGITS), text)


def corrections(document: Document) -> Iterator[tuple[str, str, str]]:
    """Yield clause, what is printed and how it is read, for the misreadings of scans that the grammar reads through."""
    for part in document.parts:
        for match in _STRIVES.finditer(part.text):
            following = part.text[match.end() : match.end() + 14]
            if canonical(match["printed"]) != canonical("phấn đấu") and not re.match(r"\s+(?:tiên|thứ|mềm)", following):
                printed = squeeze(match["printed"] + following.rpartition(" ")[0] if " " in following.strip() else match["printed"])
                right = ("P" if printed[0] == "P" else "p") + "hấn đấu"
                yield part.clause, printed, printed.replace(match["printed"], right, 1)
        for match in _LETTERS.finditer(part.text):
            unit = "%" if part.text[match.end() :].startswith("%") else ""
            yield part.clause, match[0] + unit, match[0].translate(_DIGITS) + unit
