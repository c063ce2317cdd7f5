"""``kehoach blame``."""

from __future__ import annotations

from typing import Annotated

import typer

from kehoach.cli import options
from kehoach.cli.options import Format


def command(
    ctx: typer.Context,
    plan: Annotated[str, typer.Argument(metavar="KẾ_HOẠCH", help="Kế hoạch: phuong/ma, hoặc mã không trùng ở phường khác")],
    form: options.Output = Format.table,
    csv_excel: options.CsvExcel = False,
) -> None:
    """Lần sửa cuối của từng bản ghi trong một kế hoạch: ai, ngày nào, sửa gì.

    Lần chỉ trình bày lại tệp không tính là sửa.

    Ví dụ:
      kehoach blame hung-dao/ke-hoach-2026-2030
    """
    from kehoach.cli import output
    from kehoach.files import folder, store
    from kehoach.files.git import Repository
    from kehoach.registry import plan_file
    from kehoach.reports import past
    from kehoach.revisions import history
    from kehoach.revisions.find import plan_on_disk

    root = ctx.obj.root()
    repository = Repository(root)
    repository.resolve("HEAD")
    ref = plan_on_disk(root, plan)
    events = history.blame(repository, ref)
    if not events and not (root / plan_file(ref)).exists():
        raise history.NoPast(ref)  # a plan that was dropped may be named whole; one that never was is a slip
    indicators, _ = store.read_file(root, folder.INDICATORS, "indicators")
    output.write(past.blame(events, indicators or {}), form, csv_excel=csv_excel)
