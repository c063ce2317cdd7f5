"""A table in Markdown."""

from __future__ import annotations

from itertools import groupby

from kehoach.reports.table import Table


def render(table: Table) -> str:
    """Return the table with all of its columns; groups become headings."""
    lines = [f"## {table.title}", ""] if table.title else []
    head = [f"| {' | '.join(c.head for c in table.columns)} |", f"|{'|'.join('---:' if c.number else '---' for c in table.columns)}|"]
    blocks = groupby(table.rows, table.group) if table.group else [("", iter(table.rows))]
    for name, rows in blocks:
        if name:
            lines += [f"### {name}", ""]
        lines += [*head, *(f"| {' | '.join(_cell(c.cell(row)) for c in table.columns)} |" for row in rows), ""]
    return "\n".join([*lines, table.closing]) + "\n"


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")
