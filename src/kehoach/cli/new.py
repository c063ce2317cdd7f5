"""``kehoach new``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kehoach.errors import BadSlug, NameTaken, UnknownWard


def command(
    ctx: typer.Context,
    ref: Annotated[str, typer.Argument(metavar="PHƯỜNG/MÃ", help="Mã kế hoạch, ví dụ le-chan/ke-hoach-2027")],
    source: Annotated[
        Path | None, typer.Option("--source", metavar="TỆP", help="Văn bản gốc (.docx, .pdf, .txt): ghi tên và mã băm vào kế hoạch")
    ] = None,
) -> None:
    """Tạo tệp cho một kế hoạch mới, đủ các khóa, chỗ phải chép để trống. Không ghi đè.

    Ví dụ:
      kehoach new le-chan/ke-hoach-2027 --source van-ban.docx
    """
    from kehoach.files import folder, starters
    from kehoach.files.source.reader import read_source
    from kehoach.files.write import write_new
    from kehoach.model.scalars import FILE_REF
    from kehoach.registry import plan_file

    if not FILE_REF.match(ref):
        raise BadSlug(ref)
    root = ctx.obj.root()
    path = root / plan_file(ref)
    _check_names(root, ref)
    digest = read_source(source).sha256 if source else None
    write_new(path, starters.plan(ref, source, digest))
    print(f"Đã tạo {folder.shown(root, plan_file(ref))}. Chép văn bản vào rồi chạy `kehoach check` và `kehoach verify`.")


def _check_names(root: Path, ref: str) -> None:
    """A plan belongs to a ward of the registry, and shares its namespace with the ward's units."""
    from kehoach.files import folder, store

    units, _ = store.read_file(root, folder.UNITS, "units")
    if units is not None and ref.partition("/")[0] not in units.wards:
        raise UnknownWard(ref.partition("/")[0], units.wards)
    if units is not None and ref in units.units:
        raise NameTaken(ref)
