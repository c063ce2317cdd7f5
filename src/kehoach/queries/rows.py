"""The records of a registry as rows with the stable keys of the output contract (design, section 4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import Any

from kehoach.meaning.time import Due, resolve
from kehoach.meaning.wording import commitment, unit_of
from kehoach.model.commitment import Time
from kehoach.model.plan import Plan
from kehoach.model.target import Target
from kehoach.model.work import Project, Task
from kehoach.registry import Registry

Row = dict[str, Any]


def plain(value: Any) -> Any:
    """Return a dataclass as a mapping with the file's own keys, without what it does not say; tuples as lists."""
    if is_dataclass(value) and not isinstance(value, type):
        return {key.rstrip("_"): plain(item) for key, item in _fields(value) if item is not None and item != ()}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value


def full(value: Any) -> Row:
    """Return a dataclass as a mapping with all of its keys, empty ones as ``None`` or ``[]``."""
    return {key.rstrip("_"): plain(item) for key, item in _fields(value)}


def _fields(value: Any) -> Iterator[tuple[str, Any]]:
    return ((name, getattr(value, name)) for name in value.__dataclass_fields__)


def when(time: Time, plan: Plan) -> Row:
    """Return a time as ``{kind, from, to}``."""
    due: Due = resolve(time, plan)
    return {"kind": due.kind, "from": due.first, "to": due.last}


def target(plan: Plan, record: Target, registry: Registry) -> Row:
    """Return the row of a target."""
    indicator = registry.indicators.get(record.indicator)
    return {
        "ref": plan.ref(record.id),
        "ward": plan.ward,
        "plan": plan.id,
        "clause": record.clause,
        "indicator": record.indicator,
        "name": indicator.name if indicator else record.name or record.indicator,
        "field": indicator.field if indicator else None,
        "unit": unit_of(record, indicator),
        "stat": record.stat,
        "test": plain(record.test),
        "text": commitment(record, indicator),
        "when": when(record.when, plan),
        "force": record.force,
        "of": record.of or (indicator.of if indicator else None),
        "definition": record.definition or (indicator.definition if indicator else None),
        "lead": list(record.lead),
        "lead_at": record.lead_at,
        "part_of": plan.absolute(record.part_of),
        "restates": plan.absolute(record.restates),
        "condition": plain(record.condition),
        "reading": plain(record.reading),
        "base": plain(record.base),
        "quote": record.quote,
    }


def task(plan: Plan, record: Task) -> Row:
    """Return the row of a task."""
    return {
        "ref": plan.ref(record.id),
        "ward": plan.ward,
        "plan": plan.id,
        "clause": record.clause,
        "title": record.title,
        "lead": list(record.lead),
        "support": list(record.support),
        "when": when(record.when, plan),
        "product": record.product,
        "resources": record.resources,
        "authority": record.authority,
        "targets": [plan.absolute(ref) for ref in record.targets],
        "quote": record.quote,
    }


def project(plan: Plan, record: Project) -> Row:
    """Return the row of a project."""
    return {
        "ref": plan.ref(record.id),
        "ward": plan.ward,
        "plan": plan.id,
        "clause": record.clause,
        "name": record.name,
        "owner": record.owner,
        "lead": list(record.lead),
        "funding": record.funding,
        "when": when(record.when, plan),
        "area": plain(record.area),
        "state": record.state,
        "note": record.note,
        "same_as": plan.absolute(record.same_as),
    }


def plan_row(plan: Plan) -> Row:
    """Return the row of a plan with the counts of its records."""
    return {
        "id": plan.id,
        "ward": plan.ward,
        "kind": plan.kind,
        "number": plan.number,
        "symbol": plan.symbol,
        "issued": plan.issued,
        "title": plan.title,
        "issuer": plan.issuer,
        "period": plain(plan.period),
        "replaces": [c.ref for c in plan.citations if c.role == "replaces"],
        "targets": len(plan.targets),
        "tasks": len(plan.tasks),
        "projects": len(plan.projects),
    }


def entry(slug: str, record: Any) -> Row:
    """Return the row of an entry of a catalogue: its id and the fields of the file."""
    return {"id": slug, **full(record)}


def references(registry: Registry) -> list[Row]:
    """Return the rows of the cited documents, each with the places that cite it as they print it."""
    cited: dict[str, list[Row]] = {}
    for plan in registry.plans.values():
        for c in plan.citations:
            known = registry.references.get(c.ref)
            cited.setdefault(c.ref, []).append(
                {
                    "plan": plan.id,
                    "clause": c.clause,
                    "role": c.role,
                    "number": c.number or (known.number if known else None),
                    "date": c.date or (known.date if known else None),
                    "title": c.title or (known.title if known else None),
                }
            )
    return [{**entry(slug, reference), "cited_by": cited.get(slug, [])} for slug, reference in registry.references.items()]
