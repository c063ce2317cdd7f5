"""Options that several commands share, worded once."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from kehoach.errors import KehoachError, UnknownName


class Format(StrEnum):
    """How a listing is written."""

    table = "table"
    json = "json"
    csv = "csv"
    md = "md"


class BadFormat(KehoachError):
    """``--format`` names no format."""

    def __init__(self, text: str, known: list[str]) -> None:
        super().__init__(f"Không có định dạng '{text}'.", f"Chọn một trong: {', '.join(known)}.")


class UnknownSeverity(UnknownName):
    """``--severity`` or ``--fail-on`` names no severity."""

    noun = "mức độ"

    def __init__(self, name: str, known: list[str]) -> None:
        super().__init__(name, known)
        self.remedy = f"Chọn một trong: {', '.join(known)}."


class NotANumber(KehoachError):
    """An option that takes a year got something else."""

    def __init__(self, text: str) -> None:
        super().__init__(f"'{text}' không phải là một năm.", "Viết bốn chữ số, ví dụ 2027.")


def format_of(text: str) -> Format:
    """Return the format typed."""
    if text not in list(Format):
        raise BadFormat(text, list(Format))
    return Format(text)


def year_of(text: str | int) -> int:
    """Return the year typed."""
    if not str(text).isdecimal():
        raise NotANumber(str(text))
    return int(text)


def _wards(incomplete: str) -> list[str]:
    """Complete a ward by the folders there are; nothing is parsed."""
    from kehoach.files.folder import find_root, wards_on_disk

    try:
        return [ward for ward in wards_on_disk(find_root(None)) if ward.startswith(incomplete)]
    except KehoachError:
        return []


Ward = Annotated[
    list[str] | None, typer.Option("--ward", metavar="PHƯỜNG", help="Chỉ phường này: mã hoặc tên, có dấu hay không", autocompletion=_wards)
]
Plan = Annotated[list[str] | None, typer.Option("--plan", metavar="KẾ_HOẠCH", help="Chỉ kế hoạch này")]
Indicator = Annotated[list[str] | None, typer.Option("--indicator", metavar="CHỈ_TIÊU", help="Chỉ chỉ tiêu này: mã, tên hoặc tên khác")]
Field = Annotated[list[str] | None, typer.Option("--field", metavar="LĨNH_VỰC", help="Chỉ lĩnh vực này: mã hoặc tên")]
Unit = Annotated[list[str] | None, typer.Option("--unit", metavar="ĐƠN_VỊ", help="Chỉ đơn vị này: mã hoặc tên")]
Year = Annotated[list[int] | None, typer.Option("--year", metavar="NĂM", parser=year_of, help="Đang có hiệu lực trong năm này")]
Due = Annotated[list[int] | None, typer.Option("--due", metavar="NĂM", parser=year_of, help="Đến hạn trong năm này")]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="NGÀY", help="Chỉ những gì có hiệu lực, đã biết vào ngày này, theo ngày của văn bản")
]
Search = Annotated[list[str] | None, typer.Option("--search", metavar="CHỮ", help="Có chữ này, không cần dấu")]


def object_format_of(text: str) -> Format:
    """Return the format typed for a command that writes lines or one object."""
    if text not in (Format.table, Format.json):
        raise BadFormat(text, [Format.table, Format.json])
    return Format(text)


Output = Annotated[Format, typer.Option("--format", metavar="table|json|csv|md", parser=format_of, help="Cách in")]
ObjectOutput = Annotated[Format, typer.Option("--format", metavar="table|json", parser=object_format_of, help="Cách in")]
CsvExcel = Annotated[bool, typer.Option("--csv-excel", help="CSV cho Excel tiếng Việt: mở bằng nháy đúp (BOM, dấu ;, dấu phẩy thập phân)")]
