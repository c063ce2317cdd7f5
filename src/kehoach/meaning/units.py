"""What a unit of measure can hold: shares stop at their cap, things are counted whole, nothing but a growth is below zero."""

from __future__ import annotations

import re
from decimal import Decimal

from kehoach.meaning.subject import Subject
from kehoach.model.catalogues import Indicator
from kehoach.vietnamese import canonical, number, quantity

COUNTED = re.compile(
    "người|hộ|căn|trường|phòng|lớp|khóa|bác sĩ|giường|doanh nghiệp|hợp tác xã|cơ sở|dự án|công trình|tuyến|mô hình|"
    "tổ dân phố|thôn|vụ|lần|buổi|cuộc|hội nghị|lao động|chi đoàn|đoàn viên"
)
"""Units of things that are counted whole."""


def beyond(value: int | Decimal, subject: Subject, indicator: Indicator) -> str | None:
    """Return why no such figure can be reported, in Vietnamese, ``None`` where it can."""
    unit = subject.unit_in(indicator)
    if subject.growth:
        return "giảm thì nhiều nhất là 100%" if value < -100 else None
    own = subject.unit is None or (indicator.unit is not None and canonical(subject.unit) == canonical(indicator.unit))
    highest = None if indicator.direction == "down" and indicator.cap == 0 else indicator.cap  # where falling ends is no ceiling
    if own and highest is not None and value > highest:
        return f"cao nhất chỉ có thể là {quantity(highest, unit)}"
    if value < 0:
        return "số này không thể dưới 0"
    if unit and COUNTED.fullmatch(unit) and value != int(value):
        return f"{unit} chỉ đếm số nguyên"
    return None


def quotient(num: int | Decimal, den: int | Decimal, subject: Subject, indicator: Indicator) -> Decimal | None:
    """Return the ratio of two figures in the subject's unit, ``None`` where it is no ratio."""
    unit = subject.unit_in(indicator) or ""
    own = subject.unit is None or canonical(subject.unit) == canonical(indicator.unit or "")
    if subject.growth or den <= 0:
        return None
    if own and indicator.ratio is not None:
        return Decimal(num) / Decimal(den) * Decimal(indicator.ratio.scale)
    return Decimal(num) / Decimal(den) * 100 if unit.startswith("%") else None


def agrees(value: int | Decimal, exact: Decimal) -> bool:
    """Tell whether *value* is *exact* rounded to the digits that *value* was written with."""
    exponent = Decimal(value).as_tuple().exponent
    step = Decimal(1).scaleb(min(int(exponent), 0))
    return abs(Decimal(value) - exact) <= step / 2


def as_typed(value: int | Decimal) -> str:
    """Return a figure as a person would type it, without points between thousands: ``1234,5``."""
    return number(value).replace(".", "")
