"""The work of each lead unit in a year: what was assigned to it (giao việc), and what falls due (đôn đốc)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kehoach.meaning.time import due_in, in_force, resolve
from kehoach.meaning.wording import commitment, time_words
from kehoach.model.commitment import Time
from kehoach.model.plan import Plan
from kehoach.queries import select
from kehoach.queries.select import Filter
from kehoach.registry import Registry
from kehoach.reports.documents import short_words
from kehoach.reports.table import Column, Row, Table
from kehoach.reports.words import NOTHING
from kehoach.vietnamese import number

KINDS = {"target": "chỉ tiêu", "task": "nhiệm vụ", "project": "dự án"}
NOBODY = "Chưa giao đơn vị nào chủ trì"


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One thing to be done; ``asked`` is the commitment, the product, or a project's state."""

    kind: str
    ref: str
    ward: str
    plan: str
    clause: str
    title: str
    asked: str
    lead: tuple[str, ...]
    support: tuple[str, ...]
    when: Time
    time: str
    due: bool
    """Whether it falls due in one of the years asked for."""
    lead_names: tuple[str, ...] = ()
    support_names: tuple[str, ...] = ()
    """``lead`` and ``support`` as ``units.yaml`` names them."""
    document: str = ""
    """The plan in a few words: kind and number."""


def work(registry: Registry, wanted: Filter, years: range) -> list[Work]:
    """Return the targets, tasks and projects that bind in one of *years*, in the order of the documents."""
    found: list[Work] = []
    for plan, target in select.targets(registry, wanted):
        indicator = registry.indicators.get(target.indicator)
        aim = " (phấn đấu)" if target.force == "aim" else ""
        name = indicator.name if indicator else target.indicator
        found += _work(
            "target", plan, target.id, target.clause, name, commitment(target, indicator) + aim, target.lead, (), target.when, years
        )
    for plan, task in select.tasks(registry, wanted):
        found += _work("task", plan, task.id, task.clause, task.title, task.product or "", task.lead, task.support, task.when, years)
    for plan, project in select.projects(registry, wanted):
        found += _work(
            "project", plan, project.id, project.clause, project.name, project.state or "", project.lead, (), project.when, years
        )
    documents = {plan.id: short_words(plan) for plan in registry.plans.values()}
    return [
        replace(
            each,
            lead_names=tuple(map(registry.unit_name, each.lead)),
            support_names=tuple(map(registry.unit_name, each.support)),
            document=documents[each.plan],
        )
        for each in found
    ]


def _work(
    kind: str,
    plan: Plan,
    ident: str,
    clause: str,
    title: str,
    asked: str,
    lead: tuple[str, ...],
    support: tuple[str, ...],
    when: Time,
    years: range,
) -> Iterator[Work]:
    due = resolve(when, plan)
    if any(in_force(due, plan, year) for year in years):
        yield Work(
            kind=kind,
            ref=plan.ref(ident),
            ward=plan.ward,
            plan=plan.id,
            clause=clause,
            title=title,
            asked=asked,
            lead=lead,
            support=support,
            when=when,
            time=time_words(due),
            due=any(due_in(due, year) for year in years),
        )


def by_unit(found: list[Work], registry: Registry, units: frozenset[str] = frozenset()) -> list[Row]:
    """Return one row for each lead of each work, the units in the order of the registry; work that nobody leads comes last."""
    order = {ref: index for index, ref in enumerate(registry.units)}
    rows = [
        {
            "unit": unit,
            "ref": each.ref,
            "ward": each.ward,
            "plan": each.plan,
            "clause": each.clause,
            "kind": each.kind,
            "title": each.title,
            "asked": each.asked,
            "time": each.time,
            "due": each.due,
            "support": list(each.support),
        }
        for each in found
        for unit in (each.lead or (None,))
        if not units or unit in units
    ]
    return sorted(rows, key=lambda r: (r["ward"], order.get(r["unit"] or "", len(order)), not r["due"]))


def table(rows: list[Row], registry: Registry, span: str) -> Table:
    """Return the work lists as a table, one block for each unit, what falls due first."""
    due = sum(row["due"] for row in rows)
    return Table(
        (
            Column("Đến hạn", lambda r: "đến hạn" if r["due"] else ""),
            Column("Loại", lambda r: KINDS[r["kind"]], 1),
            Column("Việc, chỉ tiêu", lambda r: r["title"]),
            Column("Yêu cầu, sản phẩm", lambda r: r["asked"] or NOTHING),
            Column("Thời hạn", lambda r: r["time"]),
            Column("Phối hợp", lambda r: "; ".join(map(registry.unit_name, r["support"])), 3),
            Column("Điều khoản", lambda r: r["clause"], 1),
            Column("Kế hoạch", lambda r: r["plan"].partition("/")[2], 2),
        ),
        rows,
        ("unit", "ward", "ref", "plan", "clause", "kind", "title", "asked", "time", "due", "support"),
        f"{number(len(rows))} việc, {number(due)} đến hạn trong {span}",
        group=lambda r: f"{registry.ward_name(r['ward'])} · {registry.unit_name(r['unit']) if r['unit'] else NOBODY}",
        title=f"Việc của từng đơn vị chủ trì, {span}",
    )
