"""``kehoach list-units``."""

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
    """Liệt kê cơ quan, đơn vị cùng các cách gọi trong văn bản.

    Ví dụ:
      kehoach list-units --ward le-chan
      kehoach list-units --search "ha tang"
    """
    from kehoach.cli import output
    from kehoach.cli.session import open_registry
    from kehoach.queries import rows, select
    from kehoach.reports import listings

    session = open_registry(ctx, ward or ())
    found = [rows.entry(ref, unit) for ref, unit in select.units(session.registry, search or ())]
    output.write(listings.units(found), form, csv_excel=csv_excel)
    session.close()
