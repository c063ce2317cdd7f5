"""Whether a typed figure can be what it is said to be: a state for a state, within its unit, equal to its own fraction."""

from __future__ import annotations

from decimal import Decimal

from kehoach.errors import KehoachError
from kehoach.meaning import entered
from kehoach.meaning.figures import rounded
from kehoach.meaning.subject import Subject
from kehoach.meaning.units import agrees, as_typed, beyond, quotient
from kehoach.meaning.wording import value_words
from kehoach.model.catalogues import Indicator

Figure = int | Decimal


class StateWanted(KehoachError):
    """A figure for a state."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"'{text}' là một con số, mà chỉ tiêu này là một trạng thái.", f"Nhập một trong: {', '.join(entered.STATE_WORDS.values())}."
        )


class FigureWanted(KehoachError):
    """A state for a figure."""

    def __init__(self, text: str, unit: str | None) -> None:
        super().__init__(
            f"'{text}' là một trạng thái, mà chỉ tiêu này là một con số.", f"Nhập con số{f' theo {unit}' if unit else ''}, ví dụ 97,5."
        )


class GrowthOfState(KehoachError):
    """A growth of a state."""

    def __init__(self) -> None:
        super().__init__("Chỉ tiêu này là một trạng thái nên không có tăng trưởng.", "Bỏ --growth.")


class BeyondUnit(KehoachError):
    """A figure that its unit cannot have."""

    def __init__(self, words: str, why: str) -> None:
        super().__init__(f"Không thể là {words}: {why}.", "Kiểm tra lại con số, đơn vị tính, dấu phẩy thập phân.")


class HalfAFraction(KehoachError):
    """A numerator without its denominator, or the reverse."""

    def __init__(self, missing: str) -> None:
        super().__init__(f"Thiếu {missing}.", "Nhập đủ cả tử số và mẫu số, hoặc bỏ cả hai.")


class NoFraction(KehoachError):
    """A fraction where the figure is none."""

    def __init__(self) -> None:
        super().__init__("Chỉ tiêu này không phải là tỷ lệ nên không có tử số, mẫu số.", "Bỏ tử số và mẫu số; cần thì ghi vào ghi chú.")


class OtherQuotient(KehoachError):
    """A fraction that does not give the figure."""

    def __init__(self, fraction: str, given: str, words: str) -> None:
        super().__init__(f"{fraction} được {given}, không phải {words}.", "Kiểm tra lại tử số, mẫu số và giá trị.")


def value(text: str, subject: Subject, indicator: Indicator) -> Figure | str:
    """Return the figure or state typed for *subject*.

    Raises:
        KehoachError: it is none, could be two, is of the other kind, or cannot be in its unit.
    """
    if indicator.type == "state":
        if subject.growth:
            raise GrowthOfState
        if entered.is_state(text):
            return entered.state(text)
        if any(char.isdigit() for char in text):
            raise StateWanted(text)
        raise entered.NotAState(text)
    unit = subject.unit_in(indicator)
    if entered.is_state(text):
        raise FigureWanted(text, unit)
    return possible(entered.figure(text, unit), subject, indicator)


def possible(figure: Figure, subject: Subject, indicator: Indicator) -> Figure:
    """Return *figure* where its unit can have it.

    Raises:
        BeyondUnit: it cannot.
    """
    if why := beyond(figure, subject, indicator):
        raise BeyondUnit(value_words(figure, subject.unit_in(indicator)), why)
    return figure


def fraction(num: Figure | None, den: Figure | None, figure: Figure | str, subject: Subject, indicator: Indicator) -> None:
    """See that *num* over *den*, where they are given, is *figure* to the digits it was typed with.

    Raises:
        HalfAFraction, NoFraction, OtherQuotient: one of them is missing, the figure is no ratio, or another one.
    """
    if num is None and den is None:
        return
    if num is None or den is None:
        raise HalfAFraction("tử số" if num is None else "mẫu số")
    words = f"{as_typed(num)}/{as_typed(den)}"
    if den <= 0 or num < 0:
        raise OtherQuotient(words, "một số không có nghĩa", "một tỷ lệ")
    exact = None if isinstance(figure, str) else quotient(num, den, subject, indicator)
    if exact is None or isinstance(figure, str):
        raise NoFraction
    if not agrees(figure, exact):
        unit = subject.unit_in(indicator)
        raise OtherQuotient(words, value_words(rounded(exact), unit), value_words(figure, unit))
