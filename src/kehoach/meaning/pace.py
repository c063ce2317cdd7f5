"""Pace: a hint, never a verdict. It needs a baseline in the same unit and a path that somebody declared."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import Literal

from kehoach.meaning.assess import Assessment
from kehoach.meaning.figures import Case, rounded
from kehoach.model.results import DeclaredPath
from kehoach.model.target import Base
from kehoach.vietnamese import canonical


@dataclass(frozen=True, slots=True)
class Pace:
    """Where the declared path expects the indicator at the end of the year, and where it is."""

    state: Literal["ahead", "on_path", "behind"]
    expected: Decimal
    path: DeclaredPath


def pace(case: Case, assessment: Assessment, path: DeclaredPath | None, year: int) -> Pace | None:
    """Return how the figure of *year* stands against *path*, ``None`` where nothing was declared or nothing can be compared."""
    found = assessment.figure
    direction = case.target.direction or (case.indicator.direction if case.indicator else None)
    if path is None or found is None or isinstance(found.value, str) or direction is None or case.target.stat != "value":
        return None
    level = expected(case, path, year)
    if level is None:
        return None
    gap = Decimal(found.value) - level
    if direction == "down":
        gap = -gap
    return Pace("ahead" if gap > 0 else "behind" if gap < 0 else "on_path", rounded(level), path)


def expected(case: Case, path: DeclaredPath, year: int) -> Decimal | None:
    """Return the level that *path* gives for *year*: its step of that year, or the straight line from its base to the target's figure."""
    base = path.base or case.target.base
    if base is None or not _same_unit(base, case):
        return None
    if path.steps:
        return next((Decimal(step.value) for step in path.steps if step.year == year), None)
    last = int(case.due.last[:4]) if case.due.kind == "by" and case.due.last else None
    goal = next((b for b in (case.target.test.eq, case.target.test.lower, case.target.test.upper) if b is not None), None)
    if last is None or goal is None or not base.year < year <= last:
        return None
    with localcontext(prec=40):
        return Decimal(base.value) + (Decimal(goal) - Decimal(base.value)) * (year - base.year) / (last - base.year)


def _same_unit(base: Base, case: Case) -> bool:
    own = case.target.unit or (case.indicator.unit if case.indicator else None)
    return base.unit is None or own is None or canonical(base.unit) == canonical(own)
