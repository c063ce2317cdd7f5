"""A commitment in Vietnamese words: "từ 97% trở lên", "giảm từ 5% đến 6%", "hằng năm 2026-2030"."""

from __future__ import annotations

from decimal import Decimal

from kehoach.meaning.entered import STATE_WORDS
from kehoach.meaning.time import Due
from kehoach.model.catalogues import Indicator
from kehoach.model.commitment import Test
from kehoach.model.target import Target
from kehoach.vietnamese import date_words, quantity

STATES = {"achieved": "đạt", "maintained": "giữ vững"}
_GROWTH = {"growth": "tăng", "avg_growth": "tăng bình quân"}


def unit_of(target: Target, indicator: Indicator | None) -> str | None:
    """Return the unit of the target's test: per cent for a growth, else its own or its indicator's."""
    if target.stat in _GROWTH:
        return "%"
    return target.unit or (indicator.unit if indicator else None)


def commitment(target: Target, indicator: Indicator | None) -> str:
    """Return the commitment in words, without its time."""
    unit = unit_of(target, indicator)
    if target.stat not in _GROWTH or target.test.is_ is not None:
        return bounds(target.test, unit)
    verb, test = _GROWTH[target.stat], target.test
    if all(figure <= 0 for figure in test.figures):
        verb, test = verb.replace("tăng", "giảm"), _negated(test)
    return f"{verb} {bounds(test, '%/năm' if target.stat == 'avg_growth' else unit)}"


def bounds(test: Test, unit: str | None) -> str:
    """Return the words of a test in *unit*."""
    if test.is_ is not None:
        return STATES[test.is_]
    if test.eq is not None:
        return quantity(test.eq, unit)
    lower, upper = test.lower, test.upper
    if lower is not None and upper is not None:
        low = ("từ " if test.ge is not None else "trên ") + quantity(lower, "%" if unit and unit.startswith("%") else None)
        return low + (" đến " if test.le is not None else " đến dưới ") + quantity(upper, unit)
    if test.ge is not None:
        return f"từ {quantity(test.ge, unit)} trở lên"
    if test.gt is not None:
        return f"trên {quantity(test.gt, unit)}"
    if test.le is not None:
        return f"không quá {quantity(test.le, unit)}"
    return f"dưới {quantity(test.lt, unit)}" if test.lt is not None else ""


def value_words(value: int | Decimal | str, unit: str | None) -> str:
    """Return a reported value in words: ``97,5%``, ``không đạt``."""
    return STATE_WORDS[value] if isinstance(value, str) else quantity(value, unit)


def _negated(test: Test) -> Test:
    def flip(value: int | Decimal | None) -> int | Decimal | None:
        return None if value is None else -value

    return Test(ge=flip(test.le), gt=flip(test.lt), le=flip(test.ge), lt=flip(test.gt), eq=flip(test.eq))


def time_words(due: Due) -> str:
    """Return a time in words, short enough for a table cell."""
    first = date_words(due.first) if due.first else None
    last = date_words(due.last) if due.last else None
    if due.kind in ("each_year", "over") and first and first == last:
        return f"năm {last}" if len(last) == 4 else last
    span = f"{first}-{last}" if first and last else f"từ {first}" if first else f"đến {last}" if last else ""
    return {
        "by": f"đến {last}",
        "each_year": f"hằng năm {span}".strip(),
        "over": f"cả giai đoạn {span}",
        "since": f"từ {first}",
        "ongoing": "thường xuyên",
        "undated": "không ghi thời hạn",
    }[due.kind]
