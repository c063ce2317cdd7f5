"""``kehoach compare``."""

from __future__ import annotations

from typing import Annotated

import typer

from kehoach.cli import options
from kehoach.cli.options import Format


def command(
    ctx: typer.Context,
    indicator: Annotated[list[str], typer.Argument(metavar="CHỈ_TIÊU...", help="Chỉ tiêu cần so: mã, tên hoặc tên khác")],
    ward: options.Ward = None,
    form: options.Output = Format.table,
    csv_excel: options.CsvExcel = False,
) -> None:
    """So một chỉ tiêu giữa các phường và các kế hoạch, đặt cạnh nhau.

    Chỗ nào đo khác phần lớn các nơi (phạm vi, mẫu số, đơn vị tính, cách tính, kiểu thời hạn) thì không so, và nói vì sao.

    Ví dụ:
      kehoach compare bhyt
      kehoach compare bhyt ho-ngheo --ward hung-dao --ward thien-huong
      kehoach compare "Tỷ lệ hộ nghèo" --format json
    """
    from kehoach.cli import output
    from kehoach.cli.session import open_registry
    from kehoach.queries import names
    from kehoach.queries.compare import compare
    from kehoach.reports import comparison

    session = open_registry(ctx, ward or ())
    with session.asking():
        wanted = [slug for text in indicator for slug in sorted(names.indicators([text], session.registry))]
    found = compare(session.registry, wanted)
    output.write(comparison.table(found, session.registry), form, csv_excel=csv_excel)
    session.close()
