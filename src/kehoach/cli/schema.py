"""``kehoach schema``."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from kehoach.errors import UnknownName


class UnknownKind(UnknownName):
    """No such kind of file."""

    noun = "loại tệp"

    def __init__(self, name: str, known: Iterable[str]) -> None:
        known = list(known)
        super().__init__(name, known)
        self.remedy = f"Các loại: {', '.join(known)}."


def command(
    kind: Annotated[
        str | None, typer.Argument(metavar="[LOẠI]", help="plan, units, indicators, references, actuals hoặc paths (mặc định: liệt kê)")
    ] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="THƯ_MỤC", help="Ghi mọi lược đồ vào thư mục này")] = None,
    check: Annotated[bool, typer.Option("--check", help="Với -o: không ghi, thoát với mã 1 nếu tệp trong thư mục đã cũ")] = False,
) -> None:
    """Xuất JSON Schema của các loại tệp, có mô tả tiếng Việt, để trình soạn thảo gợi ý và báo lỗi khi gõ.

    Ví dụ:
      kehoach schema plan
      kehoach schema -o schemas
    """
    from kehoach.files.descriptions import KINDS
    from kehoach.files.schema import schema
    from kehoach.files.write import write_whole
    from kehoach.renderers.as_json import dumps

    if output is not None:
        stale = []
        for name in KINDS:
            path, text = output / f"{name}.schema.json", dumps(schema(name))
            if check and (not path.exists() or path.read_text("utf-8") != text):
                stale.append(path)
            elif not check:
                write_whole(path, text)
        for path in stale:
            print(f"đã cũ: {path}; chạy `kehoach schema -o {output}`", file=sys.stderr)
        if stale:
            raise typer.Exit(1)
    elif kind is None:
        print("\n".join(f"{name}: {words}" for name, words in KINDS.items()))
    elif kind not in KINDS:
        raise UnknownKind(kind, KINDS)
    else:
        sys.stdout.write(dumps(schema(kind)))
