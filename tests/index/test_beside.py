"""A row of questions asked by two processes: every answer counts, whoever asked, and whatever becomes of the second process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable

import pytest

from kehoach.index.beside import FEW, Beside
from tests.cli.helpers import REPO, environment

MANY = 40


def asked(holds: Callable[[int], bool], count: int) -> bool:
    with Beside(holds, count) as both:
        return both.all_hold()


@pytest.mark.parametrize("count", [0, 1, FEW, FEW + 1, MANY])
def test_everything_must_hold(count: int) -> None:
    assert asked(lambda _: True, count)
    for wrong in range(count):
        assert not asked(lambda place, wrong=wrong: place != wrong, count), wrong  # type: ignore[misc]


def test_a_question_that_fails_is_not_swallowed() -> None:
    def holds(place: int) -> bool:
        return 1 // place > -1

    with pytest.raises(ZeroDivisionError):
        asked(holds, MANY)


def alone() -> None:
    """What is asked in a process of its own, which has no threads."""
    first, seen = os.getpid(), []

    def holds(place: int) -> bool:
        seen.append(place)
        if os.getpid() != first:
            os.write(1, b".")
            if place == fatal:
                os.kill(os.getpid(), signal.SIGKILL)
        return place != wrong

    for fatal, wrong in ((-1, -1), (3, -1), (0, -1), (3, 1), (3, 3), (3, 5), (-1, 0), (-1, MANY - 1)):
        seen.clear()
        with Beside(holds, MANY) as both:
            os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)  # what the other one does alone
            told = both.all_hold()
        assert told == (wrong < 0), (fatal, wrong)
        if fatal < 0 and wrong < 0:
            assert seen == [], "all was told by the other process"
    with Beside(holds, MANY):  # nobody wants to know
        pass
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        print("nobody is left")


@pytest.mark.skipif(sys.platform != "linux", reason="tiến trình thứ hai chỉ có trên Linux")
@pytest.mark.skipif((os.cpu_count() or 1) == 1, reason="một lõi thì không có tiến trình thứ hai")
def test_another_process_takes_part() -> None:
    command = [sys.executable, "-c", "from tests.index.test_beside import alone; alone()"]
    done = subprocess.run(command, cwd=REPO, env=environment({"PYTHONPATH": str(REPO)}), capture_output=True, check=False)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    dots, said = done.stdout.decode().split("nobody")
    assert said == " is left\n"
    assert len(dots) > MANY
