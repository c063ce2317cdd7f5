"""What a person sees: a real terminal (pty) of 80 and of 160 columns."""

from __future__ import annotations

import os
import re
import struct
import subprocess
import sys
import unicodedata

import pytest

from tests.cli.helpers import REPO, environment

if sys.platform == "win32":
    pytest.skip("no pty on Windows", allow_module_level=True)

COMMANDS = [
    ("list-plans",),
    ("list-targets", "--ward", "hung-dao"),
    ("list-tasks", "--ward", "le-chan"),
    ("list-projects", "--ward", "thien-huong"),
    ("list-units", "--ward", "le-chan"),
    ("list-indicators",),
    ("list-references", "--ward", "le-chan"),
    ("due", "--before", "2027", "--ward", "le-chan"),
    ("report", "--year", "2027", "--ward", "hung-dao"),
]


def on_terminal(columns: int, *args: str) -> str:
    """Run the command on a terminal of *columns* and return what it printed, colours included."""
    import fcntl
    import pty
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    command = [sys.executable, "-m", "kehoach", *args]
    with subprocess.Popen(
        command, cwd=REPO, env=environment({"TERM": "xterm-256color"}), stdin=slave, stdout=slave, stderr=slave, close_fds=True
    ) as child:
        os.close(slave)
        chunks = []
        while True:
            try:
                chunk = os.read(master, 65536)
            except OSError:  # Linux says EIO when the last writer has gone
                break
            if not chunk:
                break
            chunks.append(chunk)
        assert child.wait(30) == 0
    os.close(master)
    return b"".join(chunks).decode("utf-8").replace("\r\n", "\n")


def uncoloured(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", text)


def width(line: str) -> int:
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def hidden(text: str) -> set[str]:
    match = re.search(r"Còn cột (.*?):", " ".join(text.split()))
    return set(match[1].split(", ")) if match else set()


@pytest.mark.parametrize("args", COMMANDS, ids=" ".join)
def test_no_line_is_wider_than_the_terminal_and_a_wide_one_shows_more(args: tuple[str, ...]) -> None:
    narrow, wide = (uncoloured(on_terminal(columns, *args)) for columns in (80, 160))
    for columns, text in ((80, narrow), (160, wide)):
        assert text.strip()
        assert max(width(line) for line in text.splitlines()) <= columns
    assert hidden(wide) < hidden(narrow)
    assert not any(column.isascii() for column in hidden(narrow))


def test_a_terminal_gets_boxes_and_the_ward_once() -> None:
    text = on_terminal(100, "list-targets", "--ward", "le-chan", "--search", "bao hiem y te")
    assert "\u2500" in text
    assert "\x1b[" in text
    plain = uncoloured(text)
    assert plain.startswith("Phường: Lê Chân\n")
    assert plain.count("Lê Chân") == 1


def test_every_target_stands_on_a_narrow_terminal() -> None:
    text = "".join(uncoloured(on_terminal(80, "list-units", "--ward", "le-chan")).split())
    for name in ("PhòngVănhóa-Xãhội", "BanQuảnlýditíchĐìnhAnBiên"):
        assert name in text
