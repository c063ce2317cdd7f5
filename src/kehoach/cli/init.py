"""``kehoach init``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kehoach.errors import AlreadyThere, BadSlug


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
    kind, name = _split(ward)
    slug = slugify(name)
    if not slug:
        raise BadSlug(ward)
    for path, text in starters.registry(slug, name, kind).items():
        if not path.startswith("data/") and (folder / path).exists():
            continue
        write_new(folder / path, text)
    print(f"Đã tạo sổ ở '{folder / 'data'}'.\nTiếp theo: kehoach new {slug}/ke-hoach-… rồi `kehoach check`.")


def _split(ward: str) -> tuple[str, str]:
    """Return type and name of "Xã Đông Á": what stands in front of the name, phường where nothing does."""
    for kind in ("phường", "xã", "đặc khu"):
        if ward.lower().startswith(f"{kind} "):
            return kind, ward[len(kind) :].strip()
    return "phường", ward.strip()
