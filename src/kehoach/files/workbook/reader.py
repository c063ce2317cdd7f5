"""The form as it came back: found by its marks, not by names or places; every fault of its structure at once."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from io import BytesIO
from pathlib import Path
from typing import Any

from kehoach.errors import CannotRead, KehoachError
from kehoach.files.workbook.cells import Cell, plain, read
from kehoach.files.workbook.columns import COMMON, ENTRIES, FORMAT, KEY_HEAD, NAME_HEAD, STATE_KEYS, EntryName
from kehoach.files.workbook.guard import contents
from kehoach.meaning.entered import STATE_WORDS
from kehoach.model.form import Fault, Filled
from kehoach.vietnamese import squeeze

MOST_ROWS, MOST_COLUMNS = 5000, 60
"""Where the form is looked for: further out there is at most a stray format."""


class NotAForm(KehoachError):
    """A workbook without the marks of a form."""

    def __init__(self, path: Path, missing: str) -> None:
        super().__init__(
            f"'{path}' không phải biểu do `kehoach form` lập ra, hoặc đã mất phần ẩn: thiếu {missing}.",
            "Lập biểu mới bằng `kehoach form` rồi nhập số vào biểu ấy; đừng chép trang biểu sang tệp khác.",
        )


class OtherFormat(KehoachError):
    """A form of another version of the program."""

    def __init__(self, path: Path, found: str) -> None:
        super().__init__(
            f"'{path}' là biểu theo mẫu {found}, chương trình này đọc mẫu {FORMAT}.",
            "Lập biểu mới bằng `kehoach form` của chính chương trình này, hoặc cập nhật chương trình.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the form with its entries; ``key_place`` is the cell of its key."""

    key: str
    name: str
    name_place: str
    entries: Mapping[EntryName, Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A form that came back: of which ward and year, what stood in the registry when it was made, what stands in it now."""

    raw: bytes
    sheet: str
    ward: str
    year: int
    state: Mapping[str, Filled | None]
    rows: tuple[Row, ...]
    common: Mapping[EntryName, Cell]
    faults: tuple[Fault, ...]


def returned(path: Path) -> Returned:
    """Read the form in *path*.

    Raises:
        CannotRead: it is no workbook that can be opened.
        NotAForm, OtherFormat: it is another workbook, or a form of another version.
    """
    raw = contents(path)
    book, cached = (_opened(path, raw, data_only=only) for only in (False, True))
    ward, year, state = _state(path, book)
    sheets = [(sheet, found) for sheet in book.worksheets if (found := _head(sheet))]
    if not sheets:
        raise NotAForm(path, "cột mã dòng")
    sheet, (head, columns) = sheets[0]
    missing = [name for name in (NAME_HEAD, *ENTRIES.values()) if name not in columns]
    if missing:
        raise NotAForm(path, "cột " + ", ".join(f"'{name}'" for name in missing))
    reading = _Reading(sheet, cached[sheet.title], head, columns)
    rows = tuple(reading.rows())
    faults = (*_twice(sheets), *reading.faults(rows))
    return Returned(
        raw=raw,
        sheet=sheet.title,
        ward=ward,
        year=year,
        state=state,
        rows=tuple(row for row in rows if row.key not in ("", COMMON)),
        common=next((row.entries for row in rows if row.key == COMMON), {}),
        faults=faults,
    )


def _opened(path: Path, raw: bytes, *, data_only: bool) -> Any:
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about parts of Excel that openpyxl does not keep
            return load_workbook(BytesIO(raw), data_only=data_only)
    except Exception as error:  # openpyxl lets through whatever its parsers raise
        raise CannotRead(path, "tệp .xlsx hỏng", "Mở bằng Excel hoặc LibreOffice, lưu lại rồi chạy lại.") from error


def _text(value: object) -> str:
    return squeeze(str(value)) if value is not None else ""


def _state(path: Path, book: Any) -> tuple[str, int, dict[str, Filled | None]]:
    """Return ward, year and what stood in the registry, from the sheet that nobody sees."""
    family = FORMAT.rpartition("/")[0] + "/"
    found = [sheet for sheet in book.worksheets if _text(sheet["A1"].value).startswith(family)]
    if not found:
        raise NotAForm(path, "trang trạng thái ẩn")
    if _text(found[0]["A1"].value) != FORMAT:
        raise OtherFormat(path, _text(found[0]["A1"].value))
    rows = [[_text(cell) for cell in row] for row in found[0].iter_rows(max_row=MOST_ROWS, max_col=len(STATE_KEYS), values_only=True)]
    start = next((index for index, row in enumerate(rows) if row and row[0] == STATE_KEYS[0]), None)
    facts = {row[0]: row[1] for row in rows[1:start] if len(row) > 1}
    if start is None or not facts.get("ward") or not facts.get("year", "").isdecimal():
        raise NotAForm(path, "phường và năm trên trang trạng thái ẩn")
    try:
        state = {row[0]: _filled(dict(zip(rows[start], row, strict=True))) for row in rows[start + 1 :] if row[0]}
    except (InvalidOperation, KeyError) as error:
        raise NotAForm(path, "trạng thái của sổ (trang ẩn đã bị sửa)") from error
    return facts["ward"], int(facts["year"]), state


def _filled(row: Mapping[str, str]) -> Filled | None:
    if not row["value"]:
        return None
    value = row["value"] if row["value"] in STATE_WORDS else plain(Decimal(row["value"]))
    num, den = (plain(Decimal(row[key])) if row[key] else None for key in ("num", "den"))
    words = {key: row[key] or None for key in ("document", "date", "note")}
    return Filled(value=value, quality=row["quality"], num=num, den=den, **words)


def _head(sheet: Any) -> tuple[int, dict[str, int]] | None:
    """Return the row of the heads and the column of each, ``None`` where the mark of the keys does not stand."""
    for cells in sheet.iter_rows(max_row=min(sheet.max_row, 60), max_col=min(sheet.max_column, MOST_COLUMNS)):
        words = {_text(cell.value): cell.column for cell in cells if cell.value is not None}
        if KEY_HEAD in words:
            return cells[0].row, words
    return None


def _twice(sheets: list[Any]) -> Iterator[Fault]:
    for sheet, (head, columns) in sheets[1:]:
        place = sheet.cell(head, columns[KEY_HEAD]).coordinate
        yield Fault(
            sheet=sheet.title,
            cell=place,
            row="",
            message=f"tệp có hai trang biểu: '{sheets[0][0].title}' và '{sheet.title}'",
            remedy="Xóa trang thừa, giữ một trang có số đúng.",
        )


class _Reading:
    """The lines of one sheet."""

    def __init__(self, sheet: Any, cached: Any, head: int, columns: Mapping[str, int]) -> None:
        self.sheet, self.cached, self.head, self.columns = sheet, cached, head, columns

    def rows(self) -> Iterator[Row]:
        for number in range(1, min(self.sheet.max_row, MOST_ROWS) + 1):
            key = _text(self.sheet.cell(number, self.columns[KEY_HEAD]).value)
            if number == self.head or (number < self.head and key != COMMON):
                continue
            name = self.sheet.cell(number, self.columns[NAME_HEAD])
            entries = {entry: self._cell(number, self.columns[head]) for entry, head in ENTRIES.items()}
            yield Row(key=key, name=_text(name.value), name_place=name.coordinate, entries=entries)

    def _cell(self, row: int, column: int) -> Cell:
        return read(self.sheet.cell(row, column), self.cached.cell(row, column))

    def faults(self, rows: tuple[Row, ...]) -> Iterator[Fault]:
        yield from self._merged()
        often = Counter(row.key for row in rows if row.key)
        for row in rows:
            value = row.entries["value"]
            if often[row.key] > 1:
                yield self.fault(
                    row, row.name_place, f"mã dòng `{row.key}` có ở {often[row.key]} dòng", "Xóa dòng chép thừa, giữ một dòng có số đúng."
                )
            if not row.key and (value.content is not None or value.why):
                message = "dòng này có số mà không có mã dòng (dòng tự thêm?)"
                yield self.fault(
                    row, value.place, message, "Nhập vào đúng dòng của chỉ tiêu; chỉ tiêu không có trong biểu thì dùng `kehoach record`."
                )

    def _merged(self) -> Iterator[Fault]:
        for area in self.sheet.merged_cells.ranges:
            keys = {_text(self.sheet.cell(row, self.columns[KEY_HEAD]).value) for row in range(area.min_row, area.max_row + 1)} - {
                "",
                KEY_HEAD,
            }
            taken = ("document", "date") if keys <= {COMMON} else tuple(ENTRIES)
            if keys and any(area.min_col <= self.columns[ENTRIES[entry]] <= area.max_col for entry in taken):
                place = self.sheet.cell(area.min_row, area.min_col).coordinate
                name = _text(self.sheet.cell(area.min_row, self.columns[NAME_HEAD]).value)
                message = f"các ô {area.coord} bị gộp nên không rõ số nào của dòng nào"
                yield Fault(
                    sheet=self.sheet.title, cell=place, row=name, message=message, remedy="Bỏ gộp ô (Unmerge Cells) rồi nhập từng ô."
                )

    def fault(self, row: Row, place: str, message: str, remedy: str) -> Fault:
        return Fault(sheet=self.sheet.title, cell=place, row=row.name, message=message, remedy=remedy)
