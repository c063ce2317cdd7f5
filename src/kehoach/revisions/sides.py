"""The two states of a registry that are compared: of every file that differs the old and the new record, and the catalogues of both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from kehoach.errors import CannotRead, reason
from kehoach.files import folder, locate, store
from kehoach.files.git import ZERO, Entry, Repository
from kehoach.files.kinds import kind_of
from kehoach.model.catalogues import Indicator, Reference, Unit, Ward
from kehoach.model.plan import Plan
from kehoach.model.problem import Problem
from kehoach.model.results import Actual

ActualKey = tuple[str, str, str, str | None, str | None, str | None, str]
"""Ward, indicator, stat, unit, of, definition, period: what makes a reported figure the same figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One state: its name, and what the files that differ hold in it; catalogues are whole."""

    name: str
    plans: Mapping[str, Plan] = field(default_factory=dict)
    actuals: Mapping[ActualKey, Actual] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    wards: Mapping[str, Ward] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    references: Mapping[str, Reference] = field(default_factory=dict)
    raw: Mapping[str, bytes] = field(default_factory=dict)
    """The bytes of every file that differs and stands on this side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Both states, the files that could not be read on one of them, and the files whose bytes differ."""

    old: Side
    new: Side
    files: tuple[str, ...]
    problems: tuple[Problem, ...]


def sides(repository: Repository, old: str, new: str | None, *, staged: bool, names: tuple[str, str]) -> Sides:
    """Read what differs between commit *old* and *new* (a commit, the index where *staged*, else the working tree).

    Files that are broken on one side are left out of both, and named among the problems.
    """
    entries = [e for e in repository.changes(old, new, staged=staged) if kind_of(repository.root / e.path) is not None]
    catalogues = _catalogues(repository, old, entries)
    blobs = repository.read(filter(None, (blob for e in (*entries, *catalogues) for blob in (e.old, e.new))))
    problems: list[Problem] = []
    parsed: dict[tuple[str, str], Any] = {}

    def record(entry: Entry, blob: str | None, side: str) -> Any:
        if blob is None:
            return None
        raw = _content(repository, entry, blob, blobs)
        key = (blob if blob != ZERO else f"{ZERO}{entry.path}", entry.path)
        if key not in parsed:
            parsed[key], found = store.read_bytes(raw, entry.path, kind_of(repository.root / entry.path) or "")
            problems.extend(replace(p, message=f"{p.message} ({side})") for p in found)
        return parsed[key]

    broken = set()
    both: list[dict[str, Any]] = [{}, {}]
    for entry in (*entries, *catalogues):
        for index, blob in enumerate((entry.old, entry.new)):
            found = record(entry, blob, names[index])
            if blob is not None and found is None and kind_of(repository.root / entry.path) != "actuals":
                broken.add(entry.path)
            both[index][entry.path] = found
    raws = [
        {e.path: _content(repository, e, blob, blobs) for e in entries if (blob := (e.old, e.new)[index]) is not None} for index in (0, 1)
    ]
    made = [
        _side(name, {p: r for p, r in records.items() if p not in broken and r is not None}, raw)
        for name, records, raw in zip(names, both, raws, strict=True)
    ]
    return Sides(old=made[0], new=made[1], files=tuple(e.path for e in entries), problems=tuple(locate.placed(repository.root, problems)))


def _catalogues(repository: Repository, old: str, entries: list[Entry]) -> list[Entry]:
    """Return the catalogues that do not differ, since both sides need them whole."""
    changed = {entry.path for entry in entries}
    wanted = [name for name in (folder.UNITS, folder.INDICATORS, folder.REFERENCES) if name not in changed]
    tree = repository.blobs_of(old, wanted) if wanted else {}
    return [Entry(path, blob, blob) for path, blob in tree.items()]


def _content(repository: Repository, entry: Entry, blob: str, blobs: Mapping[str, bytes]) -> bytes:
    if blob != ZERO:
        return blobs[blob]
    path = repository.root / entry.path
    try:
        return path.read_bytes().replace(b"\r\n", b"\n")
    except OSError as error:
        raise CannotRead(path, reason(error)) from error


def _side(name: str, records: Mapping[str, Any], raw: Mapping[str, bytes]) -> Side:
    units = records.get(folder.UNITS)
    plans: dict[str, Plan] = {}
    actuals: dict[ActualKey, Actual] = {}
    for path, record in records.items():
        if path.startswith(f"{folder.PLANS}/"):
            ident = path.removeprefix(f"{folder.PLANS}/").removesuffix(".yaml")
            plans[ident] = replace(record, id=ident)
        elif path.startswith(f"{folder.ACTUALS}/") and isinstance(record, tuple):
            ward = path.split("/")[1]
            actuals.update({(ward, a.indicator, a.stat, a.unit, a.of, a.definition, a.period): a for a in record})
    return Side(
        name=name,
        plans=plans,
        actuals=actuals,
        units=units.units if units else {},
        wards=units.wards if units else {},
        indicators=records.get(folder.INDICATORS) or {},
        references=records.get(folder.REFERENCES) or {},
        raw=raw,
    )
