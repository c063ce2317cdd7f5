"""A long row of questions, asked by a second process while this one goes on: a plain fork, since a pool costs more than such a row."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from mmap import mmap
from typing import Self

FEW = 8
"""So few questions are not worth a second process."""
Holds = Callable[[int], bool]
"""Answers one of the questions, and writes nothing."""


class Beside:
    """Asks whether *holds* is true of 0, 1, … up to *count*, from here on; :meth:`all_hold` takes part from the other end.

    The second process tells only what holds, as soon as it knows: what it did not live to tell is asked by this one.
    """

    def __init__(self, holds: Holds, count: int) -> None:
        self._holds = holds
        self._count = count
        self._true = mmap(-1, count + 1)  # one byte for each, which both processes see; the last one says that it is enough
        self._process = _forked(self._ask_from_the_start) if count > FEW else None

    def all_hold(self) -> bool:
        """Ask what the other process has not told yet, the last first, and tell whether everything holds."""
        return all(self._true[place] or self._asked(place) for place in range(self._count - 1, -1, -1))

    def _ask_from_the_start(self) -> None:
        for place in range(self._count):
            if self._true[self._count] or self._true[place] or not self._asked(place):
                return  # here the other process came to, or nobody need go further

    def _asked(self, place: int) -> bool:
        self._true[place] = found = self._holds(place)
        return found

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._true[self._count] = 1
        if self._process is not None:
            with suppress(ChildProcessError):  # who started this process may have asked the system to forget its children
                os.waitpid(self._process, 0)


def _forked(work: Callable[[], None]) -> int | None:
    """Return the process that does *work*, ``None`` where there is none: on one core, among threads, and on systems that rather spawn."""
    if sys.platform != "linux" or len(os.sched_getaffinity(0)) == 1 or threading.active_count() > 1:
        return None
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # which this process answers, for both
    try:
        process = os.fork()
        if not process:
            _do(work)
    except OSError:
        return None
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    return process


def _do(work: Callable[[], None]) -> None:
    """Do *work* in the second process, and leave it at once: nothing here is this process's to close or to flush."""
    try:
        work()
    finally:
        os._exit(0)
