"""Filters: which records a listing shows. Every filter may be repeated: within one it is "or", between them "and"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kehoach.meaning.time import Due, due_days, due_in, in_force, resolve
from kehoach.model.catalogues import Indicator, Unit
from kehoach.model.commitment import Time
from kehoach.model.plan import Plan
from kehoach.model.target import Target
from kehoach.model.work import Project, Task
from kehoach.queries import rows
from kehoach.queries.rows import Row
from kehoach.registry import Registry
from kehoach.vietnamese import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What was asked for; an empty set or ``None`` asks for everything."""

    plans: frozenset[str] = frozenset()
    indicators: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    years: tuple[int, ...] = ()
    due: tuple[int, ...] = ()
    search: tuple[str, ...] = ()

    def plan(self, plan: Plan) -> bool:
        """Tell whether the plan is asked for."""
        return not self.plans or plan.id in self.plans

    def time(self, when: Time, plan: Plan) -> bool:
        """Tell whether a time is in force in a year asked for, and due in a year asked for."""
        span = resolve(when, plan)
        return (not self.years or any(in_force(span, plan, year) for year in self.years)) and (
            not self.due or any(due_in(span, year) for year in self.due)
        )

    def unit(self, *units: str) -> bool:
        """Tell whether one of the units is asked for."""
        return not self.units or any(unit in self.units for unit in units)

    def words(self, *texts: str | None) -> bool:
        """Tell whether every word searched for stands in one of *texts*, accents or not."""
        if not self.search:
            return True
        haystack = " ".join(fold(text) for text in texts if text)
        return all(fold(wanted) in haystack for wanted in self.search)


def plans(registry: Registry, wanted: Filter) -> Iterator[Plan]:
    """Yield the plans that are in force in a year asked for and hold the words searched for."""
    for plan in registry.plans.values():
        if (not wanted.years or any(in_force(Due("undated"), plan, year) for year in wanted.years)) and wanted.words(
            plan.id, plan.title, plan.number, plan.symbol
        ):
            yield plan


def units(registry: Registry, search: Iterable[str]) -> Iterator[tuple[str, Unit]]:
    """Yield the units of the wards that were read, and of what stands above them, that hold the words searched for."""
    wanted = Filter(search=tuple(search))
    for ref, unit in registry.units.items():
        if (registry.scope is None or ref.partition("/")[0] in registry.scope) and wanted.words(ref, unit.name, *unit.aliases):
            yield ref, unit


def indicators(registry: Registry, wanted: Filter) -> Iterator[tuple[str, Indicator]]:
    """Yield the indicators of the fields asked for that hold the words searched for."""
    for slug, indicator in registry.indicators.items():
        if (not wanted.fields or indicator.field in wanted.fields) and wanted.words(slug, indicator.name, *indicator.aliases):
            yield slug, indicator


def references(registry: Registry, search: Iterable[str], *, only_cited: bool = False) -> list[Row]:
    """Return the rows of the cited documents that hold the words searched for."""
    wanted = Filter(search=tuple(search))
    found = rows.references(registry)
    return [r for r in found if wanted.words(r["id"], r["number"], r["title"], r["issuer"]) and (r["cited_by"] or not only_cited)]


def targets(registry: Registry, wanted: Filter) -> Iterator[tuple[Plan, Target]]:
    """Yield the targets that pass."""
    for plan, target in registry.targets():
        indicator = registry.indicators.get(target.indicator)
        if (
            wanted.plan(plan)
            and (not wanted.indicators or target.indicator in wanted.indicators)
            and (not wanted.fields or (indicator is not None and indicator.field in wanted.fields))
            and wanted.unit(*target.lead)
            and wanted.time(target.when, plan)
            and wanted.words(
                target.id,
                target.indicator,
                indicator.name if indicator else None,
                *(indicator.aliases if indicator else ()),
                target.quote,
                target.definition,
            )
        ):
            yield plan, target


def tasks(registry: Registry, wanted: Filter) -> Iterator[tuple[Plan, Task]]:
    """Yield the tasks that pass; ``units`` looks at who leads and who supports."""
    for plan, task in registry.tasks():
        if (
            wanted.plan(plan)
            and wanted.unit(*task.lead, *task.support)
            and wanted.time(task.when, plan)
            and wanted.words(task.id, task.title, task.quote, task.product)
        ):
            yield plan, task


def projects(registry: Registry, wanted: Filter) -> Iterator[tuple[Plan, Project]]:
    """Yield the projects that pass."""
    for plan, project in registry.projects():
        if (
            wanted.plan(plan)
            and wanted.unit(*project.lead)
            and wanted.time(project.when, plan)
            and wanted.words(project.id, project.name, project.owner, project.state)
        ):
            yield plan, project


def due(registry: Registry, wanted: Filter, before: date, after: date | None = None) -> list[Row]:
    """Return what falls due up to and including *before*, sorted by day, ward and lead."""
    found: list[Row] = []
    for plan, target in targets(registry, wanted):
        row = rows.target(plan, target, registry)
        found.extend(_due(plan, target.when, "target", before, after, row, name=row["name"], text=row["text"]))
    for plan, task in tasks(registry, wanted):
        found.extend(_due(plan, task.when, "task", before, after, rows.task(plan, task), title=task.title))
    for plan, project in projects(registry, wanted):
        found.extend(_due(plan, project.when, "project", before, after, rows.project(plan, project), title=project.name))
    return sorted(found, key=lambda r: (r["due"], r["ward"], r["lead"], r["ref"]))


def _due(plan: Plan, when: Time, kind: str, before: date, after: date | None, row: Row, **words: str) -> Iterator[Row]:
    for day in due_days(resolve(when, plan), after, before):
        yield {
            "ref": row["ref"],
            "ward": plan.ward,
            "due": day.isoformat(),
            **words,
            "lead": row["lead"],
            "kind": kind,
            "clause": row["clause"],
        }
