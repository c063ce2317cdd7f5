"""The generator of made-up registries: valid, varied, the same for a seed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bench.make_registry import make
from tests.cli.helpers import Row, process, run

SIZES = [(1, 3), (2, 1), (3, 7), (8, 2026)]


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yaml")}


@pytest.fixture(scope="module")
def eight(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("made") / "r", wards=8, seed=5)


def listed(noun: str, data: Path) -> list[Row]:
    result = run(f"list-{noun}", "--format", "json", data=data)
    assert (result.status, result.err) == (0, "")
    return result.rows()


@pytest.mark.parametrize(("wards", "seed"), SIZES)
def test_a_made_registry_has_no_error_and_is_laid_out(wards: int, seed: int, tmp_path: Path) -> None:
    data = make(tmp_path / "r", wards=wards, seed=seed)
    checked = run("check", "--severity", "error", data=data)
    assert (checked.status, checked.out) == (0, "")
    assert run("fmt", "--check", data=data).status == 0
    assert len(listed("plans", data)) == 5 * wards


def test_one_seed_makes_the_same_files_whatever_the_processes(tmp_path: Path) -> None:
    one, two = make(tmp_path / "a", wards=4, seed=9), make(tmp_path / "b", wards=4, seed=9, processes=2)
    assert files(one) == files(two)
    other = make(tmp_path / "c", wards=4, seed=10)
    assert files(one) != files(other)


KINDS: dict[str, tuple[str, Callable[[Row], Any], set[Any]]] = {
    "times": ("targets", lambda row: row["when"]["kind"], {"by", "each_year", "over", "since", "ongoing", "undated"}),
    "stats": ("targets", lambda row: row["stat"], {"value", "sum", "growth", "avg_growth"}),
    "tests": ("targets", lambda row: ",".join(row["test"]), {"ge", "gt", "le", "lt", "eq", "ge,le", "is"}),
    "states": ("targets", lambda row: row["test"].get("is"), {None, "achieved", "maintained"}),
    "forces": ("targets", lambda row: row["force"], {"firm", "aim"}),
    "tasks' times": ("tasks", lambda row: row["when"]["kind"], {"by", "each_year", "over", "since", "ongoing", "undated"}),
    "types of plans": ("plans", lambda row: row["kind"], {"CTr", "KH", "CV"}),
}


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_occurs(name: str, eight: Path) -> None:
    noun, of, wanted = KINDS[name]
    assert {of(row) for row in listed(noun, eight)} == wanted


@pytest.mark.parametrize("key", ["of", "definition", "part_of", "restates", "condition", "reading", "base", "lead"])
def test_every_addition_to_a_target_occurs_and_is_not_everywhere(key: str, eight: Path) -> None:
    assert {bool(row[key]) for row in listed("targets", eight)} == {True, False}


def test_reports_have_every_common_verdict(eight: Path) -> None:
    found = {
        row["verdict"]
        for year in ("2026", "2027")
        for row in run("report", "--year", year, "--format", "json", data=eight).record()["rows"]
    }
    assert found >= {"not_due", "no_data", "met", "exceeded", "missed", "met_early", "conditional", "undated", "unscored"}


def test_a_plan_is_of_ordinary_size(eight: Path) -> None:
    plans, targets = listed("plans", eight), listed("targets", eight)
    assert 25 <= len(targets) / len(plans) <= 30
    sizes = [path.stat().st_size for path in eight.glob("plans/*/*.yaml")]
    assert 25_000 <= sum(sizes) / len(sizes) <= 37_000


def test_the_script_says_what_it_wrote_and_overwrites_nothing(tmp_path: Path) -> None:
    import subprocess
    import sys

    from tests.cli.helpers import REPO

    command = [sys.executable, "bench/make_registry.py", "--wards", "1", "-o", str(tmp_path / "r")]
    first = subprocess.run(command, cwd=REPO, capture_output=True, text=True, check=True)
    assert first.stdout.startswith("1 wards, 5 plans")
    before = files(tmp_path / "r")
    again = subprocess.run(command, cwd=REPO, capture_output=True, text=True, check=False)
    assert again.returncode == 2
    assert "holds a registry already" in again.stderr
    assert files(tmp_path / "r") == before
    assert process("--data", str(tmp_path / "r"), "list-plans").returncode == 0
