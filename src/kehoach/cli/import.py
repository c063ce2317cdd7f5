"""``kehoach import``."""  # noqa: N999  # the command's own name

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach.errors import AlreadyThere, KehoachError

if TYPE_CHECKING:
    from kehoach.files.workbook.reader import Returned
    from kehoach.reports.intake import Intake


class OfAnotherRegistry(KehoachError):
    """The form's ward is not in this registry."""

    def __init__(self, ward: str) -> None:
        super().__init__(
            f"Biểu này của phường '{ward}', sổ kế hoạch đang mở không có phường ấy.",
            "Chuyển vào thư mục của sổ đã lập biểu, hoặc chỉ ra nó bằng `kehoach --data THƯ_MỤC import …`.",
        )


def command(
    ctx: typer.Context,
    form: Annotated[Path, typer.Argument(metavar="TỆP.xlsx", help="Biểu do `kehoach form` lập, đã nhập số")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Chỉ xem sẽ đổi gì, không ghi")] = False,
    bad_copy: Annotated[
        Path | None,
        typer.Option("--bad-copy", metavar="TỆP", help="Ghi bản có đánh dấu ô sai vào tệp này (mặc định: cạnh biểu, đuôi .loi.xlsx)"),
    ] = None,
) -> None:
    """Nhập biểu Excel đã điền vào sổ: cho xem sẽ đổi gì, và chỉ ghi khi mọi ô đều dùng được.

    Có ô sai thì nêu hết một lần, không ghi gì, và để lại một bản của biểu có tô màu, ghi chú từng ô. Số đổi ở cả sổ và biểu
    là chỗ phải hỏi lại, không bao giờ ghi đè; dòng thiếu, ô để trống không xóa gì trong sổ.

    Ví dụ:
      kehoach import bieu-da-nhap.xlsx --dry-run
      kehoach import bieu-da-nhap.xlsx
    """
    from kehoach.cli import output
    from kehoach.cli.clock import today
    from kehoach.cli.options import Format
    from kehoach.cli.session import open_registry
    from kehoach.files.folder import shown, wards_on_disk
    from kehoach.files.workbook.reader import returned
    from kehoach.recording.actuals import actuals_file, report
    from kehoach.reports.intake import intake
    from kehoach.reports.intake_table import table
    from kehoach.vietnamese import number

    given = returned(form)
    if given.ward not in wards_on_disk(ctx.obj.root()):
        raise OfAnotherRegistry(given.ward)
    session = open_registry(ctx, [given.ward])
    found = intake(given, session.registry)
    if found.faults:
        _refuse(form, given, found, bad_copy, dry_run=dry_run)
        raise typer.Exit(2)
    for remark in found.remarks:
        print(remark, file=sys.stderr)
    file = shown(session.registry.root, actuals_file(given.ward, str(given.year)))
    if found.changes:
        output.write(table(found, session.registry), Format.table)
    if not found.changes:
        print("Không có gì mới so với sổ: chưa ghi gì.")
    elif dry_run:
        print(f"Xem thử, chưa ghi gì vào {file}.")
    else:
        now = today().isoformat()
        report(session.registry, given.ward, [change.new for change in found.changes], now, found.seen)
        print(f"Đã ghi {number(len(found.changes))} số liệu vào {file}.")
    session.close()


def _refuse(form: Path, given: Returned, found: Intake, bad_copy: Path | None, *, dry_run: bool) -> None:
    """Name every fault, and leave a copy in which they are marked."""
    from kehoach.files.folder import near
    from kehoach.files.workbook.mark import free_name, marked
    from kehoach.files.write import write_whole
    from kehoach.reports.intake import lines_of
    from kehoach.vietnamese import number

    lines = list(lines_of(found))
    for line in lines:
        print(f"{near(form)}: {line}", file=sys.stderr)
    print(f"Biểu có {number(len(lines))} chỗ phải sửa; chưa ghi gì vào sổ.", file=sys.stderr)
    if dry_run and bad_copy is None:
        return
    copy = bad_copy or free_name(form)
    if copy.exists():
        raise AlreadyThere(copy)
    write_whole(copy, marked(given.raw, found.faults))
    print(f"Các ô ấy được tô màu và ghi chú trong '{near(copy)}': sửa ở đó rồi nhập lại chính tệp ấy.", file=sys.stderr)
