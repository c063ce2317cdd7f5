"""The works whose speed is promised, each beside what it is held against; both run in turns, within one group."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.measuring.registries import CITY, NATION, Made, Shelf, edited
from bench.measuring.results import Part, Row
from bench.measuring.timing import Failed, Run, Work, interleaved, once

INDEXING = ("list-plans", "--format", "json")
"""The command that reads every file of a registry and fills its index."""
WORDS = ("cận nghèo", "chuyển đổi số")
"""What is searched for: words of many records, and of few."""
YEAR = "2026"
MEMORY = 400_000_000
_HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Scale:
    """How large the registries are (in wards) and how often everything is run: what is short, what waits, what takes minutes."""

    city: int = CITY
    nation: int = NATION
    short: int = 31
    middling: int = 15
    long: int = 3
    words: tuple[str, ...] = WORDS


QUICK = Scale(city=2, nation=4, short=3, middling=2, long=1, words=WORDS[:1])


def python(*arguments: str, prepare: Callable[[], None] | None = None, warm: bool = True) -> Work:
    """Return a program of the same interpreter."""
    return Work([sys.executable, *arguments], cwd=Path("/"), prepare=prepare, warm=warm)


def script(name: str, *arguments: str, prepare: Callable[[], None] | None = None, warm: bool = True) -> Work:
    """Return one of the bare programs beside this module."""
    return python(str(_HERE / name), *arguments, prepare=prepare, warm=warm)


@dataclass(frozen=True, slots=True)
class Bench:
    """The two registries and the groups of works."""

    city: Made
    nation: Made
    scale: Scale

    def start(self) -> Iterator[Row]:
        """What is shorter than a blink: beside importing typer."""
        self._fill()
        typer = python("-c", "import typer")
        version = self.city.work("--version")
        works = {
            "typer": typer,
            "version": version,
            "city": self.city.work("list-targets", "--ward", self.city.ward(), "--format", "json"),
            "nation": self.nation.work("list-targets", "--ward", self.nation.ward(), "--format", "json"),
        }
        runs = interleaved(works, self.scale.short)
        for size in ("city", "nation"):
            yield Row(f"`list-targets --ward X --format json`, {size}, warm", '`python -c "import typer"`', 1.3, runs[size], runs["typer"])
        yield Row("`kehoach --version`", '`python -c "import typer"`', 1.1, runs["version"], runs["typer"])

    def edit(self) -> Iterator[Row]:
        """A ward's targets right after one of its files changed, beside the warm run."""
        self._fill()
        for size, made in (("city", self.city), ("nation", self.nation)):
            runs = self._edited(made)
            yield Row(
                f"`list-targets --ward X` right after one file of the ward changed, {size}", "the warm run", 3, runs["edited"], runs["warm"]
            )

    def _edited(self, made: Made) -> dict[str, list[Run]]:
        listing = ("list-targets", "--ward", made.ward(), "--format", "json")
        listed = made.work(*listing)
        with edited(made.plan()) as change:

            def settled() -> None:
                made.settle()
                once(listed)

            works = {
                "warm": made.work(*listing, prepare=settled, warm=False),
                "edited": made.work(*listing, prepare=change, warm=False),
            }
            return interleaved(works, self.scale.middling)

    def check(self) -> Iterator[Row]:
        """``check`` of the city: without an index, bare, and after one edit."""
        with edited(self.city.plan()) as change:  # the one file that is young is changed before anybody would trust it
            works = {
                "cold": self.city.work("check", "--format", "json", prepare=self.city.forget, warm=False),
                "bare": script("bare_parse.py", str(self.city.root), "--validate", prepare=os.sync),
                "edited": self.city.work("check", "--format", "json", prepare=change, warm=False),
            }
            runs = interleaved(works, self.scale.middling)
        yield Row("`check` of the city, everything cold", "parsing and validating the same files, bare", 2, runs["cold"], runs["bare"])
        yield Row("`check` of the city after one edit", "the cold run", 0.25, runs["edited"], runs["cold"])

    def search(self) -> Iterator[Row]:
        """Words over the nation, beside ``git grep``."""
        self._fill()
        for word in self.scale.words:
            grep = Work(["git", "grep", "-F", "-e", word, "--", "*.yaml"], cwd=self.nation.root)
            works = {"ours": self.nation.work("search", word, "--format", "json"), "grep": grep}
            runs = interleaved(works, self.scale.middling)
            yield Row(f'`search "{word}"` over the nation, warm', f'`git grep -F "{word}"`', 0.5, runs["ours"], runs["grep"])

    def report(self) -> Iterator[Row]:
        """The report of the city, beside reading its figures out of the index."""
        self._fill()
        works = {
            "ours": self.city.work("report", "--year", YEAR, "--format", "json"),
            "bare": script("bare_sqlite.py", str(self.city.cache), YEAR),
        }
        runs = interleaved(works, self.scale.middling)
        yield Row(
            f"`report --year {YEAR} --format json`, city", "reading the same figures with bare sqlite3", 3, runs["ours"], runs["bare"]
        )

    def index(self) -> Iterator[Row]:
        """The index of the nation from nothing."""
        works = {
            "cold": self.nation.work(*INDEXING, prepare=self.nation.forget, warm=False),
            "bare": script("bare_parse.py", str(self.nation.root), "--processes", "2", prepare=os.sync, warm=False),
        }
        runs = interleaved(works, self.scale.long)
        yield Row("cold index of the nation", "bare parse of all its files, 2 processes", 3, runs["cold"], runs["bare"], MEMORY)

    def _fill(self) -> None:
        """Let both indexes hold every file, none of them in doubt."""
        for made in (self.city, self.nation):
            made.settle()
            once(made.work(*INDEXING))


def measure(shelf: Shelf, machine: dict[str, str], scale: Scale, say: Callable[[str], None]) -> Part:
    """Measure every group; one that fails is told of and leaves the others alone."""
    bench = Bench(shelf.registry(scale.city), shelf.registry(scale.nation), scale)
    rows: list[Row] = []
    missing: dict[str, str] = {}
    for group in (bench.start, bench.edit, bench.check, bench.search, bench.report, bench.index):
        say(f"ratios: {group.__name__}")
        try:
            rows += group()
        except Failed as failure:
            say(f"{failure.command}: {failure}")
            missing[group.__name__] = str(failure)
    return Part("ratios", machine, rows, missing)
