"""The text of a PDF page by page, the tables that its lines rule as rows of cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from kehoach.files.source.cells import CELL, NUMBERED, is_data, row_lines
from kehoach.vietnamese import squeeze

MAX_TABLE_PAGES = 80
"""Pages that are searched for tables: finding cells costs far more than reading text."""
Box = tuple[float, float, float, float]
"""Left, top, right and bottom, counted from the top of the page."""


@dataclass(slots=True)
class _Table:
    """A ruled table: where it stands, and the boxes of its cells; ``None`` where another cell reaches there."""

    top: float
    bottom: float
    boxes: list[list[Box | None]]
    cells: list[Box]


def pdf_pages(raw: bytes) -> list[str]:
    """Return the text of every page of a PDF; a table that goes on over pages is one run of rows."""
    import pypdfium2

    texts: list[str] = []
    with pypdfium2.PdfDocument(raw) as document:
        ruled = [number for number, page in enumerate(document) if _is_ruled(page)][:MAX_TABLE_PAGES]
        tables = _tables(raw, ruled) if ruled else {}
        last: list[list[str]] = []
        for number, page in enumerate(document):
            text, last = _page_text(page, tables.get(number, []), last)
            if texts and text.startswith(CELL):  # its table goes on from the page before
                texts[-1] = _joined(texts[-1].rstrip("\n"), text.removeprefix(CELL))
            else:
                texts.append(text)
    return texts


def _joined(before: str, after: str) -> str:
    """Return two pages as one run of rows; a row that the page's end cut is put together."""
    head, _, last = before.rpartition("\n")
    first, _, rest = after.partition("\n")
    rows = _mended([last.split(CELL), first.split(CELL)])
    return "\n".join([*([head] if head else []), *(CELL.join(row) for row in rows), rest])


def _page_text(page: Any, tables: list[_Table], last: list[list[str]]) -> tuple[str, list[list[str]]]:
    """Return a page's text, a ``CELL`` before it where its first table goes on with *last*; and the table that ends it."""
    source = page.get_textpage()
    width, height = page.get_size()
    parts: list[str] = []
    upper = 0.0
    goes_on, ends = False, list[list[str]]()
    for table in tables:
        rows = _rows(source, table, height)
        between = _words(source, (0, upper, width, table.top), height).strip()
        continues = not upper and bool(last) and len(last[0]) == len(rows[0]) and _only_number(between)
        if not continues and not is_data(rows):
            continue  # it lays out the page: its text stands where the page's text is read
        if continues:
            goes_on, between = True, ""
            repeated = next((i for i, (old, new) in enumerate(zip(last, rows, strict=False)) if old != new), len(rows))
            parts.extend([*row_lines(_mended(rows[repeated:])), ""])
            ends = last
        else:
            parts.extend([between, "", *row_lines(_mended(rows)), ""] if between else [*row_lines(_mended(rows)), ""])
            ends = rows
        upper = table.bottom
    tail = _words(source, (0, upper, width, height), height)
    if not upper:
        return tail, []
    open_end = _only_number(tail)
    parts.extend([] if open_end else [tail.strip()])
    return (CELL if goes_on else "") + "\n".join(parts), ends if open_end else []


def _mended(rows: list[list[str]]) -> list[list[str]]:
    """Return rows with those put together that a page's end or a drawn line cut: no number, words that go on in small letters."""
    whole: list[list[str]] = []
    for row in rows:
        filled = [cell for cell in row if cell]
        if whole and row and not row[0] and filled and not _is_head(whole[-1]) and all(cell[0].islower() for cell in filled):
            whole[-1] = [f"{above} {below}".strip() for above, below in zip(whole[-1], row, strict=False)]
        else:
            whole.append(row)
    return whole


def _is_head(row: list[str]) -> bool:
    """Tell whether a row is of the header: what stands below it is no rest of it."""
    return bool(NUMBERED.match(row[0])) or not row[0]


def _only_number(text: str) -> bool:
    """Tell whether nothing but a page's number is there."""
    return not re.sub(r"[\d\s–-]", "", text)


def _rows(source: Any, table: _Table, height: float) -> list[list[str]]:
    """Return the words of a table's cells; a cell joined down stands in every row but in the column of numbers."""
    rows: list[list[str]] = []
    for index, boxes in enumerate(table.boxes):
        middle = next(((box[1] + box[3]) / 2 for box in boxes if box is not None), 0.0)
        rows.append([])
        for column, box in enumerate(boxes):
            if box is not None:
                rows[-1].append(squeeze(_words(source, box, height)))
            else:
                rows[-1].append(rows[index - 1][column] if index and column and _reaches(table, column, middle) else "")
    return rows


def _reaches(table: _Table, column: int, middle: float) -> bool:
    """Tell whether a cell of an earlier row reaches down to *middle* in this column."""
    left = next((boxes[column] for boxes in table.boxes if boxes[column] is not None), None)
    return left is not None and any(abs(cell[0] - left[0]) < 2 and cell[1] < middle < cell[3] for cell in table.cells)


def _words(source: Any, box: Box, height: float) -> str:
    """Return the text in a box with the hyphens that the reader of PDFs marks as such."""
    left, top, right, bottom = box
    text: str = source.get_text_bounded(left, height - bottom, right, height - top)
    return text.replace("\r\n", "\n").replace("\ufffe", "-").replace("\x02", "-")


def _tables(raw: bytes, pages: Sequence[int]) -> dict[int, list[_Table]]:
    """Return the ruled tables of *pages* (from 0) from the top down."""
    import pdfplumber

    found: dict[int, list[_Table]] = {}
    with pdfplumber.open(BytesIO(raw), pages=[number + 1 for number in pages]) as document:
        for number, page in zip(pages, document.pages, strict=True):
            made = [
                _Table(t.bbox[1], t.bbox[3], [list(row.cells) for row in t.rows], list(t.cells)) for t in page.find_tables() if len(t.rows)
            ]
            found[number] = sorted(made, key=lambda table: table.top)
    return found


def _is_ruled(page: Any) -> bool:
    """Tell whether a page has enough drawn lines for a table: only such are worth the search."""
    from pypdfium2 import raw as pdfium

    return sum(1 for item in page.get_objects(max_depth=2) if item.type == pdfium.FPDF_PAGEOBJ_PATH) >= 6
