"""Answers put together ward by ward: as they were kept where nothing has changed, made anew for the others."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach.index.memory import Memory
from kehoach.index.tables import CATALOGUES

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

    from kehoach.index.underway import Make
    from kehoach.registry import Registry

MANY = 12
"""So many groups of wards are worth starting other processes for."""
_AT_ONCE = 64
_LAST: dict[str | None, Registry] = {}
"""The catalogues of this process with the state they were read in."""
_Made = list[tuple[str, str, str | None]]
"""Wards with their texts and what these follow from."""


def texts(memory: Memory, name: str, make: Make, wards: Sequence[str] | None = None) -> Iterator[tuple[str, str]]:
    """Yield each of *wards* (all of the scope where ``None``) with its text, kept under *name* or from *make*.

    *make* is given a registry of a whole group of wards: of those that refer to each other.
    """
    asked = memory.wards if wards is None else wards
    with ExitStack() as stack:
        crew = _Crew(memory, make, stack)
        for start in range(0, len(asked), _AT_ONCE):
            some = asked[start : start + _AT_ONCE]
            found = crew.texts(name, some)
            yield from ((ward, found[ward]) for ward in some)


def part(memory: Memory, catalogues: Registry, wards: Sequence[str], *, scope: frozenset[str] | None) -> Registry:
    """Return the catalogues with the plans and actuals of *wards*, as part of a registry of which *scope* was asked for."""
    from kehoach.registry import add_wards

    return replace(add_wards(catalogues, wards, memory.read, memory.files(wards))[0], scope=scope)


def catalogues_of(memory: Memory) -> Registry:
    """Return a registry without a plan."""
    from kehoach.registry import load_registry

    return load_registry(memory.root, (), memory.read, ())[0]


class _Crew:
    """Makes what is missing: here, or in several processes."""

    def __init__(self, memory: Memory, make: Make, stack: ExitStack) -> None:
        self.memory, self.make, self.stack = memory, make, stack
        self.scope = None if memory.all else frozenset(memory.wards)
        self._catalogues: Registry | None = None
        self._pool: ProcessPoolExecutor | None = None

    def texts(self, name: str, wards: Sequence[str]) -> dict[str, str]:
        """Return the text of each ward, all from one state of the catalogues and of the references between the wards."""
        state, groups = self.memory.state(CATALOGUES), self.memory.groups
        found = self.memory.kept(name, wards)
        missing = list(dict.fromkeys(groups.get(ward, (ward,)) for ward in wards if ward not in found))
        for group, told in zip(missing, self.made(missing), strict=True):
            agreed = all(basis == self.memory.basis(ward) for ward, _, basis in told)
            for ward, text, basis in told if agreed else self._here(group):  # another process may have seen another text
                found[ward] = text
                self.memory.keep(name, ward, text, basis)
        if len(missing) >= MANY:
            self.memory.store()  # what was made is not held
        if self.memory.state(CATALOGUES) != state or self.memory.groups is not groups:  # read again, something was new; now it is held
            return self.texts(name, wards)
        return found

    def made(self, groups: list[tuple[str, ...]]) -> Iterable[_Made]:
        if len(groups) >= MANY:
            gc.enable()  # a command does without, one that goes through many wards does not
        database = self.memory.database
        if len(groups) < MANY or database is None or not self.memory.store():
            return map(self._here, groups)
        from kehoach.index.reading import spread

        workers = self._started()
        if workers is None:
            return map(self._here, groups)
        return spread(workers, partial(_elsewhere, self.memory.root, database.folder, self.scope, self.make), groups)

    def _here(self, group: tuple[str, ...]) -> _Made:
        if self._catalogues is None:
            self._catalogues = catalogues_of(self.memory)
        return _made(self.memory, self._catalogues, self.scope, self.make, group)

    def _started(self) -> ProcessPoolExecutor | None:
        if self._pool is None:
            from kehoach.index.reading import ended, pool

            self._pool = pool()
            if self._pool is not None:
                self.stack.enter_context(ended(self._pool))
        return self._pool


def _elsewhere(root: Path, home: Path, scope: frozenset[str] | None, make: Make, group: tuple[str, ...]) -> _Made:
    memory = Memory(root, home, group)
    memory.refresh()
    return _made(memory, _catalogues(memory), scope, make, group)


def _catalogues(memory: Memory) -> Registry:
    """Return the catalogues as *memory* has them, from the group before where they have not changed since."""
    state = memory.state(CATALOGUES)
    found = _LAST.get(state)
    if found is None or state is None:
        found = catalogues_of(memory)
        _LAST.clear()
        _LAST[memory.state(CATALOGUES)] = found
    return found


def _made(memory: Memory, catalogues: Registry, scope: frozenset[str] | None, make: Make, group: tuple[str, ...]) -> _Made:
    from kehoach.files.locate import Places

    texts = make(catalogues if group == (CATALOGUES,) else part(memory, catalogues, group, scope=scope), Places(memory.root))
    return [(ward, texts.get(ward, ""), memory.basis(ward)) for ward in group]
