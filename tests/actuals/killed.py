"""Run a command again and again, each time in a process of its own that kills itself (SIGKILL) one moment later than the last.

``python -m tests.actuals.killed TEMPLATE FOLDER COMMAND…`` copies TEMPLATE to ``FOLDER/001``, ``002``, … The moments are the calls into
the system and the ends of those calls, as the interpreter sees them, in the modules that write. It ends with the first run that
lives, and prints its exit status.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from kehoach.cli.app import run
from tests.killing import killer

WRITERS = ("kehoach/files/write.py", "kehoach/files/lock.py", "kehoach/recording/edit.py", "tempfile.py")


def main(template: Path, folder: Path, command: list[str]) -> int:
    """Kill as many runs as it takes and return the number of the one that lived."""
    run(["--data", str(shutil.copytree(template, folder / "warm") / "data"), *command])
    for moment in range(1, 1000):
        here = shutil.copytree(template, folder / f"{moment:03}")
        child = os.fork()
        if child == 0:
            sys.setprofile(killer(moment, WRITERS))
            os._exit(run(["--data", str(here / "data"), *command]))
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            return os.waitstatus_to_exitcode(status)
    return 99


if __name__ == "__main__":
    print(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]), file=sys.stderr)
