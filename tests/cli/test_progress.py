"""What takes long says on a terminal what it is doing and how far it is; a pipe never hears of it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.helpers import REPO, environment, head, target, write

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="cần thiết bị đầu cuối giả (pty)")
COMMANDS = [
    (("list-targets", "--format", "json"), "Đang đọc các tệp mới"),
    (("check", "--format", "json"), "Đang đọc các tệp mới"),
]


def seen(data: Path, *command: str, answer_too: bool = False) -> tuple[str, str]:
    """Run a command whose messages (its *answer_too*) go to a terminal, without its patience; return its output and what the terminal got."""
    import pty

    ours, theirs = pty.openpty()
    env = environment({"KEHOACH_CACHE": str(data.parent / "cache"), "TERM": "xterm", "COLUMNS": "100", "PYTHONUTF8": "1"})
    program = [sys.executable, "-c", "from kehoach.cli import main, progress; progress.PATIENCE = 0; main()"]
    answer = data.parent / "answer"
    arguments = [*program, "--data", str(data), *command]
    with answer.open("wb") as out, subprocess.Popen(arguments, cwd=REPO, env=env, stdout=theirs if answer_too else out, stderr=theirs):
        os.close(theirs)
        said = b""
        while part := _read(ours):
            said += part
    os.close(ours)
    return answer.read_text("utf-8"), re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", said.decode())


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""  # Linux says so when nobody holds the other end


@pytest.fixture
def data(tmp_path: Path) -> Path:
    wards = [f"w-{n:03}" for n in range(80)]
    return write(tmp_path, {f"plans/{ward}/k.yaml": f"{head(f'{ward}/k')}targets:\n{target('bhyt')}" for ward in wards})


@pytest.mark.parametrize(("command", "words"), COMMANDS)
def test_a_terminal_sees_how_far_it_is(data: Path, command: tuple[str, ...], words: str) -> None:
    out, said = seen(data, *command)
    assert words in said
    assert "/80" in said, "of how many files: the catalogues are read before"
    assert json.loads(out)


def test_what_is_written_to_a_terminal_is_not_drawn_over(data: Path) -> None:
    assert "Đang lập danh sách" in seen(data, "list-plans", "--format", "json")[1], "the list goes into a pipe"
    _, said = seen(data, "--no-cache", "list-plans", "--format", "json", answer_too=True)
    assert "Đang đọc các tệp mới" in said, "before it"
    assert "Đang lập danh sách" not in said


def test_a_pipe_never_hears_of_it(data: Path) -> None:
    program = [sys.executable, "-c", "from kehoach.cli import main, progress; progress.PATIENCE = 0; main()"]
    done = subprocess.run([*program, "--data", str(data), "--no-cache", "check"], cwd=REPO, capture_output=True, check=False)
    assert "Đang" not in done.stderr.decode()
    assert done.stdout
