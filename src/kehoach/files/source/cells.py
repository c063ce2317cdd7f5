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
MAX_TABLE_PAGES = 80
"""Pages of a PDF that are searched for tables: finding cells costs far more than reading text."""
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


def pdf_pages(raw: bytes) -> list[str]:
    """Return the text of every page of a PDF, the tables that its lines rule as rows of cells."""
    import pypdfium2

    texts: list[str] = []
    with pypdfium2.PdfDocument(raw) as document:
        ruled = [number for number, page in enumerate(document) if _is_ruled(page)][:MAX_TABLE_PAGES]
        tables = _ruled_tables(raw, ruled) if ruled else {}
        last: list[list[str]] = []
        for number, page in enumerate(document):
            text, last = _page_text(page, tables.get(number, []), last)
            if texts and text.startswith(CELL):  # its table goes on from the page before
                texts[-1] = texts[-1].rstrip("\n") + "\n" + text.removeprefix(CELL)
            else:
                texts.append(text)
    return texts


def _page_text(page: Any, tables: list[tuple[float, float, list[list[str]]]], last: list[list[str]]) -> tuple[str, list[list[str]]]:
    """Return a page's text, a ``CELL`` before it where its first table goes on with *last*; and the table that ends it."""
    source = page.get_textpage()
    if not tables:
        return _plain(source.get_text_bounded()), []
    width, height = page.get_size()
    parts: list[str] = []
    upper, goes_on, ends = height, False, [[""]]
    for index, (top, bottom, rows) in enumerate(tables):
        between = _plain(source.get_text_bounded(0, height - top, width, upper)).strip()
        if not index and last and len(last[0]) == len(rows[0]) and not re.sub(r"[\d\s–-]", "", between):
            goes_on = True
            repeated = next((i for i, (old, new) in enumerate(zip(last, rows, strict=False)) if old != new), len(rows))
            rows = rows[repeated:]  # noqa: PLW2901 - the header that is printed again on each page
            between = ""
        parts.extend([between, "", *row_lines(rows), ""] if between else [*row_lines(rows), ""])
        upper, ends = height - bottom, last + rows if goes_on and not index else rows
    tail = _plain(source.get_text_bounded(0, 0, width, upper)).strip()
    open_end = not re.sub(r"[\d\s–-]", "", tail)
    parts.extend([] if open_end else [tail])
    return (CELL if goes_on else "") + "\n".join(parts), ends if open_end else []


def _plain(text: str) -> str:
    """Return a page's text with the hyphens that the reader of PDFs marks at the ends of lines as hyphens."""
    return text.replace("\r\n", "\n").replace("\ufffe", "-").replace("\x02", "-")


def _ruled_tables(raw: bytes, pages: list[int]) -> dict[int, list[tuple[float, float, list[list[str]]]]]:
    """Return top, bottom and cells of the tables of data on *pages* (from 0)."""
    from io import BytesIO

    import pdfplumber

    found: dict[int, list[tuple[float, float, list[list[str]]]]] = {}
    with pdfplumber.open(BytesIO(raw), pages=[number + 1 for number in pages]) as document:
        for number, page in zip(pages, document.pages, strict=True):
            for table in page.find_tables():
                rows = _with_joined(table)
                if is_data(rows) or (rows and number - 1 in found and len(rows[0]) == len(found[number - 1][-1][2][0])):
                    found.setdefault(number, []).append((table.bbox[1], table.bbox[3], rows))
    return found


def _with_joined(table: Any) -> list[list[str]]:
    """Return the cells of a PDF's table, one joined down in every row but in the column of numbers."""
    texts = table.extract()
    rows: list[list[str]] = []
    for index, (row, words) in enumerate(zip(table.rows, texts, strict=True)):
        made = [word or "" for word in words]
        middle = (row.bbox[1] + row.bbox[3]) / 2
        for column, cell in enumerate(row.cells):
            above = table.rows[index - 1].cells if index else ()
            if cell is None and column and index and rows[-1][column] and _reaches(table, above, column, middle):
                made[column] = rows[-1][column]
        rows.append(made)
    return rows


def _reaches(table: Any, above: Sequence[Any], column: int, middle: float) -> bool:
    """Tell whether the cell above in this column reaches down to *middle*."""
    left = next((row.cells[column][0] for row in table.rows if row.cells[column] is not None), None)
    return left is not None and any(abs(cell[0] - left) < 2 and cell[1] < middle < cell[3] for cell in table.cells) and bool(above)


def _is_ruled(page: Any) -> bool:
    """Tell whether a page has enough drawn lines for a table: only such are worth the search."""
    from pypdfium2 import raw as pdfium

    return sum(1 for item in page.get_objects(max_depth=2) if item.type == pdfium.FPDF_PAGEOBJ_PATH) >= 6
