"""``kehoach history``."""

from __future__ import annotations

from typing import Annotated

import typer

from kehoach.cli import options
from kehoach.cli.options import Format


def command(
    ctx: typer.Context,
    ref: Annotated[str, typer.Argument(metavar="MÃ", help="Chỉ tiêu, nhiệm vụ, dự án (phuong/ke-hoach#ma) hoặc đơn vị (phuong/don-vi)")],
    form: options.Output = Format.table,
    csv_excel: options.CsvExcel = False,
) -> None:
    """Một bản ghi qua mọi lần sửa, kể cả khi đổi mã hay chuyển tệp: ai sửa, ngày nào, từ gì thành gì.

    Người được nêu là người sửa, không phải người nhập nhánh. Bản ghi đã bỏ vẫn tra được bằng mã đầy đủ.

    Ví dụ:
      kehoach history hung-dao/ke-hoach-2026-2030#bhyt
      kehoach history le-chan/phong-vhxh
    """
    from kehoach.cli import output
    from kehoach.files import folder, store
    from kehoach.files.git import Repository
    from kehoach.reports import past
    from kehoach.revisions import history
    from kehoach.revisions.find import locate

    root = ctx.obj.root()
    repository = Repository(root)
    repository.resolve("HEAD")
    found = locate(root, ref)
    events = history.history(repository, *found) if isinstance(found, tuple) else history.unit(repository, found)
    if not events:
        raise history.NoPast(ref)
    indicators, _ = store.read_file(root, folder.INDICATORS, "indicators")
    output.write(past.history(events, indicators or {}), form, csv_excel=csv_excel)
