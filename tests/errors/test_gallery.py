"""Every case of the gallery: what the user is told, word for word, and that the rest of the registry still answers."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from kehoach.cli.app import run
from kehoach.files.lock import PLACE
from tests.errors.gallery import CASES, FAMILIES, GOOD_REFS, Case, cases, write

ROOT = Path(__file__).parents[2]
LIST = ["list-targets", "--format", "json"]
IN_A_PROCESS = 2
"""So many cases of every family run as a user runs them; the others in this process, which costs a tenth."""


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    exit: int
    stdout: str
    stderr: str


def ids(case: Case) -> str:
    return f"{case.family}-{case.name}"


def first_of_each_family() -> list[Case]:
    return [case for family in FAMILIES for case in [c for c in cases() if c.family == family][:IN_A_PROCESS]]


def process(args: list[str], folder: Path) -> Ran:
    """Run the command line as a user does."""
    env = {key: value for key, value in os.environ.items() if key != "KEHOACH_DATA"} | {"PYTHONUTF8": "1", "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-m", "kehoach", *args], cwd=folder, env=env, capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def files_of(folder: Path) -> dict[str, bytes]:
    """Return what stands in *folder*, but for the lock that can be deleted at any time: no case may change it."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.parent.name != PLACE)
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


@contextmanager
def laid_out(case: Case, folder: Path) -> Iterator[Path]:
    """Write a case, and see afterwards that the command changed nothing."""
    if case.mode and os.geteuid() == 0:
        pytest.skip("chạy bằng root: không có tệp nào là không đọc được")
    write(case, folder)
    before = None if case.mode else files_of(folder)
    yield folder
    for path in case.mode:
        (folder / path).chmod(0o755)
    assert before in (None, files_of(folder))


def judge(case: Case, ran: Ran, folder: Path) -> None:
    """Hold what happened against what the case says."""
    said = Ran(ran.exit, *(text.replace(str(folder), "<folder>") for text in (ran.stdout, ran.stderr)))
    assert said == Ran(case.exit, case.stdout, case.stderr)
    assert "Traceback" not in said.stdout + said.stderr


def judge_the_rest(case: Case, ran: Ran) -> None:
    """See that the good plan's targets are listed beside the faults."""
    assert {row["ref"] for row in json.loads(ran.stdout)} >= GOOD_REFS
    assert ran.exit == case.listed
    assert bool(ran.stderr) == bool(case.listed)


@pytest.mark.parametrize("case", cases(), ids=ids)
def test_says_what_is_wrong(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KEHOACH_DATA", raising=False)
    with laid_out(case, tmp_path):
        judge(case, Ran(run(case.command), *capsys.readouterr()), tmp_path)
        if case.spoils_data:
            judge_the_rest(case, Ran(run(LIST), *capsys.readouterr()))


@pytest.mark.parametrize("case", first_of_each_family(), ids=ids)
def test_says_the_same_as_a_program(case: Case, tmp_path: Path) -> None:
    with laid_out(case, tmp_path):
        judge(case, process(case.command, tmp_path), tmp_path)
        if case.spoils_data:
            judge_the_rest(case, process(LIST, tmp_path))


def test_the_good_registry_is_good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KEHOACH_DATA", raising=False)
    write(Case(name="", family="", says="", exit=0), tmp_path)
    assert run(["check", "--severity", "error"]) == 0
    assert capsys.readouterr() == ("", "Sổ không có lỗi. Không có phát hiện về văn bản.\n")
    assert run(["fmt", "--check"]) == 0


def test_a_case_is_called_as_its_file() -> None:
    assert {case.name for case in cases()} == {path.stem for path in CASES.glob("*.yaml")}


def test_every_sentence_ends() -> None:
    assert [case.name for case in cases() if not re.search(r"\w{3}.*[.?]\Z", case.says)] == []


def test_every_fault_of_a_file_has_a_case() -> None:
    """A reader that learns to find a new fault shows here what it tells the user."""
    readers = [*(ROOT / "src/kehoach/files").rglob("*.py"), ROOT / "src/kehoach/registry.py"]
    rules = {rule for path in readers for rule in re.findall(r'rule="([a-z-]+)"', path.read_text("utf-8"))}
    told = {rule for case in cases() for rule in re.findall(r"lỗi \[([a-z-]+)\]", case.stdout + case.stderr)}
    assert rules - told == set()


def test_the_page_is_fresh() -> None:
    done = subprocess.run([sys.executable, "tools/make_errors.py", "--check"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
