"""Completion: the Tab key knows the commands, the options and the wards."""

from __future__ import annotations

import pytest

from kehoach.cli.commands import COMMANDS
from tests.cli.helpers import DATA, process


def complete(words: str, index: int) -> list[str]:
    done = process(env={"_KEHOACH_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(index)})
    assert done.returncode == 0
    assert done.stderr == b""
    return done.stdout.decode().split("\n")[:-1] if done.stdout else []


def test_commands() -> None:
    assert complete("kehoach ", 1) == list(COMMANDS)
    assert complete("kehoach list-t", 1) == ["list-targets", "list-tasks"]


def test_options() -> None:
    found = complete("kehoach list-targets --", 2)
    assert {"--ward", "--plan", "--format", "--csv-excel", "--help"} <= set(found)


def test_wards() -> None:
    assert complete("kehoach list-targets --ward ", 3) == sorted(path.name for path in (DATA / "plans").iterdir())
    assert complete("kehoach report --year 2027 --ward le", 5) == ["le-chan"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_scripts_are_offered(shell: str) -> None:
    done = process(env={"_KEHOACH_COMPLETE": f"source_{shell}"})
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode()
    assert "_KEHOACH_COMPLETE" in text
    assert f"complete_{shell}" in text


def test_the_first_page_offers_them() -> None:
    assert b"--show-completion" in process("--help").stdout
