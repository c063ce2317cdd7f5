"""What the listings of records share: open, filter, make rows, write."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

import typer

from kehoach.cli import output
from kehoach.cli.options import Format

if TYPE_CHECKING:
    from kehoach.files.locate import Places
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
    if form is Format.json and not csv_excel and not any((plans, indicators, fields, units, years, due, search, as_of)):
        _whole(ctx, noun, wards or ())
        return
    from kehoach.cli.session import make_filter, open_registry

    session = open_registry(ctx, wards or (), as_of)
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
    output.write(_table(noun, session.registry, wanted), form, csv_excel=csv_excel)
    session.close()


def _whole(ctx: typer.Context, noun: str, wards: Iterable[str]) -> None:
    """Write all records as JSON, ward by ward: those of a ward that has not changed as they were kept."""
    from kehoach.cli.progress import steps_unless_shown
    from kehoach.cli.session import close, open_memory, slugs_of
    from kehoach.index.parts import texts
    from kehoach.renderers import as_json

    name, make = f"list-{noun}", partial(_texts, noun)
    memory = open_memory(ctx, slugs_of(ctx, wards), also=(name, make))
    made = texts(memory, name, make)
    parts = steps_unless_shown(made, len(memory.wards), "Đang lập danh sách từng phường")
    output.write_parts(as_json.joined(text for _, text in parts))
    close(memory.root, memory.problems())


def _texts(noun: str, registry: Registry, _: Places) -> dict[str, str]:
    """Return the rows of each ward as JSON; they follow from its own files and the catalogues."""
    from kehoach.queries.select import Filter
    from kehoach.renderers import as_json

    of_ward: dict[str, list[Row]] = {}
    for row in _table(noun, registry, Filter()).rows:
        of_ward.setdefault(row["ward"], []).append(row)
    return {ward: as_json.part(found) for ward, found in of_ward.items()}


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
