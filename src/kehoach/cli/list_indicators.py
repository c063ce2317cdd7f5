"""``kehoach list-indicators``."""

from __future__ import annotations

import typer

from kehoach.cli import options
from kehoach.cli.options import Format


def command(
    ctx: typer.Context,
    field: options.Field = None,
    search: options.Search = None,
    form: options.Output = Format.table,
    csv_excel: options.CsvExcel = False,
) -> None:
    """Liệt kê danh mục chỉ tiêu: đo cái gì, bằng đơn vị nào, chiều nào là tốt.

    Ví dụ:
      kehoach list-indicators --field y-te
      kehoach list-indicators --search "ho ngheo" --format json
    """
    from kehoach.cli import output
    from kehoach.cli.session import make_filter, open_registry
    from kehoach.queries import rows, select
    from kehoach.reports import listings

    session = open_registry(ctx)
    wanted = make_filter(session, fields=field or (), search=search or ())
    found = [rows.entry(slug, indicator) for slug, indicator in select.indicators(session.registry, wanted)]
    output.write(listings.indicators(found), form, csv_excel=csv_excel)
    session.close()
