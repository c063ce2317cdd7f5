"""When a part may be measured against its whole."""

from __future__ import annotations

from kehoach.checks.facts import Facts, target_of
from kehoach.checks.finding import Place
from kehoach.checks.same_words import relation

GROWTH = ("growth", "avg_growth")


def comparable(facts: Facts, one: Place, other: Place) -> bool:
    """Tell whether two amounts are in one unit, of one kind (level or sum) and, for shares, of one base."""
    first, second = target_of(one), target_of(other)
    unit = facts.unit(one)
    if first.stat in GROWTH or first.stat != second.stat or unit is None or unit != facts.unit(other):
        return False
    return not unit.startswith("%") or relation(facts.scope(one) or "", facts.scope(other) or "") == "same"
