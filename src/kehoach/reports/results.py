"""The report of results: the targets that bind in a year (or in several), against what was reported. Every number is computed here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kehoach.files.revision import Revision
from kehoach.meaning.assess import Assessment, assess, case_of, ratio, readings, shown
from kehoach.meaning.pace import pace
from kehoach.meaning.time import in_force, resolve
from kehoach.meaning.wording import commitment, time_words
from kehoach.model.catalogues import FIELDS, Indicator
from kehoach.model.plan import Plan
from kehoach.model.results import Actual, DeclaredPath
from kehoach.model.target import Target
from kehoach.queries import rows, select
from kehoach.queries.select import Filter
from kehoach.registry import Registry
from kehoach.reports.remarks import remarks
from kehoach.reports.table import Row
from kehoach.reports.totals import totals
from kehoach.reports.words import VERDICTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The rows of one year or of the years ``first`` to ``year``, sorted by ward and field, with totals and what it was made from."""

    year: int
    rows: list[Row]
    totals: dict[str, Any]
    first: int | None = None
    as_of: str | None = None
    date: str = ""
    revision: Revision = field(default_factory=Revision)

    @property
    def years(self) -> range:
        """The years it covers."""
        return range(self.first if self.first is not None else self.year, self.year + 1)

    @property
    def span(self) -> str:
        """Its years in words: ``năm 2027``, ``giai đoạn 2026-2028``."""
        return span_words(self.years[0], self.year)


def span_words(first: int, last: int) -> str:
    """Return one year or several in words."""
    return f"năm {last}" if first == last else f"giai đoạn {first}-{last}"


def report(
    registry: Registry,
    wanted: Filter,
    year: int,
    *,
    first: int | None = None,
    as_of: date | None = None,
    made: str = "",
    revision: Revision | None = None,
) -> Report:
    """Return the report of *year* (of *first* to *year*) over the targets that pass the filter.

    *made* is the day it is made, *revision* the state of the registry it is made from, *as_of* the day *registry* was cut down to.
    """
    known = _known(registry)
    paths = {declared.path.target: declared.path for declared in registry.paths}
    years = range(first if first is not None else year, year + 1)
    found = [
        _row(plan, target, registry, known.get(plan.ward, {}).get(target.indicator, []), years, paths.get(plan.ref(target.id)))
        for plan, target in select.targets(registry, wanted)
        if any(in_force(resolve(target.when, plan), plan, y) for y in years)
    ]
    successors = {row["supersedes"]: row["ref"] for row in found if row["supersedes"]}
    for row in found:
        row["superseded_by"] = successors.get(row["ref"])
        if row["superseded_by"]:
            row["note"] = "; ".join(filter(None, (f"đã thay bằng {row['superseded_by']}", row["note"])))
    order = {name: index for index, name in enumerate(FIELDS)}
    wards = {ward: index for index, ward in enumerate(registry.wards)}
    found.sort(key=lambda r: (wards.get(r["ward"], len(wards)), r["ward"], order.get(r["field"] or "", len(order))))
    return Report(
        year=year,
        rows=found,
        totals=totals(found, VERDICTS),
        first=first,
        as_of=as_of.isoformat() if as_of else None,
        date=made,
        revision=revision or Revision(),
    )


def as_object(made: Report) -> Row:
    """Return the report as the one object of the output contract."""
    return {
        "year": made.year,
        "from": made.years[0],
        "as_of": made.as_of,
        "date": made.date,
        "registry": rows.full(made.revision),
        "rows": made.rows,
        "totals": made.totals,
    }


def _known(registry: Registry) -> dict[str, dict[str, list[Actual]]]:
    """Return the actuals by ward and indicator."""
    found: dict[str, dict[str, list[Actual]]] = {}
    for reported in registry.actuals:
        found.setdefault(reported.ward, {}).setdefault(reported.actual.indicator, []).append(reported.actual)
    return found


def _row(plan: Plan, target: Target, registry: Registry, actuals: list[Actual], years: range, path: DeclaredPath | None) -> Row:
    indicator = registry.indicators.get(target.indicator)
    read = readings(target)[target.reading.decided.choice if target.reading and target.reading.decided else 0]
    bound = [y for y in years if in_force(resolve(read.when, plan), plan, y)] or [years[-1]]
    done = assess(target, plan, indicator, actuals, bound[-1])
    case = case_of(done.target, plan, indicator, actuals)
    hint = pace(case, done, path, bound[-1])
    row = rows.target(plan, done.target, registry)
    return {
        "ref": row["ref"],
        "ward": plan.ward,
        "plan": plan.id,
        "clause": target.clause,
        "field": row["field"],
        "indicator": target.indicator,
        "name": row["name"],
        "of": target.of,
        "definition": target.definition,
        "unit": row["unit"],
        "stat": row["stat"],
        "test": row["test"],
        "text": row["text"],
        "force": target.force,
        "when": row["when"],
        "actual": shown(done, indicator),
        "quality": done.figure.quality if done.figure else None,
        "period": done.figure.period if done.figure else None,
        "computed": done.figure.computed if done.figure else False,
        "sources": _sources(done.figure.parts if done.figure else ()),
        "ratio": ratio(done, indicator),
        "verdict": done.verdict,
        "readings": [_reading(each, plan, indicator) for each in done.readings],
        "progress": rows.plain(done.progress) if done.progress else None,
        "pace": {"state": hint.state, "expected": hint.expected, "basis": hint.path.basis} if hint else None,
        "years": [_year(assess(target, plan, indicator, actuals, y), indicator, y) for y in bound] if len(years) > 1 else [],
        "lead": row["lead"],
        "part_of": row["part_of"],
        "restates": row["restates"],
        "supersedes": plan.absolute(target.supersedes),
        "superseded_by": None,
        "note": remarks(target, done, case, hint, bound[-1]),
    }


def _reading(each: Assessment, plan: Plan, indicator: Indicator | None) -> Row:
    return {
        "text": f"{commitment(each.target, indicator)}, {time_words(resolve(each.target.when, plan))}",
        "test": rows.plain(each.target.test),
        "when": rows.when(each.target.when, plan),
        "actual": shown(each, indicator),
        "verdict": each.verdict,
    }


def _year(done: Assessment, indicator: Indicator | None, year: int) -> Row:
    return {
        "year": year,
        "actual": shown(done, indicator),
        "quality": done.figure.quality if done.figure else None,
        "verdict": done.verdict,
    }


def _sources(parts: Iterable[Actual]) -> list[Row]:
    """Return the sources of a figure, each once: where it can be looked up."""
    found: list[Row] = []
    for part in parts:
        source = {"period": part.period, **rows.full(part.source)}
        if source not in found:
            found.append(source)
    return found
