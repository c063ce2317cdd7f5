"""What every command does first and last: find the registry, read what was asked for, say what was left out, leave with a status."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import typer

from kehoach.errors import UnknownName

if TYPE_CHECKING:
    from pathlib import Path

    from kehoach.index.memory import Memory
    from kehoach.index.reading import Read
    from kehoach.index.underway import Make
    from kehoach.model.problem import Problem
    from kehoach.queries.select import Filter
    from kehoach.registry import Registry

MOST_PROBLEMS = 20
"""A listing names this many problems at the most; ``check`` names them all."""


@dataclass(frozen=True, slots=True)
class Session:
    """An opened registry with the problems found on the way."""

    registry: Registry
    problems: list[Problem]

    @contextmanager
    def asking(self) -> Iterator[None]:
        """Where a name is not found and files could not be read, say that it may stand in one of those."""
        try:
            yield
        except UnknownName as error:
            if self.problems:
                _say(self.registry.root, self.problems)
                error.remedy = f"{error.remedy} Có tệp không đọc được (ở trên): mục này có thể nằm trong đó."
            raise

    def close(self) -> None:
        """Say what was left out, and leave with status 1 where something was."""
        close(self.registry.root, self.problems)


def close(root: Path, problems: list[Problem]) -> None:
    """Say what was left out of an answer, and leave with status 1 where something was."""
    if problems:
        _say(root, problems)
        print(f"Sổ có {len(problems)} lỗi; phần đọc được vẫn trả lời ở trên.", file=sys.stderr)
        raise typer.Exit(1)


def _say(root: Path, problems: list[Problem]) -> None:
    from kehoach.renderers.problems import line

    sys.stdout.flush()
    for problem in problems[:MOST_PROBLEMS]:
        print(line(problem, root), file=sys.stderr)
    if len(problems) > MOST_PROBLEMS:
        print(f"… và {len(problems) - MOST_PROBLEMS} lỗi nữa: chạy `kehoach check`.", file=sys.stderr)


def open_registry(ctx: typer.Context, wards: Iterable[str] = (), day: str | None = None) -> Session:
    """Read the registry, or only the wards that were typed, as the documents stood on *day*; what is new is remembered at the end."""
    from kehoach.registry import load_registry

    root = ctx.obj.root()
    slugs = slugs_of(ctx, wards)
    memory = open_memory(ctx, slugs)
    registry, problems = load_registry(root, slugs, memory.read, memory.files(memory.scope))
    if day is not None:
        from kehoach.queries import names
        from kehoach.queries.as_of import as_of

        registry = as_of(registry, names.day(day))
    return Session(registry, problems)


def open_memory(
    ctx: typer.Context,
    wards: list[str] | None,
    *,
    actuals: bool = True,
    also: tuple[str, Make] | None = None,
    listen: Callable[[Iterable[Read]], Iterable[Read]] = iter,
) -> Memory:
    """Return what is known of the files of *wards*, up to date; what is new is remembered at the end.

    *also* names the answers that will be asked for ward by ward, and what makes them; who will *listen* is told of them as they are made.
    """
    memory: Memory = ctx.obj.memory(wards, actuals=actuals)
    memory.refresh(lambda reads, total: _reading(listen(reads), total), also)
    ctx.call_on_close(memory.store)
    return memory


def _reading(items: Iterable[Any], total: int) -> Iterator[Any]:
    from kehoach.cli.progress import steps

    return steps(items, total, "Đang đọc các tệp mới hoặc đã sửa")


def slugs_of(ctx: typer.Context, wards: Iterable[str]) -> list[str] | None:
    """Return the slugs of the wards typed, ``None`` for all; the names of ``units.yaml`` are read only where a slug alone does not do."""
    from kehoach.files import folder

    typed, root = list(wards), ctx.obj.root()
    if all(folder.has_ward(root, text) for text in typed):
        return typed or None
    from kehoach.queries import names

    memory = ctx.obj.memory(())
    memory.refresh()
    units, _ = memory.read(folder.UNITS, "units")
    return names.wards(typed, {slug: ward.name for slug, ward in units.wards.items()} if units else {}, folder.wards_on_disk(root))


def slug_of(ctx: typer.Context, ward: str) -> str:
    """Return the slug of the ward typed."""
    (slug,) = slugs_of(ctx, [ward]) or [ward]
    return slug


def make_filter(
    session: Session,
    *,
    plans: Iterable[str] = (),
    indicators: Iterable[str] = (),
    fields: Iterable[str] = (),
    units: Iterable[str] = (),
    years: Iterable[int] = (),
    due: Iterable[int] = (),
    search: Iterable[str] = (),
) -> Filter:
    """Return the filter of what was typed, every name resolved."""
    from kehoach.queries import names
    from kehoach.queries.select import Filter

    registry = session.registry
    with session.asking():
        return Filter(
            plans=frozenset(names.plans(plans, registry)),
            indicators=frozenset(names.indicators(indicators, registry)),
            fields=frozenset(names.fields(fields)),
            units=frozenset(names.units(units, registry)),
            years=tuple(map(names.year, years)),
            due=tuple(map(names.year, due)),
            search=tuple(search),
        )
