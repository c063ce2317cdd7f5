"""The registries that are measured: made once into the work folder, each a committed git repository as a real one is, and edited."""

from __future__ import annotations

import itertools
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.measuring.timing import Work, environment

CITY, NATION = 114, 3321
"""Wards; each has five plans."""
DOUBT = 2.1
"""Seconds after which a file that was read right after it was written is no longer in doubt."""
_MAKER = Path(__file__).resolve().parents[1] / "make_registry.py"
_FIGURE = re.compile(rb"(test: \{ge: \d+)(\.\d)?(?=[,}])")


@dataclass(frozen=True, slots=True)
class Made:
    """A registry on the disk, and the folder of its index."""

    root: Path
    cache: Path
    program: tuple[str, ...]
    """The command that is measured, without arguments."""
    doubt: float

    def settle(self) -> None:
        """Let the files that were just written grow old enough to be trusted."""
        time.sleep(self.doubt)

    def work(self, *arguments: str, prepare: Callable[[], None] | None = None, warm: bool = True) -> Work:
        """Return a command of the program over this registry; ``check`` may leave with 1, having found something."""
        statuses = (0, 1) if arguments[0] == "check" else (0,)
        command = [*self.program, "--data", str(self.root), *arguments]
        return Work(command, env=environment(self.cache), cwd=self.root.parent, statuses=statuses, prepare=prepare, warm=warm)

    def forget(self) -> None:
        """Delete the index, and let the disk come to rest."""
        shutil.rmtree(self.cache, ignore_errors=True)
        os.sync()

    def wards(self) -> list[str]:
        """Return the wards, in order."""
        return sorted(path.name for path in (self.root / "plans").iterdir())

    def ward(self) -> str:
        """Return the ward that stands for all: the one in the middle."""
        wards = self.wards()
        return wards[len(wards) // 2]

    def plan(self) -> Path:
        """Return the plan of :meth:`ward` that is edited."""
        return self.root / "plans" / self.ward() / "ke-hoach-2026-2030.yaml"

    def plans(self) -> int:
        """Return the number of plans."""
        return sum(1 for _ in self.root.glob("plans/*/*.yaml"))


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder that the registries of all sizes are kept in."""

    folder: Path
    program: tuple[str, ...]
    doubt: float = DOUBT

    def registry(self, wards: int) -> Made:
        """Return the registry of so many wards, made first where it is not there."""
        root = self.folder / "registries" / f"{wards}-wards"
        if not root.exists():
            part = root.with_name(f"{root.name}.part")
            shutil.rmtree(part, ignore_errors=True)
            command = [sys.executable, str(_MAKER), "--wards", str(wards), "--seed", "1", "--processes", "2", "-o", str(part)]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            part.rename(root)
        if not (root / ".git").exists():
            _commit(root)
        return Made(root, self.folder / "caches" / f"{wards}-wards", self.program, self.doubt)


def _commit(root: Path) -> None:
    name = ["-c", "user.name=bench", "-c", "user.email=bench@example.org", "-c", "commit.gpgsign=false", "-c", "gc.auto=0"]
    for arguments in (["init", "-q", "-b", "main"], ["add", "-A"], [*name, "commit", "-q", "-m", "Dữ liệu giả"]):
        subprocess.run(["git", "-C", str(root), *arguments], check=True, env=environment())


@contextmanager
def edited(path: Path) -> Iterator[Callable[[], None]]:
    """Give a function that changes one figure of a plan in place, to another one each time; afterwards the file is as it was."""
    before = path.read_bytes()
    if not _FIGURE.search(before):
        raise ValueError(f"{path} has no figure to change")
    tenths = itertools.cycle(range(1, 10))

    def change() -> None:
        path.write_bytes(_FIGURE.sub(rb"\g<1>.%d" % next(tenths), before, count=1))

    try:
        yield change
    finally:
        path.write_bytes(before)
