"""A registry that is new is gone through once: what is made of each ward on the way is what is made of it afterwards."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from bench.make_registry import make
from kehoach.index import reading
from tests.cli.helpers import Result, Row, process, run

COMMANDS = (("check", "--format", "json"), ("list-targets", "--format", "json"), ("report", "--year", "2027", "--format", "json"))
WARDS = 8


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A registry of many files, two wards of which refer to a third, and one of which has a broken file."""
    data = make(tmp_path_factory.mktemp("made") / "data", wards=WARDS, seed=3)
    plans = [min(folder.iterdir()) for folder in sorted((data / "plans").iterdir())]
    assert len(list(data.rglob("*.yaml"))) >= reading.MANY
    first = f"{plans[3].parent.name}/{plans[3].stem}#{_first(plans[3])}"
    for plan in (plans[0], plans[6]):
        text = plan.read_text("utf-8")
        plan.write_text(text.replace(f"- id: {_first(plan)}\n", f"- id: {_first(plan)}\n    restates: {first}\n", 1), "utf-8")
    plans[5].write_text(plans[5].read_text("utf-8").replace("issuer:", "isuer:", 1), "utf-8")
    return data


def _first(plan: Path) -> str:
    return plan.read_text("utf-8").partition("\ntargets:\n  - id: ")[2].partition("\n")[0]


@pytest.fixture
def cold(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No index, and no other process: what is made on the way is made in this one."""
    monkeypatch.setenv("KEHOACH_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(os, "cpu_count", lambda: 1)


def afterwards(monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], data: Path) -> Result:
    """Return the answer of a command that reads every file by itself and makes nothing on the way."""
    with monkeypatch.context() as patch:
        patch.setattr(reading, "MANY", 1 << 30)
        return run("--no-cache", *command, data=data)


@pytest.mark.usefixtures("cold")
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_new_registry(command: tuple[str, ...], data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = afterwards(monkeypatch, command, data)
    assert expected.status == 1, "the broken file is told of"
    assert len(json.loads(expected.out)) >= 3
    assert run("--no-cache", *command, data=data) == expected
    assert [run(*command, data=data) for _ in range(2)] == [expected] * 2


def test_by_several_processes(data: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for command in COMMANDS:
        expected = afterwards(monkeypatch, command, data)
        for options in (("--no-cache",), (), ()):
            found = process("--data", str(data), *options, *command, env={"KEHOACH_CACHE": str(tmp_path / command[0])})
            assert (found.returncode, found.stdout.decode(), found.stderr.decode()) == (expected.status, expected.out, expected.err)


@pytest.mark.usefixtures("cold")
def test_a_ward_that_refers_to_another(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is found about it follows from the other's files too: an edit there alone is seen."""
    check = ("check", "--format", "json")
    before = run(*check, data=data)
    path = min(sorted((data / "plans").iterdir())[3].iterdir())
    text = path.read_text("utf-8")
    try:
        path.write_text(re.sub(r"\n    test: .*", "\n    test: {eq: 12345}", text, count=1), "utf-8")
        after = run(*check, data=data)
        assert after == afterwards(monkeypatch, check, data)
        assert _about(after, data, 0) != _about(before, data, 0)
    finally:
        path.write_text(text, "utf-8")


def _about(found: Result, data: Path, ward: int) -> list[Row]:
    """Return what was found about one of the wards."""
    slug = sorted((data / "plans").iterdir())[ward].name
    return [row for row in found.rows() if f"/{slug}/" in row["file"]]
