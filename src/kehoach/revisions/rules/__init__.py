"""Rules about an edit, one module each. A rule is registered by standing in :data:`RULES`.

A rule's module has a docstring that is its manual (``kehoach explain RULE``), the constants ``SEVERITY`` and ``INVERSE``, and
``find(facts)``, which yields :class:`~kehoach.revisions.judgement.Judgement`. ``INVERSE`` is the rule that fires where the edit is
turned round (the rule itself where both ways are the same), or ``None`` with the reason in ``EXEMPT``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, Severity

RULES = (
    "target_weakened",
    "target_strengthened",
    "due_delayed",
    "due_brought_forward",
    "target_removed",
    "target_added",
    "lead_changed",
    "unit_renamed",
)
"""Modules of this package, in the order they run; what they are called outside has hyphens."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, its manual, its weight, its inverse (or why it has none), and what finds it."""

    name: str
    manual: str
    severity: Severity
    inverse: str | None
    exempt: str | None
    find: Callable[[Facts], Iterator[Judgement]]


def rule(name: str) -> Rule:
    """Return the rule called *name* (with hyphens or underscores).

    Raises:
        KeyError: there is none.
    """
    module_name = name.replace("-", "_")
    if module_name not in RULES:
        raise KeyError(name)
    module = import_module(f"{__name__}.{module_name}")
    return Rule(
        module_name.replace("_", "-"),
        (module.__doc__ or "").strip(),
        module.SEVERITY,
        module.INVERSE,
        getattr(module, "EXEMPT", None),
        module.find,
    )


def rules() -> Iterator[Rule]:
    """Yield every rule."""
    return (rule(name) for name in RULES)
