"""``kehoach export``."""

from __future__ import annotations

from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kehoach.cli import options

if TYPE_CHECKING:
    from kehoach.reports.export import Part, Table
    from kehoach.reports.export.walk import Walk

MARKER = "kehoach-export.json"
"""What an export is known by; it says which tables there are, with how many rows."""


class ExportFormat(StrEnum):
    """What an export is written as."""

    parquet = "parquet"
    sqlite = "sqlite"
    csv = "csv"


def _format(text: str) -> ExportFormat:
    if text not in list(ExportFormat):
        raise options.BadFormat(text, list(ExportFormat))
    return ExportFormat(text)


def command(
    ctx: typer.Context,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="THƯ_MỤC", help="Nơi ghi: thư mục mới hoặc trống")],
    form: Annotated[
        ExportFormat, typer.Option("--format", metavar="parquet|sqlite|csv", parser=_format, help="Ghi thành loại tệp nào")
    ] = ExportFormat.parquet,
    ward: options.Ward = None,
    force: Annotated[bool, typer.Option("--force", help="Thay bản xuất cũ trong thư mục đó; thư mục khác thì không bao giờ xóa")] = False,
) -> None:
    """Xuất cả sổ thành các bảng cho DuckDB, Spark, SQLite, bảng tính: chỉ tiêu, nhiệm vụ, dự án, kết quả, đánh giá, danh mục.

    Parquet chia theo tỉnh, thành phố; mọi cột chữ có thêm cột không dấu. Đọc từng phường một nên sổ lớn mấy cũng xuất được.
    Các bảng, các cột và cách dùng: docs/export.md, docs/analytics.md.

    Ví dụ:
      kehoach export -o ban-xuat --format sqlite
      kehoach export -o ban-xuat-csv --format csv --ward le-chan
    """
    from kehoach.cli.progress import steps
    from kehoach.cli.session import Session, open_memory, slugs_of
    from kehoach.files.replaced import replaced_folder
    from kehoach.reports.export import TABLES
    from kehoach.reports.export.walk import Walk

    root = ctx.obj.root()
    wards = slugs_of(ctx, ward or ())
    counts = {table.name: 0 for table in TABLES}
    with replaced_folder(output, MARKER, force=force) as folder, closing(_writer(form, folder)) as writer:
        walk = Walk(root, wards, open_memory(ctx, wards).read)
        for part in steps(walk.parts(), len(walk.wards), "Đang xuất từng phường"):
            _write(writer, part, [table for table in TABLES if table.by_ward], counts)
        _write(writer, walk.catalogues(), [table for table in TABLES if not table.by_ward], counts)
        writer.finish()
        _mark(folder, form, walk, counts, wards)
    print(_said(output, form, counts))
    Session(walk.registry, walk.problems).close()


def _write(writer: Any, part: Part, tables: list[Table], counts: dict[str, int]) -> None:
    for table in tables:
        counts[table.name] += writer.write(table, part, table.rows(part))


def _writer(form: ExportFormat, folder: Path) -> Any:
    if form is ExportFormat.parquet:
        from kehoach.renderers import as_parquet

        return as_parquet.Writer(folder)
    if form is ExportFormat.sqlite:
        from kehoach.renderers import as_sqlite

        return as_sqlite.Writer(folder)
    from kehoach.renderers import as_csv_tables

    return as_csv_tables.Writer(folder)


def _mark(folder: Path, form: ExportFormat, walk: Walk, counts: dict[str, int], wards: list[str] | None) -> None:
    """Write what the export is: its version, what it was made from, how many rows each table has."""
    from kehoach import __version__
    from kehoach.files.revision import revision
    from kehoach.queries.rows import full
    from kehoach.renderers.as_json import dumps
    from kehoach.reports.export import VERSION

    about = {
        "kehoach_export_version": VERSION,
        "kehoach": __version__,
        "format": form.value,
        "wards": wards,
        "registry": full(revision(walk.registry.root)),
        "tables": counts,
    }
    (folder / MARKER).write_text(dumps(about), "utf-8", newline="\n")


def _said(output: Path, form: ExportFormat, counts: dict[str, int]) -> str:
    from kehoach.vietnamese import number

    nouns = {
        "plans": "kế hoạch",
        "targets": "chỉ tiêu",
        "tasks": "nhiệm vụ",
        "projects": "dự án",
        "actuals": "số liệu",
        "results": "dòng đánh giá",
    }
    listed = ", ".join(f"{number(counts.get(name, 0))} {noun}" for name, noun in nouns.items())
    return f"Đã xuất ra '{output}' ({form.value}): {listed}."
