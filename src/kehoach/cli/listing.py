"""What the listings of records share: open, filter, make rows, write."""

from __future__ import annotations

from collections.abc import Iterable

import typer

from kehoach.cli import output
from kehoach.cli.options import Format
from kehoach.cli.session import make_filter, open_registry


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
    """Write the targets, tasks or projects (*noun*) that pass the filters."""
    from kehoach.queries import rows, select
    from kehoach.reports import listings

    session = open_registry(ctx, wards or (), as_of)
    registry = session.registry
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
    if noun == "targets":
        table = listings.targets([rows.target(plan, record, registry) for plan, record in select.targets(registry, wanted)], registry)
    elif noun == "tasks":
        table = listings.tasks([rows.task(plan, record) for plan, record in select.tasks(registry, wanted)], registry)
    else:
        table = listings.projects([rows.project(plan, record) for plan, record in select.projects(registry, wanted)], registry)
    output.write(table, form, csv_excel=csv_excel)
    session.close()
