"""Whether a reported value keeps a promise, and whether it goes beyond it."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from kehoach.model.catalogues import Indicator
from kehoach.model.commitment import Direction, Test

Value = int | Decimal | str
Judgement = Literal["met", "exceeded", "missed"]


def admits(test: Test, value: int | Decimal) -> bool:
    """Tell whether *value* lies in the set that the test describes."""
    return (
        (test.eq is None or value == test.eq)
        and (test.ge is None or value >= test.ge)
        and (test.gt is None or value > test.gt)
        and (test.le is None or value <= test.le)
        and (test.lt is None or value < test.lt)
    )


def judge(test: Test, value: Value, indicator: Indicator | None, direction: Direction | None = None) -> Judgement:
    """Return the verdict on a value; *direction* is the target's own, else the indicator's.

    A value past the far side of the test in the good direction exceeds it (so does 98 where 97 was promised), unless the
    test stands at the indicator's cap, beyond which there is nothing.
    """
    if test.is_ is not None or isinstance(value, str):
        return "met" if value == "achieved" else "missed"
    if admits(test, value):
        return "met"
    direction = direction or (indicator.direction if indicator else None)
    beyond = (direction == "up" and test.upper is not None and value >= test.upper) or (
        direction == "down" and test.lower is not None and value <= test.lower
    )
    if not beyond:
        return "missed"
    far = test.upper if direction == "up" else test.lower
    capped = indicator is not None and indicator.cap is not None and far == indicator.cap
    return "met" if capped else "exceeded"
