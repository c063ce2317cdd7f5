"""Tables of a document with their cells kept apart, where the file has them: .docx always, .pdf where lines are ruled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

MAX_TABLE_PAGES = 80
"""Pages of a PDF that are searched for tables: finding cells costs far more than reading text."""


@dataclass(frozen=True, slots=True)
class CellTable:
    """Rows of cells; a merged cell stands in every place that it spans."""

    rows: tuple[tuple[str, ...], ...]


def cell_tables(path: Path) -> tuple[CellTable, ...]:
    """Return the tables of a document that :func:`~kehoach.files.source.reader.read_source` has read without fault."""
    readers = {".docx": _docx, ".pdf": _pdf}
    reader = readers.get(path.suffix.lower())
    return tuple(CellTable(rows) for rows in reader(path.read_bytes()) if len(rows) > 1) if reader else ()


def _docx(raw: bytes) -> Iterator[tuple[tuple[str, ...], ...]]:
    import docx

    for table in docx.Document(BytesIO(raw)).tables:
        yield tuple(tuple(cell.text for cell in row.cells) for row in table.rows)


def _pdf(raw: bytes) -> Iterator[tuple[tuple[str, ...], ...]]:
    pages = list(_ruled_pages(raw))[:MAX_TABLE_PAGES]
    if not pages:
        return
    import pdfplumber

    with pdfplumber.open(BytesIO(raw), pages=pages) as document:
        for page in document.pages:
            for table in page.extract_tables():
                yield tuple(tuple(cell or "" for cell in row) for row in table)


def _ruled_pages(raw: bytes) -> Iterator[int]:
    """Yield the numbers of pages (from 1) with enough drawn lines for a table: only those are worth the search."""
    import pypdfium2

    with pypdfium2.PdfDocument(raw) as document:
        for number, page in enumerate(document, start=1):
            paths = sum(1 for item in page.get_objects(max_depth=2) if _is_path(item))
            if paths >= 6:
                yield number


def _is_path(item: Any) -> bool:
    from pypdfium2 import raw as pdfium

    return bool(item.type == pdfium.FPDF_PAGEOBJ_PATH)
