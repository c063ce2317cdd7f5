"""``kehoach form``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kehoach.cli import options
from kehoach.errors import KehoachError


class NotAWorkbook(KehoachError):
    """A form under another ending than Excel's."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"'{path}' không có đuôi .xlsx.", "Biểu là tệp Excel: đặt tên như bieu.xlsx.")


def command(
    ctx: typer.Context,
    ward: Annotated[str, typer.Option("--ward", metavar="PHƯỜNG", help="Phường nhập số liệu: mã hoặc tên")],
    year: Annotated[int, typer.Option("--year", metavar="NĂM", parser=options.year_of, help="Số liệu của năm")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="TỆP.xlsx", help="Ghi biểu vào tệp này")],
    plan: options.Plan = None,
    field: options.Field = None,
    force: Annotated[bool, typer.Option("--force", help="Ghi đè tệp đã có; bản cũ được giữ lại cạnh đó, đuôi .bak")] = False,
) -> None:
    """Tạo biểu Excel để phường nhập số liệu thực hiện: mỗi dòng một chỉ tiêu cần số của năm, xếp theo lĩnh vực.

    Số đã có trong sổ được điền sẵn, bên cạnh số năm trước. Nhập xong thì đưa lại vào sổ bằng `kehoach import`.

    Ví dụ:
      kehoach form --ward hung-dao --year 2027 -o bieu.xlsx
      kehoach form --ward "Lê Chân" --year 2027 --field y-te -o bieu-y-te.xlsx
    """
    from kehoach.cli.clock import today
    from kehoach.cli.session import make_filter, open_registry, slug_of
    from kehoach.files import output as files
    from kehoach.files.revision import revision
    from kehoach.files.workbook.form import render
    from kehoach.queries import names
    from kehoach.reports.form import form

    names.year(year)
    if output.suffix.lower() != ".xlsx":
        raise NotAWorkbook(output)
    slug = slug_of(ctx, ward)
    session = open_registry(ctx, [slug])
    wanted = make_filter(session, plans=plan or (), fields=field or ())
    now = today().isoformat()
    made = form(session.registry, slug, year, wanted, made=now, revision=revision(session.registry.root))
    backup = files.save(output, render(made), force=force)
    known = sum(line.filled is not None for line in made.lines)
    print(f"Đã ghi '{output}': {len(made.lines)} dòng cần số liệu năm {year} của {made.ward_name}, {known} dòng đã có số.")
    if backup:
        print(f"Bản cũ được giữ ở '{backup}'.")
    session.close()
