"""All findings about a whole registry, put together ward by ward: those about unchanged wards as they were kept."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from operator import attrgetter
from typing import TYPE_CHECKING

from kehoach.checks import parts, rows
from kehoach.cli.progress import steps
from kehoach.files import json_text, locate
from kehoach.index import records
from kehoach.index.parts import catalogues_of, texts
from kehoach.index.tables import CATALOGUES, ward_of
from kehoach.model.problem import Problem

if TYPE_CHECKING:
    from kehoach.index.memory import Memory
    from kehoach.index.reading import Read
    from kehoach.index.underway import Make
    from kehoach.model.problem import Path as NodePath
    from kehoach.registry import Registry

_NAME = "check"
_Parts = tuple[list[Problem], tuple[parts.Core, ...]]
"""What is found about a ward, and the core of one that has a plan."""
_row = attrgetter("rule", "message", "remedy", "file", "line", "column", "severity", "about", "ref", "others", "fingerprint", "accepted")


def also() -> tuple[str, Make]:
    """Return what is made of each ward while it is read."""
    from kehoach import checks

    list(checks.rules())  # imported once, before there are several processes
    return _NAME, _made


class Heard:
    """What is made of wards while they are read, taken apart as it comes, when this process has little to do; of some rules *only*."""

    def __init__(self, only: Collection[str] = ()) -> None:
        self._only = only
        self._of: dict[str, tuple[str, _Parts]] = {}

    def listen(self, reads: Iterable[Read]) -> Iterator[Read]:
        """Pass on what is read."""
        for read in reads:
            for _, ward, basis, text in read.answers:
                found, core = _parts(text)
                self._of[ward] = basis, ([each for each in found if each.rule in self._only] if self._only else found, core)
            yield read

    def take(self, ward: str, basis: str | None) -> _Parts | None:
        """Return what was made of a ward, if it was made of what is there now."""
        before, found = self._of.pop(ward, (None, None))
        return found if before == basis else None


def findings(memory: Memory, heard: Heard) -> Iterator[Problem]:
    """Yield what every rule finds in the registry of *memory*, in no order; the files' own problems are not among them."""
    ((_, of_catalogues),) = texts(memory, _NAME, _made, (CATALOGUES,))
    yield from _parts(of_catalogues.encode("utf-8", "surrogatepass"))[0]
    known = {ward: heard.take(ward, memory.basis(ward)) for ward in memory.wards}
    others = texts(memory, _NAME, _made, [ward for ward, found in known.items() if found is None])
    cores: list[parts.Core] = []
    for found in steps(known.values(), len(known), "Đang soát từng phường"):
        problems, core = found or _parts(next(others)[1].encode("utf-8", "surrogatepass"))
        yield from problems
        cores += core
    places = _Places(memory)
    yield from parts.of_cores(catalogues_of(memory), cores, places)
    places.keep()


def _parts(text: bytes) -> _Parts:
    found, _, core = text.partition(b"\n")
    if not core:
        return list(_read(found)) if found else [], ()
    heads, said, places = records.loads(core.decode("utf-8", "surrogatepass"))
    return list(_read(found)), (parts.Core(heads, rows.read(said), places),)


class _Places:
    """The places that were looked up the last time, as far as their wards have not changed; others are looked up in the files."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        kept = memory.kept("places", (CATALOGUES, *memory.wards))
        self._known: dict[str, dict[str, tuple[int, int]]] = {ward: json.loads(text) for ward, text in kept.items()}
        self._look_up = locate.Places(memory.root)
        self._new: set[str] = set()

    def __call__(self, file: str, path: NodePath) -> tuple[int, int]:
        ward, key = ward_of(file), json.dumps((file, path))
        known = self._known.setdefault(ward, {})
        if key not in known:
            self._new.add(ward)
            known[key] = self._look_up(file, path)
        return known[key]

    def keep(self) -> None:
        """Keep what was looked up."""
        for ward in self._new:
            self._memory.keep("places", ward, json.dumps(self._known[ward]), self._memory.basis(ward))


def _made(registry: Registry, places: locate.Places) -> dict[str, str]:
    """Return for each ward what is found about it and, on a second line, what the rules over all wards read of its plans.

    Where there is no ward: what is found about the catalogues.
    """
    found: dict[str, list[Problem]] = {
        ward: [] for ward in [plan.ward for plan in registry.plans.values()] + [a.ward for a in registry.actuals]
    }
    if not found:
        return {CATALOGUES: _written(parts.of_catalogues(registry, place=places))}
    problems, cores = parts.with_cores(registry, found, places)
    for problem in problems:
        found.get(ward_of(problem.file), next(iter(found.values()))).append(problem)  # a unit's clash with a plan stands in units.yaml
    return {ward: f"{_written(each)}\n{records.dumps(cores[ward]) if ward in cores else ''}" for ward, each in found.items()}


def _written(found: list[Problem]) -> str:
    """Return findings as text: all are of one form, and there are too many to say of each what it is."""
    return json_text.dumps(list(map(_row, found))).decode("utf-8", "surrogatepass")


def _read(text: bytes) -> Iterator[Problem]:
    for rule, message, remedy, file, line, column, severity, about, ref, others, fingerprint, accepted in json_text.loads(text):
        yield Problem(
            rule=rule,
            message=message,
            remedy=remedy,
            file=file,
            line=line,
            column=column,
            severity=severity,
            about=about,
            ref=ref,
            others=tuple(others),
            fingerprint=fingerprint,
            accepted=accepted,
        )
