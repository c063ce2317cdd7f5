"""What was measured, kept as JSON beside the registries, so that a part can be measured again alone."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from bench.measuring.timing import Run


@dataclass(frozen=True, slots=True)
class Row:
    """A work of ours beside what it is held against; *limit* is the most that ours may take of theirs, *memory* the most bytes."""

    work: str
    against: str
    limit: float
    ours: list[Run]
    theirs: list[Run]
    memory: int | None = None

    def ratios(self) -> list[float]:
        """Return ours over theirs, for every two runs that stood side by side."""
        return [a.wall / b.wall for a, b in zip(self.ours, self.theirs, strict=True)]

    def ratio(self) -> float:
        """Return the median of the ratios."""
        return median(self.ratios())

    def reached(self) -> bool:
        """Tell whether the limit is kept."""
        return self.ratio() <= self.limit


@dataclass(frozen=True, slots=True)
class Duel:
    """One job of a peer beside the nearest one of ours, over the same number of records; *note* says what differs."""

    peer: str
    job: str
    nearest: str
    records: int
    ours: list[Run]
    theirs: list[Run]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One job at one size."""

    job: str
    plans: int
    runs: list[Run]


@dataclass(frozen=True, slots=True)
class Part:
    """All that one part of the run measured, on which machine, and what could not be measured and why."""

    name: str
    machine: Mapping[str, str]
    rows: Sequence[Any] = ()
    missing: Mapping[str, str] = field(default_factory=dict)
    taken: str = field(default_factory=lambda: dt.datetime.now(tz=dt.UTC).strftime("%Y-%m-%d %H:%M UTC"))


_ROWS: dict[str, type] = {"ratios": Row, "peers": Duel, "growth": Point}
PARTS = tuple(_ROWS)


def save(part: Part, folder: Path) -> None:
    """Write a part over what was measured of it before."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(asdict(part), ensure_ascii=False, indent=1)
    (folder / f"{part.name}.json").write_text(f"{text}\n", "utf-8")


def load(name: str, folder: Path) -> Part | None:
    """Return a part as it was last measured, ``None`` where it never was."""
    path = folder / f"{name}.json"
    if not path.exists():
        return None
    kept = json.loads(path.read_text("utf-8"))
    kept["rows"] = [_ROWS[name](**{key: _runs(value) for key, value in row.items()}) for row in kept["rows"]]
    return Part(**kept)


def _runs(value: Any) -> Any:
    return [Run(**run) for run in value] if isinstance(value, list) else value


def wall(runs: Sequence[Run]) -> float:
    """Return the median of the seconds from start to end."""
    return median(run.wall for run in runs)


def cpu(runs: Sequence[Run]) -> float:
    """Return the median of the seconds of processor."""
    return median(run.cpu for run in runs)


def peak(runs: Sequence[Run]) -> int:
    """Return the largest peak of memory, in bytes."""
    return max(run.peak for run in runs)


def middle(values: Sequence[float]) -> tuple[float, float]:
    """Return the quartiles, between which half of the values lie."""
    if len(values) == 1:
        return values[0], values[0]
    low, _, high = quantiles(values, n=4, method="inclusive")
    return low, high
