"""A table on a terminal (rich), and in a pipe (plain columns: no colour, no boxes, nothing cut)."""

from __future__ import annotations

from itertools import groupby

from kehoach.reports.table import Column, Row, Table

_WIDTHS = ((3, 170), (2, 130), (1, 100), (0, 0))
"""How wide a terminal must be for columns of a rank to be shown."""


def plain(table: Table) -> str:
    """Return the table as plain text, every column, blanks between them, for a pipe or a file."""
    heads = [c.head.upper() for c in table.columns]
    cells = [[c.cell(row) for c in table.columns] for row in table.rows]
    widths = [max([len(head), *(len(row[i]) for row in cells)]) for i, head in enumerate(heads)]
    lines = [table.title, ""] if table.title else []
    if not table.rows:
        return "\n".join([*lines, table.closing]) + "\n"
    lines.append(_line(heads, widths, table.columns))
    blocks = groupby(table.rows, table.group) if table.group else [("", iter(table.rows))]
    for name, rows in blocks:
        if name:
            lines += ["", name]
        lines += [_line([c.cell(row) for c in table.columns], widths, table.columns) for row in rows]
    return "\n".join([*lines, "", table.closing]) + "\n"


def _line(cells: list[str], widths: list[int], columns: tuple[Column, ...]) -> str:
    return "  ".join(cell.rjust(w) if c.number else cell.ljust(w) for cell, w, c in zip(cells, widths, columns, strict=True)).rstrip()


def draw(table: Table) -> None:
    """Draw the table on the terminal, with as many columns as it has room for."""
    from rich.console import Console

    console = Console(highlight=False)
    rank = next(rank for rank, width in _WIDTHS if console.width >= width)
    shown = [c for c in table.columns if c.rank <= rank]
    if table.title:
        console.print(table.title, style="bold", markup=False)
    if table.rows:
        blocks = groupby(table.rows, table.group) if table.group else [("", iter(table.rows))]
        sizes = [_size(c, table.rows) for c in shown]
        for name, rows in blocks:
            if name:
                console.print(f"\n{name}", style="bold cyan", markup=False)
            console.print(_rich(shown, sizes, list(rows), whole=not table.group))
    console.print(table.closing, style="dim", markup=False)
    hidden = [c.head for c in table.columns if c.rank > rank]
    if hidden and table.rows:
        console.print(f"Còn cột {', '.join(hidden)}: mở rộng cửa sổ, hoặc dùng --format csv.", style="dim", markup=False)


def _size(column: Column, rows: list[Row]) -> int:
    """Return how much of the width a column wants: enough for most of its cells, so that a single long one does not take all."""
    lengths = sorted(len(column.cell(row)) for row in rows)
    return max(len(column.head), min(lengths[int(len(lengths) * 0.8)], 48), 4)


def _rich(columns: list[Column], sizes: list[int], rows: list[Row], *, whole: bool) -> object:
    from rich import box
    from rich.table import Table as RichTable
    from rich.text import Text

    drawn = RichTable(box=box.SIMPLE_HEAD, expand=not whole, pad_edge=False, header_style="bold")
    for column, size in zip(columns, sizes, strict=True):
        drawn.add_column(
            column.head,
            justify="right" if column.number else "left",
            ratio=None if whole else size,
            overflow="fold",
            min_width=min(size, 6),
        )
    for row in rows:
        drawn.add_row(*(Text(column.cell(row)) for column in columns))
    return drawn
