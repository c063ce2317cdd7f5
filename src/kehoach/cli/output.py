"""From a table to standard output, in the format asked for."""

from __future__ import annotations

import sys

from kehoach.cli.options import Format
from kehoach.reports.table import Table


def write(table: Table, form: Format, *, csv_excel: bool = False) -> None:
    """Write a listing: boxes only to a terminal, plain columns into a pipe."""
    if csv_excel or form is Format.csv:
        from kehoach.renderers import as_csv

        text = as_csv.render(table.rows, excel=csv_excel)
        if csv_excel and hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", newline="")
        sys.stdout.write(text)
    elif form is Format.json:
        from kehoach.renderers.as_json import dumps

        sys.stdout.write(dumps(table.rows))
    elif form is Format.md:
        from kehoach.renderers import as_markdown

        sys.stdout.write(as_markdown.render(table))
    elif sys.stdout.isatty():
        from kehoach.renderers import terminal

        terminal.draw(table)
    else:
        from kehoach.renderers import terminal

        sys.stdout.write(terminal.plain(table))


def write_object(value: object) -> None:
    """Write one object as JSON."""
    from kehoach.renderers.as_json import dumps

    sys.stdout.write(dumps(value))
