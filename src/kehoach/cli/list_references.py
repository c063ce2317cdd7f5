"""``kehoach list-references``."""

from __future__ import annotations

import typer

from kehoach.cli import options
from kehoach.cli.options import Format


def command(
    ctx: typer.Context,
    ward: options.Ward = None,
    search: options.Search = None,
    form: options.Output = Format.table,
    csv_excel: options.CsvExcel = False,
) -> None:
    """Liệt kê văn bản được viện dẫn, và kế hoạch nào dẫn ở đâu.

    Ví dụ:
      kehoach list-references --search "57-NQ/TW"
      kehoach list-references --format json
    """
    from kehoach.cli import output
    from kehoach.cli.session import open_registry
    from kehoach.queries import select
    from kehoach.reports import listings

    session = open_registry(ctx, ward or ())
    found = select.references(session.registry, search or (), only_cited=bool(ward))
    output.write(listings.references(found), form, csv_excel=csv_excel)
    session.close()
