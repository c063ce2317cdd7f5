"""One cell of a workbook: what a person put there, or why it cannot be taken."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from kehoach.vietnamese import squeeze

Content = int | Decimal | str | date
_LITERAL = re.compile(r'"[^"]*"|\\.|_.')
"""Parts of a number format that only print themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """``place`` is its name (``G7``); ``why`` and ``remedy`` say what is wrong with it; ``percent`` that it shows a fraction as per cent."""

    place: str
    content: Content | None = None
    percent: bool = False
    why: str | None = None
    remedy: str = ""


def read(cell: Any, cached: Any) -> Cell:
    """Return what *cell* holds; *cached* is the same cell with the last results of formulas."""
    place = cell.coordinate
    if cell.data_type == "f":
        if cached.value is None:
            remedy = "Mở bằng Excel hoặc LibreOffice và lưu lại để có kết quả, hoặc gõ thẳng con số."
            return Cell(place=place, why="là công thức chưa có kết quả", remedy=remedy)
        cell = cached
    value = cell.value
    if value is None or (isinstance(value, str) and cell.data_type != "e" and not squeeze(value)):
        return Cell(place=place)
    if cell.data_type == "e":
        return Cell(place=place, why=f"báo lỗi {value}", remedy="Sửa công thức, hoặc gõ thẳng giá trị.")
    if isinstance(value, bool):
        remedy = "Gõ con số, hoặc chọn đạt, không đạt trong danh sách của ô."
        return Cell(place=place, why=f"là giá trị đúng/sai ({'TRUE' if value else 'FALSE'})", remedy=remedy)
    if isinstance(value, int | float):
        return _number(place, value, str(cell.number_format))
    if isinstance(value, datetime):
        return Cell(place=place, content=value.date())
    if isinstance(value, date):
        return Cell(place=place, content=value)
    if isinstance(value, str):
        return Cell(place=place, content=squeeze(value))
    return Cell(place=place, why=f"là giờ hoặc khoảng thời gian ({value})", remedy="Đổi định dạng của ô thành General rồi gõ lại.")


def _number(place: str, value: float, form: str) -> Cell:
    """Return a number with the fifteen digits that a spreadsheet keeps, without the noise of its binary form."""
    try:
        exact = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")
    except (InvalidOperation, OverflowError):
        exact = Decimal("NaN")
    if not exact.is_finite():
        return Cell(place=place, why="không phải là một con số", remedy="Gõ lại con số.")
    return Cell(place=place, content=plain(exact), percent="%" in _LITERAL.sub("", form))


def plain(value: Decimal) -> int | Decimal:
    """Return a number as the files have it: whole ones as integers."""
    return int(value) if value == value.to_integral_value() else value.normalize()
