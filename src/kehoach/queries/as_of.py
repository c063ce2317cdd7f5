"""What was in force on a day, by the documents' own dates (not by commits'): plans, promises, decisions and figures known by then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType

from kehoach.meaning.measure import known_on
from kehoach.meaning.time import first_day
from kehoach.model.catalogues import Reference
from kehoach.model.plan import Plan
from kehoach.model.target import Target
from kehoach.registry import Registry
from kehoach.vietnamese import canonical


def as_of(registry: Registry, day: date) -> Registry:
    """Return the registry as the documents stood at the end of *day*.

    A plan is there from its issue (from the first day that its date leaves open; always where no date is printed) until another
    one that was issued by then replaces it; a target until another plan supersedes it. Decisions and figures of later days are not known.
    """
    issued = {ref: plan for ref, plan in registry.plans.items() if plan.issued is None or first_day(plan.issued) <= day}
    replaced = {ref for plan in issued.values() for ref in replaced_by(plan, issued, registry)}
    plans = {ref: plan for ref, plan in issued.items() if ref not in replaced}
    superseded = {plan.absolute(t.supersedes) for plan in plans.values() for t in plan.targets if t.supersedes is not None}
    return replace(
        registry,
        plans=MappingProxyType({ref: _without(plan, superseded, day) for ref, plan in plans.items()}),
        actuals=tuple(replace(r, actual=known) for r in registry.actuals if (known := known_on(r.actual, day)) is not None),
        paths=tuple(declared for declared in registry.paths if first_day(declared.path.date) <= day),
    )


def replaced_by(plan: Plan, plans: dict[str, Plan], registry: Registry) -> list[str]:
    """Return the plans that *plan* says it replaces: those whose number, symbol and issuer are a cited document's."""
    cited = [registry.references[c.ref] for c in plan.citations if c.role == "replaces" and c.ref in registry.references]
    return [ref for ref, other in plans.items() if ref != plan.id and any(_is(other, document, registry) for document in cited)]


def _is(plan: Plan, document: Reference, registry: Registry) -> bool:
    if plan.number is None or plan.symbol is None or document.number is None:
        return False
    numbers = {canonical(f"{plan.number}{joint}{plan.symbol}") for joint in ("/", "-")}
    issuer = registry.units.get(plan.issuer)
    names = {canonical(name) for name in (issuer.name, *issuer.aliases)} if issuer else set()
    return canonical(document.number) in numbers and (document.issuer is None or not names or canonical(document.issuer) in names)


def _without(plan: Plan, superseded: set[str | None], day: date) -> Plan:
    kept = tuple(_undecided(target, day) for target in plan.targets if plan.ref(target.id) not in superseded)
    return plan if kept == plan.targets else replace(plan, targets=kept)


def _undecided(target: Target, day: date) -> Target:
    """Return the target without what was settled after *day*."""
    reading, condition = target.reading, target.condition
    if reading is not None and reading.decided is not None and first_day(reading.decided.date) > day:
        target = replace(target, reading=replace(reading, decided=None))
    if condition is not None and condition.confirmed is not None and first_day(condition.confirmed.date) > day:
        target = replace(target, condition=replace(condition, confirmed=None))
    return target
