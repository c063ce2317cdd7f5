"""The items that rows are read from: a record with its plan, ward and province, so that a column needs nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from kehoach.model.catalogues import Indicator
from kehoach.model.plan import Plan
from kehoach.queries import rows
from kehoach.queries.rows import Row
from kehoach.reports.export.column import Columns, Part, word


@dataclass(frozen=True, slots=True)
class Held:
    """A record of a plan. ``row`` is its row of the output contract, ``position`` its place (from 1) in a list of *above*."""

    plan: Plan
    province: str | None
    record: Any
    row: Row
    above: str = ""
    position: int = 0
    indicator: Indicator | None = None


PLACE: Columns = (
    *word("province", "Tỉnh, thành phố (mã); với Parquet là tên thư mục", lambda h: h.province),
    *word("ward", "Phường, xã (mã)", lambda h: h.plan.ward),
    *word("plan", "Kế hoạch", lambda h: h.plan.id),
)
"""Where a record stands: the first columns of every table of a plan's parts."""


def plans(part: Part) -> Iterator[Held]:
    """Yield the plans of a ward."""
    for plan in part.registry.plans.values():
        yield Held(plan, part.province, plan, rows.plan_row(plan))


def targets(part: Part) -> Iterator[Held]:
    """Yield the targets of a ward."""
    for plan, record in part.registry.targets():
        indicator = part.registry.indicators.get(record.indicator)
        yield Held(plan, part.province, record, rows.target(plan, record, part.registry), indicator=indicator)


def tasks(part: Part) -> Iterator[Held]:
    """Yield the tasks of a ward."""
    for plan, record in part.registry.tasks():
        yield Held(plan, part.province, record, rows.task(plan, record))


def projects(part: Part) -> Iterator[Held]:
    """Yield the projects of a ward."""
    for plan, record in part.registry.projects():
        yield Held(plan, part.province, record, rows.project(plan, record))


def each(above: Callable[[Part], Iterator[Held]], key: str) -> Callable[[Part], Iterator[Held]]:
    """Return what yields the entries of the list *key* of every record that *above* yields, with their places."""

    def items(part: Part) -> Iterator[Held]:
        for held in above(part):
            for position, entry in enumerate(held.row[key], start=1):
                yield Held(held.plan, held.province, entry, held.row, held.row["ref"], position)

    return items


def of_plan(key: str) -> Callable[[Part], Iterator[Held]]:
    """Return what yields the entries of the list *key* of every plan."""

    def items(part: Part) -> Iterator[Held]:
        for plan in part.registry.plans.values():
            for position, entry in enumerate(getattr(plan, key), start=1):
                yield Held(plan, part.province, entry, {}, plan.id, position)

    return items
