"""Whether an edit makes a promise lighter, and what had been reported on it before."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.meaning.assess import assess
from kehoach.meaning.figures import Figure
from kehoach.meaning.wording import STATES, unit_of
from kehoach.model.catalogues import Indicator
from kehoach.model.plan import Plan
from kehoach.model.target import Target
from kehoach.revisions.facts import Facts
from kehoach.revisions.pair import Pair
from kehoach.vietnamese import quantity

_NOT_ACHIEVED = "chưa đạt"


def eased(pair: Pair) -> list[tuple[str, str]]:
    """Return in which ways the promise got lighter: the field, and in words; nothing where it did not."""
    ways = [
        (pair.strength == "weaker", "test", "yếu đi"),
        (pair.shift == "later", "when", "lùi hạn"),
        (pair.shift == "removed", "when", "bỏ thời hạn"),
        (pair.old.force == "firm" and pair.new.force == "aim", "force", "thành phấn đấu"),
        (pair.scope == "narrowed", "definition" if pair.measures[0].of == pair.measures[1].of else "of", "thu hẹp phạm vi"),
        (pair.old.condition is None and pair.new.condition is not None, "condition", "thêm điều kiện"),
    ]
    return [(field, words) for holds, field, words in ways if holds]


def missed(facts: Facts, target: Target, plan: Plan, indicator: Indicator | None) -> tuple[int, Figure] | None:
    """Return the last year in which what was reported for the ward missed *target*, with the figure."""
    actuals = facts.actuals(plan.ward)
    years = sorted({int(a.period[:4]) for a in actuals if a.indicator == target.indicator}, reverse=True)
    for year in years:
        found = assess(target, plan, indicator, actuals, year)
        if found.verdict == "missed" and found.figure is not None:
            return year, found.figure
    return None


def reported(figure: Figure, target: Target, indicator: Indicator | None) -> str:
    """Return a reported figure in words."""
    if isinstance(figure.value, str):
        return STATES.get(figure.value, _NOT_ACHIEVED)
    return quantity(figure.value, unit_of(target, indicator))


def lightened(facts: Facts) -> Iterator[tuple[Pair, str, str]]:
    """Yield the targets whose promise got lighter, with the first field that shows it and all the ways in words."""
    for pair in facts.pairs:
        ways = eased(pair)
        if ways:
            yield pair, ways[0][0], ", ".join(words for _, words in ways)
