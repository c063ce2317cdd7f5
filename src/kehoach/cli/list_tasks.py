"""``kehoach list-tasks``."""

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
    as_of: options.AsOf = None,
    form: options.Output = Format.table,
    csv_excel: options.CsvExcel = False,
) -> None:
    """Liệt kê nhiệm vụ đã giao: ai chủ trì, ai phối hợp, khi nào, sản phẩm gì.

    Ví dụ:
      kehoach list-tasks --ward "Thiên Hương" --unit phong-vhxh
      kehoach list-tasks --search "chuyển đổi số" --format md
    """
    from kehoach.cli import listing

    listing.records(
        ctx, "tasks", form=form, csv_excel=csv_excel, wards=ward, plans=plan, units=unit, years=year, due=due, search=search, as_of=as_of
    )
