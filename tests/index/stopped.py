"""A command is killed at the n-th call into the system that it makes once it writes the index, for every n.

``python -m tests.index.stopped FOLDER QUERY [warm]`` writes a registry to ``FOLDER/0001``, ``0002``, …, asks it the query (an index into
``QUERIES``) in a process that is killed one call later than the last time (SQLite's calls too: the process is traced), and asks
again, twice. With ``warm`` there was an index before, and an edit since. It ends with the first process that lives, and prints as
JSON whether each died, whether the two answers after it were right, and which files the index then consists of; an empty list
where the system does not let processes be traced.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

from tests.cli.helpers import run, write
from tests.index.wards import FIRST, QUERIES, STATES

TRACE_ME, KILL, NEXT_CALL = 0, 8, 24
"""What ptrace is asked for."""
MOST = 2000
EDITED = "plans/mau/ke-hoach.yaml"


def main(folder: Path, query: tuple[str, ...], *, warm: bool) -> Iterator[tuple[bool, bool, list[str]]]:
    """Kill as many runs as it takes and yield how each ended."""
    system = ctypes.CDLL(None, use_errno=True)
    if not hasattr(system, "ptrace"):
        return
    for moment in range(1, MOST):
        here = folder / f"{moment:04}"
        data = write(here, FIRST)
        os.environ["KEHOACH_CACHE"] = str(here / "cache")
        if warm:
            run(*query, data=data)
            (data / EDITED).write_text(STATES[EDITED][1] or "", "utf-8")
        expected = run("--no-cache", *query, data=data)
        child = os.fork()
        if child == 0:
            command_in(here, query, system)
        status = stepped(child, moment, system)
        if status is None:
            return
        right = [run(*query, data=data) for _ in range(2)] == [expected] * 2 and expected.status == 0
        yield (
            os.WIFSIGNALED(status),
            right,
            sorted(path.name for path in here.glob("cache/*/*") if path.stat().st_size or "lock" in path.name),
        )
        if not os.WIFSIGNALED(status):
            return


def command_in(here: Path, query: tuple[str, ...], system: Any) -> None:
    """Run the command in this copy of the process; from the first line of the writer on, it is traced."""

    def profile(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code.co_name == "_begin" and frame.f_code.co_filename.endswith("database.py"):
            sys.setprofile(None)
            if system.ptrace(TRACE_ME, 0, None, None):
                os._exit(98)
            os.kill(os.getpid(), signal.SIGSTOP)

    from kehoach.cli import main as command_line

    try:
        os.dup2(os.open(here / "out", os.O_WRONLY | os.O_CREAT), 1)
        sys.setprofile(profile)
        command_line(["--data", str(here / "data"), *query])
    finally:
        os._exit(99)


def stepped(child: int, moment: int, system: Any) -> int | None:
    """Kill a traced process on its way into the n-th call; return how it ended, ``None`` without tracing."""
    steps = -1
    while True:
        _, status = os.waitpid(child, 0)
        if not os.WIFSTOPPED(status):
            return None if os.WIFEXITED(status) and os.WEXITSTATUS(status) == 98 else status
        steps += 1
        if steps == 2 * moment - 1:  # at the way in: nothing happens between one call's way out and the next one's way in
            os.kill(child, signal.SIGKILL)
        elif system.ptrace(NEXT_CALL, child, None, None):
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return None


if __name__ == "__main__":
    print(json.dumps(list(main(Path(sys.argv[1]), QUERIES[int(sys.argv[2])], warm="warm" in sys.argv))))
