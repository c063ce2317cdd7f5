"""A question that a second process answers while this one goes on: a plain fork, since a pool costs more than such a question."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Self

_YES, _NO, _UNKNOWN = 0, 1, 2


class Beside:
    """Ends *work*, which must not write anything, in another process from here on; where there can be none, when it is asked for."""

    def __init__(self, work: Callable[[], bool]) -> None:
        self._work = work
        self._process = _forked(work)

    def told(self) -> bool:
        """Wait for the answer; what the other process did not live to tell is found out here."""
        status = self._ended()
        return self._work() if status not in (_YES, _NO) else status == _YES

    def _ended(self) -> int:
        process, self._process = self._process, None
        if process is not None:
            with suppress(ChildProcessError):  # who started this process may have asked the system to forget its children
                return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        return _UNKNOWN

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._ended()


def _forked(work: Callable[[], bool]) -> int | None:
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


def _do(work: Callable[[], bool]) -> None:
    """Do *work* in the second process, and leave it at once: nothing here is this process's to close or to flush."""
    status = _UNKNOWN
    try:
        status = _YES if work() else _NO
    finally:
        os._exit(status)
