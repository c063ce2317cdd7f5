"""``kehoach init``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kehoach.errors import AlreadyThere


def command(
    folder: Annotated[Path, typer.Argument(metavar="[THƯ_MỤC]", help="Nơi tạo sổ (mặc định: thư mục đang đứng)")] = Path(),
    ward: Annotated[str, typer.Option("--ward", metavar="TÊN", help="Tên phường, có dấu")] = "Phường Mẫu",
) -> None:
    """Tạo một sổ kế hoạch mới: danh mục đơn vị, chỉ tiêu, văn bản và thư mục kế hoạch. Không ghi đè gì.

    Ví dụ:
      kehoach init so-ke-hoach --ward "Lê Chân"
    """
    from kehoach.files import starters
    from kehoach.files.write import write_new
    from kehoach.vietnamese import slugify

    if (folder / "data").exists():
        raise AlreadyThere(folder / "data")
    name = ward.removeprefix("Phường ").removeprefix("phường ").strip()
    for path, text in starters.registry(slugify(name) or "phuong-mau", name).items():
        if not path.startswith("data/") and (folder / path).exists():
            continue
        write_new(folder / path, text)
    print(f"Đã tạo sổ ở '{folder / 'data'}'.\nTiếp theo: kehoach new {slugify(name)}/ke-hoach-… rồi `kehoach check`.")
