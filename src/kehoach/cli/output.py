"""From a table to standard output, in the format asked for."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING

from kehoach.cli.options import Format

if TYPE_CHECKING:
    from kehoach.reports.table import Table


def write(table: Table, form: Format, *, csv_excel: bool = False) -> None:
    """Write a listing: boxes only to a terminal, plain columns into a pipe."""
    if csv_excel or form is Format.csv:
        from kehoach.renderers import as_csv

        write_exactly(as_csv.render(table.rows, table.keys, excel=csv_excel))
    elif form is Format.json:
        write_object(table.rows)
    elif form is Format.md:
        from kehoach.renderers import as_markdown

        write_exactly(as_markdown.render(table))
    elif sys.stdout.isatty():
        from kehoach.renderers import terminal

        terminal.draw(table)
    else:
        from kehoach.renderers import terminal

        sys.stdout.write(terminal.plain(table))


def prepare(form: Format) -> None:
    """Import what :func:`write` takes for JSON, for who has to wait anyway."""
    if form is Format.json:
        import_module("kehoach.renderers.as_json")


def write_object(value: object) -> None:
    """Write one object as JSON."""
    from kehoach.renderers.as_json import dumps

    write_exactly(dumps(value))


def write_parts(parts: Iterable[str]) -> None:
    """Write a text that comes in pieces, as :func:`write_exactly` would the whole."""
    for part in parts:
        write_exactly(part)


def write_exactly(text: str) -> None:
    """Write what a program will read: UTF-8 and these line ends, whatever the terminal is set to."""
    if (sys.stdout.encoding or "utf-8").lower().replace("-", "") != "utf8" or "\r" in text:
        reconfigure = getattr(sys.stdout, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", newline="")
    sys.stdout.write(text)
