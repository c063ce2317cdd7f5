"""Indicators over the years against their targets, where a reader would rather look than read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kehoach.meaning.time import Due
from kehoach.meaning.wording import time_words
from kehoach.registry import Registry
from kehoach.reports.results import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """An indicator over the years against its target: ``points`` are reported levels, ``goal`` the target's bound and its year."""

    name: str
    unit: str
    ward: str
    points: tuple[tuple[int, Decimal], ...]
    goal: tuple[int, Decimal]
    goal_words: str


def curves(report: Report, registry: Registry) -> Iterator[Curve]:
    """Yield the levels that were reported in at least two years, with a dated target of the same measure."""
    seen = set()
    levels: dict[tuple[str, str], dict[int, Decimal]] = {}
    for reported in registry.actuals:
        actual = reported.actual
        plain = actual.stat == "value" and actual.of is None and actual.definition is None and actual.unit is None
        if plain and len(actual.period) == 4 and int(actual.period) <= report.year and not isinstance(actual.value, str):
            levels.setdefault((reported.ward, actual.indicator), {})[int(actual.period)] = Decimal(actual.value)
    for row in report.rows:
        key = (row["ward"], row["indicator"])
        bound = next((v for k in ("eq", "ge", "gt", "le", "lt") if (v := row["test"].get(k)) is not None), None)
        dated = row["when"]["kind"] == "by" and row["stat"] == "value" and bound is not None
        if key in seen or not dated or row["of"] or row["definition"] or len(levels.get(key, {})) < 2:
            continue
        seen.add(key)
        yield Curve(
            name=row["name"],
            unit=row["unit"] or "",
            ward=registry.ward_name(row["ward"]),
            points=tuple(sorted(levels[key].items())),
            goal=(int(row["when"]["to"][:4]), Decimal(bound or 0)),
            goal_words=f"{row['text']}, {time_words(Due('by', None, row['when']['to']))}",
        )
