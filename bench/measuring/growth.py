"""Time and memory of the same jobs over registries of 5 to 16,600 plans."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bench.measuring.ratios import INDEXING, WORDS, YEAR
from bench.measuring.registries import CITY, NATION, Made, Shelf
from bench.measuring.results import Part, Point
from bench.measuring.timing import Failed, Run, TooSlow, Work, interleaved, once

SIZES = (1, 11, CITY, 1140, NATION)
"""Wards, with five plans each."""
QUICK_SIZES = (1, 2, 4)
MANY = 9
"""How often a warm job is run."""
LONG = 20.0
"""Seconds from which a cold run is made once only."""
PATIENCE = 400.0
"""Seconds after which a cold run is ended and told of as not measured."""

WARD, REPORT, SEARCH, LIST, INDEX, CHECK = (
    "targets of a ward",
    "report of a ward",
    "search",
    "list of all plans",
    "cold index",
    "cold check",
)


def measure(shelf: Shelf, machine: dict[str, str], sizes: Sequence[int], say: Callable[[str], None], many: int = MANY) -> Part:
    """Measure every job at every size; one that fails is told of and leaves the others alone."""
    points: list[Point] = []
    missing: dict[str, str] = {}
    for wards in sizes:
        say(f"growth: {wards} wards")
        made = shelf.registry(wards)
        plans = made.plans()
        for name, job in _jobs(made, many).items():
            try:
                points.append(Point(name, plans, job()))
            except (Failed, TooSlow) as failure:
                say(f"{failure.command}: {failure}")
                missing[f"{name}, {plans} plans"] = str(failure)
    return Part("growth", machine, points, missing)


def _jobs(made: Made, many: int) -> dict[str, Callable[[], list[Run]]]:
    """Return the jobs in the order in which they leave the index cold, then filled."""
    ward = ("--ward", made.ward(), "--format", "json")
    return {
        CHECK: lambda: _cold(made, made.work("check", "--format", "json", prepare=made.forget, warm=False)),
        INDEX: lambda: _cold(made, made.work(*INDEXING, prepare=made.forget, warm=False)),
        LIST: lambda: _warm(made.work(*INDEXING), many),
        WARD: lambda: _warm(made.work("list-targets", *ward), many),
        REPORT: lambda: _warm(made.work("report", "--year", YEAR, *ward), many),
        SEARCH: lambda: _warm(made.work("search", WORDS[0], "--format", "json"), many),
    }


def _warm(work: Work, many: int) -> list[Run]:
    return interleaved({"": work}, many)[""]


def _cold(made: Made, work: Work) -> list[Run]:
    if not made.cache.exists():
        made.settle()  # the registry may just have been made
    first = once(work, PATIENCE)
    return [first] if first.wall > LONG else interleaved({"": work}, 3)[""]
