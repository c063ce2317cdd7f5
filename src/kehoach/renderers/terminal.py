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
    said = [c for c in table.columns if c.common and len({c.cell(row) for row in table.rows}) == 1]
    shown = [c for c in table.columns if c.rank <= rank and c not in said]
    for line in [table.title, *(f"{c.head}: {c.cell(table.rows[0])}" for c in said)]:
        if line:
            console.print(line, style="bold", markup=False)
    sizes = [_size(c, table.rows) for c in shown] if table.rows else []
    blocks = groupby(table.rows, table.group) if table.group else [("", iter(table.rows))]
    for index, (name, rows) in enumerate(blocks):
        if name:
            console.print(f"{chr(10) if index else ''}{name}", style="bold cyan", markup=False)
        if table.rows:
            console.print(_rich(shown, sizes, list(rows), head=index == 0, stretched=bool(name)))
    console.print(table.closing, style="dim", markup=False)
    hidden = [c.head for c in table.columns if c.rank > rank]
    if hidden and table.rows:
        console.print(f"Còn cột {', '.join(hidden)}: mở rộng cửa sổ, hoặc dùng --format csv.", style="dim", markup=False)


def _size(column: Column, rows: list[Row]) -> int:
    """Return how much of the width a column wants: enough for most of its cells, so that a single long one does not take all."""
    lengths = sorted(len(column.cell(row)) for row in rows)
    return max(len(column.head), min(lengths[int(len(lengths) * 0.8)], 48), 4)


def _rich(columns: list[Column], sizes: list[int], rows: list[Row], *, head: bool, stretched: bool) -> object:
    """Return rich's table; the blocks of a grouped one are stretched alike, so that their columns stand under each other."""
    from rich import box
    from rich.table import Table as RichTable
    from rich.text import Text

    drawn = RichTable(box=box.SIMPLE_HEAD, expand=stretched, show_edge=False, show_header=head, pad_edge=False, padding=(0, 1, 0, 0))
    for column, size in zip(columns, sizes, strict=True):
        drawn.add_column(column.head, justify="right" if column.number else "left", ratio=size if stretched else None, overflow="fold")
    for row in rows:
        drawn.add_row(*(Text(column.cell(row)) for column in columns))
    return drawn
