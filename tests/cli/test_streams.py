"""Pipes that close early, and terminals that cannot print Vietnamese."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.cli.helpers import REPO, environment, process

ASCII = {"PYTHONIOENCODING": "ascii"}
C_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
LANGUAGE = ("LANG", "LC_CTYPE", "LC_ALL", "PYTHONUTF8", "PYTHONCOERCECLOCALE")


@pytest.mark.parametrize("args", [("list-targets", "--format", "json"), ("list-targets",)], ids=" ".join)
def test_head_of_a_pipe_ends_quietly(args: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "kehoach", *args]
    with subprocess.Popen(command, cwd=REPO, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        assert child.stdout.readline()
        child.stdout.close()
        assert child.stderr.read() == b""
        assert child.wait(30) in (0, 1)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
@pytest.mark.parametrize(
    "args", [("list-plans",), ("--help",), ("--version",), ("show", "bhyt"), ("list-plans", "--csv-excel")], ids=" ".join
)
def test_nobody_listens_at_all(args: tuple[str, ...]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "kehoach", *args],
            cwd=REPO,
            env=environment(),
            stdout=writer,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    finally:
        os.close(writer)
    assert done.stderr == b""
    assert done.returncode in (0, 1)


@pytest.mark.parametrize("env", [ASCII, C_LOCALE], ids=["ascii", "C"])
def test_a_terminal_without_accents_still_prints(env: dict[str, str]) -> None:
    done = process("list-targets", "--ward", "le-chan", env=env, drop=LANGUAGE)
    assert done.returncode == 0
    text = done.stdout.decode("ascii")
    assert "Le Chan" in text
    assert "Ty le dan so tham gia bao hiem y te" in text
    assert "PHUONG" in text
    assert "phan dau" in text
    assert "?" not in text.replace("nha da nang?", "")
    hint = done.stderr.decode("ascii")
    assert len(hint.splitlines()) == 1
    assert "PYTHONUTF8=1" in hint


@pytest.mark.parametrize("env", [ASCII, C_LOCALE], ids=["ascii", "C"])
def test_errors_without_accents(env: dict[str, str]) -> None:
    wrong = process("list-targets", "--ward", "khong-co", env=env, drop=LANGUAGE)
    assert (wrong.returncode, wrong.stdout) == (2, b"")
    assert "Khong co phuong 'khong-co'" in wrong.stderr.decode("ascii")


def test_a_pipe_gets_utf8() -> None:
    done = process("list-plans", env={"PYTHONUTF8": "1"}, drop=LANGUAGE)
    assert "Lê Chân" in done.stdout.decode("utf-8")
    assert done.stderr == b""
