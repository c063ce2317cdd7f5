"""The documents' own yardstick, "6 rõ": which of a plan's assignments and targets say who, what, when, product, resources, authority.

A task says what its own fields say. A target is read with the tasks of its plan that are to deliver it: their lead, product, resources and
authority are its own, their time is not (design, section 2).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kehoach.meaning.time import resolve
from kehoach.meaning.wording import commitment
from kehoach.model.plan import Plan
from kehoach.model.target import Target
from kehoach.model.work import Task
from kehoach.queries import rows
from kehoach.queries.select import Filter
from kehoach.registry import Registry

Row = dict[str, Any]
KEYS = ("who", "what", "when", "product", "resources", "authority")


@dataclass(frozen=True, slots=True)
class Said:
    """A record of a plan, who leads it, and which of :data:`KEYS` it says."""

    plan: Plan
    record: Target | Task
    lead: tuple[str, ...]
    keys: frozenset[str]


def said(registry: Registry, wanted: Filter) -> Iterator[Said]:
    """Yield what each assignment and target of the plans asked for says, of the units asked for."""
    for plan in registry.plans.values():
        if wanted.plan(plan):
            carried = _carried(plan)
            found = [_target(plan, target, carried.get(target.id, ())) for target in plan.targets]
            found += [_task(plan, task) for task in plan.tasks]
            yield from (one for one in found if wanted.unit(*one.lead))


def counts(found: Iterator[Said], wanted: Filter, *, by_unit: bool) -> list[Row]:
    """Return the counts of each plan, or of each lead unit in each plan; a record with two leads counts for both."""
    table: dict[tuple[str, str | None], Row] = {}
    for one in found:
        units: list[str | None] = [unit for unit in one.lead if by_unit and wanted.unit(unit)]
        for unit in units or [None]:
            empty = {"plan": one.plan.id, "unit": unit, "records": 0, **dict.fromkeys(KEYS, 0)}
            row = table.setdefault((one.plan.id, unit), empty)
            row["records"] += 1
            for key in one.keys:
                row[key] += 1
    return [table[key] for key in sorted(table, key=lambda k: (k[0], k[1] is None, k[1] or ""))]


def lacking(found: Iterator[Said], key: str, registry: Registry) -> list[Row]:
    """Return the records that do not say *key*."""
    return [_row(one, registry) for one in found if key not in one.keys]


def _row(one: Said, registry: Registry) -> Row:
    record = one.record
    indicator = registry.indicators.get(record.indicator) if isinstance(record, Target) else None
    words = f"{indicator.name if indicator else record.indicator}: {commitment(record, indicator)}" if isinstance(record, Target) else None
    return {
        "ref": one.plan.ref(record.id),
        "ward": one.plan.ward,
        "plan": one.plan.id,
        "clause": record.clause,
        "kind": "target" if isinstance(record, Target) else "task",
        "title": words if isinstance(record, Target) else record.title,
        "lead": list(one.lead),
        "when": rows.when(record.when, one.plan),
        "says": [key for key in KEYS if key in one.keys],
    }


def _carried(plan: Plan) -> dict[str, tuple[Task, ...]]:
    found: dict[str, tuple[Task, ...]] = {}
    for task in plan.tasks:
        for ref in task.targets:
            head, _, name = ref.rpartition("#")
            if head in ("", plan.id):
                found[name] = (*found.get(name, ()), task)
    return found


def _task(plan: Plan, task: Task) -> Said:
    answers = {
        "who": bool(task.lead),
        "what": True,
        "when": _dated(plan, task),
        "product": bool(task.product),
        "resources": bool(task.resources),
        "authority": bool(task.authority),
    }
    return Said(plan, task, task.lead, frozenset(key for key, holds in answers.items() if holds))


def _target(plan: Plan, target: Target, tasks: tuple[Task, ...]) -> Said:
    lead = target.lead or tuple(dict.fromkeys(unit for task in tasks for unit in task.lead))
    answers = {
        "who": bool(lead),
        "what": target.test.is_ != "maintained" and (target.reading is None or target.reading.decided is not None),
        "when": _dated(plan, target),
        "product": any(task.product for task in tasks),
        "resources": any(task.resources for task in tasks),
        "authority": any(task.authority for task in tasks),
    }
    return Said(plan, target, lead, frozenset(key for key, holds in answers.items() if holds))


def _dated(plan: Plan, record: Target | Task) -> bool:
    """Tell whether a time is said that somebody can be held to: "thường xuyên" is none."""
    return resolve(record.when, plan).kind not in ("undated", "ongoing")
