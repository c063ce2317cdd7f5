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
    from kehoach.cli import listing

    listing.records(ctx, "plans", form=form, csv_excel=csv_excel, wards=ward, years=year, search=search, as_of=as_of)
