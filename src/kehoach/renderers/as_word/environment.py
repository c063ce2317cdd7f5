"""The jinja2 environment of templates: sandboxed, strict about names, escaping, with the filters of Vietnamese documents."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from kehoach.renderers.as_word.variables import FILTERS
from kehoach.vietnamese import date_words, number

_PLACE = re.compile(r"\s+(?=(?:phường|xã|đặc khu|thành phố|tỉnh)\s)", re.IGNORECASE)
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)\Z")


def capitals(text: str) -> str:
    """Return *text* in capitals."""
    return str(text).upper()


def long_date(text: str) -> str:
    """Return a day as documents print it, days under 10 and the first two months padded: ``ngày 05 tháng 02 năm 2027``."""
    found = _DATE.match(str(text))
    if found is None:
        return date_words(text) if text else ""
    year, month, day = found[1], int(found[2]), found[3]
    return f"ngày {day} tháng {f'{month:02}' if month < 3 else month} năm {year}"


def two_lines(text: str) -> str:
    """Break the name of a body before the place it governs: ``Ủy ban nhân dân`` / ``phường Lê Chân``."""
    return _PLACE.sub("\n", str(text), count=1)


def shortened(text: str) -> str:
    """Return *text* with ``UBND`` for the committee's full name."""
    return re.sub("Ủy ban nhân dân", "UBND", str(text), flags=re.IGNORECASE)


def figure(value: float | Decimal | str) -> str:
    """Return a number as Vietnamese print it; anything else as it is."""
    return number(Decimal(str(value))) if isinstance(value, int | float | Decimal) else str(value)


@cache
def environment() -> ImmutableSandboxedEnvironment:
    """Return the environment every template is parsed and filled in."""
    made = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    own = {"hoa": capitals, "ngay_dai": long_date, "so": figure, "hai_dong": two_lines, "viet_tat": shortened}
    made.filters = {name: own.get(name) or made.filters[name] for name in FILTERS}
    made.globals.clear()
    return made
