"""Tables whose number of columns only the data decides: their grid is made again from the widths of the cells."""

from __future__ import annotations

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEAST = 0.55
"""How far wide columns may shrink before all columns do."""
SLACK = 40
"""Twentieths of a point by which programs let a cell and its column differ."""


def fit(body: Any) -> None:
    """Give every table of *body* (lxml) whose widest row does not fit its grid the grid of that row, no wider than the table."""
    for table in body.iter(f"{W}tbl"):
        grid = table.find(f"{W}tblGrid")
        rows = table.findall(f"{W}tr")
        widest = max(rows, key=lambda row: len(row.findall(f"{W}tc")), default=())
        widths = [_width(cell) for cell in widest if cell.tag == f"{W}tc"]
        if grid is not None and widths and all(widths) and not _fits(widths, grid):
            _rebuild(table, grid, rows, widths)


def _fits(widths: list[int], grid: Any) -> bool:
    columns = [int(column.get(f"{W}w", 0)) for column in grid]
    return len(columns) == len(widths) and all(abs(one - other) < SLACK for one, other in zip(columns, widths, strict=True))


def _rebuild(table: Any, grid: Any, rows: list[Any], widths: list[int]) -> None:
    wanted = _width(table) or sum(int(column.get(f"{W}w", 0)) for column in grid)
    widths = _fitted(widths, wanted)
    for column in list(grid):
        grid.remove(column)
    for width in widths:
        grid.append(grid.makeelement(f"{W}gridCol", {f"{W}w": str(width)}))
    for row in rows:
        position = 0
        for cell in row.findall(f"{W}tc"):
            span = _cells(cell)
            size = cell.find(f"{W}tcPr/{W}tcW")
            if size is not None:
                size.set(f"{W}w", str(sum(widths[position : position + span])))
            position += span


def _fitted(widths: list[int], wanted: int) -> list[int]:
    """Return *widths* made to fill *wanted*; too wide a table takes from its wide columns first, since words can break and figures cannot."""
    total = sum(widths)
    wide = [width > total / len(widths) for width in widths]
    ample = sum(width for width, is_wide in zip(widths, wide, strict=True) if is_wide)
    if total > wanted and ample - (total - wanted) >= LEAST * ample:
        scale = (ample - (total - wanted)) / ample
        return [round(width * scale) if is_wide else width for width, is_wide in zip(widths, wide, strict=True)]
    return [round(width * wanted / total) for width in widths]


def _cells(cell: Any) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if span is None else int(span.get(f"{W}val", 1))


def _width(element: Any) -> int:
    """Return the width of a table or a cell in twentieths of a point, 0 where it has none of its own."""
    size = element.find(f"{W}tblPr/{W}tblW" if element.tag == f"{W}tbl" else f"{W}tcPr/{W}tcW")
    return int(float(size.get(f"{W}w", 0))) if size is not None and size.get(f"{W}type") == "dxa" else 0
