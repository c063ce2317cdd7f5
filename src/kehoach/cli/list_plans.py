"""``kehoach list-plans``."""

from __future__ import annotations

import typer

from kehoach.cli import options
from kehoach.cli.options import Format


def command(
    ctx: typer.Context,
    ward: options.Ward = None,
    year: options.Year = None,
    search: options.Search = None,
    as_of: options.AsOf = None,
    form: options.Output = Format.table,
    csv_excel: options.CsvExcel = False,
) -> None:
    """Liệt kê kế hoạch cùng số chỉ tiêu, nhiệm vụ, dự án trong đó.

    Ví dụ:
      kehoach list-plans
      kehoach list-plans --ward hung-dao --format json
    """
    from kehoach.cli import output
    from kehoach.cli.session import make_filter, open_registry
    from kehoach.queries import rows, select
    from kehoach.reports import listings

    session = open_registry(ctx, ward or (), as_of)
    wanted = make_filter(session, years=year or (), search=search or ())
    found = [rows.plan_row(plan) for plan in select.plans(session.registry, wanted)]
    output.write(listings.plans(found, session.registry), form, csv_excel=csv_excel)
    session.close()
