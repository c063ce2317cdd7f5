"""One thing, and everything that points at it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kehoach.errors import UnknownRecord
from kehoach.meaning.measure import measure_of
from kehoach.model.plan import Plan
from kehoach.model.target import Target
from kehoach.model.work import Project, Task
from kehoach.queries import names, rows
from kehoach.queries.rows import Row
from kehoach.registry import Registry, Reported, plan_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What was found: its kind, its record, its file and the place in it, and what points at it."""

    kind: str
    ref: str
    record: Row
    file: str | None = None
    path: tuple[str | int, ...] = ()
    pointed_at_by: list[Row] = field(default_factory=list)


def show(ref: str, registry: Registry) -> Shown:
    """Return the plan, target, task, project, unit, indicator, reference or ward called *ref*.

    Raises:
        UnknownRecord: nothing is called so; the nearest name is offered.
    """
    records = {
        plan.ref(r.id): (plan, kind, index, r)
        for plan in registry.plans.values()
        for kind in ("targets", "tasks", "projects")
        for index, r in enumerate(getattr(plan, kind))
    }
    known = {**records, **registry.plans, **registry.units, **registry.indicators, **registry.references, **registry.wards}
    ref = names.record(ref, known, UnknownRecord)
    if ref in records:
        plan, kind, index, record = records[ref]
        return Shown(
            kind=kind.rstrip("s"),
            ref=ref,
            record=_record(plan, record, registry),
            file=plan_file(plan.id),
            path=(kind, index),
            pointed_at_by=[*_pointers(ref, registry), *(_reported(plan, record, registry) if isinstance(record, Target) else ())],
        )
    if ref in registry.plans:
        plan = registry.plans[ref]
        return Shown(kind="plan", ref=ref, record=_plan(plan), file=plan_file(ref))
    for kind, table, file in (
        ("unit", registry.units, "units.yaml"),
        ("indicator", registry.indicators, "indicators.yaml"),
        ("reference", registry.references, "references.yaml"),
        ("ward", registry.wards, "units.yaml"),
    ):
        if ref in table:
            key = {"unit": ("units", ref), "ward": ("wards", ref)}.get(kind, (ref,))
            return Shown(
                kind=kind,
                ref=ref,
                record={"id": ref, **rows.full(table[ref])},
                file=file,
                path=key,
                pointed_at_by=list(_catalogue_pointers(kind, ref, registry)),
            )
    raise UnknownRecord(ref, known)


def _record(plan: Plan, record: Target | Task | Project, registry: Registry) -> Row:
    if isinstance(record, Target):
        return {**rows.target(plan, record, registry), **_rest(record)}
    return {**(rows.task(plan, record) if isinstance(record, Task) else rows.project(plan, record)), **_rest(record)}


def _rest(record: Target | Task | Project) -> Row:
    """The keys a listing leaves out, where they say something."""
    wanted = ("supersedes", "from_ref", "implied", "nature", "note")
    return {key: rows.plain(value) for key in wanted if (value := getattr(record, key, None)) not in (None, ())}


def _plan(plan: Plan) -> Row:
    head = {key: value for key, value in rows.full(plan).items() if key not in ("targets", "tasks", "projects", "format")}
    return {
        **head,
        **{key: value for key, value in rows.plan_row(plan).items() if key in ("ward", "replaces", "targets", "tasks", "projects")},
    }


def _pointers(ref: str, registry: Registry) -> Iterator[Row]:
    for plan, target in registry.targets():
        for how in ("part_of", "restates", "supersedes"):
            if plan.absolute(getattr(target, how)) == ref:
                yield {"ref": plan.ref(target.id), "how": how}
    for plan, task in registry.tasks():
        if ref in map(plan.absolute, task.targets):
            yield {"ref": plan.ref(task.id), "how": "targets"}
    for plan, project in registry.projects():
        if plan.absolute(project.same_as) == ref:
            yield {"ref": plan.ref(project.id), "how": "same_as"}


def _reported(plan: Plan, target: Target, registry: Registry) -> Iterator[Row]:
    """Yield the figures that answer for a target, each with its source, so that every printed figure can be traced."""
    indicator = registry.indicators.get(target.indicator)
    wanted = measure_of(target, indicator)
    for reported in registry.actuals:
        if (
            reported.ward == plan.ward
            and reported.actual.indicator == target.indicator
            and measure_of(reported.actual, indicator) == wanted
        ):
            yield _actual(reported)


def _actual(reported: Reported) -> Row:
    actual = reported.actual
    return {
        "ref": f"{reported.ward}@{actual.period}",
        "how": "actual",
        "stat": actual.stat,
        "value": actual.value,
        "quality": actual.quality,
        "source": rows.plain(actual.source),
        "was": rows.plain(actual.was),
        "file": reported.file,
    }


def _catalogue_pointers(kind: str, ref: str, registry: Registry) -> Iterator[Row]:
    yield from {"unit": _unit, "indicator": _indicator, "reference": _reference, "ward": _ward}[kind](ref, registry)


def _ward(ref: str, registry: Registry) -> Iterator[Row]:
    yield from ({"ref": plan.id, "how": "ward"} for plan in registry.plans.values() if plan.ward == ref)
    yield from ({"ref": slug, "how": "province"} for slug, ward in registry.wards.items() if ward.province == ref)
    yield from ({"ref": unit, "how": "unit"} for unit in registry.units if unit.partition("/")[0] == ref)


def _unit(ref: str, registry: Registry) -> Iterator[Row]:
    yield from ({"ref": plan.id, "how": "issuer"} for plan in registry.plans.values() if plan.issuer == ref)
    for how in ("lead", "support"):
        for plan in registry.plans.values():
            records: tuple[Target | Task | Project, ...] = (*plan.targets, *plan.tasks, *plan.projects)
            for record in records:
                if ref in getattr(record, how, ()):
                    yield {"ref": plan.ref(record.id), "how": how}


def _indicator(ref: str, registry: Registry) -> Iterator[Row]:
    yield from ({"ref": plan.ref(target.id), "how": "indicator"} for plan, target in registry.targets() if target.indicator == ref)
    for reported in registry.actuals:
        if reported.actual.indicator == ref:
            yield _actual(reported)


def _reference(ref: str, registry: Registry) -> Iterator[Row]:
    for plan in registry.plans.values():
        yield from ({"ref": plan.id, "how": c.role, "clause": c.clause} for c in plan.citations if c.ref == ref)
    yield from ({"ref": plan.ref(target.id), "how": "from_ref"} for plan, target in registry.targets() if target.from_ref == ref)
