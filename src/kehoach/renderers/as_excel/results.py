"""The sheet of the rows: made to be filtered, computed with, and printed."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from kehoach.renderers.as_excel.columns import JUDGED, NAME, Cell, Column, Figure, columns
from kehoach.renderers.tones import TONES
from kehoach.reports.view import Line, View

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from kehoach.renderers.as_excel.formats import Formats

HEAD = 3
"""The row of the heads, counted from 0: over it title, total, and what stands beside the total."""
_LINE = 15
"""Points that a line of words takes."""


def draw(sheet: Worksheet, view: View, formats: Formats) -> None:
    """Fill *sheet* with the rows of *view*."""
    shown = columns(view)
    lines = [line for block in view.blocks for line in block.lines]
    cells = [[column.cell(block, line) for column in shown] for block in view.blocks for line in block.lines]
    widths = [_width(column, [row[index] for row in cells]) for index, column in enumerate(shown)]
    _head(sheet, view, shown, widths, formats)
    for position, (line, row) in enumerate(zip(lines, cells, strict=True), HEAD + 1):
        for index, (column, cell) in enumerate(zip(shown, row, strict=True)):
            _write(sheet, (position, index), cell, _format(column, line, formats), formats)
        sheet.set_row(position, _LINE * _lines(row, widths) + 3)
    sheet.freeze_panes(HEAD + 1, 0)
    sheet.autofilter(HEAD, 0, HEAD + len(lines), len(shown) - 1)
    _set_up(sheet, view, HEAD + len(lines), sum(column.printed for column in shown) - 1)


def _head(sheet: Worksheet, view: View, shown: list[Column], widths: list[int], formats: Formats) -> None:
    over = ((f"{view.title}: {view.subject}", formats.title), (view.closing, formats.strong), (view.beside, formats.plain))
    for row, (words, form) in enumerate(over):
        sheet.write_string(row, 0, words, form)
    sheet.set_row(HEAD, 2 * _LINE + 6)
    for index, (column, width) in enumerate(zip(shown, widths, strict=True)):
        sheet.set_column(index, index, width)
        sheet.write_string(HEAD, index, column.head, formats.head)


def _width(column: Column, cells: list[Cell]) -> int:
    """Return the width of a column; a number does not wrap, so that its column is as wide as the widest."""
    return max([column.width, *(len(str(cell)) + 2 for cell in cells if isinstance(cell, Figure))])


def _lines(row: list[Cell], widths: list[int]) -> int:
    """Return how many lines a row needs: not every program that opens a workbook finds out by itself."""
    wrapped = (len(wrap(cell, width - 1)) for cell, width in zip(row, widths, strict=True) if isinstance(cell, str))
    return max(1, *wrapped)


def _write(sheet: Worksheet, place: tuple[int, int], cell: Cell, words: Format, formats: Formats) -> None:
    """Write one cell: a number as a number, words as text whatever they begin with."""
    if isinstance(cell, Figure):
        sheet.write_number(*place, cell.value, formats.number(cell.value, cell.suffix))
    else:
        sheet.write_string(*place, cell, words)


def _format(column: Column, line: Line, formats: Formats) -> Format:
    """Return what the words of a cell wear."""
    if column.head == JUDGED:
        return formats.verdicts[TONES[line.code]]
    if column.number:
        return formats.words_for_number
    return formats.part if line.is_part and column.head == NAME else formats.text


def _set_up(sheet: Worksheet, view: View, last_row: int, last_column: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.repeat_rows(HEAD)
    sheet.print_area(0, 0, last_row, last_column)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&L&8{_plain(view.provenance)[:200]}&R&8&P/&N")


def _plain(words: str) -> str:
    """Return *words* for a header or footer, in which ``&`` begins a command."""
    return words.replace("&", "&&")
