"""Tables of targets whose cells are lost: a header line, then rows that open with their number and end in their figures.

They come out of scans and of text saved from Word. Only the number of a row and its words are told apart here; that is enough to
name its clause, and to know which line is a row and which a heading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kehoach.files.source.table_rows import label_of

if TYPE_CHECKING:
    from kehoach.files.source.lines import Line

_HEAD = re.compile(r"(?P<number>STT|TT|Stt|Số TT)\s+(?P<rest>\S.*)\Z")
_START = re.compile(r"(?P<label>[A-HĐ]|[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,2}|[-–+])[.)]?\s+(?P<rest>\S.*)\Z")
_FIGURE = r"(?:[<>≥≤]\s*|(?:[Tt]rên|[Dd]ưới|[Tt]ừ|[Íí]t nhất|[Tt]ối thiểu|[Kk]hông quá)\s+)?\d[\d.,]*(?:\s*[-–÷/]\s*\d[\d.,]*)?\s*%?(?:\s*trở (?:lên|xuống))?"
_COMPLETE = re.compile(rf"\S\s+(?:{_FIGURE}|[Đđ]ạt|[-–])(?:\s+(?:{_FIGURE}|[Đđ]ạt|[Cc]hưa đạt|[-–]))*\Z")
_GOAL = re.compile(r"(?:kế hoạch|kh|mục tiêu|chỉ tiêu|năm|đến)\b.*\b20\d\d", re.IGNORECASE)
_MAX_HEAD, _MAX_ROW = 5, 4
"""Lines of a header, and of a row."""


def with_flat_tables(lines: list[Line]) -> list[Line]:
    """Return *lines* with the rows of every flat table of targets as rows of two cells: number and words."""
    found: list[Line] = []
    index = 0
    while index < len(lines):
        rows, end = _table(lines, index)
        if len(rows) > 2:
            found.extend(rows)
            index = end
        else:
            found.append(lines[index])
            index += 1
    return found


def _table(lines: Sequence[Line], start: int) -> tuple[list[Line], int]:
    """Return header and rows of the table that *start* opens, and the index behind it; nothing where it opens none."""
    head = _HEAD.match(lines[start].text) if not lines[start].cells else None
    if head is None:
        return [], start
    first = next((i for i in range(start + 1, min(start + _MAX_HEAD, len(lines))) if _opens(lines[i], 0)), None)
    words = " ".join([head["rest"], *(line.text for line in lines[start + 1 : first])]) if first is not None else ""
    if first is None or not _GOAL.search(words):
        return [], start
    rows = [replace(lines[start], text=f"{head['number']} {words}", cells=(head["number"], words), after_blank=True)]
    index, number = first, 0
    while index < len(lines) and (row := _row(lines, index, number)) is not None:
        line, index = row
        kind, label = label_of(line.cells)
        number = int(label) if kind == "number" else number
        rows.append(line)
    return rows, index


def _opens(line: Line, number: int) -> bool:
    """Tell whether a line opens a row: the next number, a part's number or sign, a group."""
    match = _START.match(line.text)
    if match is None or line.cells:
        return False
    label = match["label"]
    if label.isdigit():
        return int(label) in (1, number + 1)
    return not label[0].isalpha() or not re.search(r"[.;:]\Z", match["rest"])


def _row(lines: Sequence[Line], start: int, number: int) -> tuple[Line, int] | None:
    """Return the row that *start* opens, with the lines that it goes on over, ``None`` where there is none."""
    match = _START.match(lines[start].text)
    if match is None or not _opens(lines[start], number):
        return None
    words, end = match["rest"], start + 1
    group = match["label"][0].isalpha() and not re.search(r"\d\Z", words)
    while not group and not _COMPLETE.search(words) and end < min(start + _MAX_ROW, len(lines)):
        if lines[end].after_blank or lines[end].cells:
            return None
        words, end = f"{words} {lines[end].text}", end + 1
    if not group and not _COMPLETE.search(words):
        return None
    return replace(lines[start], text=f"{match['label']} {words}", cells=(match["label"], words), after_blank=False), end
