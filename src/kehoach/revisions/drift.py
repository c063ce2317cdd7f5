"""How far a promise has come from the version that was first committed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kehoach.meaning.time import Due, last_day
from kehoach.meaning.wording import unit_of
from kehoach.model.plan import Plan
from kehoach.model.target import Target
from kehoach.revisions.facts import Facts
from kehoach.revisions.pair import Pair
from kehoach.vietnamese import number, quantity


def since_signed(facts: Facts, pair: Pair) -> Pair | None:
    """Return how the old side of *pair* stands to the version first committed, ``None`` where nothing got lighter until then.

    A later version that declares itself a transcription takes the first one's place: the first was a slip of the pen.
    """
    first = next(facts.versions(pair), None)
    if first is None or not _lighter(before := _pair(pair, first)):
        return None
    natures = None
    for version in facts.versions(pair):
        nature = version[1].nature
        if nature is not None and nature.kind == "transcription" and nature != natures:
            before = _pair(pair, version)
        natures = nature
    return before if _lighter(before) else None


def _pair(pair: Pair, first: tuple[Plan, Target]) -> Pair:
    return replace(
        pair,
        old=first[1],
        new=pair.old,
        old_plan=first[0],
        new_plan=pair.old_plan,
        new_indicator=pair.old_indicator,
        same_indicator=first[1].indicator == pair.old.indicator,
        changes={},
    )


def _lighter(before: Pair) -> bool:
    return before.strength == "weaker" or before.shift == "later"


def figures_apart(first: Target, pair: Pair) -> str:
    """Return how far the figure has come, in the unit of the test; per cent as points."""
    up = pair.direction == "up"
    one, two = (Decimal((test.lower if up else test.upper) or 0) for test in (first.test, pair.new.test))
    unit, apart = unit_of(pair.new, pair.new_indicator), abs(one - two)
    return f"{number(apart)} điểm phần trăm" if unit == "%" else quantity(apart, unit)


def time_apart(first: Due, last: Due) -> str:
    """Return how much later something is due: years where they come out even, else months, else days."""
    one, two = (last_day((due.last if due.kind in ("by", "over") else due.first) or "") for due in (first, last))
    months = (two.year - one.year) * 12 + two.month - one.month
    if months and months % 12 == 0:
        return f"{number(months // 12)} năm"
    return f"{number(months)} tháng" if months else f"{number((two - one).days)} ngày"
