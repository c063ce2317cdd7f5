"""``report --year``: targets against what was reported."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.helpers import INDICATORS, Row, ask, head, refs, run, target, write

KEYS = {"ref", "ward", "field", "name", "unit", "test", "text", "actual", "ratio", "verdict", "pace", "lead", "note"}
VERDICTS = {"not_due", "no_data", "met", "exceeded", "missed", "met_early", "met_late", "conditional", "ambiguous", "undated", "unscored"}


def report(*args: str, data: Path | None = None) -> Row:
    result = run("report", *args, "--format", "json", data=data) if data else ask("report", *args, "--format", "json")
    assert result.status == 0, result.err
    return result.record()


def test_the_object_and_its_rows() -> None:
    found = report("--year", "2027")
    assert set(found) == {"year", "from", "as_of", "date", "registry", "rows", "totals"}
    assert set(found["registry"]) == {"commit", "date", "clean"}
    assert found["year"] == 2027
    for row in found["rows"]:
        assert set(row) >= KEYS
        assert row["verdict"] in VERDICTS
    assert {row["ref"] for row in found["rows"]} == refs("--year", "2027")


def test_no_figure_is_never_a_miss() -> None:
    for year in ("2027", "2030"):
        for row in report("--year", year)["rows"]:
            if row["actual"] is None:
                assert row["verdict"] in {"not_due", "no_data", "conditional", "undated"}, row["ref"]
                assert row["ratio"] is None
    text = ask("report", "--year", "2027").out
    assert "Không đạt" not in text
    assert "Chưa có số liệu" in text


def test_what_is_due_without_a_figure_has_no_data() -> None:
    found = {row["ref"]: row["verdict"] for row in report("--year", "2030")["rows"]}
    assert found["hung-dao/ke-hoach-2026-2030#bhyt"] == "no_data"
    assert {row["ref"]: row["verdict"] for row in report("--year", "2027")["rows"]}["hung-dao/ke-hoach-2026-2030#bhyt"] == "not_due"


def test_totals_add_up_and_count_restatements_once() -> None:
    found = report("--year", "2027")
    totals = found["totals"]
    refs_of_rows = {row["ref"] for row in found["rows"]}
    restated = [row for row in found["rows"] if row["restates"] in refs_of_rows]
    assert restated
    assert totals["rows"] == len(found["rows"])
    assert totals["commitments"] == len(found["rows"]) - len(restated)
    assert sum(totals[verdict] for verdict in VERDICTS) == totals["commitments"]


def test_wards_and_fields_are_blocks() -> None:
    lines = ask("report", "--year", "2027").out.splitlines()
    heads = [line for line in lines if re.fullmatch(r"[^·]+ · [^·]+", line) and not line.startswith(" ")]
    assert len(heads) == len(set(heads))
    wards = [line.partition(" · ")[0] for line in heads]
    order = list(dict.fromkeys(wards))
    assert set(order) >= {"Lê Chân", "Thiên Hương", "Hưng Đạo", "Hải Dương"}
    assert wards == sorted(wards, key=order.index), "a ward's blocks stand together"
    assert [line for line in ask("report", "--year", "2027", "--format", "md").out.splitlines() if line.startswith("### ")] == [
        f"### {line}" for line in heads
    ]


def test_filters() -> None:
    one = report("--year", "2027", "--ward", "Lê Chân", "--field", "y-te")["rows"]
    assert one
    assert all((row["ward"], row["field"]) == ("le-chan", "y-te") for row in one)


def test_csv_has_the_rows() -> None:
    assert len(ask("report", "--year", "2027", "--format", "csv").out.splitlines()) >= len(report("--year", "2027")["rows"]) + 1


@pytest.mark.parametrize("typed", ["abc", "27", "1900", "2201", "20270"])
def test_a_year_that_is_none(typed: str) -> None:
    result = run("report", "--year", typed)
    assert (result.status, result.out) == (2, "")
    assert "ăm" in result.err
    assert "Traceback" not in result.err


TARGETS = {
    "met": target("met", indicator="ho-ngheo", test="{lt: 0.5}", when="{each_year: period}"),
    "exceeded": target("exceeded", indicator="doanh-nghiep", test="{eq: 800}", when="{each_year: period}"),
    "missed": target("missed", test="{ge: 97}", when="{each_year: period}"),
    "early": target("early", test="{ge: 95}"),
    "late": target("late", test="{ge: 98}"),
    "again": target("again", test="{ge: 97}", when="{each_year: period}", more="restates: missed"),
    "bare": target("bare", indicator="khac"),
    "conditional": target("conditional", when="{each_year: period}", more="condition: {text: nếu được giao}"),
    "undated": target("undated", when="undated"),
    "ambiguous": target(
        "ambiguous",
        test="{ge: 90}",
        when="{each_year: period}",
        more="reading: {question: Hiểu thế nào?, alternatives: [{test: {ge: 97}}]}",
    ),
    "state": target("state", indicator="chuan", test="{is: achieved}", when="{by: 2027}"),
    "kept": target("kept", indicator="chuan", test="{is: maintained}", when="{each_year: period}"),
    "other-unit": target("other-unit", test="{ge: 100}", when="{each_year: period}", more='unit: "% kế hoạch giao"'),
    "growth": target("growth", indicator="doanh-nghiep", test="{ge: 5}", when="{each_year: period}", more="stat: growth"),
}
ACTUALS = """- {indicator: bhyt, period: "2027", value: 96.4, quality: official, source: {ref: mau/a, clause: I.1}}
- {indicator: ho-ngheo, period: "2027", value: 0.4, quality: official, source: {ref: mau/a, clause: I.1}}
- {indicator: doanh-nghiep, period: "2027", value: 812, quality: official, source: {ref: mau/a, clause: I.1}}
- {indicator: chuan, period: "2027", value: achieved, quality: official, source: {ref: mau/a, clause: I.1}}
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Row:
    indicators = "khac: {name: Chỉ tiêu khác, unit: người, direction: up, field: xa-hoi}\n"
    data = write(
        tmp_path_factory.mktemp("report"),
        {
            "plans/mau/a.yaml": head("mau/a") + "targets:\n" + "".join(TARGETS.values()),
            "actuals/mau/2027.yaml": ACTUALS,
            "indicators.yaml": INDICATORS + indicators,
        },
    )
    return report("--year", "2027", data=data)


@pytest.mark.parametrize(
    ("ident", "verdict", "actual"),
    [
        ("met", "met", 0.4),
        ("exceeded", "exceeded", 812),
        ("missed", "missed", 96.4),
        ("early", "met_early", 96.4),
        ("late", "not_due", 96.4),
        ("bare", "not_due", None),
        ("conditional", "conditional", 96.4),
        ("undated", "undated", 96.4),
        ("ambiguous", "ambiguous", 96.4),
        ("state", "met", "achieved"),
        ("kept", "unscored", "achieved"),
        ("other-unit", "no_data", None),
    ],
)
def test_verdicts(small: Row, ident: str, verdict: str, actual: object) -> None:
    row = next(row for row in small["rows"] if row["ref"] == f"mau/a#{ident}")
    assert (row["verdict"], row["actual"]) == (verdict, actual)


def test_a_level_never_answers_for_a_growth(small: Row) -> None:
    row = next(row for row in small["rows"] if row["ref"] == "mau/a#growth")
    assert row["verdict"] == "no_data"


def test_the_small_totals(small: Row) -> None:
    totals = small["totals"]
    assert (totals["rows"], totals["commitments"]) == (len(TARGETS), len(TARGETS) - 1)
    assert totals["missed"] == 1, "the restatement is not counted again"
    assert totals["conditional"] == totals["undated"] == totals["ambiguous"] == totals["unscored"] == 1


def test_doubts_are_noted(small: Row) -> None:
    notes = {row["ref"].partition("#")[2]: row["note"] for row in small["rows"]}
    assert "Hiểu thế nào?" in notes["ambiguous"]
    assert "nếu được giao" in notes["conditional"]
    assert notes["met"] is None


def test_the_one_real_figure() -> None:
    found = [row for row in report("--year", "2025")["rows"] if row["actual"] is not None]
    assert all(row["verdict"] not in {"missed", "no_data"} for row in found)
