"""The whole report of a year as JSON, put together ward by ward: the rows of unchanged wards as they were kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from kehoach.files.locate import Places
    from kehoach.index.memory import Memory
    from kehoach.index.underway import Make
    from kehoach.registry import Registry


def write(ctx: typer.Context, wards: Iterable[str], first: int, last: int) -> None:
    """Write the report of *first* to *last* on all targets of *wards*, as ``report`` does without another filter."""
    from kehoach.cli import output
    from kehoach.cli.session import close, open_memory, slugs_of

    memory = open_memory(ctx, slugs_of(ctx, wards), also=_rows_of(first, last))
    output.write_parts(_text(memory, first, last))
    close(memory.root, memory.problems())


def _rows_of(first: int, last: int) -> tuple[str, Make]:
    return f"report-{first}-{last}", partial(_texts, first, last)


def _text(memory: Memory, first: int, last: int) -> Iterator[str]:
    from kehoach.cli.progress import steps_unless_shown
    from kehoach.index.parts import texts
    from kehoach.renderers import as_json

    totals: dict[str, Any] = {}

    def rows() -> Iterator[str]:
        made = texts(memory, *_rows_of(first, last), _in_order(memory))
        for _, text in steps_unless_shown(made, len(memory.wards), "Đang chấm từng phường"):
            counted, _, part = text.partition("\n")
            if counted:
                _add(totals, json.loads(counted))
            yield part

    head = _head(memory, first, last)
    yield from as_json.object_with_rows(head, rows(), lambda: {"totals": totals})


def _head(memory: Memory, first: int, last: int) -> dict[str, Any]:
    from kehoach.cli.clock import today
    from kehoach.files.revision import revision
    from kehoach.reports import results

    made = results.Report(year=last, rows=[], totals={}, first=first, date=today().isoformat(), revision=revision(memory.root))
    return {key: value for key, value in results.as_object(made).items() if key not in ("rows", "totals")}


def _in_order(memory: Memory) -> list[str]:
    """Return the wards as a report has them: in the order of ``units.yaml``, then those it does not name."""
    from kehoach.index.parts import texts
    from kehoach.index.tables import CATALOGUES

    ((_, text),) = texts(memory, "wards", _wards, (CATALOGUES,))
    order = {ward: index for index, ward in enumerate(text.split())}
    return sorted(memory.wards, key=lambda ward: (order.get(ward, len(order)), ward))


def _wards(catalogues: Registry, _: Places) -> dict[str, str]:
    from kehoach.index.tables import CATALOGUES

    return {CATALOGUES: "\n".join(catalogues.wards)}


def _texts(first: int, last: int, registry: Registry, _: Places) -> dict[str, str]:
    """Return the rows of each ward as JSON; before those of the first, on a line of its own, the totals of all."""
    from kehoach.queries.select import Filter
    from kehoach.renderers import as_json
    from kehoach.reports import results

    made = results.report(registry, Filter(), last, first=first)
    of_ward: dict[str, list[Any]] = {ward: [] for ward in dict.fromkeys(plan.ward for plan in registry.plans.values())}
    for row in made.rows:
        of_ward[row["ward"]].append(row)
    found = {ward: "\n" + as_json.part(rows, depth=2) for ward, rows in of_ward.items()}
    if found:
        found[next(iter(found))] = json.dumps(made.totals) + found[next(iter(found))]
    return found


def _add(totals: dict[str, Any], more: dict[str, Any]) -> None:
    """Add counts to counts; no promise is counted in two groups of wards."""
    for key, value in more.items():
        if isinstance(value, dict):
            _add(totals.setdefault(key, {}), value)
        else:
            totals[key] = totals.get(key, 0) + value
