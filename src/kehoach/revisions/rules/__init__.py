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
    "target_shifted",
    "due_delayed",
    "due_brought_forward",
    "due_removed",
    "due_set",
    "due_shifted",
    "unit_changed",
    "indicator_changed",
    "direction_changed",
    "indicator_redefined",
    "baseline_changed",
    "scope_narrowed",
    "scope_widened",
    "scope_changed",
    "commitment_softened",
    "commitment_hardened",
    "condition_added",
    "condition_dropped",
    "condition_changed",
    "condition_confirmed",
    "reading_decided",
    "reading_changed",
    "target_removed",
    "target_retired",
    "target_added",
    "target_moved",
    "id_reused",
    "tombstone_changed",
    "plan_added",
    "plan_removed",
    "plan_moved",
    "plan_head_changed",
    "source_changed",
    "citations_changed",
    "acceptance_changed",
    "superseded",
    "successor_drops_target",
    "lead_changed",
    "support_dropped",
    "support_added",
    "links_changed",
    "task_added",
    "task_removed",
    "task_changed",
    "project_added",
    "project_removed",
    "project_changed",
    "quote_without_figure",
    "nature_contradicted",
    "basis_missing",
    "amended_by_other_form",
    "cumulative_drift",
    "goal_moved_after_miss",
    "goal_moved_before_deadline",
    "left_behind",
    "actual_added",
    "actual_removed",
    "actual_rewritten",
    "actual_changed",
    "path_changed",
    "unit_renamed",
    "unit_added",
    "unit_removed",
    "catalogue_added",
    "catalogue_removed",
    "catalogue_changed",
    "text_only",
    "format_only",
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
