"""Which of two promises asks for more: compared by the results that keep them, never guessed."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from kehoach.meaning.time import Due, last_day
from kehoach.model.commitment import Direction, Test

Strength = Literal["same", "stronger", "weaker", "shifted"]
Shift = Literal["same", "later", "earlier", "removed", "set", "shifted"]
_OPPOSITE: dict[Strength, Strength] = {"stronger": "weaker", "weaker": "stronger"}


def strength(old: Test, new: Test, direction: Direction | None) -> Strength:
    """Return how *new* stands to *old*, which are in the same unit and on the same measure.

    What counts is the bound that lies on the way to better: the lower one of an indicator that should rise, the upper one of one
    that should fall. A state, an unknown direction, a bound that is missing on either side, or the same bound with another far
    side cannot be ranked: ``shifted``.
    """
    if old == new:
        return "same"
    if direction is None or old.is_ is not None or new.is_ is not None:
        return "shifted"
    first, second = _edge(old, direction), _edge(new, direction)
    if first is None or second is None or first == second:
        return "shifted"
    return "stronger" if (second > first) == (direction == "up") else "weaker"


def _edge(test: Test, direction: Direction) -> tuple[Decimal, int] | None:
    """Return the bound to be reached and whether it must be passed, as a pair that sorts upwards."""
    bound = test.lower if direction == "up" else test.upper
    if bound is None:
        return None
    strict = test.gt is not None if direction == "up" else test.lt is not None
    return Decimal(bound), int(strict) if direction == "up" else -int(strict)


def shift(old: Due, new: Due) -> Shift:
    """Return how the time of *new* stands to that of *old*: a deadline compares by its end, a promise without one by its start.

    Another kind of time (every year against once) cannot be ranked: ``shifted``.
    """
    if old == new:
        return "same"
    dated = [due.kind not in ("ongoing", "undated") for due in (old, new)]
    if dated == [True, False]:
        return "removed"
    if dated == [False, True]:
        return "set"
    if old.kind in ("by", "over") and new.kind in ("by", "over") and old.last and new.last:
        return _order(last_day(old.last), last_day(new.last))
    if old.kind == new.kind == "since" and old.first and new.first:
        return _order(last_day(old.first), last_day(new.first))
    if old.kind == new.kind == "each_year" and old.last == new.last and old.first and new.first:
        return _order(last_day(old.first), last_day(new.first))
    return "shifted"


def _order(first: object, second: object) -> Shift:
    if first == second:
        return "shifted"
    return "later" if second > first else "earlier"  # type: ignore[operator]


def opposite(found: Strength) -> Strength:
    """Return the strength of the same two promises taken the other way round."""
    return _OPPOSITE.get(found, found)
