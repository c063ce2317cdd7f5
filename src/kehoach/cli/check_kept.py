"""All findings about a whole registry, put together ward by ward: those about unchanged wards as they were kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kehoach.checks import parts
from kehoach.index import records
from kehoach.index.parts import catalogues_of, texts
from kehoach.index.tables import CATALOGUES

if TYPE_CHECKING:
    from kehoach.index.memory import Memory
    from kehoach.model.plan import Plan
    from kehoach.model.problem import Problem
    from kehoach.registry import Registry


def findings(memory: Memory) -> Iterator[Problem]:
    """Yield what every rule finds in the registry of *memory*, in no order; the files' own problems are not among them."""
    plans: dict[str, Plan] = {}
    for _, text in texts(memory, "check", _made, (CATALOGUES, *memory.wards)):
        found, _, cores = text.partition("\n")
        yield from records.loads(found) if found else ()
        plans.update((plan.id, plan) for plan in (records.loads(cores) if cores else ()))
    yield from parts.of_all(replace(catalogues_of(memory), plans=plans, scope=None))


def _made(registry: Registry) -> dict[str, str]:
    """Return for each ward what is found about it and, on a second line, what the rules over all wards read of its plans.

    Where there is no ward: what is found about the catalogues.
    """
    plans: dict[str, list[Plan]] = {
        ward: [] for ward in [plan.ward for plan in registry.plans.values()] + [a.ward for a in registry.actuals]
    }
    if not plans:
        return {CATALOGUES: records.dumps(parts.of_catalogues(registry))}
    for plan in registry.plans.values():
        plans[plan.ward].append(parts.core(plan))
    found: dict[str, list[Problem]] = {ward: [] for ward in plans}
    for problem in parts.of_wards(registry, plans):
        found[problem.file.split("/", 2)[1]].append(problem)
    return {ward: f"{records.dumps(found[ward])}\n{records.dumps(plans[ward])}" for ward in plans}
