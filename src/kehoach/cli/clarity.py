"""``kehoach clarity``."""

from __future__ import annotations

from typing import Annotated

import typer

from kehoach.cli import options
from kehoach.cli.options import Format
from kehoach.errors import KehoachError

KEYS = ("who", "what", "when", "product", "resources", "authority")


class UnknownKey(KehoachError):
    """``--list`` names none of the six."""

    def __init__(self, text: str) -> None:
        super().__init__(f"'{text}' không phải là một trong “6 rõ”.", f"Chọn một trong: {', '.join(KEYS)}.")


def _key(text: str) -> str:
    if text not in KEYS:
        raise UnknownKey(text)
    return text


def command(
    ctx: typer.Context,
    ward: options.Ward = None,
    plan: options.Plan = None,
    unit: options.Unit = None,
    by_unit: Annotated[bool, typer.Option("--by-unit", help="Tách theo đơn vị chủ trì (--unit cũng tách)")] = False,
    key: Annotated[
        str | None,
        typer.Option("--list", metavar="|".join(KEYS), parser=_key, help="Liệt kê các mục chưa nói rõ điều này thay vì đếm"),
    ] = None,
    form: options.Output = Format.table,
    csv_excel: options.CsvExcel = False,
) -> None:
    """Đo kế hoạch theo “6 rõ”: bao nhiêu nhiệm vụ và chỉ tiêu nói rõ ai chủ trì, việc gì, đến khi nào, sản phẩm, nguồn lực, thẩm quyền.

    “Thường xuyên” không tính là rõ thời gian; “giữ vững” và chỗ còn hai cách hiểu không tính là rõ việc. Chỉ tiêu được tính cả những gì
    nhiệm vụ gắn với nó đã nêu, trừ thời hạn.

    Ví dụ:
      kehoach clarity
      kehoach clarity --ward hung-dao --by-unit
      kehoach clarity --plan ke-hoach-2026-2030 --list who
    """
    from kehoach.cli import output
    from kehoach.cli.session import make_filter, open_registry
    from kehoach.queries import clarity
    from kehoach.reports import clarity as report

    session = open_registry(ctx, ward or ())
    wanted = make_filter(session, plans=plan or (), units=unit or ())
    said = clarity.said(session.registry, wanted)
    split = by_unit or bool(unit)
    table = (
        report.lacking(clarity.lacking(said, key, session.registry), key, session.registry)
        if key
        else report.counts(clarity.counts(said, wanted, by_unit=split), session.registry, by_unit=split)
    )
    output.write(table, form, csv_excel=csv_excel)
    session.close()
