"""What a person types for a figure or a state, in Vietnamese: ``97,5``, ``1.234,5``, ``97,5 %``, ``đạt``; what could be two things is asked."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import get_args

from kehoach.errors import BadDate, KehoachError
from kehoach.meaning.time import last_day
from kehoach.model.results import Quality, State
from kehoach.model.scalars import DATE
from kehoach.vietnamese import canonical, fold, squeeze

_MINUS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
_FIGURE = re.compile(r"([-+]?\s*[0-9][0-9.,\s]*)(.*)", re.DOTALL)
_PLAIN = re.compile(r"[-+]?[0-9]+(?:,[0-9]+)?")
_GROUPED = re.compile(r"[-+]?[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?|[-+]?[1-9][0-9]{0,2}(?: [0-9]{3})+(?:,[0-9]+)?")
_POINTED = re.compile(r"[-+]?[0-9]+\.[0-9]+")
_EITHER = re.compile(r"([-+]?)([1-9][0-9]{0,2})\.([0-9]{3})")
_DAY = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")
MOST_WHOLE, MOST_BEFORE, MOST_AFTER = 15, 9, 6
"""Digits of a whole number, and before and after the comma: what every parser of a registry file keeps exactly."""

QUALITY_WORDS: dict[Quality, str] = {"official": "chính thức", "estimate": "ước", "provisional": "sơ bộ"}
STATE_WORDS: dict[str, str] = {"achieved": "đạt", "not_achieved": "không đạt", "maintained": "giữ vững"}
_STATES: dict[str, str] = {
    **{fold(words): code for code, words in STATE_WORDS.items()},
    **{code: code for code in get_args(State)},
    "chua dat": "not_achieved",
}
_QUALITIES: dict[str, Quality] = {
    **{fold(words): code for code, words in QUALITY_WORDS.items()},
    **{code: code for code in get_args(Quality)},
    "uoc thuc hien": "estimate",
}


class NotAFigure(KehoachError):
    """A text where a number was wanted."""

    def __init__(self, text: str, why: str = "không phải là một con số") -> None:
        super().__init__(
            f"'{text}' {why}.", "Viết số trơn theo lối Việt Nam: 97,5 hoặc 1234,5; chữ (ước, khoảng, nguồn) để ở chất lượng hoặc ghi chú."
        )


class TwoReadings(KehoachError):
    """``1.234``: a thousand and more, or one and a fraction?"""

    def __init__(self, text: str, whole: str, decimal: str) -> None:
        super().__init__(
            f"'{text}' có thể là {whole} hoặc {decimal}.", f"Viết {whole} (không có dấu chấm), hoặc {decimal} (dấu phẩy thập phân)."
        )


class OtherUnit(KehoachError):
    """A figure typed with a unit that is not the indicator's."""

    def __init__(self, text: str, typed: str, unit: str | None) -> None:
        wanted = f"đơn vị tính là {unit}" if unit else "chỉ tiêu này không có đơn vị tính"
        remedy = "Đổi ra đơn vị ấy rồi chỉ viết con số" + (
            "; nếu là mức tăng, giảm so với năm trước thì ghi là tăng trưởng." if "%" in typed else "."
        )
        super().__init__(f"'{text}' ghi theo '{typed}' mà {wanted}.", remedy)


class TooManyDigits(KehoachError):
    """More digits than a registry file keeps exactly."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"'{text}' có quá nhiều chữ số (nhiều nhất {MOST_AFTER} chữ số sau dấu phẩy, {MOST_BEFORE} trước đó; số nguyên {MOST_WHOLE}).",
            "Làm tròn như văn bản in, hoặc đổi sang đơn vị lớn hơn.",
        )


class NotAState(KehoachError):
    """A text where a state was wanted."""

    def __init__(self, text: str) -> None:
        super().__init__(f"'{text}' không phải là một trạng thái.", f"Chỉ tiêu này nhận một trong: {', '.join(STATE_WORDS.values())}.")


class NotAQuality(KehoachError):
    """A text where the quality of a figure was wanted."""

    def __init__(self, text: str) -> None:
        super().__init__(f"Không có loại số liệu '{text}'.", f"Chọn một trong: {', '.join(QUALITY_WORDS.values())}.")


def figure(text: str, unit: str | None) -> int | Decimal:
    """Return the number typed, with as many decimal places as were typed; its unit may stand behind it.

    Raises:
        TwoReadings: ``1.234`` could be two numbers.
        OtherUnit: it is typed with another unit.
        NotAFigure, TooManyDigits: it is no number, or not one that a file can hold.
    """
    plain = squeeze(text).translate(_MINUS)
    match = _FIGURE.fullmatch(plain)
    if match is None:
        raise NotAFigure(text)
    digits, behind = re.sub(r"^([-+])\s+", r"\1", match[1].strip()), match[2].strip()
    if behind and not _same_unit(behind, unit):
        raise OtherUnit(text, behind, unit) if _reads(digits) else NotAFigure(text)
    if either := _EITHER.fullmatch(digits):
        sign, whole, rest = either.groups()
        raise TwoReadings(text, f"{sign}{whole}{rest}", f"{sign}{whole},{rest}")
    if not _reads(digits):
        raise NotAFigure(text, "không đọc được thành một con số")
    return bounded(_number(digits), text)


def bounded(value: int | Decimal, text: str) -> int | Decimal:
    """Return *value* where a registry file keeps it exactly.

    Raises:
        TooManyDigits: it does not.
    """
    whole, _, fraction = format(Decimal(value), "f").lstrip("-").partition(".")
    if len(whole) > (MOST_BEFORE if fraction.rstrip("0") else MOST_WHOLE) or len(fraction.rstrip("0")) > MOST_AFTER:
        raise TooManyDigits(text)
    return value


def state(text: str) -> str:
    """Return the state typed: ``đạt``, ``không đạt``, ``giữ vững``, or as the files have it.

    Raises:
        NotAState: it is none.
    """
    found = _STATES.get(fold(text))
    if found is None:
        raise NotAState(text)
    return found


def is_state(text: str) -> bool:
    """Tell whether *text* names a state."""
    return fold(text) in _STATES


def quality(text: str) -> Quality:
    """Return the quality typed: ``chính thức``, ``ước``, ``sơ bộ``, or as the files have it.

    Raises:
        NotAQuality: it is none.
    """
    found = _QUALITIES.get(fold(text))
    if found is None:
        raise NotAQuality(text)
    return found


def date_text(text: str) -> str:
    """Return a date typed as kehoach writes it: ``31/12/2027`` becomes ``2027-12-31``.

    Raises:
        BadDate: it is none.
    """
    match = _DAY.fullmatch(text.strip())
    written = f"{match[3]}-{int(match[2]):02d}-{int(match[1]):02d}" if match else text.strip()
    if not DATE.match(written):
        raise BadDate(text)
    try:
        last_day(written)
    except ValueError:
        raise BadDate(text) from None
    return written


def _reads(digits: str) -> bool:
    return any(form.fullmatch(digits) for form in (_PLAIN, _GROUPED, _POINTED))


def _number(digits: str) -> int | Decimal:
    if _POINTED.fullmatch(digits) and not _GROUPED.fullmatch(digits):
        return Decimal(digits)
    plain = digits.replace(".", "").replace(" ", "").replace(",", ".")
    return Decimal(plain) if "." in plain else int(plain)


def _same_unit(typed: str, unit: str | None) -> bool:
    if not unit:
        return False
    return canonical(typed) == canonical(unit) or (typed == "%" and unit.startswith("%")) or (typed == "‰" and unit.startswith("‰"))
