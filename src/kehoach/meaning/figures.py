"""The figure that answers for a target in a year: reported, summed up, or computed from two levels; never guessed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext

from kehoach.meaning.measure import QUALITIES, Series
from kehoach.meaning.time import Due
from kehoach.model.catalogues import Indicator
from kehoach.model.results import Actual
from kehoach.model.target import Target
from kehoach.vietnamese import canonical

_DIGITS, _PLACES = 60, 30
"""Roots are computed to more digits than are kept, so that one that comes out even (10%) is exactly that."""


@dataclass(frozen=True, slots=True)
class Case:
    """A target with what decides its figure: its indicator, its time read against its plan, the plan's first year, what was reported."""

    target: Target
    indicator: Indicator | None
    due: Due
    start: int | None
    series: Series


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with the actuals it was taken or computed from."""

    value: int | Decimal | str
    parts: tuple[Actual, ...]
    computed: bool = False

    @property
    def quality(self) -> str:
        """The least sure of the parts."""
        return max((part.quality for part in self.parts), key=QUALITIES.index, default="official")

    @property
    def period(self) -> str:
        """The last period it rests on."""
        return max((part.period for part in self.parts), default="")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a promise over a span has come: what has accumulated, what each year left must bring, and years without a figure."""

    accumulated: Decimal | None
    needed: Decimal | None
    left: int
    missing: tuple[int, ...] = ()


def figure(case: Case, year: int) -> Figure | None:
    """Return the figure of *year* for the target's own stat."""
    if case.target.test.is_ is not None:
        return _state(case, year)
    if case.due.kind == "over" and case.due.last and year > int(case.due.last[:4]):
        year = int(case.due.last[:4])
    if case.target.stat == "sum" and case.due.kind not in ("each_year", "since"):
        years = _years(case, year)
        return None if not years or _missing(case, years) else summed(case, years)
    if case.target.stat == "growth":
        return growth(case, year)
    if case.target.stat == "avg_growth":
        return average_growth(case, year)
    return _level(case, year)


def latest(case: Case, year: int) -> Figure | None:
    """Return the figure of the latest year up to *year* that has one: what a promise without a date is shown with."""
    years = sorted({*case.series.levels, *case.series.growths}, reverse=True)
    return next((f for y in years if y <= year and (f := figure(case, y)) is not None), None)


def summed(case: Case, years: Iterable[int]) -> Figure | None:
    """Return the sum of the levels of *years*."""
    parts = tuple(case.series.levels[y] for y in years if y in case.series.levels and not isinstance(case.series.levels[y].value, str))
    return Figure(sum((Decimal(p.value) for p in parts), Decimal(0)), parts, computed=len(parts) > 1) if parts else None


def growth(case: Case, year: int) -> Figure | None:
    """Return the growth of *year* against the year before, in %: as reported, else from two consecutive levels."""
    if year in case.series.growths and not isinstance(case.series.growths[year].value, str):
        return Figure(case.series.growths[year].value, (case.series.growths[year],))
    now, before = _level(case, year), _base(case, year - 1)
    if now is None or before is None or isinstance(now.value, str) or before[0] <= 0:
        return None
    with localcontext(prec=_DIGITS):
        return Figure(_rounded((Decimal(now.value) / before[0] - 1) * 100), (*before[1], *now.parts), computed=True)


def average_growth(case: Case, year: int) -> Figure | None:
    """Return the geometric mean growth since the base year, in %: from two levels, else from every year's reported growth."""
    base = base_year(case)
    if base is None or year <= base:
        return None
    now, before = _level(case, year), _base(case, base)
    with localcontext(prec=_DIGITS):
        if now is not None and before is not None and not isinstance(now.value, str) and before[0] > 0 and now.value > 0:
            return Figure(_mean(Decimal(now.value) / before[0], year - base), (*before[1], *now.parts), computed=True)
        yearly = [growth(case, y) for y in range(base + 1, year + 1)]
        if any(f is None for f in yearly):
            return None
        product = Decimal(1)
        for f in yearly:
            product *= 1 + Decimal(f.value) / 100 if f else 1
        return Figure(_mean(product, year - base), tuple(p for f in yearly if f for p in f.parts), computed=True) if product > 0 else None


def base_year(case: Case) -> int | None:
    """Return the year that a mean growth counts from: the base's own, else the one before the span."""
    if case.target.base is not None:
        return case.target.base.year
    first = int(case.due.first[:4]) if case.due.first else case.start
    return first - 1 if first is not None else None


def progress(case: Case, year: int) -> Progress | None:
    """Return how far a sum or a mean growth over a span has come by the end of *year*; in its last year only what is missing."""
    due, stat = case.due, case.target.stat
    if due.kind not in ("over", "by") or due.last is None or stat not in ("sum", "avg_growth"):
        return None
    left = int(due.last[:4]) - year
    if stat == "sum":
        return _sum_so_far(case, year, left)
    return _growth_so_far(case, year, left) if left > 0 else None


def _sum_so_far(case: Case, year: int, left: int) -> Progress | None:
    years, bound = _years(case, year), case.target.test.lower
    missing = tuple(y for y in years if y not in case.series.levels)
    if left <= 0:
        return Progress(None, None, 0, missing) if missing else None
    so_far = summed(case, years)
    done = Decimal(so_far.value) if so_far else None
    known = done is not None and not missing and bound is not None
    return Progress(done, rounded(max(Decimal(bound or 0) - (done or 0), Decimal(0)) / left) if known else None, left, missing)


def _growth_so_far(case: Case, year: int, left: int) -> Progress | None:
    mean, base, bound = average_growth(case, year), base_year(case), case.target.test.lower
    if mean is None or base is None or bound is None:
        return None
    with localcontext(prec=_DIGITS):
        done = (1 + Decimal(mean.value) / 100) ** (year - base)
        whole = (1 + Decimal(bound) / 100) ** (year - base + left)
        return Progress(rounded(Decimal(mean.value)), rounded(_mean(whole / done, left)), left)


def rounded(value: Decimal, places: int = 2) -> Decimal:
    """Return *value* as it is printed: so many places, halves up, no trailing zeros."""
    with localcontext(prec=_DIGITS):
        plain = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP).normalize()
        return plain.quantize(Decimal(1)) if plain == plain.to_integral_value() else plain


def _state(case: Case, year: int) -> Figure | None:
    """Return the state that holds in *year*: a recognition stays until another report; what is owed every year must be that year's."""
    carried = case.target.test.is_ == "achieved" and case.due.kind not in ("each_year", "since")
    years = [y for y, a in case.series.levels.items() if isinstance(a.value, str) and (y <= year if carried else y == year)]
    return _level(case, max(years)) if years else None


def _level(case: Case, year: int) -> Figure | None:
    actual = case.series.levels.get(year)
    return Figure(actual.value, (actual,)) if actual is not None else None


def _base(case: Case, year: int) -> tuple[Decimal, tuple[Actual, ...]] | None:
    """Return the level of a base year: as reported, else as the document itself states it on the same measure."""
    actual = case.series.levels.get(year)
    if actual is not None and not isinstance(actual.value, str):
        return Decimal(actual.value), (actual,)
    base = case.target.base
    if base is not None and base.year == year and _same_unit(base.unit, case):
        return Decimal(base.value), ()
    return None


def _same_unit(unit: str | None, case: Case) -> bool:
    own = case.target.unit or (case.indicator.unit if case.indicator else None)
    return unit is None or own is None or canonical(unit) == canonical(own)


def _years(case: Case, until: int) -> list[int]:
    first = int(case.due.first[:4]) if case.due.first else case.start
    last = min(until, int(case.due.last[:4])) if case.due.last else until
    return [] if first is None else list(range(first, last + 1))


def _missing(case: Case, years: Iterable[int]) -> bool:
    return any(y not in case.series.levels or isinstance(case.series.levels[y].value, str) for y in years)


def _mean(factor: Decimal, years: int) -> Decimal:
    return _rounded((factor ** (Decimal(1) / years) - 1) * 100)


def _rounded(value: Decimal) -> Decimal:
    return rounded(value, _PLACES)
