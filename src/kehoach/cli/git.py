"""``kehoach git``."""

from __future__ import annotations

from typing import Annotated

import typer

from kehoach.errors import KehoachError


class UnknownAction(KehoachError):
    """Something else than ``install`` was asked for."""

    def __init__(self, text: str) -> None:
        super().__init__(f"`kehoach git` không biết làm '{text}'.", "Dùng: kehoach git install, hoặc kehoach git install --uninstall.")


def command(
    ctx: typer.Context,
    action: Annotated[str, typer.Argument(metavar="VIỆC", help="Việc cần làm; nay có một việc: `install`")],
    uninstall: Annotated[bool, typer.Option("--uninstall", help="Gỡ những gì đã cài")] = False,
) -> None:
    """Cài cách đọc sổ vào git của kho này: git diff, log -p, blame hiện mỗi bản ghi một dòng bằng tiếng Việt.

    Chỉ ghi vào .git của kho này (config và info/attributes). Máy không có kehoach thì git vẫn chạy, hiện nguyên tệp.

    Ví dụ:
      kehoach git install
      kehoach git install --uninstall
    """
    from kehoach.files import driver
    from kehoach.files.folder import near
    from kehoach.files.git import Repository

    if action != "install":
        raise UnknownAction(action)
    repository = Repository(ctx.obj.root())
    if uninstall:
        path = driver.uninstall(repository)
        print(f"Đã gỡ: mục diff.kehoach trong cấu hình của kho, các dòng của kehoach trong {near(path)}.")
    else:
        path = driver.install(repository)
        print(
            f"Đã cài: mục diff.kehoach trong cấu hình của kho, {near(path)}. Thử: git diff, git log -p. Gỡ: kehoach git install --uninstall"
        )
