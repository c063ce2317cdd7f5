"""Tables of a document as lines of its text: one line a row, its cells parted by a sign that no document prints.

A layout table (the head of a letter, the place of the signature) is no table of data: it is read as lines like any other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from kehoach.vietnamese import squeeze

if TYPE_CHECKING:
    from docx.table import Table

CELL, BREAK = "\x1f", "\v"
"""Between the cells of a row; between the paragraphs of a cell. Both count as blanks, so that the text of a row reads on."""
NUMBERED = re.compile(r"(?:stt|tt|số tt|số thứ tự|s\.?\s?t\.?\s?t\.?)\Z", re.IGNORECASE)
"""The head of the column that numbers the rows."""
_LAYOUT = re.compile(
    r"độc lập|cộng h[òo]a? xã hội|cộng hoà xã hội|đảng cộng sản|\A\W*nơi nhận|\A\W*kính gửi|\A\W*(?:TM|T/M|KT)\.?\s|\bsố\s*:", re.IGNORECASE
)
Rows = Sequence[Sequence[str]]


def word_lines(table: Table, sign: Any) -> list[str]:
    """Return the lines of a Word table: rows of cells where it holds data, its paragraphs where it only lays out the page.

    A cell joined across stands in its first place, one joined down in every row but in the column of numbers. *sign* gives the
    sign that Word draws before a paragraph; it counts, so every paragraph is asked once.
    """
    grid = [[(cell._tc, cell) for cell in row.cells] for row in table.rows]  # noqa: SLF001 - python-docx has no public identity of a cell
    words: dict[int, list[str]] = {}
    for element, cell in (pair for row in grid for pair in row):
        if id(element) not in words:
            words[id(element)] = [sign(p) + p.text for p in cell.paragraphs]
    rows: list[list[str]] = []
    for number, row in enumerate(grid):
        rows.append([])
        for index, (element, _) in enumerate(row):
            across = index > 0 and row[index - 1][0] is element
            numbered_above = index == 0 and number > 0 and grid[number - 1][0][0] is element
            rows[-1].append("" if across or numbered_above else BREAK.join(line for line in words[id(element)] if line.strip()))
    if is_data(rows):
        return row_lines(rows)
    return [line for row in grid for element in dict.fromkeys(id(e) for e, _ in row) for line in words[element]]


def is_data(rows: Rows) -> bool:
    """Tell whether a table holds rows under a header rather than parts of the page's layout."""
    if len(rows) < 2 or any(_LAYOUT.search(squeeze(cell)) for row in rows[:3] for cell in row):
        return False
    head = [squeeze(cell) for cell in rows[0]]
    if head and NUMBERED.match(head[0]):
        return True
    return len(rows) > 2 and len({cell for cell in head if cell}) > 2


def row_lines(rows: Rows) -> list[str]:
    """Return a table of data as lines of text; empty rows are left out."""
    return [CELL.join(cell.replace("\n", BREAK) for cell in row) for row in rows if any(cell.strip() for cell in row)]


def parted(text: str) -> str:
    """Return plain text with the rows of its tables as rows of cells, where tabs or upright bars part them."""
    lines = text.split("\n")
    found: list[str] = []
    index = 0
    while index < len(lines):
        end = index
        while end < len(lines) and _cells(lines[end]) is not None:
            end += 1
        rows = [cells for line in lines[index:end] if (cells := _cells(line)) is not None and not all(map(_RULE.match, cells))]
        if end - index > 1 and len({len(row) for row in rows}) == 1 and is_data(rows):
            found.extend(row_lines(rows))
        else:
            found.extend(lines[index : max(end, index + 1)])
        index = max(end, index + 1)
    return "\n".join(found)


_RULE = re.compile(r"\s*:?-{2,}:?\s*\Z")


def _cells(line: str) -> list[str] | None:
    """Return the cells of a line that tabs or upright bars part, ``None`` where nothing does."""
    if re.match(r"\s*\|.*\|\s*\Z", line):
        return [squeeze(cell) for cell in line.strip()[1:-1].split("|")]
    return [squeeze(cell) for cell in line.split("\t")] if line.count("\t") > 1 else None
