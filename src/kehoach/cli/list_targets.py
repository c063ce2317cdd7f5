"""``kehoach list-targets``."""

from __future__ import annotations

import typer

from kehoach.cli import options
from kehoach.cli.options import Format


def command(
    ctx: typer.Context,
    ward: options.Ward = None,
    plan: options.Plan = None,
    indicator: options.Indicator = None,
    field: options.Field = None,
    unit: options.Unit = None,
    year: options.Year = None,
    due: options.Due = None,
    search: options.Search = None,
    as_of: options.AsOf = None,
    form: options.Output = Format.table,
    csv_excel: options.CsvExcel = False,
) -> None:
    """Liệt kê chỉ tiêu: của phường nào, bao nhiêu, đến khi nào, ở điều khoản nào, ai chủ trì.

    Các bộ lọc lặp lại được: trong cùng một bộ lọc là "hoặc", giữa các bộ lọc là "và".

    Ví dụ:
      kehoach list-targets --ward le-chan
      kehoach list-targets --search "bao hiem y te" --due 2030 --format json
    """
    from kehoach.cli import listing

    listing.records(
        ctx,
        "targets",
        form=form,
        csv_excel=csv_excel,
        wards=ward,
        plans=plan,
        indicators=indicator,
        fields=field,
        units=unit,
        years=year,
        due=due,
        search=search,
        as_of=as_of,
    )
