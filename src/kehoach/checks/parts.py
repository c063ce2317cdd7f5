"""The rules asked of a registry in parts, so that an edit in one ward costs that ward: part by part they find what they find at once.

A ward is asked about together with every ward that its records are linked with, directly or through others (:func:`linked`): a promise
restated elsewhere, a task for another ward's target. What holds the wards together otherwise, the documents they all cite, the office
that issues for several and the measures they share, is the matter of the rules in :data:`GLOBAL`, which need only the :class:`Core` of a ward.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from kehoach.checks import Place, problem, rows, rules
from kehoach.checks.citations import FIELDS
from kehoach.checks.facts import Facts
from kehoach.checks.gathered import gathered
from kehoach.files import locate
from kehoach.model.plan import Attachments
from kehoach.model.target import Target
from kehoach.model.work import Task
from kehoach.registry import plan_file

if TYPE_CHECKING:
    from kehoach.checks import Rule
    from kehoach.checks.finding import Finding, Record
    from kehoach.model.plan import Plan
    from kehoach.model.problem import Path as NodePath
    from kehoach.model.problem import Problem
    from kehoach.registry import Registry

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


class Core(NamedTuple):
    """What the rules in :data:`GLOBAL` read of a ward: its plans without their records, headings and forms, and rows about the records.

    With them where those things stand that these rules point at most: by file and path, line and column.
    """

    heads: tuple[Plan, ...]
    said: rows.Rows
    places: tuple[tuple[str, NodePath, int, int], ...] = ()


def _cores(facts: Facts, place: Place) -> dict[str, Core]:
    plans: dict[str, list[Plan]] = {}
    for plan in facts.registry.plans.values():
        plans.setdefault(plan.ward, []).append(plan)
    said = rows.by_ward(facts.once(gathered))
    return {
        ward: Core(tuple(map(_head, found)), said.get(ward, rows.Rows()), tuple(_places(found, place))) for ward, found in plans.items()
    }


def _places(plans: Iterable[Plan], place: Place) -> Iterator[tuple[str, NodePath, int, int]]:
    """Yield the places of titles, and of what citations print of their own."""
    for plan in plans:
        file = plan_file(plan.id)
        own = ((at, key) for at, citation in enumerate(plan.citations) for key in FIELDS if getattr(citation, key))
        for path in (("title",), *(("citations", at, key) for at, key in own)):
            yield (file, path, *place(file, path))


def _head(plan: Plan) -> Plan:
    return replace(
        plan,
        signed=None,
        addressees=(),
        recipients=(),
        attachments=Attachments(),
        corrections=(),
        sections=(),
        uncovered=(),
        targets=(),
        tasks=(),
        projects=(),
        retired=(),
    )


def of_wards(registry: Registry, wards: Collection[str], only: Collection[str] = ()) -> list[Problem]:
    """Return what the rules find about *wards*, but for those in :data:`GLOBAL`.

    *registry* holds the catalogues, and the plans and actuals of the wards' groups (:func:`linked`).
    """
    return _of_wards(_facts(registry), wards, only)


def with_cores(registry: Registry, wards: Collection[str], place: Place | None = None) -> tuple[list[Problem], dict[str, Core]]:
    """Return what :func:`of_wards` does, and the core of each ward that has a plan; *place* knows the places in their files."""
    facts, where = _facts(registry), place or locate.Places(registry.root)
    return _of_wards(facts, wards, place=where), _cores(facts, where)


def of_catalogues(registry: Registry, only: Collection[str] = (), place: Place | None = None) -> list[Problem]:
    """Return what the rules find about the catalogues themselves; *registry* need hold nothing else."""
    alone = replace(registry, plans={}, actuals=(), paths=())
    return _found(_facts(alone), rules(only), lambda finding: _ward(finding) is None, place)


def of_all(registry: Registry, only: Collection[str] = ()) -> list[Problem]:
    """Return what the rules in :data:`GLOBAL` find in a registry that holds every plan."""
    asked = GLOBAL & set(only) if only else GLOBAL
    return _found(_facts(registry), rules(asked), lambda _: True) if asked else []


def of_cores(catalogues: Registry, cores: Collection[Core], place: Place | None = None) -> list[Problem]:
    """Return what :func:`of_all` does, from the catalogues and the cores of all wards; *place* knows the other places in their files."""
    heads = {plan.id: plan for core in cores for plan in core.heads}
    facts = Facts(
        replace(catalogues, plans=heads, scope=None), catalogues=False, known={gathered: rows.joined(core.said for core in cores)}
    )
    known = {(file, path): (line, column) for core in cores for file, path, line, column in core.places}
    other = place or locate.Places(catalogues.root)
    return _found(facts, rules(GLOBAL), lambda _: True, lambda file, path: known.get((file, path)) or other(file, path))


def together(*parts: Iterable[Problem]) -> list[Problem]:
    """Return the findings of all parts in the order in which they stand."""
    return sorted((each for part in parts for each in part), key=lambda p: p.order)


def _of_wards(facts: Facts, wards: Collection[str], only: Collection[str] = (), place: Place | None = None) -> list[Problem]:
    return _found(facts, [rule for rule in rules(only) if rule.name not in GLOBAL], lambda finding: _ward(finding) in wards, place)


def _facts(registry: Registry) -> Facts:
    return Facts(registry, catalogues=not registry.plans)


def _found(facts: Facts, asked: Iterable[Rule], wanted: Callable[[Finding], bool], place: Place | None = None) -> list[Problem]:
    where = place or locate.Places(facts.registry.root)
    found = (problem(each, finding, where) for each in asked for finding in each.find(facts) if wanted(finding))
    return sorted(found, key=lambda p: p.order)


def _ward(finding: Finding) -> str | None:
    """Return the ward that a finding is about, ``None`` for one about a catalogue."""
    if finding.plan is not None:
        return finding.plan.ward
    folder, _, rest = finding.file.partition("/")
    return rest.partition("/")[0] if folder in ("plans", "actuals") else None
