"""``kehoach migrate``."""

from __future__ import annotations

from typing import Annotated

import typer


def command(
    ctx: typer.Context,
    check: Annotated[bool, typer.Option("--check", help="Không ghi; thoát với mã 1 nếu có tệp theo định dạng cũ")] = False,
) -> None:
    """Nâng mọi tệp của sổ lên định dạng mới nhất, từng bậc một; nội dung và ghi chú giữ nguyên.

    Ví dụ:
      kehoach migrate --check
      kehoach migrate
    """
    from kehoach.files.kinds import every_file
    from kehoach.files.upgrade import upgraded
    from kehoach.files.write import write_whole

    root = ctx.obj.root()
    old = 0
    for name in every_file(root):
        text = upgraded(root, name)
        if text is None:
            continue
        old += 1
        print(f"{'theo định dạng cũ' if check else 'đã nâng'}: {name}")
        if not check:
            write_whole(root / name, text)
    if not old:
        print("Mọi tệp đã theo định dạng mới nhất.")
    elif check:
        raise typer.Exit(1)
