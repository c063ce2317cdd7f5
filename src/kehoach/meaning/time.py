"""When something is due: dates as spans, ``when`` against the plan's period, what falls due in a year or before a day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from kehoach.model.commitment import Time, When
from kehoach.model.plan import Plan

TimeKind = Literal["by", "each_year", "over", "since", "ongoing", "undated"]
_QUARTER_END = {"1": 3, "2": 6, "3": 9, "4": 12}


@dataclass(frozen=True, slots=True)
class Due:
    """A ``when`` read against its plan: kind, first and last date as text (``None`` where there is none)."""

    kind: TimeKind
    first: str | None = None
    last: str | None = None


@lru_cache(maxsize=1024)
def last_day(text: str) -> date:
    """Return the last day of ``YYYY``, ``YYYY-Qn``, ``YYYY-MM`` or ``YYYY-MM-DD``: what "due" means."""
    year, _, rest = text.partition("-")
    if not rest:
        return date(int(year), 12, 31)
    if rest.startswith("Q"):
        rest = f"{_QUARTER_END[rest[1:]]:02d}"
    month, _, day = rest.partition("-")
    return date(int(year), int(month), int(day) if day else monthrange(int(year), int(month))[1])


@lru_cache(maxsize=1024)
def first_day(text: str) -> date:
    """Return the first day of a kehoach date."""
    year, _, rest = text.partition("-")
    if not rest:
        return date(int(year), 1, 1)
    month = _QUARTER_END[rest[1:]] - 2 if rest.startswith("Q") else int(rest[:2])
    return date(int(year), month, int(rest[3:]) if len(rest) > 3 and not rest.startswith("Q") else 1)


def period(plan: Plan) -> tuple[str | None, str | None]:
    """Return the years of a plan; one without a period counts from its year of issue, open-ended."""
    if plan.period:
        return str(plan.period.from_), str(plan.period.to)
    return (plan.issued[:4] if plan.issued else None), None


_due = lru_cache(maxsize=1024)(Due)
"""A registry has many records and few dates."""


def resolve(when: Time, plan: Plan) -> Due:
    """Read *when* against the period of *plan*."""
    if not isinstance(when, When):
        return _due(when)
    if when.by is not None:
        return _due("by", None, when.by)
    if when.since is not None:
        return _due("since", when.since, None)
    kind: TimeKind = "over" if when.over is not None else "each_year"
    span = when.over if when.over is not None else when.each_year
    first, last = period(plan) if span is None or isinstance(span, str) else span
    return _due(kind, first, last)


def in_force(due: Due, plan: Plan, year: int) -> bool:
    """Tell whether the promise binds in *year*; one with a deadline binds from the plan's start and stays after it."""
    start, end = period(plan)
    first = due.first if due.kind in ("each_year", "over", "since") else start
    last = due.last if due.kind in ("each_year", "over") else None if due.kind in ("by", "since") else end
    return (first is None or int(first[:4]) <= year) and (last is None or year <= int(last[:4]))


def due_in(due: Due, year: int) -> bool:
    """Tell whether the promise falls due in *year*: every year of its span, or the year of its deadline."""
    if due.kind in ("by", "over"):
        return due.last is not None and int(due.last[:4]) == year
    if due.kind in ("each_year", "since"):
        return (due.first is None or int(due.first[:4]) <= year) and (due.last is None or year <= int(due.last[:4]))
    return False


def applicable(due: Due, year: int) -> bool:
    """Tell whether *year* can already be judged: :func:`due_in`, or the deadline has passed."""
    return due_in(due, year) or (due.kind == "by" and due.last is not None and int(due.last[:4]) <= year)


def due_days(due: Due, after: date | None, before: date) -> Iterator[date]:
    """Yield the days on which something falls due, up to and including *before* and not earlier than *after*."""
    if due.kind in ("by", "over") and due.last is not None:
        days: Iterator[date] = iter((last_day(due.last),))
    elif due.kind in ("each_year", "since") and due.first is not None:
        final = min(before.year, int(due.last[:4])) if due.last else before.year
        days = (date(year, 12, 31) for year in range(int(due.first[:4]), final + 1))
    else:
        return
    yield from (day for day in days if day <= before and (after is None or day >= after))
