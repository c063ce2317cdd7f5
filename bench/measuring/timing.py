"""One run of a program as numbers, and several programs run side by side, so that a busy minute of the machine falls on all of them."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event, Thread, Timer
from typing import Self

SAMPLE = 0.05
"""Seconds between two looks at the memory of a program with its workers."""
LEAST = 3
"""Rounds that are made however long they take."""
_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in the unit of ``ru_maxrss``."""


class Failed(Exception):
    """A measured program left with a status that means it did not do its work; *command* tells which, the text why."""

    def __init__(self, work: Work, status: int, printed: str) -> None:
        lines = printed.strip().splitlines() or [""]
        super().__init__(f"status {status}: {lines[-1 if lines[0].startswith('Traceback') else 0]}")
        self.command = work.said()


class TooSlow(Exception):
    """A measured program was ended, because it took longer than it was given; *command* tells which."""

    def __init__(self, work: Work, timeout: float) -> None:
        super().__init__(f"not within {timeout:.0f} s")
        self.command = work.said()


@dataclass(frozen=True, slots=True)
class Run:
    """What one run cost: seconds from start to end, seconds of processor, bytes of memory at the peak; bytes printed."""

    wall: float
    cpu: float
    peak: int
    printed: int


def environment(cache: Path | None = None) -> dict[str, str]:
    """Return the variables of a measured program: none of the user's own that ``kehoach`` listens to."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("KEHOACH_", "PYTHON", "GIT_"))}
    env["LC_ALL"] = "C.UTF-8"
    if cache is not None:
        env["KEHOACH_CACHE"] = str(cache)
    return env


@dataclass(frozen=True, slots=True)
class Work:
    """A program to be measured; *prepare* runs before each of its runs, outside the measurement."""

    command: Sequence[str]
    env: Mapping[str, str] = field(default_factory=environment)
    prepare: Callable[[], None] | None = None
    statuses: tuple[int, ...] = (0,)
    warm: bool = True
    """Whether a first run that is not counted is wanted."""
    cwd: Path | None = None

    def said(self) -> str:
        """Return the command as it would be typed."""
        return shlex.join(self.command)


def interleaved(works: Mapping[str, Work], repetitions: int, seconds: float = 300) -> dict[str, list[Run]]:
    """Run every work once, then once again, and so on; stop before *repetitions* where *seconds* have passed (never before three).

    The memory of workers is looked at in a run that does not count: the looks stop them, a tenth of their time and more.
    """
    peaks = {name: once(work).peak for name, work in works.items() if work.warm}
    runs: dict[str, list[Run]] = {name: [] for name in works}
    begun = time.monotonic()
    for done in range(repetitions):
        if done >= LEAST and time.monotonic() - begun > seconds:
            break
        for name, work in works.items():
            runs[name].append(once(work, watched=False))
    peaks |= {name: once(work).peak for name, work in works.items() if not work.warm}
    return {name: [replace(run, peak=max(run.peak, peaks[name])) for run in found] for name, found in runs.items()}


def once(work: Work, timeout: float | None = None, *, watched: bool = True) -> Run:
    """Run a work once; the memory of its workers counts where it is *watched*.

    Raises:
        Failed: its status is none of those it may leave with.
        TooSlow: it was ended after *timeout* seconds.
    """
    if work.prepare is not None:
        work.prepare()
    # Printed into files: to /dev/null some programs (grep) do less, and a pipe would have to be emptied by this process.
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        begun = time.perf_counter()
        child = subprocess.Popen(
            list(work.command), stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=dict(work.env), cwd=work.cwd, start_new_session=True
        )
        late = Event()
        with _Patience(timeout, child.pid, late), _Watch(child.pid if watched else None) as watch:
            try:
                _, status, used = os.wait4(child.pid, 0)
            except BaseException:  # the runner itself is stopped
                os.killpg(child.pid, signal.SIGKILL)
                raise
            wall = time.perf_counter() - begun
        child.returncode = os.waitstatus_to_exitcode(status)  # it was waited for here
        if timeout is not None and late.is_set():
            raise TooSlow(work, timeout)
        if child.returncode not in work.statuses:
            err.seek(0)
            raise Failed(work, child.returncode, err.read().decode(errors="replace"))
        peak = max(used.ru_maxrss * _UNIT, watch.peak)
        return Run(wall=wall, cpu=used.ru_utime + used.ru_stime, peak=peak, printed=out.seek(0, os.SEEK_END))


class _Patience:
    """End the program and its workers after a time."""

    def __init__(self, timeout: float | None, pid: int, late: Event) -> None:
        self._timer = None if timeout is None else Timer(timeout, self._end)
        self._pid = pid
        self._late = late

    def _end(self) -> None:
        self._late.set()
        os.killpg(self._pid, signal.SIGKILL)

    def __enter__(self) -> None:
        if self._timer is not None:
            self._timer.start()

    def __exit__(self, *_: object) -> None:
        if self._timer is not None:
            self._timer.cancel()


class _Watch:
    """The memory of a program together with its workers: what the system tells at the end is that of the largest alone.

    Linux only; elsewhere the peak stays 0, as it does without a *pid*. The sums are taken every :data:`SAMPLE` seconds, of the workers that
    are seen twice in a row: one that is just being started still shows the memory of its parent.
    """

    def __init__(self, pid: int | None) -> None:
        self.peak = 0
        self._pid = pid
        self._over = Event()
        self._thread = Thread(target=self._look)

    def __enter__(self) -> Self:
        if sys.platform == "linux" and self._pid is not None:
            self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _look(self) -> None:
        before: set[int] = set()
        while not self._over.wait(SAMPLE):
            family = _family(self._pid) if self._pid is not None else []
            lasting = before.intersection(family)
            if len(lasting) > 1:
                self.peak = max(self.peak, sum(map(_resident, lasting)))
            before = set(family)


def _family(pid: int) -> list[int]:
    found = [pid]
    for parent in found:  # grows while it is walked
        try:
            found += map(int, Path(f"/proc/{parent}/task/{parent}/children").read_text("ascii").split())
        except OSError:
            continue  # it has ended meanwhile
    return found


def _resident(pid: int) -> int:
    """Return the bytes of a process in memory, what it shares with its parent counted once (proportionally)."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass  # it has ended meanwhile, or belongs to somebody else
    return 0
