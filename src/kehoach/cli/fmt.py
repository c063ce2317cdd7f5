"""``kehoach fmt``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kehoach.errors import CannotRead, KehoachError, reason


class NotOfThisRegistry(KehoachError):
    """A file that ``fmt`` was given belongs to no registry."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"'{path}' không phải tệp của một sổ kế hoạch.",
            "Dùng với plans/<phường>/<mã>.yaml, units.yaml, indicators.yaml, references.yaml hoặc actuals/<phường>/<năm>.yaml.",
        )


def command(
    ctx: typer.Context,
    files: Annotated[list[Path] | None, typer.Argument(metavar="[TỆP…]", help="Tệp cần trình bày lại (mặc định: cả sổ)")] = None,
    check: Annotated[bool, typer.Option("--check", help="Không ghi; thoát với mã 1 nếu có tệp chưa đúng khuôn")] = False,
) -> None:
    """Trình bày lại tệp theo khuôn chuẩn: thứ tự khóa, ngoặc kép, một dòng hay nhiều dòng; ghi chú (#) giữ nguyên.

    Nội dung không đổi; chạy lần thứ hai không còn gì để sửa. Tệp có lỗi được báo và để nguyên.

    Ví dụ:
      kehoach fmt
      kehoach fmt --check data/plans/le-chan/cong-van-2399.yaml
    """
    from kehoach.files.folder import near
    from kehoach.files.formatter import formatted
    from kehoach.files.kinds import every_file, kind_of
    from kehoach.files.locate import placed
    from kehoach.files.write import write_whole
    from kehoach.renderers.problems import line

    root = ctx.obj.root() if not files else Path()
    status, changed = 0, 0
    for path in files or [root / name for name in every_file(root)]:
        kind = kind_of(path)
        if kind is None:
            raise NotOfThisRegistry(path)
        try:
            raw = path.read_bytes()
        except OSError as error:
            raise CannotRead(path, reason(error)) from error
        text, problems = formatted(raw, near(path), kind)
        for problem in placed(Path(), problems):
            print(line(problem, Path()), file=sys.stderr)
            status = 1
        if text is None or text.encode() == raw:
            continue
        changed += 1
        print(f"{'cần trình bày lại' if check else 'đã trình bày lại'}: {near(path)}")
        if check:
            status = 1
        else:
            write_whole(path, text)
    if not changed and not status:
        print("Mọi tệp đã đúng khuôn.", file=sys.stderr)
    if status:
        raise typer.Exit(status)
