"""From the cells of a row to the entries of a figure: each read as its column demands, every fault kept with its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kehoach.errors import BadDate, KehoachError
from kehoach.files.workbook.cells import Cell, plain
from kehoach.meaning import checked, entered
from kehoach.meaning.units import as_typed
from kehoach.model.form import Fault
from kehoach.vietnamese import date_words

if TYPE_CHECKING:
    from kehoach.files.workbook.columns import EntryName
    from kehoach.meaning.subject import Subject
    from kehoach.model.catalogues import Indicator

Figure = int | Decimal


class CellFault(KehoachError):
    """What the cell itself is."""


class DateForFigure(KehoachError):
    """A spreadsheet made a date of what was typed."""

    def __init__(self, day: date) -> None:
        super().__init__(
            f"Ô là ngày tháng ({date_words(day.isoformat())}), không phải con số.",
            "Đổi định dạng của ô thành General rồi gõ lại con số; bảng tính hay tự đổi 1/2, 3.4 thành ngày.",
        )


class PercentOfOtherUnit(KehoachError):
    """A percentage where the unit is none."""

    def __init__(self, percent: str, unit: str | None) -> None:
        super().__init__(
            f"Ô ghi theo phần trăm ({percent}) mà {f'đơn vị tính là {unit}' if unit else 'ở đây không tính theo phần trăm'}.",
            "Đổi định dạng của ô thành General rồi gõ lại con số.",
        )


class WordsWanted(KehoachError):
    """A date or a number where the name of a document belongs."""

    def __init__(self, text: str) -> None:
        super().__init__(f"'{text}' không phải là tên văn bản.", "Ghi loại, số, ký hiệu văn bản, ví dụ Báo cáo số 12/BC-UBND.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """What a row says; ``None`` where a cell is empty."""

    value: Figure | str | None = None
    quality: str | None = None
    document: str | None = None
    date: str | None = None
    num: Figure | None = None
    den: Figure | None = None
    note: str | None = None


def fault(sheet: str, place: str, row: str, error: KehoachError) -> Fault:
    """Return a failure as the fault of a cell."""
    message = error.message.rstrip(".")
    return Fault(sheet=sheet, cell=place, row=row, message=message[:1].lower() + message[1:], remedy=error.remedy or "")


def entries_of(
    sheet: str, name: str, cells: Mapping[EntryName, Cell], subject: Subject | None, indicator: Indicator | None
) -> tuple[Entries, list[Fault]]:
    """Return the entries of a row about *subject* (``None`` for the common source) and the faults of its cells."""
    found: dict[str, Any] = {}
    faults: list[Fault] = []

    for entry, cell in cells.items():
        if subject is None and entry not in ("document", "date"):
            continue
        try:
            found[entry] = _entry(entry, cell, subject, indicator)
        except KehoachError as error:
            faults.append(fault(sheet, cell.place, name, error))
    return Entries(**found), faults


def _entry(entry: EntryName, cell: Cell, subject: Subject | None, indicator: Indicator | None) -> Figure | str | None:
    if cell.why:
        raise CellFault(f"Ô {cell.why}", cell.remedy)
    if cell.content is None:
        return None
    if entry == "value" and subject is not None and indicator is not None:
        return _value(cell, subject, indicator)
    if entry in ("num", "den"):
        return _number(cell, None)
    if entry == "quality":
        return entered.quality(_words(cell))
    if entry == "date":
        return _date(cell)
    if entry == "document" and not isinstance(cell.content, str):
        raise WordsWanted(_words(cell))
    return _words(cell)


def _value(cell: Cell, subject: Subject, indicator: Indicator) -> Figure | str:
    if isinstance(cell.content, str):
        return checked.value(cell.content, subject, indicator)
    if indicator.type == "state":
        raise checked.StateWanted(_words(cell))
    return checked.possible(_number(cell, subject.unit_in(indicator)), subject, indicator)


def _number(cell: Cell, unit: str | None) -> Figure:
    content = cell.content
    if isinstance(content, str):
        return entered.figure(content, unit)
    if isinstance(content, date):
        raise DateForFigure(content)
    assert content is not None  # noqa: S101  # an empty cell was seen to before
    if cell.percent:
        content = plain(Decimal(content) * 100)
        if not (unit or "").startswith("%"):
            raise PercentOfOtherUnit(f"{as_typed(content)}%", unit)
    return entered.bounded(content, as_typed(content))


def _date(cell: Cell) -> str:
    content = cell.content
    if isinstance(content, date):
        return content.isoformat()
    return entered.date_text(content) if isinstance(content, str) else _year(content)


def _year(number: Figure | None) -> str:
    if isinstance(number, int) and 1900 <= number <= 2199:
        return str(number)
    raise BadDate(str(number))


def _words(cell: Cell) -> str:
    content = cell.content
    if isinstance(content, date):
        return date_words(content.isoformat())
    return content if isinstance(content, str) else as_typed(content or 0)


def see_fraction(entries: Entries, subject: Subject, indicator: Indicator) -> None:
    """See that numerator and denominator, where they are given, give the figure.

    Raises:
        KehoachError: they do not, or one of the three is missing.
    """
    if entries.value is not None:
        checked.fraction(entries.num, entries.den, entries.value, subject, indicator)
    elif entries.num is not None or entries.den is not None:
        raise CellFault("Có tử số, mẫu số mà ô Thực hiện để trống.", "Ghi giá trị vào ô Thực hiện, hoặc xóa tử số và mẫu số.")
