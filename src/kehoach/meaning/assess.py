"""The official row of a target in a year: its figure, its verdict, what is still needed (design, section 3).

Nothing is judged from a missing figure, and nothing is interpolated.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from typing import Literal

from kehoach.meaning import figures, time
from kehoach.meaning.figures import Case, Figure, Progress
from kehoach.meaning.measure import series_of
from kehoach.meaning.verdict import judge
from kehoach.model.catalogues import Indicator
from kehoach.model.plan import Plan
from kehoach.model.results import Actual
from kehoach.model.target import Target

Verdict = Literal[
    "not_due", "no_data", "met", "exceeded", "missed", "met_early", "met_late", "conditional", "ambiguous", "undated", "unscored"
]
SCORED: tuple[Verdict, ...] = ("met", "exceeded", "missed", "met_late")
"""Verdicts of a promise that is due and has a figure: what totals count."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """What can be said officially of one reading of a target in one year."""

    target: Target
    verdict: Verdict
    figure: Figure | None = None
    progress: Progress | None = None
    readings: tuple[Assessment, ...] = ()
    """Where the reading is open: the assessment of each, the record's own first."""


def case_of(target: Target, plan: Plan, indicator: Indicator | None, actuals: Sequence[Actual]) -> Case:
    """Return the target with its time read against its plan and the figures of its ward that answer for it."""
    start = time.period(plan)[0]
    return Case(target, indicator, time.resolve(target.when, plan), int(start) if start else None, series_of(actuals, target, indicator))


def assess(target: Target, plan: Plan, indicator: Indicator | None, actuals: Sequence[Actual], year: int) -> Assessment:
    """Return what can be said of *target* in *year*; *actuals* are those of its ward.

    An open reading gives every reading's assessment, and the verdict ``ambiguous`` as soon as one of them would be judged.
    """
    if target.reading is None:
        return _single(case_of(target, plan, indicator, actuals), year)
    every = readings(target)
    if target.reading.decided is not None:
        chosen = min(target.reading.decided.choice, len(every) - 1)
        return _single(case_of(every[chosen], plan, indicator, actuals), year)
    each = tuple(_single(case_of(reading, plan, indicator, actuals), year) for reading in every)
    judged = any(a.verdict in (*SCORED, "met_early") for a in each)
    return replace(each[0], verdict="ambiguous" if judged else each[0].verdict, readings=each)


def readings(target: Target) -> tuple[Target, ...]:
    """Return the target as each reading has it: the record itself, then every alternative laid over it."""
    if target.reading is None:
        return (target,)
    plain = replace(target, reading=None)
    overlays = ({f.name: v for f in fields(a) if (v := getattr(a, f.name)) is not None} for a in target.reading.alternatives)
    return (plain, *(replace(plain, **overlay) for overlay in overlays))


def _single(case: Case, year: int) -> Assessment:
    target, due = case.target, case.due
    undated = due.kind in ("undated", "ongoing")
    found = figures.latest(case, year) if undated else figures.figure(case, year)
    if found is not None and isinstance(found.value, str) != (target.test.is_ is not None):
        found = None  # a state cannot answer for a figure, nor a figure for a state: check says so
    return Assessment(target, _verdict(case, found, year, undated=undated), found, None if undated else figures.progress(case, year))


def _verdict(case: Case, found: Figure | None, year: int, *, undated: bool) -> Verdict:
    target, due = case.target, case.due
    if target.condition is not None and (target.condition.confirmed is None or not target.condition.confirmed.holds):
        return "conditional"
    if undated:
        return "undated"
    is_due = time.applicable(due, year) or (due.kind == "over" and due.last is not None and int(due.last[:4]) <= year)
    if found is None:
        return "no_data" if is_due else "not_due"
    if target.test.is_ == "maintained":
        return "unscored"
    judged = judge(target.test, found.value, case.indicator, target.direction)
    if is_due:
        return "met_late" if judged == "met" and _late(case, year) else judged
    return "met_early" if judged != "missed" and _reached_for_good(case) else "not_due"


def _reached_for_good(case: Case) -> bool:
    """Tell whether what is reached before its year counts as reached: not a rate, nor a sum that may yet grow past an upper bound."""
    target = case.target
    if target.stat in ("growth", "avg_growth"):
        return False
    direction = target.direction or (case.indicator.direction if case.indicator else None)
    return target.stat != "sum" or (target.test.lower is not None and (target.test.upper is None or direction == "up"))


def _late(case: Case, year: int) -> bool:
    """Tell whether a recognition came after its year: the year since which it has been reported without a break."""
    due = case.due
    if case.target.test.is_ != "achieved" or due.kind not in ("by", "over") or due.last is None:
        return False
    since = None
    for y in sorted(case.series.levels):
        if y <= year:
            since = (since or y) if case.series.levels[y].value == "achieved" else None
    return since is not None and since > int(due.last[:4])


def ratio(assessment: Assessment, indicator: Indicator | None) -> Decimal | None:
    """Return the figure in per cent of what was promised, ``None`` where that would mean nothing.

    It means nothing for a state, a growth, a bound from above, a falling indicator, or a figure promised that is not above zero.
    """
    target, found = assessment.target, assessment.figure
    direction = target.direction or (indicator.direction if indicator else None)
    bound = target.test.lower
    if found is None or isinstance(found.value, str) or bound is None or bound <= 0 or direction == "down":
        return None
    if target.stat not in ("value", "sum") or assessment.verdict in ("undated", "conditional", "ambiguous"):
        return None
    return figures.rounded(Decimal(found.value) * 100 / Decimal(bound), 1)


def shown(assessment: Assessment, indicator: Indicator | None) -> int | Decimal | str | None:
    """Return the figure as it is printed: a computed one to two places, or to as many more as its verdict needs to be believed."""
    found = assessment.figure
    if found is None or isinstance(found.value, str) or not found.computed:
        return found.value if found else None
    target = assessment.target
    exact = judge(target.test, found.value, indicator, target.direction)
    for places in range(2, 12):
        value = figures.rounded(Decimal(found.value), places)
        if judge(target.test, value, indicator, target.direction) == exact:
            return value
    return found.value
