"""The rules asked of a registry in parts, so that an edit in one ward costs that ward: part by part they find what they find at once.

A ward is asked about together with every ward that its records are linked with, directly or through others (:func:`linked`): a promise
restated elsewhere, a task for another ward's target. What holds the wards together otherwise, the documents they all cite, the office
that issues for several and the measures they share, is the matter of the rules in :data:`GLOBAL`, which need only the :func:`core` of a plan.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach.checks import problem, rules
from kehoach.checks.facts import Facts
from kehoach.files import locate
from kehoach.model.target import Target
from kehoach.model.work import Task

if TYPE_CHECKING:
    from kehoach.checks import Rule
    from kehoach.checks.finding import Finding, Record
    from kehoach.model.plan import Plan
    from kehoach.model.problem import Problem
    from kehoach.registry import Registry

Place = Callable[[Path, list["Problem"]], list["Problem"]]
"""Gives the problems of the registry in a folder their lines and columns."""
GLOBAL = frozenset(
    {
        "citation-number-differs",
        "citation-date-differs",
        "citation-title-differs",
        "citation-issuer-differs",
        "number-of-two-issuers",
        "replaced-plan-relied-on",
        "plans-apart",
        "wards-measure-differently",
    }
)
"""Rules that compare the plans of all wards, whether these know each other or not."""


def links(plan: Plan) -> frozenset[str]:
    """Return the other wards that the records of a plan refer to."""
    records: tuple[Record, ...] = (*plan.targets, *plan.tasks, *plan.projects)
    wards = {ref.partition("/")[0] for record in records for ref in _refs(record) if "#" in ref}
    return frozenset(wards - {plan.ward})


def _refs(record: Record) -> tuple[str, ...]:
    if isinstance(record, Task):
        return record.targets
    named = (record.part_of, record.restates, record.supersedes) if isinstance(record, Target) else (record.same_as,)
    return tuple(ref for ref in named if ref)


def linked(wards: Mapping[str, Collection[str]]) -> list[frozenset[str]]:
    """Return the groups of wards that can be asked about apart, from each ward's :func:`links`; every ward is in one group."""
    both: dict[str, set[str]] = {ward: set(others) for ward, others in wards.items()}
    for ward, others in wards.items():
        for other in others:
            both.setdefault(other, set()).add(ward)
    groups: list[frozenset[str]] = []
    seen: set[str] = set()
    for ward in both:
        if ward not in seen:
            group, left = set[str](), [ward]
            while left:
                group.add(at := left.pop())
                left.extend(both[at] - group)
            seen |= group
            groups.append(frozenset(group))
    return groups


def core(plan: Plan) -> Plan:
    """Return what the rules in :data:`GLOBAL` read of a plan: its head, citations, targets and acceptances."""
    return replace(plan, tasks=(), projects=(), sections=(), uncovered=(), corrections=(), retired=(), addressees=(), recipients=())


def of_wards(registry: Registry, wards: Collection[str], only: Collection[str] = ()) -> list[Problem]:
    """Return what the rules find about *wards*, but for those in :data:`GLOBAL`.

    *registry* holds the catalogues, and the plans and actuals of the wards' groups (:func:`linked`).
    """
    return _found(registry, [rule for rule in rules(only) if rule.name not in GLOBAL], lambda finding: _ward(finding) in wards)


def of_catalogues(registry: Registry, only: Collection[str] = ()) -> list[Problem]:
    """Return what the rules find about the catalogues themselves; *registry* need hold nothing else."""
    alone = replace(registry, plans={}, actuals=(), paths=())
    return _found(alone, rules(only), lambda finding: _ward(finding) is None)


def of_all(registry: Registry, only: Collection[str] = (), place: Place = locate.placed) -> list[Problem]:
    """Return what the rules in :data:`GLOBAL` find; *registry* holds every plan, or the :func:`core` of each."""
    asked = GLOBAL & set(only) if only else GLOBAL
    return _found(registry, rules(asked), lambda _: True, place) if asked else []


def together(*parts: Iterable[Problem]) -> list[Problem]:
    """Return the findings of all parts in the order in which they stand."""
    return sorted((each for part in parts for each in part), key=lambda p: p.order)


def _found(registry: Registry, asked: Iterable[Rule], wanted: Callable[[Finding], bool], place: Place = locate.placed) -> list[Problem]:
    facts = Facts(registry, catalogues=not registry.plans)
    found = [problem(each, finding) for each in asked for finding in each.find(facts) if wanted(finding)]
    return place(registry.root, found)


def _ward(finding: Finding) -> str | None:
    """Return the ward that a finding is about, ``None`` for one about a catalogue."""
    if finding.plan is not None:
        return finding.plan.ward
    folder, _, rest = finding.file.partition("/")
    return rest.partition("/")[0] if folder in ("plans", "actuals") else None
