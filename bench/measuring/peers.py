"""Well-kept programs for related jobs, each beside the nearest command of ours over the same number of records."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bench.measuring.machine import said
from bench.measuring.ratios import INDEXING, YEAR
from bench.measuring.registries import CITY, Made, Shelf
from bench.measuring.results import Duel, Part
from bench.measuring.timing import Failed, TooSlow, Work, environment, interleaved, once

SIZES = (CITY, 11, 1)
"""Wards, largest first: a peer that needs longer than :data:`PATIENCE` is measured at the next size, and so is ours."""
QUICK_SIZES = (1,)
PATIENCE = 30.0
REPETITIONS, ENOUGH = 5, 40.0
"""Rounds, and the seconds after which three of them do."""
_BENCH = Path(__file__).resolve().parents[1]
CHECK = "`check`, cold"
PAGE = f"`report --year {YEAR} -o report.html`, warm"
REPORT = f"`report --year {YEAR} --format json`, warm"
LIST = "`list-targets --format json`, warm"
LIST_COLD = "`list-targets --format json`, cold"
_READ = "import openpyxl, sys; b = openpyxl.load_workbook(sys.argv[1], read_only=True); print(sum(1 for _ in b.active.iter_rows(values_only=True)))"
_QUERY = "SELECT account, sum(position) GROUP BY account"


@dataclass(frozen=True, slots=True)
class Table:
    """Where one size is laid out: the inputs of the peers, their interpreter's folder, our registry over the same records."""

    made: Made
    inputs: Path
    programs: Path
    records: int

    def peer(self, *command: str, prepare: Callable[[], None] | None = None, **variables: str) -> Work:
        """Return a peer's program; it runs among its inputs, in a git repository of their own."""
        path = self.programs / command[0]
        program = str(path) if path.exists() else command[0]
        env = environment() | {"PATH": f"{self.programs}:{environment()['PATH']}", "TMPDIR": str(self.scratch), **variables}
        return Work([program, *command[1:]], env=env, cwd=self.inputs, prepare=prepare, warm=False)

    @property
    def scratch(self) -> Path:
        """Return the folder for what the peers write, caches and all."""
        return self.inputs.with_name(f"{self.inputs.name}-scratch")

    def clean(self) -> None:
        """Empty the folder for what is written."""
        shutil.rmtree(self.scratch, ignore_errors=True)
        self.scratch.mkdir(parents=True)

    def ours(self) -> Mapping[str, Work]:
        """Return our nearest commands by the name they are told under."""
        page = self.scratch / "report.html"
        everything = ("list-targets", "--format", "json")
        return {
            CHECK: self.made.work("check", prepare=self.made.forget, warm=False),
            PAGE: self.made.work("report", "--year", YEAR, "-o", str(page), prepare=lambda: page.unlink(missing_ok=True)),
            REPORT: self.made.work("report", "--year", YEAR, "--format", "json"),
            LIST: self.made.work(*everything),
            LIST_COLD: self.made.work(*everything, prepare=self.made.forget, warm=False),
        }


@dataclass(frozen=True, slots=True)
class Job:
    """A peer's job: how it is told, our nearest job (an entry of :meth:`Table.ours`), its program, and what differs."""

    peer: str
    told: str
    nearest: str
    work: Callable[[Table], Work]
    note: str = ""


def jobs() -> Iterator[Job]:
    """Yield what every peer is asked to do."""
    yield Job("doorstop", "`doorstop --no-reformat` (its check)", CHECK, lambda t: t.peer("doorstop", "--no-reformat", "-j", "doorstop"))
    yield Job(
        "doorstop",
        "`doorstop publish all --html`",
        PAGE,
        lambda t: t.peer("doorstop", "-j", "doorstop", "publish", "all", str(t.scratch / "out"), "--html", prepare=t.clean),
    )
    yield Job(
        "strictdoc",
        "`strictdoc export`",
        PAGE,
        lambda t: t.peer("strictdoc", "export", "strictdoc", "--output-dir", str(t.scratch / "out"), prepare=t.clean),
        "writes a site of many pages; ours one page",
    )
    yield Job("beancount", "`bean-check --no-cache`", CHECK, lambda t: t.peer("bean-check", "--no-cache", "beancount/so.beancount"))
    yield Job(
        "beancount",
        "`bean-query`, sums by account, its cache warm",
        REPORT,
        lambda t: t.peer("bean-query", "-f", "csv", "beancount/so.beancount", _QUERY),
        "sums; ours scores every target",
    )
    yield Job(
        "hledger",
        "`hledger balance --budget --yearly`",
        REPORT,
        lambda t: t.peer("hledger", "-f", "hledger/so.journal", "balance", "--budget", "--yearly"),
        "one budget posting and one result for each record",
    )
    for nearest in (LIST, LIST_COLD):
        yield Job(
            "openpyxl",
            "reading every row (`read_only=True`)",
            nearest,
            lambda t: t.peer("python", "-c", _READ, "workbook/so.xlsx"),
            "reads rows; ours prints them as JSON",
        )


def measure(shelf: Shelf, machine: dict[str, str], sizes: Sequence[int], say: Callable[[str], None]) -> Part:
    """Measure every job at the largest size its peer finishes in time; one that fails is told of and leaves the others alone."""
    programs = _installed(shelf.folder)
    table_of = cache(lambda wards: _table(shelf, wards, programs))
    duels: list[Duel] = []
    missing: dict[str, str] = {}
    for job in jobs():
        say(f"peers: {job.told}")
        try:
            duels.append(_duel(job, sizes, table_of))
        except (Failed, TooSlow, FileNotFoundError) as failure:
            say(f"{job.told} / {job.nearest}: {failure}")
            missing[f"{job.told} / {job.nearest}"] = str(failure)
    return Part("peers", machine | _versions(programs), duels, missing)


def _duel(job: Job, sizes: Sequence[int], table_of: Callable[[int], Table]) -> Duel:
    notes = [job.note] if job.note else []
    table = _finished(job, sizes, table_of, notes)
    runs = interleaved({"theirs": job.work(table), "ours": table.ours()[job.nearest]}, REPETITIONS, ENOUGH)
    return Duel(job.peer, job.told, job.nearest, table.records, runs["ours"], runs["theirs"], "; ".join(notes))


def _finished(job: Job, sizes: Sequence[int], table_of: Callable[[int], Table], notes: list[str]) -> Table:
    """Return the largest size that the peer finishes in time, its first run done; what it did not finish is noted."""
    table = table_of(sizes[0])
    table.clean()
    try:
        once(job.work(table), PATIENCE)
    except TooSlow as slow:
        if len(sizes) == 1:
            raise
        notes.append(f"{table.records:,} records: {slow}")
        return _finished(job, sizes[1:], table_of, notes)
    return table


def _table(shelf: Shelf, wards: int, programs: Path) -> Table:
    """Lay out a size: its registry with a full index, and the same targets written for every peer."""
    made = shelf.registry(wards)
    made.settle()
    once(made.work(*INDEXING))
    inputs = shelf.folder / "peer-inputs" / f"{wards}-wards"
    listed = inputs.with_suffix(".json")
    inputs.parent.mkdir(exist_ok=True)
    work = made.work("list-targets", "--format", "json")
    with listed.open("wb") as out:
        subprocess.run(list(work.command), env=dict(work.env), stdout=out, check=True)
    shutil.rmtree(inputs, ignore_errors=True)
    subprocess.run([str(programs / "python"), str(_BENCH / "measuring" / "peer_inputs.py"), str(listed), str(inputs)], check=True)
    subprocess.run(["git", "init", "-q", str(inputs)], check=True)  # doorstop asks for one
    return Table(made, inputs, programs, len(re.findall(rb'"ref": *"', listed.read_bytes())))


def _installed(folder: Path) -> Path:
    """Install the peers into an environment of their own where it is not there, and return the folder of their programs."""
    home = folder / "peers"
    wanted = _BENCH / "peers-requirements.txt"
    done = home / "installed.txt"
    if not done.exists() or done.read_bytes() != wanted.read_bytes():
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(home)], check=True)
        subprocess.run([str(home / "bin" / "pip"), "install", "-q", "-r", str(wanted)], check=True)
        done.write_bytes(wanted.read_bytes())
    return home / "bin"


def _versions(programs: Path) -> dict[str, str]:
    names = [line.partition("==") for line in (programs.parent / "installed.txt").read_text("utf-8").splitlines() if "==" in line]
    found = {name: version for name, _, version in names}
    if shutil.which("hledger"):
        found["hledger"] = said(["hledger", "--version"]).removeprefix("hledger ").partition(",")[0]
    return found
