"""Rules over a registry, one module each. A rule is registered by standing in :data:`RULES`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module

from kehoach.files import locate
from kehoach.model.problem import Problem
from kehoach.registry import Registry

RULES = (
    "unknown_ward",
    "unknown_unit",
    "unknown_indicator",
    "unknown_reference",
    "unknown_record",
    "clause_without_heading",
    "figure_in_wrong_kind",
)
"""Modules of this package, in the order they run; what they are called outside has hyphens."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, its manual, and what finds its faults."""

    name: str
    manual: str
    find: Callable[[Registry], Iterator[Problem]]


def rules() -> Iterator[Rule]:
    """Yield every rule, loaded."""
    for name in RULES:
        module = import_module(f"{__name__}.{name}")
        yield Rule(name.replace("_", "-"), (module.__doc__ or "").strip(), module.find)


def run(registry: Registry) -> list[Problem]:
    """Return the findings of every rule, placed and sorted."""
    return locate.placed(registry.root, (problem for rule in rules() for problem in rule.find(registry)))
