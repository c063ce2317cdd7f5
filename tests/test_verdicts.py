"""The tables of ``docs/cach-xet.md``, cell by cell, through the command: what a reviewer reads is what the program does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.helpers import Row, head, run, write

PAGE = Path(__file__).parents[1] / "docs" / "cach-xet.md"
TESTS = ("ge", "gt", "le", "lt", "eq", "ge le", "gt lt", "ge lt", "gt le")
Cells = tuple[str, ...]


@cache
def tables() -> dict[str, list[Cells]]:
    """The rows of every table of the page, by the cells of its head."""
    found: dict[str, list[Cells]] = {}
    key = ""
    for line in PAGE.read_text("utf-8").splitlines():
        if not line.startswith("|"):
            key = ""
        elif not key:
            key = ", ".join(cells(line))
        elif not line.startswith("|--"):
            found.setdefault(key, []).append(cells(line))
    return found


def cells(line: str) -> Cells:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


def code(cell: str) -> Any:
    """What a cell in back quotes holds."""
    return yaml.safe_load(cell.strip("`"))


def table(key: str) -> list[Any]:
    return [pytest.param(row, id=" ".join(row)[:90]) for row in tables()[key]]


def entry(direction: str, cap: str = "") -> str:
    """An entry of the catalogue whose good direction and cap are as the tables say."""
    return "{name: Tên, unit: tỷ đồng, field: kinh-te" + f", direction: {direction}" * bool(direction) + f", cap: {cap}" * bool(cap) + "}"


def ask(
    folder: Path, targets: list[Mapping[str, Any]], figures: Mapping[Any, Any], year: int, indicator: str | None = None
) -> dict[str, Row]:
    """The rows of the report of *year* on a registry of its own, by record; targets share the indicator ``chi-tieu`` unless they name one."""
    made = [
        {"id": f"t{n}", "clause": "I.1", "indicator": "chi-tieu", "quote": "câu trích", **target}
        for n, target in enumerate(targets, start=1)
    ]
    names = sorted({target["indicator"] for target in made})
    state = "{name: Tên, field: kinh-te, direction: up, type: state}"
    kinds = {t["indicator"]: state if "is" in t["test"] else indicator or entry("up") for t in made}
    files = {
        "indicators.yaml": "format: kehoach/indicators/1\n" + "".join(f"{name}: {kinds[name]}\n" for name in names),
        "plans/mau/ke-hoach.yaml": head("mau/ke-hoach") + f"targets: {flow(made)}\n",
        **{f"actuals/mau/{y}.yaml": "".join(f"- {line}\n" for line in lines) for y, lines in actuals(figures, names[0]).items()},
    }
    result = run("report", "--year", str(year), "--format", "json", data=write(folder, files))
    assert result.status == 0, result.err
    return {row["ref"].partition("#")[2]: row for row in result.record()["rows"]}


def actuals(figures: Mapping[Any, Any], indicator: str) -> dict[str, list[str]]:
    """The entries of the files of actuals by year; ``growth 2027`` is a growth reported as such."""
    found: dict[str, list[str]] = {}
    for key, value in figures.items():
        year = str(key).split()[-1]
        stat = {"stat": "growth"} if str(key).startswith("growth") else {}
        record = {"indicator": indicator, "period": year, **stat, "value": value, "quality": "official", "source": {"document": "Báo cáo"}}
        found.setdefault(year, []).append(flow(record))
    return found


def flow(value: Any) -> str:
    """YAML on one line, dates and years as text in quotes."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)


def said(row: Row) -> str:
    """The verdict as the tables write it: with those of the readings behind it where it is open."""
    if row["verdict"] != "ambiguous":
        return str(row["verdict"])
    return f"ambiguous ({', '.join(reading['verdict'] for reading in row['readings'])})"


@pytest.mark.parametrize("row", table("cam kết, chỉ tiêu, chiều tốt, số liệu, 2026, 2027, 2030"))
def test_worked_examples(row: Cells, tmp_path: Path) -> None:
    _, target, good, figures, *verdicts = row
    targets = [code(target)]
    if "part_of" in targets[0]:
        targets = [{"id": "t3", "test": {"ge": 800}, "when": {"by": 2030}, "indicator": "tat-ca"}, *targets]
    for year, verdict in zip((2026, 2027, 2030), verdicts, strict=True):
        found = ask(tmp_path / str(year), targets, code(figures), year, entry(good))
        assert said(found[f"t{len(targets)}"]) == verdict, year


@pytest.mark.parametrize("row", table("điều kiện, chiều tốt, không đạt, đạt, vượt"))
def test_figures_against_tests(row: Cells, tmp_path: Path) -> None:
    test, direction, *columns = row
    good, _, cap = direction.partition(", cap ")
    for verdict, values in zip(("missed", "met", "exceeded"), columns, strict=True):
        for value in filter(None, values.split("; ")):
            target = {"test": code(test), "when": {"by": 2027}}
            found = ask(tmp_path / value / verdict, [target], {2027: yaml.safe_load(value)}, 2027, entry(good, cap))
            assert found["t1"]["verdict"] == verdict, value


def test_every_form_of_test_is_shown_for_every_direction() -> None:
    shown = {(" ".join(code(row[0])), row[1]) for row in tables()["điều kiện, chiều tốt, không đạt, đạt, vượt"]}
    assert shown >= set(product(TESTS, ("up", "down", "")))


@pytest.mark.parametrize("row", table("điều kiện, thời hạn, năm, chưa có số, số đạt, số không đạt"))
def test_times_and_states(row: Cells, tmp_path: Path) -> None:
    test, when, year, *verdicts = row
    condition = code(test)
    good, bad = (("maintained" if condition["is"] == "maintained" else "achieved", "not_achieved")) if "is" in condition else (95, 85)
    for name, verdict, figures in zip("abc", verdicts, ({}, {int(year): good}, {int(year): bad}), strict=True):
        found = ask(tmp_path / name, [{"test": condition, "when": code(when)}], figures, int(year))
        assert (said(found["t1"]) if found else "") == verdict, name


def test_every_kind_of_time_is_shown_for_figures_and_states() -> None:
    rows = tables()["điều kiện, thời hạn, năm, chưa có số, số đạt, số không đạt"]
    kinds = {("is" in code(row[0]), next(iter(code(row[1])), "") if isinstance(code(row[1]), dict) else code(row[1])) for row in rows}
    assert kinds >= set(product((False, True), ("by", "each_year", "over", "since", "undated"))) | {(False, "ongoing")}


@pytest.mark.parametrize("row", table("điều kiện, thời hạn, trạng thái đã báo cáo, năm, đánh giá"))
def test_states_that_were_reported_earlier(row: Cells, tmp_path: Path) -> None:
    test, when, figures, year, verdict = row
    assert said(ask(tmp_path, [{"test": code(test), "when": code(when)}], code(figures), int(year))["t1"]) == verdict


@pytest.mark.parametrize("row", table("cam kết, số liệu, năm, thực hiện, đánh giá, còn cần mỗi năm"))
def test_computed_figures(row: Cells, tmp_path: Path) -> None:
    target, figures, year, actual, verdict, needed = row
    found = ask(tmp_path, [code(target)], code(figures), int(year))["t1"]
    assert (found["actual"], said(found)) == (yaml.safe_load(actual) if actual else None, verdict)
    assert (found["progress"] or {}).get("needed") == (yaml.safe_load(needed) if needed else None)


@pytest.mark.parametrize("row", table("cam kết, số liệu, năm, đánh giá"))
def test_conditions_and_readings(row: Cells, tmp_path: Path) -> None:
    target, figures, year, verdict = row
    assert said(ask(tmp_path, [code(target)], code(figures), int(year))["t1"]) == verdict


@pytest.mark.parametrize("row", table("cam kết, chiều tốt, số liệu, năm, tỷ lệ"))
def test_ratios(row: Cells, tmp_path: Path) -> None:
    target, good, figures, year, ratio = row
    found = ask(tmp_path, [code(target)], code(figures), int(year), entry(good))["t1"]
    assert found["ratio"] == (yaml.safe_load(ratio) if ratio else None)


def test_the_page_names_every_verdict() -> None:
    named = {row[0] for row in tables()["mã, in ra"]}
    used = set(re.findall(r"\b[a-z]+_?[a-z]+\b", " ".join(" ".join(row) for rows in scored() for row in rows)))
    assert named == {*used & named}


def scored() -> Iterator[list[Cells]]:
    return (rows for key, rows in tables().items() if "đánh giá" in key or "2026" in key or "chưa có số" in key or "vượt" in key)
