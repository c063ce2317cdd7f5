"""Rules over a registry, one module each. A rule is registered by standing in :data:`RULES`.

A rule's module has a docstring that is its manual (``kehoach explain RULE``), the constants ``FAMILY``, ``SEVERITY`` and
``ABOUT``, and ``find(facts)``, which yields :class:`~kehoach.checks.finding.Finding`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding
from kehoach.files import locate
from kehoach.meaning.fingerprint import fingerprint
from kehoach.model.problem import About, Path, Problem, Severity
from kehoach.registry import Registry

RULES = (
    "unknown_ward",
    "unknown_unit",
    "unknown_indicator",
    "unknown_reference",
    "unknown_record",
    "clause_without_heading",
    "figure_in_wrong_kind",
    "restated_figure",
    "restated_comparator",
    "restated_deadline",
    "restated_denominator",
    "restated_definition",
    "restated_standard",
    "restated_force",
    "slogan_against_figure",
    "figure_beyond_unit",
    "floor_and_range",
    "two_floors_as_range",
    "range_with_ceiling",
    "level_as_rate",
    "part_exceeds_whole",
    "part_on_other_base",
    "total_outside_parts",
    "shares_unstated",
    "count_against_breakdown",
    "areas_without_total",
    "undated_target",
    "undated_task",
    "undated_project",
    "outside_period",
    "before_issue",
    "task_time_against_target",
    "one_off_on_annual_clock",
    "no_milestones",
    "unknown_term",
    "vision_without_target",
    "target_without_lead",
    "several_leads",
    "task_without_lead",
    "leads_differ",
    "target_without_task",
    "task_only_target",
    "lead_not_addressed",
    "unit_not_existing",
    "unscorable_target",
    "baseline_in_other_unit",
    "growth_without_baseline",
    "yearly_or_average",
    "open_reading",
    "two_yardsticks",
    "model_without_target",
    "unconfirmed_condition",
    "citation_number_differs",
    "citation_date_differs",
    "citation_title_differs",
    "citation_issuer_differs",
    "malformed_number",
    "incomplete_citation",
    "number_of_two_issuers",
    "cited_before_existence",
    "horizon_passed",
    "replaced_plan_relied_on",
    "differs_from_official",
    "numbering_gap",
    "blank_number_or_date",
    "attachment_missing",
    "attachment_unmentioned",
    "body_and_appendix_apart",
    "work_assigned_twice",
    "plans_apart",
    "project_states_clash",
    "wards_measure_differently",
)
"""Modules of this package, in the order they run; what they are called outside has hyphens."""
Place = Callable[[str, Path], tuple[int, int]]
"""Gives line and column of a node in a file of the registry."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, its manual, its family (0 for the registry itself), its weight, and what finds its faults."""

    name: str
    manual: str
    family: int
    severity: Severity
    about: About
    find: Callable[[Facts], Iterator[Finding]]


@cache
def rule(name: str) -> Rule:
    """Return the rule called *name* (with hyphens or underscores).

    Raises:
        KeyError: there is none.
    """
    module_name = name.replace("-", "_")
    if module_name not in RULES:
        raise KeyError(name)
    module = import_module(f"{__name__}.{module_name}")
    return Rule(name.replace("_", "-"), (module.__doc__ or "").strip(), module.FAMILY, module.SEVERITY, module.ABOUT, module.find)


def rules(only: Collection[str] = ()) -> Iterator[Rule]:
    """Yield the rules asked for, all where none is named."""
    return (rule(name) for name in RULES if not only or name.replace("_", "-") in only)


def run(registry: Registry, only: Collection[str] = ()) -> list[Problem]:
    """Return the findings of the rules asked for, placed and sorted, each with the acceptance that its plan records."""
    facts = Facts(registry)
    place = locate.Places(registry.root)
    found = (problem(each, finding, place) for each in rules(only) for finding in each.find(facts))
    return sorted(found, key=lambda p: p.order)


def problem(by: Rule, finding: Finding, place: Place) -> Problem:
    """Return a finding of a rule as a problem at its *place*, with the acceptance that its plan records."""
    mark = fingerprint(by.name, finding.ref or finding.file, finding.others, finding.values) if by.about == "document" else None
    accepted = [a.reason for a in finding.plan.accepted if a.rule == by.name and a.fingerprint == mark] if finding.plan and mark else []
    line, column = place(finding.file, finding.path)
    return Problem(
        rule=by.name,
        message=finding.message,
        remedy=finding.remedy,
        file=finding.file,
        line=line,
        column=column,
        severity=finding.severity or by.severity,
        about=by.about,
        ref=finding.ref,
        others=finding.others,
        fingerprint=mark,
        accepted=accepted[0] if accepted else None,
    )
