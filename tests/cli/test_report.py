"""``report --year``: targets against what was reported."""

from __future__ import annotations

import re
import subprocess
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


def test_units_list_the_work_of_each_lead() -> None:
    found = ask("report", "--year", "2027", "--ward", "le-chan", "--units", "--format", "json").rows()
    led = {(row["unit"], row["ref"]) for row in found if row["kind"] == "task"}
    tasks = ask("list-tasks", "--ward", "le-chan", "--year", "2027", "--format", "json").rows()
    assert led == {(unit, task["ref"]) for task in tasks for unit in (task["lead"] or [None])}
    due = {row["ref"] for row in found if row["due"]}
    assert due == {row["ref"] for row in ask("list-tasks", "--ward", "le-chan", "--due", "2027", "--format", "json").rows()} | refs(
        "--ward", "le-chan", "--due", "2027"
    )
    blocks = [row["unit"] for row in found]
    assert len([unit for i, unit in enumerate(blocks) if i == 0 or blocks[i - 1] != unit]) == len(set(blocks)), (
        "a unit's work stands together"
    )


def test_as_of_uses_what_was_published_by_then(tmp_path: Path) -> None:
    actuals = """- indicator: bhyt
  period: "2030"
  value: 96
  quality: official
  source: {document: Báo cáo 2, date: "2031-03-01"}
  was: [{value: 98, quality: estimate, reason: số chính thức, until: "2031-03-01", source: {document: Báo cáo 1, date: "2031-01-05"}}]
"""
    data = write(tmp_path, {"plans/mau/ke-hoach.yaml": head("mau/ke-hoach") + "targets:\n" + target("a"), "actuals/mau/2030.yaml": actuals})
    said = {}
    for day in ("2030-12-31", "2031-01-31", "2031-03-01"):
        row = report("--year", "2030", "--as-of", day, data=data)["rows"][0]
        said[day] = (row["verdict"], row["actual"], row["quality"])
    assert said == {
        "2030-12-31": ("no_data", None, None),
        "2031-01-31": ("met", 98, "estimate"),
        "2031-03-01": ("missed", 96, "official"),
    }


def test_several_years_show_every_year_and_judge_the_last(tmp_path: Path) -> None:
    actuals = {
        f"actuals/mau/{year}.yaml": f'- {{indicator: bhyt, period: "{year}", value: {value}, quality: official, source: {{document: B}}}}\n'
        for year, value in ((2026, 95), (2027, 96), (2028, 97))
    }
    plan = head("mau/ke-hoach") + "targets:\n" + target("a", when="{each_year: period}")
    data = write(tmp_path, {"plans/mau/ke-hoach.yaml": plan, **actuals})
    found = report("--from", "2026", "--to", "2028", data=data)
    assert (found["from"], found["year"]) == (2026, 2028)
    years = [(each["year"], each["actual"], each["verdict"]) for each in found["rows"][0]["years"]]
    assert years == [(2026, 95, "missed"), (2027, 96, "missed"), (2028, 97, "met")]
    assert found["rows"][0]["verdict"] == "met"
    head_line = next(line for line in run("report", "--from", "2026", "--to", "2028", data=data).out.splitlines() if "NĂM 2026" in line)
    assert "NĂM 2027" in head_line
    assert "NĂM 2028" in head_line


def test_a_report_says_what_it_was_made_from(tmp_path: Path) -> None:
    data = write(tmp_path, {"plans/mau/ke-hoach.yaml": head("mau/ke-hoach") + "targets:\n" + target("a")})

    def git(*args: str) -> str:
        identity = ("-c", "user.name=a", "-c", "user.email=a@example.org")
        return subprocess.run(["git", *identity, *args], cwd=data, check=True, capture_output=True, text=True).stdout.strip()

    assert report("--year", "2027", data=data)["registry"] == {"commit": None, "date": None, "clean": None}
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "a")
    made = report("--year", "2027", data=data)["registry"]
    assert (made["commit"], made["clean"]) == (git("rev-parse", "HEAD"), True)
    (data / "plans/mau/them.yaml").write_text(head("mau/them"), "utf-8")
    assert report("--year", "2027", data=data)["registry"]["clean"] is False
    assert "có sửa đổi chưa ghi vào git" in run("report", "--year", "2027", data=data).out
