"""``kehoach list-projects``."""

from __future__ import annotations

import typer

from kehoach.cli import options
from kehoach.cli.options import Format


def command(
    ctx: typer.Context,
    ward: options.Ward = None,
    plan: options.Plan = None,
    unit: options.Unit = None,
    year: options.Year = None,
    due: options.Due = None,
    search: options.Search = None,
    form: options.Output = Format.table,
    csv_excel: options.CsvExcel = False,
) -> None:
    """Liệt kê dự án trong các danh mục đầu tư, giải phóng mặt bằng.

    Ví dụ:
      kehoach list-projects --ward thien-huong
      kehoach list-projects --due 2026 --format csv
    """
    from kehoach.cli import output
    from kehoach.cli.session import make_filter, open_registry
    from kehoach.queries import rows, select
    from kehoach.reports import listings

    session = open_registry(ctx, ward or ())
    registry = session.registry
    wanted = make_filter(registry, plans=plan or (), units=unit or (), years=year or (), due=due or (), search=search or ())
    found = [rows.project(p, record) for p, record in select.projects(registry, wanted)]
    output.write(listings.projects(found, registry), form, csv_excel=csv_excel)
    session.close()
