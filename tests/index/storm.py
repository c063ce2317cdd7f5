"""A storm over one registry: readers at the same time, files that change under them, writers of the index that are killed half way.

``python -m tests.index.storm FOLDER RUNS SEED [lulls]`` writes a registry to ``FOLDER/data``, starts RUNS commands, several at a time, and
prints as JSON how each ended and which texts each file held while it ran. Where the system can fork, most runs are copies of this
process that call the command (the interpreter and its modules are there already); every tenth, and elsewhere all, are
``python -m kehoach``. With ``lulls`` most commands search, and now and then no file changes for a while: long enough for the index to
answer without listing a folder, until the next change.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kehoach.index import beside, freshness
from kehoach.queries import asked
from tests.cli.helpers import run, write
from tests.index.wards import FIRST, QUERIES, STATES
from tests.killing import killer

AT_ONCE = 5
SEARCHES = [number for number, query in enumerate(QUERIES) if query[0] == "search"]
LULL = 12
"""So many runs nothing changes, then so many runs it does."""
GRAIN = 30_000_000
"""More than the grain of any clock of a file (ns): the two seconds of doubt would let no storm see a file that is sure."""
FORKS = hasattr(os, "fork")
WRITERS = ("kehoach/index/database.py", "kehoach/index/lock.py", "kehoach/index/tables.py")


@dataclass
class Run:
    """One command: what it was asked, how it ended, and the texts of every file while it ran."""

    number: int
    query: int
    doomed: bool
    held: dict[str, list[str | None]]
    process: Any = None
    status: int = 0


@dataclass
class Storm:
    """The registry, what it holds, and who is running."""

    folder: Path
    dice: random.Random
    texts: dict[str, str | None]
    lulls: bool = False
    running: dict[int, Run] = field(default_factory=dict)
    done: list[Run] = field(default_factory=list)

    def rage(self, runs: int) -> None:
        """Start so many runs, and change files all the while."""
        for number in range(runs):
            while len(self.running) >= AT_ONCE:
                self.reap(wait=True)
            self.start(number)
            slow = any(one.process for one in self.running.values())
            calm = self.lulls and number // LULL % 2
            if not calm and self.dice.random() < (
                0.1 if slow else 0.5
            ):  # who starts from nothing sees much: its answer must still be found
                self.change()
            if FORKS and not calm and self.dice.random() < 0.04:
                self.spoil()
            self.reap(wait=False)
        while self.running:
            self.reap(wait=True)

    def start(self, number: int) -> None:
        """Start one command; every third is to be killed while it writes."""
        query = self.dice.choice(SEARCHES) if self.lulls and self.dice.random() < 0.7 else self.dice.randrange(len(QUERIES))
        doomed = self.dice.random() < 0.3
        one = Run(number, query, doomed, {name: [text] for name, text in self.texts.items()})
        moment = self.dice.randrange(1, 90) if doomed else 0
        if FORKS and number % 10:
            pid = os.fork()
            if pid == 0:
                self.command(number, query, moment)
        else:
            one.process = self.spawned(number, query)
            pid = one.process.pid
            if doomed and self.dice.random() < 0.5:
                one.process.kill()
        self.running[pid] = one

    def command(self, number: int, query: int, moment: int) -> None:
        """Run the command in this copy of the process, to its end or to the moment of its death."""
        from kehoach.cli import main

        try:
            for name, handle in (("out", 1), ("err", 2)):
                os.dup2(os.open(self.folder / f"{name}-{number}", os.O_WRONLY | os.O_CREAT), handle)
            if moment:
                sys.setprofile(killer(moment, WRITERS))
            main(["--data", "data", *QUERIES[query]])
        finally:
            os._exit(99)

    def spawned(self, number: int, query: int) -> subprocess.Popen[bytes]:
        """Run the command in a process of its own."""
        with (self.folder / f"out-{number}").open("wb") as out, (self.folder / f"err-{number}").open("wb") as err:
            return subprocess.Popen([sys.executable, "-m", "kehoach", "--data", "data", *QUERIES[query]], stdout=out, stderr=err)

    def reap(self, *, wait: bool) -> None:
        """Take note of the runs that ended; with *wait* of one at least."""
        if not FORKS:
            if wait:
                next(iter(self.running.values())).process.wait()
            for pid in [pid for pid, one in self.running.items() if one.process.poll() is not None]:
                self.end(pid, self.running[pid].process.returncode)
        while FORKS and self.running:
            pid, status = os.waitpid(-1, 0 if wait else os.WNOHANG)
            if not pid:
                return
            self.end(pid, os.waitstatus_to_exitcode(status))
            wait = False

    def end(self, pid: int, status: int) -> None:
        """Take note of how one ended."""
        one = self.running.pop(pid)
        one.status = status
        if one.process is not None:
            one.process.returncode = status  # nobody need wait for it again
        self.done.append(one)

    def spoil(self) -> None:
        """Do to the index what a user, a cleaner or a bad disk may do at any time."""
        homes = list(self.folder.glob("cache/*"))
        found = self.dice.choice(["index.sqlite", "index.stamp", "index.lock", "index.sqlite-journal", ""])
        for path in (home / found for home in homes):
            if not found:
                shutil.rmtree(path, ignore_errors=True)
            elif self.dice.random() < 0.5:
                path.unlink(missing_ok=True)
            elif path.exists():
                with path.open("r+b") as file:
                    file.seek(self.dice.randrange(0, 20_000, 500))
                    file.write(self.dice.randbytes(5000))

    def change(self) -> None:
        """Give one file another text, as one editor or another does."""
        name = self.dice.choice([name for name, texts in STATES.items() if len(texts) > 1])
        text = self.dice.choice([text for text in STATES[name] if text != self.texts[name]])
        path = self.folder / "data" / name
        how = self.dice.random() if FORKS else 0.6  # elsewhere nobody takes a file away that somebody reads
        if text is None:
            if not FORKS:
                return
            path.unlink()
        elif how < 0.5 or self.texts[name] is None:
            other = path.with_name(f".{path.name}.new")  # written beside it and put in its place
            other.write_bytes(text.encode())
            os.replace(other, path)
        elif how < 0.75:
            self.hold(name, "")  # emptied, then filled
            path.write_bytes(text.encode())
        else:
            self.hold(name, None)  # moved aside, then written anew
            os.replace(path, path.with_name(f".{path.name}~"))
            path.write_bytes(text.encode())
            self.hold(name, "")
        self.hold(name, text)

    def hold(self, name: str, text: str | None) -> None:
        """Note that a file holds a text: everybody who is running may have seen it."""
        self.texts[name] = text
        for one in self.running.values():
            if text not in one.held[name]:
                one.held[name].append(text)


def main(arguments: Sequence[str]) -> None:
    """Let the storm rage and print what it left."""
    folder, runs, seed = Path(arguments[0]), int(arguments[1]), int(arguments[2])
    write(folder, FIRST)
    os.chdir(folder)
    asked.MANY = 0  # copies of this process ask the index for words
    beside.FEW = 0
    freshness.DOUBT = GRAIN
    for query in QUERIES:
        run("--no-cache", *query, data=Path("data"))  # whatever is imported is there before the first fork
    storm = Storm(folder, random.Random(seed), {name: texts[0] for name, texts in STATES.items()}, "lulls" in arguments)  # noqa: S311  # no secret
    storm.rage(runs)
    print(json.dumps([[one.number, one.query, one.doomed, one.status, one.held] for one in storm.done]))


if __name__ == "__main__":
    main(sys.argv[1:])
