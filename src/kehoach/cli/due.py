"""``kehoach due``."""

from __future__ import annotations

from typing import Annotated

import typer

from kehoach.cli import options
from kehoach.cli.options import Format


def command(
    ctx: typer.Context,
    before: Annotated[str, typer.Option("--before", metavar="NGÀY", help="Đến hết ngày này: 2027-12-31, 2027-Q3, 2027 hoặc 31/12/2027")],
    after: Annotated[str | None, typer.Option("--after", metavar="NGÀY", help="Bỏ qua việc đến hạn trước ngày này")] = None,
    ward: options.Ward = None,
    plan: options.Plan = None,
    unit: options.Unit = None,
    search: options.Search = None,
    as_of: options.AsOf = None,
    form: options.Output = Format.table,
    csv_excel: options.CsvExcel = False,
) -> None:
    """Việc đến hạn tính đến hết một ngày, xếp theo phường và đơn vị chủ trì.

    Chỉ tiêu hằng năm đến hạn vào ngày cuối mỗi năm; việc không ghi thời hạn không nằm trong danh sách.

    Ví dụ:
      kehoach due --before 2027-12-31
      kehoach due --after 2027-01-01 --before 2027 --ward hung-dao --format csv
    """
    from kehoach.cli import output
    from kehoach.cli.session import make_filter, open_registry
    from kehoach.meaning.time import first_day
    from kehoach.queries import names, select
    from kehoach.reports import listings

    last = names.day(before)
    first = first_day(names.date_text(after)) if after is not None else None
    session = open_registry(ctx, ward or (), as_of)
    wanted = make_filter(session, plans=plan or (), units=unit or (), search=search or ())
    found = select.due(session.registry, wanted, last, first)
    output.write(listings.due(found, session.registry), form, csv_excel=csv_excel)
    session.close()
