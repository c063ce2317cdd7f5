"""What exactly is measured: an indicator with its unit, population and definition; and the reported figures on it, year by year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

from kehoach.meaning.time import last_day
from kehoach.model.catalogues import Indicator
from kehoach.model.results import Actual
from kehoach.model.target import Target
from kehoach.vietnamese import canonical

GROWTHS = ("growth", "avg_growth")
QUALITIES = ("official", "provisional", "estimate")
"""From the surest; a figure computed from several is as sure as the least of them."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A level that can be reported: figures on two measures never answer for each other."""

    indicator: str
    unit: str | None
    of: str | None
    definition: str | None


class Measured(Protocol):
    """What stands on a measure: a target, an actual, the subject of a new figure."""

    @property
    def indicator(self) -> str: ...  # noqa: D102  # as the model documents them
    @property
    def unit(self) -> str | None: ...  # noqa: D102
    @property
    def of(self) -> str | None: ...  # noqa: D102
    @property
    def definition(self) -> str | None: ...  # noqa: D102


def measure_of(record: Measured, indicator: Indicator | None) -> Measure:
    """Return the measure of a target or an actual; what it does not say is the indicator's own."""
    default = indicator or _NOTHING
    return Measure(
        record.indicator, _word(record.unit or default.unit), _word(record.of or default.of), _word(record.definition or default.definition)
    )


_NOTHING = Indicator(name="?", field="kinh-te")


def _word(text: str | None) -> str | None:
    return canonical(text) if text else None


@dataclass(frozen=True, slots=True)
class Series:
    """The figures on one measure: levels and growths (in %, against the year before) by year, and those of parts of a year."""

    levels: Mapping[int, Actual] = field(default_factory=dict)
    growths: Mapping[int, Actual] = field(default_factory=dict)
    parts: tuple[Actual, ...] = ()
    elsewhere: frozenset[int] = frozenset()
    """Years with a figure on the same indicator in another unit, population or definition, which does not answer."""


def series_of(actuals: Iterable[Actual], target: Target, indicator: Indicator | None) -> Series:
    """Return the figures among *actuals* (of the target's ward) that stand on the target's own measure."""
    wanted = measure_of(target, indicator)
    levels: dict[int, Actual] = {}
    growths: dict[int, Actual] = {}
    parts = []
    elsewhere = set()
    for actual in actuals:
        if actual.indicator != target.indicator:
            continue
        if measure_of(actual, indicator) != wanted:
            elsewhere.add(int(actual.period[:4]))
            continue
        if len(actual.period) > 4:
            parts.append(actual)
        else:
            (growths if actual.stat in GROWTHS else levels)[int(actual.period)] = actual
    return Series(levels, growths, tuple(sorted(parts, key=lambda a: _end(a.period))), frozenset(elsewhere))


def known_on(actual: Actual, day: date) -> Actual | None:
    """Return the figure as it stood at the end of *day*: before a correction the earlier one, ``None`` before it was published.

    A source without a date counts as known.
    """
    for earlier in actual.was:
        if last_day(earlier.until) > day:
            then = replace(actual, value=earlier.value, quality=earlier.quality, source=earlier.source or actual.source, was=())
            return then if earlier.source is None or _published(then, day) else None
    return actual if _published(actual, day) else None


def _published(actual: Actual, day: date) -> bool:
    return actual.source.date is None or last_day(actual.source.date) <= day


def _end(period: str) -> tuple[str, int]:
    """Return what sorts periods by their end: the year, then the month in which a part of it ends."""
    year, _, part = period.partition("-")
    return year, {"H": 6, "Q": 3}.get(part[:1], 0) * int(part[1:]) if part[:1] in ("H", "Q") else int(part or 12)
