"""One plan in short: what, by whom, by when; its head, targets, assignments, projects, what it cites, and what ``check`` found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kehoach import checks
from kehoach.meaning.time import resolve
from kehoach.meaning.wording import commitment, time_words
from kehoach.model.catalogues import FIELDS
from kehoach.model.plan import Plan
from kehoach.model.problem import Problem, Severity
from kehoach.model.target import Target
from kehoach.model.work import Project, Task
from kehoach.registry import Registry, plan_file
from kehoach.reports.documents import KINDS, citation_words, number_words, plan_words
from kehoach.reports.letterhead import Letterhead, letterhead
from kehoach.reports.worklist import NOBODY
from kehoach.vietnamese import date_words, quantity

ROLES = {"basis": "Căn cứ", "implements": "Thực hiện", "replaces": "Thay thế"}
"""What a plan cites and a summary names; mere mentions are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A target in words."""

    ref: str
    clause: str
    field: str
    name: str
    text: str
    time: str
    lead: tuple[str, ...]
    is_part: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """A task in words; one that several units lead stands under each of them."""

    ref: str
    clause: str
    unit: str
    title: str
    product: str
    time: str
    support: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertaking:
    """A project in words."""

    ref: str
    clause: str
    name: str
    owner: str
    time: str
    area: str
    funding: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A document cited, once for each role, with the places that cite it."""

    role: str
    ref: str
    words: str
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a rule found about this document, and no reviewer has accepted."""

    rule: str
    severity: Severity
    clause: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A plan, ready to be drawn; what the document does not say is empty."""

    ref: str
    name: str
    kind: str
    number: str
    issued: str
    title: str
    issuer: str
    signer: str
    period: str
    addressees: tuple[str, ...]
    recipients: tuple[str, ...]
    head: Letterhead
    targets: tuple[Promise, ...]
    tasks: tuple[Assignment, ...]
    task_count: int
    projects: tuple[Undertaking, ...]
    citations: tuple[Cited, ...]
    findings: tuple[Found, ...]
    made: str
    provenance: str


def summary(registry: Registry, plan: Plan, *, made: str = "", provenance: str = "") -> Summary:
    """Return the summary of *plan*; targets in the order of fields, tasks in that of the units, what nobody leads last."""
    return Summary(
        ref=plan.id,
        name=plan_words(plan, registry),
        kind=KINDS[plan.kind],
        number=number_words(plan),
        issued=date_words(plan.issued) if plan.issued else "",
        title=plan.title,
        issuer=registry.unit_name(plan.issuer),
        signer=", ".join(filter(None, (plan.signed.by, plan.signed.position))) if plan.signed else "",
        period=_period(plan),
        addressees=plan.addressees,
        recipients=plan.recipients,
        head=letterhead(registry, [plan.ward], plan.issuer),
        targets=tuple(_targets(plan, registry)),
        tasks=tuple(_tasks(plan, registry)),
        task_count=len(plan.tasks),
        projects=tuple(_projects(plan)),
        citations=tuple(_citations(plan, registry)),
        findings=tuple(_found(problem, plan) for problem in checks.run(registry) if problem.accepted is None and _about(problem, plan)),
        made=made,
        provenance=provenance,
    )


def _period(plan: Plan) -> str:
    if plan.period is None:
        return ""
    words = f"{plan.period.from_}-{plan.period.to}"
    return f"{words}, tầm nhìn đến năm {plan.period.horizon}" if plan.period.horizon else words


def _targets(plan: Plan, registry: Registry) -> list[Promise]:
    order = {name: index for index, name in enumerate(FIELDS)}
    found = sorted(plan.targets, key=lambda t: order.get(_field(t, registry), len(order)))
    return [_promise(plan, target, registry) for target in found]


def _promise(plan: Plan, target: Target, registry: Registry) -> Promise:
    indicator = registry.indicators.get(target.indicator)
    field = _field(target, registry)
    return Promise(
        ref=plan.ref(target.id),
        clause=target.clause,
        field=FIELDS.get(field, field or "Chưa rõ lĩnh vực"),
        name=indicator.name if indicator else target.indicator,
        text=commitment(target, indicator) + (" (phấn đấu)" if target.force == "aim" else ""),
        time=time_words(resolve(target.when, plan)),
        lead=tuple(map(registry.unit_name, target.lead)),
        is_part=target.part_of is not None,
    )


def _field(target: Target, registry: Registry) -> str:
    indicator = registry.indicators.get(target.indicator)
    return indicator.field if indicator else ""


def _tasks(plan: Plan, registry: Registry) -> Iterator[Assignment]:
    order = {ref: index for index, ref in enumerate(registry.units)}
    rows = [(unit, task) for task in plan.tasks for unit in (task.lead or ("",))]
    for unit, task in sorted(rows, key=lambda row: order.get(row[0], len(order) + (not row[0]))):
        yield Assignment(
            ref=plan.ref(task.id),
            clause=task.clause,
            unit=registry.unit_name(unit) if unit else NOBODY,
            title=task.title,
            product=task.product or "",
            time=time_words(resolve(task.when, plan)),
            support=tuple(map(registry.unit_name, task.support)),
        )


def _projects(plan: Plan) -> Iterator[Undertaking]:
    for project in plan.projects:
        yield Undertaking(
            ref=plan.ref(project.id),
            clause=project.clause,
            name=project.name,
            owner=project.owner or "",
            time=time_words(resolve(project.when, plan)),
            area=quantity(project.area.value, project.area.unit) if project.area else "",
            funding=project.funding or "",
            state=project.state or "",
        )


def _citations(plan: Plan, registry: Registry) -> Iterable[Cited]:
    for role, words in ROLES.items():
        places: dict[str, list[str]] = {}
        cited = [citation for citation in plan.citations if citation.role == role]
        for citation in cited:
            places.setdefault(citation.ref, []).append(citation.clause)
        for ref, clauses in places.items():
            first = next(citation for citation in cited if citation.ref == ref)
            yield Cited(
                role=words, ref=ref, words=citation_words(first, registry.references.get(ref)), clauses=tuple(dict.fromkeys(clauses))
            )


def _about(problem: Problem, plan: Plan) -> bool:
    return (problem.ref or "").partition("#")[0] == plan.id or problem.file == plan_file(plan.id)


def _found(problem: Problem, plan: Plan) -> Found:
    records: tuple[Target | Task | Project, ...] = (*plan.targets, *plan.tasks, *plan.projects)
    clauses = {plan.ref(record.id): record.clause for record in records}
    return Found(
        rule=problem.rule,
        severity=problem.severity,
        clause=clauses.get(problem.ref or "", ""),
        message=problem.message,
        remedy=problem.remedy,
    )
