"""``kehoach report``."""

from __future__ import annotations

from typing import Annotated

import typer

from kehoach.cli import options
from kehoach.cli.options import Format


def command(
    ctx: typer.Context,
    year: Annotated[int, typer.Option("--year", metavar="NĂM", parser=options.year_of, help="Năm báo cáo")],
    ward: options.Ward = None,
    plan: options.Plan = None,
    field: options.Field = None,
    unit: options.Unit = None,
    form: options.Output = Format.table,
    csv_excel: options.CsvExcel = False,
) -> None:
    """Chỉ tiêu áp dụng trong năm, theo phường và lĩnh vực, bên cạnh kết quả đã báo cáo.

    Chỉ tiêu chưa có kết quả ghi "Chưa có số liệu", không bao giờ ghi "Không đạt".

    Ví dụ:
      kehoach report --year 2027
      kehoach report --year 2027 --ward le-chan --format json
    """
    from kehoach.cli import output
    from kehoach.cli.session import make_filter, open_registry
    from kehoach.queries.names import year as checked
    from kehoach.reports import results, results_table

    wanted_year = checked(year)
    session = open_registry(ctx, ward or ())
    wanted = make_filter(session, plans=plan or (), fields=field or (), units=unit or ())
    report = results.report(session.registry, wanted, wanted_year)
    if form is Format.json and not csv_excel:
        output.write_object({"year": report.year, "rows": report.rows, "totals": report.totals})
    else:
        output.write(results_table.table(report, session.registry), form, csv_excel=csv_excel)
    session.close()
