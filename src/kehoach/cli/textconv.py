"""``kehoach textconv``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def command(
    file: Annotated[Path, typer.Argument(metavar="TỆP", help="Tệp của sổ, ở bất cứ đâu, tên bất kỳ")],
) -> None:
    """In một tệp của sổ mỗi bản ghi một dòng, cho git diff; tệp không đọc được thì in nguyên văn.

    Lệnh này do git gọi sau khi `kehoach git install`; ít khi cần gõ tay.

    Ví dụ:
      kehoach textconv data/plans/hung-dao/ke-hoach-2026-2030.yaml
    """
    import sys

    from kehoach.errors import CannotRead, reason
    from kehoach.reports.lines import lines

    try:
        raw = file.read_bytes()
    except OSError as error:
        raise CannotRead(file, reason(error)) from error
    sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")  # type: ignore[union-attr]
    sys.stdout.write(lines(raw))
