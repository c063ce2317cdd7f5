"""The two states of a registry that are compared: of every file that differs the old and the new record, and the catalogues of both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from kehoach.errors import CannotRead, reason
from kehoach.files import folder, locate, store
from kehoach.files.git import ZERO, Entry, Repository
from kehoach.files.kinds import kind_of
from kehoach.model.catalogues import Indicator, Reference, Unit, Ward
from kehoach.model.plan import Plan
from kehoach.model.problem import Problem
from kehoach.model.results import Actual, DeclaredPath

ActualKey = tuple[str, str, str, str | None, str | None, str | None, str]
"""Ward, indicator, stat, unit, of, definition, period: what makes a reported figure the same figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One state: its name, and what the files that differ hold in it; catalogues are whole."""

    name: str
    plans: Mapping[str, Plan] = field(default_factory=dict)
    actuals: Mapping[ActualKey, Actual] = field(default_factory=dict)
    paths: Mapping[str, DeclaredPath] = field(default_factory=dict)
    """Declared paths by ``ward@target``."""
    units: Mapping[str, Unit] = field(default_factory=dict)
    wards: Mapping[str, Ward] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    references: Mapping[str, Reference] = field(default_factory=dict)
    raw: Mapping[str, bytes] = field(default_factory=dict)
    """The bytes of every file that differs and stands on this side."""
    rows: Mapping[str, int] = field(default_factory=dict)
    """Where in its file's list a reported figure or a declared path stands, by its reference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Both states, the files that differ, those of them that could not be read on one side, and what is wrong with these."""

    old: Side
    new: Side
    files: tuple[str, ...]
    broken: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()


def sides(repository: Repository, old: str, new: str | None, *, staged: bool, names: tuple[str, str]) -> Sides:
    """Read what differs between commit *old* and *new* (a commit, the index where *staged*, else the working tree).

    Files that are broken on one side are left out of both, and named among the problems.
    """
    found = [(e, kind_of(repository.root / e.path)) for e in repository.changes(old, new, staged=staged)]
    entries = [(e, kind) for e, kind in found if kind is not None]
    catalogues = _catalogues(repository, old, [e for e, _ in entries])
    blobs = repository.read(filter(None, (blob for e, _ in (*entries, *catalogues) for blob in (e.old, e.new))))
    problems: list[Problem] = []
    broken: set[str] = set()
    parsed: dict[tuple[str, str], Any] = {}
    records: tuple[dict[str, Any], dict[str, Any]] = ({}, {})
    raws: tuple[dict[str, bytes], dict[str, bytes]] = ({}, {})
    for entry, kind in (*entries, *catalogues):
        for index, blob in enumerate((entry.old, entry.new)):
            if blob is None:
                continue
            raw = raws[index][entry.path] = _content(repository, entry, blob, blobs)
            if (blob, entry.path) not in parsed:
                parsed[(blob, entry.path)], faults = store.read_bytes(raw, entry.path, kind)
                problems += [replace(p, message=f"{p.message} ({names[index]})") for p in locate.placed_in(raw, faults)]
            record = records[index][entry.path] = parsed[(blob, entry.path)]
            if record is None:
                broken.add(entry.path)
    whole = [{path: record for path, record in side.items() if path not in broken} for side in records]
    made = [_side(*each) for each in zip(names, whole, raws, strict=True)]
    files = tuple(e.path for e, _ in entries)
    return Sides(old=made[0], new=made[1], files=files, broken=frozenset(broken), problems=tuple(problems))


def _catalogues(repository: Repository, old: str, entries: Iterable[Entry]) -> list[tuple[Entry, str]]:
    """Return the catalogues that do not differ, since both sides need them whole."""
    changed = {entry.path for entry in entries}
    kinds = {folder.UNITS: "units", folder.INDICATORS: "indicators", folder.REFERENCES: "references"}
    wanted = [name for name in kinds if name not in changed]
    tree = repository.blobs_of(old, wanted) if wanted else {}
    return [(Entry(path, blob, blob), kinds[path]) for path, blob in tree.items()]


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
    paths: dict[str, DeclaredPath] = {}
    rows: dict[str, int] = {}
    for path, record in records.items():
        top, _, rest = path.partition("/")
        if top == folder.PLANS:
            ident = rest.removesuffix(".yaml")
            plans[ident] = record if record.id == ident else replace(record, id=ident)
        elif top == folder.ACTUALS and path.endswith(f"/{folder.PATHS}"):
            named = {f"{rest.partition('/')[0]}@{declared.target}": declared for declared in record.paths}
            rows.update({ref: index for index, ref in enumerate(named)})
            paths.update(named)
        elif top == folder.ACTUALS:
            keyed = {_key(rest.partition("/")[0], actual): actual for actual in record}
            rows.update({actual_ref(_key(rest.partition("/")[0], actual)): index for index, actual in enumerate(record)})
            actuals.update(keyed)
    return Side(
        name=name,
        plans=plans,
        actuals=actuals,
        paths=paths,
        units=units.units if units else {},
        wards=units.wards if units else {},
        indicators=records.get(folder.INDICATORS) or {},
        references=records.get(folder.REFERENCES) or {},
        raw=raw,
        rows=rows,
    )


def _key(ward: str, actual: Actual) -> ActualKey:
    return (ward, actual.indicator, actual.stat, actual.unit, actual.of, actual.definition, actual.period)


def actual_ref(key: ActualKey) -> str:
    """Return what a reported figure is called: ward, period and measure."""
    ward, indicator, stat, unit, of, definition, period = key
    measure = [f"{name}={value}" for name, value in (("stat", stat if stat != "value" else None), ("unit", unit), ("of", of)) if value]
    measure += [f"definition={definition}"] if definition else []
    return f"{ward}@{period}#{indicator}" + (f"[{'; '.join(measure)}]" if measure else "")
