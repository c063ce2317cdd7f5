"""What the listings of records share: open, filter, make rows, write."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

from kehoach.cli import output
from kehoach.cli.options import Format

if TYPE_CHECKING:
    from kehoach.index.memory import Memory
    from kehoach.queries.select import Filter
    from kehoach.registry import Registry
    from kehoach.reports.table import Row, Table


def records(  # one parameter per filter
    ctx: typer.Context,
    noun: str,
    *,
    form: Format,
    csv_excel: bool,
    wards: Iterable[str] | None = None,
    plans: Iterable[str] | None = None,
    indicators: Iterable[str] | None = None,
    fields: Iterable[str] | None = None,
    units: Iterable[str] | None = None,
    years: Iterable[int] | None = None,
    due: Iterable[int] | None = None,
    search: Iterable[str] | None = None,
    as_of: str | None = None,
) -> None:
    """Write the plans, targets, tasks or projects (*noun*) that pass the filters."""
    from kehoach.cli.session import make_filter, open_registry, slugs_of

    whole = form is Format.json and not csv_excel and not any((plans, indicators, fields, units, years, due, search, as_of))
    memory = ctx.obj.memory(slugs_of(ctx, wards or ()))
    if whole and _written(noun, memory, ctx):
        return
    session = open_registry(ctx, wards or (), as_of, memory)
    wanted = make_filter(
        session,
        plans=plans or (),
        indicators=indicators or (),
        fields=fields or (),
        units=units or (),
        years=years or (),
        due=due or (),
        search=search or (),
    )
    table = _table(noun, session.registry, wanted)
    if whole and not session.problems:
        _keep(noun, table.rows, memory)
    output.write(table, form, csv_excel=csv_excel)
    session.close()


def _table(noun: str, registry: Registry, wanted: Filter) -> Table:
    from kehoach.queries import rows, select
    from kehoach.reports import listings

    if noun == "plans":
        return listings.plans([rows.plan_row(plan) for plan in select.plans(registry, wanted)], registry)
    if noun == "targets":
        return listings.targets([rows.target(plan, record, registry) for plan, record in select.targets(registry, wanted)], registry)
    if noun == "tasks":
        return listings.tasks([rows.task(plan, record) for plan, record in select.tasks(registry, wanted)], registry)
    return listings.projects([rows.project(plan, record) for plan, record in select.projects(registry, wanted)], registry)


def _written(noun: str, memory: Memory, ctx: typer.Context) -> bool:
    """Write a whole listing as it was kept ward by ward, where nothing has changed since; tell whether it was."""
    parts = memory.answers(f"list-{noun}")
    if parts is None:
        return False
    from kehoach.renderers import as_json

    output.write_exactly(as_json.joined(parts))
    ctx.call_on_close(memory.store)
    return True


def _keep(noun: str, rows: list[Row], memory: Memory) -> None:
    """Keep a whole listing, ward by ward: a row follows from its ward's files and the catalogues."""
    from kehoach.renderers import as_json

    of_ward: dict[str, list[Row]] = {ward: [] for ward in memory.wards}
    for row in rows:
        of_ward.setdefault(row["ward"], []).append(row)
    memory.keep(f"list-{noun}", {ward: as_json.part(found) for ward, found in of_ward.items()})
