"""The fictional ward under ``examples/``: without faults, proven by its own documents, and showing everything a report can say."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from kehoach.reports.words import VERDICTS
from tests.cli.helpers import DATA, EXAMPLE, REPO, Row, rows, run

PLANS = {"CTr": "chuong-trinh-hanh-dong-2025-2030", "5 năm": "ke-hoach-2026-2030", "2027": "ke-hoach-2027"}
YEARS = range(2025, 2031)

IN_2027 = """\
kế hoạch | chỉ tiêu                    | đánh giá    | đếm ở đâu
CTr      | thu-ngan-sach               | not_due     | ngoài
CTr      | bhyt                        | not_due     | ngoài
CTr      | ho-ngheo                    | not_due     | ngoài
CTr      | tram-y-te-chuan             | met_late    | tổng
CTr      | do-thi-van-minh             | met         | tổng
CTr      | chinh-quyen-than-thien      | met         | tổng
CTr      | an-ninh                     | unscored    | ngoài
CTr      | pham-phap-hinh-su           | exceeded    | tổng
CTr      | khong-ma-tuy                | undated     | ngoài
CTr      | dang-vien-moi               | met         | tổng
CTr      | to-chuc-dang-hoan-thanh-tot | met         | tổng
CTr      | to-chuc-dang-xuat-sac       | met         | thành phần
5 năm    | thu-ngan-sach               | exceeded    | tổng
5 năm    | tong-gia-tri-san-pham       | missed      | tổng
5 năm    | gtsp-cong-nghiep-xay-dung   | met         | thành phần
5 năm    | gtsp-nong-nghiep            | no_data     | ngoài
5 năm    | giai-ngan-dau-tu-cong       | missed      | tổng
5 năm    | doanh-nghiep-hoat-dong      | not_due     | thay thế
5 năm    | doanh-nghiep-moi            | not_due     | ngoài
5 năm    | phi-long-duong              | conditional | ngoài
5 năm    | tuyen-ngo-cai-tao           | met         | tổng
5 năm    | cay-xanh                    | not_due     | ngoài
5 năm    | nha-o-xa-hoi                | conditional | ngoài
5 năm    | thu-gom-phan-loai-rac       | missed      | tổng
5 năm    | chieu-sang                  | undated     | ngoài
5 năm    | gia-dinh-van-hoa            | exceeded    | tổng
5 năm    | nha-van-hoa-to-dan-pho      | not_due     | ngoài
5 năm    | truong-chuan-quoc-gia       | not_due     | ngoài
5 năm    | truong-cong-nhan-moi        | not_due     | ngoài
5 năm    | bac-si-tram-y-te            | ambiguous   | ngoài
5 năm    | so-suc-khoe-dien-tu         | not_due     | ngoài
5 năm    | bhyt                        | not_due     | nhắc lại
5 năm    | bhxh                        | missed      | tổng
5 năm    | ho-ngheo                    | not_due     | nhắc lại
5 năm    | ho-can-ngheo                | not_due     | ngoài
5 năm    | tthc-dung-han               | met         | tổng, phấn đấu
5 năm    | ho-so-truc-tuyen            | met_early   | ngoài
5 năm    | tai-nan-giao-thong          | met         | tổng
2027     | thu-ngan-sach-du-toan       | met         | tổng
2027     | giai-ngan-dau-tu-cong       | missed      | nhắc lại
2027     | doanh-nghiep-moi            | missed      | tổng
2027     | doanh-nghiep-hoat-dong      | not_due     | ngoài
2027     | bhyt                        | missed      | tổng
2027     | ho-ngheo                    | met         | tổng
2027     | an-toan-thuc-pham           | no_data     | ngoài
"""
"""Every row of the report of 2027, judged by hand, and where a person counts it."""

BY_HAND = {
    "rows": 45,
    "commitments": 41,  # 45 rows less the 3 restatements and the superseded one
    "not_due": 11,
    "no_data": 2,
    "met": 11,
    "exceeded": 3,
    "missed": 6,
    "met_early": 1,
    "met_late": 1,
    "conditional": 2,
    "ambiguous": 1,
    "undated": 2,
    "unscored": 1,
    "scored": {"counted": 19, "kept": 13, "exceeded": 3, "missed": 6, "late": 1, "aims": 1},
    "parts": {"counted": 2, "kept": 2, "exceeded": 0, "missed": 0, "late": 0, "aims": 0},
    "beside": {
        "not_due": 11,
        "no_data": 2,
        "met_early": 1,
        "conditional": 2,
        "ambiguous": 1,
        "undated": 2,
        "unscored": 1,
    },
}

OVER_THE_YEARS = """\
chỉ tiêu                        | 2026      | 2027      | 2028      | 2029      | 2030
CTr#do-thi-van-minh             | met_early | met       | met       | missed    | missed
CTr#chinh-quyen-than-thien      | not_due   | met       | met       | met       | met
CTr#tram-y-te-chuan             | missed    | met_late  | met_late  | met_late  | met_late
CTr#ho-ngheo                    | not_due   | not_due   | missed    | met       | no_data
CTr#an-ninh                     | unscored  | unscored  | no_data   | unscored  | no_data
CTr#thu-ngan-sach               | not_due   | not_due   | not_due   | not_due   | no_data
CTr#pham-phap-hinh-su           | met       | exceeded  | missed    | exceeded  | no_data
CTr#to-chuc-dang-hoan-thanh-tot | met       | met       | missed    | met       | no_data
CTr#to-chuc-dang-xuat-sac       | missed    | met       | missed    | met       | no_data
5 năm#thu-ngan-sach             | met       | exceeded  | missed    | met       | no_data
5 năm#giai-ngan-dau-tu-cong     | missed    | missed    | met       | no_data   | no_data
5 năm#cay-xanh                  | not_due   | not_due   | exceeded  |           |
5 năm#tuyen-ngo-cai-tao         | met       | met       | missed    |           |
5 năm#thu-gom-phan-loai-rac     |           | missed    | met       | no_data   | no_data
5 năm#nha-van-hoa-to-dan-pho    | not_due   | not_due   | met       | met       | no_data
5 năm#phi-long-duong            |           | conditional | conditional | conditional | conditional
5 năm#bac-si-tram-y-te          | not_due   | ambiguous | ambiguous | ambiguous | no_data
5 năm#ho-so-truc-tuyen          | not_due   | met_early | met_early | not_due   | no_data
5 năm#ho-can-ngheo              | not_due   | not_due   | not_due   | met_early | no_data
"""
"""What becomes of a promise from year to year; empty where it does not bind."""


def cells(table: str) -> list[list[str]]:
    """The rows of a table of this page, without its head."""
    return [[cell.strip() for cell in line.split("|")] for line in table.splitlines()[1:]]


def records(pattern: str) -> list[Any]:
    """The files of the example that match *pattern*, as they are written."""
    return [yaml.safe_load(path.read_text("utf-8")) for path in sorted((EXAMPLE / "data").glob(pattern))]


def ref(plan: str, ident: str) -> str:
    return f"phuong-mau/{PLANS[plan]}#{ident}"


@cache
def report(year: int, *args: str) -> Row:
    result = run("report", "--year", str(year), *args, "--format", "json", data=EXAMPLE)
    assert (result.status, result.err) == (0, "")
    return result.record()


def row(year: int, wanted: str, *args: str) -> Row:
    found: Row = next(row for row in report(year, *args)["rows"] if row["ref"] == wanted)
    return found


def test_the_registry_has_no_faults() -> None:
    found = run("check", "--format", "json", data=EXAMPLE)
    assert found.status == 0
    assert [problem["message"] for problem in found.rows() if problem["about"] == "registry"] == []


def test_every_record_stands_in_its_document() -> None:
    found = run("verify", "--sources", str(EXAMPLE / "van-ban"), "--coverage", "--format", "json", data=EXAMPLE)
    assert found.status == 0, found.out
    proofs = [entry for entry in found.rows() if "ok" in entry]
    figures = [entry for entry in found.rows() if "printed" in entry]
    assert len(proofs) > 80
    assert all(entry["ok"] for entry in proofs)
    assert all(entry["covered_by"] or entry["reason"] for entry in figures)
    assert {entry["plan"] for entry in figures} == {f"phuong-mau/{slug}" for slug in PLANS.values()}


def test_the_layout_is_canonical() -> None:
    found = run("fmt", "--check", data=EXAMPLE)
    assert (found.status, found.out) == (0, "")


def test_the_targets_are_of_every_kind() -> None:
    targets = run("list-targets", "--format", "json", data=EXAMPLE).rows()
    assert {key for target in targets for key, value in target["test"].items() if value is not None} == {"ge", "gt", "le", "lt", "eq", "is"}
    assert any(len(target["test"]) == 2 for target in targets), "a range"
    assert {target["test"]["is"] for target in targets if "is" in target["test"]} == {"achieved", "maintained"}
    assert {target["when"]["kind"] for target in targets} == {"by", "each_year", "over", "since", "ongoing", "undated"}
    assert {target["stat"] for target in targets} == {"value", "sum", "growth", "avg_growth"}
    assert {target["force"] for target in targets} == {"firm", "aim"}
    confirmed = [target["condition"].get("confirmed") for target in targets if target["condition"]]
    assert {None if one is None else one.get("holds", True) for one in confirmed} == {None, True, False}
    assert {bool(target["reading"].get("decided")) for target in targets if target["reading"]} == {True, False}
    special = {"of", "definition", "unit", "direction", "implied", "part_of", "restates", "supersedes", "from_ref", "base"}
    assert special <= {key for plan in records("plans/*/*.yaml") for target in plan["targets"] for key in target}


def test_the_results_are_of_every_kind() -> None:
    actuals = [actual for year in records("actuals/*/[0-9]*.yaml") for actual in year]
    assert {actual["period"][:4] for actual in actuals} == {"2025", "2026", "2027", "2028", "2029"}
    assert {actual["quality"] for actual in actuals} == {"official", "estimate", "provisional"}
    assert {actual["period"][5:6] for actual in actuals} == {"", "H", "Q"}
    assert {actual["value"] for actual in actuals if isinstance(actual["value"], str)} == {"achieved", "not_achieved", "maintained"}
    assert {key for actual in actuals for key in actual["source"]} == {"ref", "document", "clause", "date"}
    assert {"stat", "unit", "of", "definition", "num", "den", "was", "note"} <= {key for actual in actuals for key in actual}


@pytest.mark.parametrize(
    "actual", [a for year in records("actuals/*/[0-9]*.yaml") for a in year if "num" in a], ids=lambda a: f"{a['indicator']}-{a['period']}"
)
def test_a_ratio_is_its_numerator_over_its_denominator(actual: Row) -> None:
    assert round(100 * actual["num"] / actual["den"], 2) == pytest.approx(actual["value"], abs=0.05)


def test_every_row_of_2027_is_judged_as_by_hand() -> None:
    by_hand = {ref(plan, ident): verdict for plan, ident, verdict, _ in cells(IN_2027)}
    assert {row["ref"]: row["verdict"] for row in report(2027)["rows"]} == by_hand


def test_the_totals_of_2027_are_those_counted_by_hand() -> None:
    assert report(2027)["totals"] == BY_HAND


def test_each_row_of_2027_is_counted_where_a_person_counts_it() -> None:
    for plan, ident, verdict, place in cells(IN_2027):
        found = row(2027, ref(plan, ident))
        if place == "nhắc lại":
            assert found["restates"], ident
        elif place.startswith(("tổng", "thành phần")):
            assert verdict in {"met", "exceeded", "missed", "met_late"}, ident
            assert (found["part_of"] is not None) == (place == "thành phần"), ident
            assert (found["force"] == "aim") == ("phấn đấu" in place), ident
    places = [place.partition(",")[0] for *_, place in cells(IN_2027)]
    assert (places.count("tổng"), places.count("thành phần"), places.count("nhắc lại")) == (19, 2, 3)


@pytest.mark.parametrize("line", cells(OVER_THE_YEARS), ids=lambda line: line[0])
def test_verdicts_over_the_years(line: list[str]) -> None:
    plan, _, ident = line[0].partition("#")
    wanted = ref(plan, ident)
    found = {year: {row["ref"]: row["verdict"] for row in report(year)["rows"]}.get(wanted, "") for year in range(2026, 2031)}
    assert list(found.values()) == line[1:]


def test_every_verdict_and_every_pace_appears() -> None:
    every = [row for year in YEARS for row in report(year)["rows"]]
    assert {row["verdict"] for row in every} == set(VERDICTS)
    assert {row["verdict"] for row in report(2027)["rows"]} == set(VERDICTS), "one report shows them all"
    assert {row["pace"]["state"] for row in every if row["pace"]} == {"ahead", "on_path", "behind"}


@pytest.mark.parametrize(
    ("ident", "paces"),
    [
        ("bhyt", [("ahead", 93), ("behind", 94), ("on_path", 95), ("ahead", 96)]),
        ("truong-chuan-quoc-gia", [("on_path", 62.5), ("on_path", 75), ("behind", 87.5), ("on_path", 87.5)]),
        ("doanh-nghiep-hoat-dong", [("behind", 452), ("ahead", 494), ("ahead", 536), ("ahead", 578)]),
    ],
)
def test_the_declared_paths(ident: str, paces: list[tuple[str, float]]) -> None:
    found = [row(year, ref("5 năm", ident))["pace"] for year in range(2026, 2030)]
    assert [(pace["state"], pace["expected"]) for pace in found] == paces


@pytest.mark.parametrize(
    ("year", "plan", "ident", "actual"),
    [
        (2027, "5 năm", "thu-ngan-sach", 13.09),  # 185,7 / 164,2
        (2027, "5 năm", "tong-gia-tri-san-pham", 8.7),  # reported as a growth
        (2025, "CTr", "pham-phap-hinh-su", -9.09),  # 20 against the 22 that the document states
        (2027, "CTr", "thu-ngan-sach", 11.83),  # the mean of two years from 148,5 to 185,7
        (2028, "5 năm", "cay-xanh", 3150),  # 1.050 + 980 + 1.120
        (2027, "2027", "thu-ngan-sach-du-toan", 104.3),  # in % of the plan assigned, beside the level
    ],
)
def test_figures(year: int, plan: str, ident: str, actual: float) -> None:
    assert row(year, ref(plan, ident))["actual"] == actual


def test_what_was_published_before_a_correction() -> None:
    wanted = ref("5 năm", "giai-ngan-dau-tu-cong")
    then, now = row(2027, wanted, "--as-of", "2028-01-31"), row(2027, wanted)
    assert (then["actual"], then["quality"], then["verdict"]) == (100, "estimate", "met")
    assert (now["actual"], now["quality"], now["verdict"]) == (98.6, "official", "missed")


def test_a_part_of_a_year_never_answers_for_the_year() -> None:
    found = row(2029, ref("5 năm", "giai-ngan-dau-tu-cong"))
    assert (found["actual"], found["verdict"]) == (None, "no_data")
    assert "44,2%" in found["note"]


def test_open_readings_disagree() -> None:
    found = row(2027, ref("5 năm", "bac-si-tram-y-te"))
    assert [reading["verdict"] for reading in found["readings"]] == ["met", "missed", "met"]


def test_the_registry_and_the_example_know_nothing_of_each_other() -> None:
    names = {"Hải Phòng", "Lê Chân", "Thiên Hương", "Hưng Đạo", "Hải Dương", "hai-phong"}
    names |= {plan["ward"] for plan in rows("list-plans")}
    for path in files(EXAMPLE):
        assert not [name for name in names if name in path.read_text("utf-8")], path
    for path in files(DATA):
        assert not [name for name in ("phuong-mau", "phường Mẫu", "thanh-pho-mau") if name in path.read_text("utf-8")], path


def files(folder: Path) -> list[Path]:
    found = [path for path in folder.rglob("*") if path.suffix in {".yaml", ".txt", ".md"}]
    assert found
    return found


@pytest.mark.parametrize("page", ["README.md", "docs/huong-dan.md"])
def test_the_pages_show_what_is_printed(page: str) -> None:
    """Rows and columns may be left out of an illustration; what stands in it stands in the report."""
    block = re.search(r"```text\n(Mẫu · .*?)```", (REPO / page).read_text("utf-8"), re.DOTALL)
    assert block
    printed = [re.split(r"\s{2,}", line.strip()) for line in run("report", "--year", "2027", data=EXAMPLE).out.splitlines()]
    for line in block[1].splitlines():
        shown = re.split(r"\s{2,}", line.strip())
        assert line == "…" or any(in_order(shown, cells) for cells in printed), line


def in_order(some: list[str], every: list[str]) -> bool:
    """Tell whether the cells *some* stand among *every* one after the other."""
    rest = iter(every)
    return all(cell in rest for cell in some)


@pytest.mark.parametrize("line", re.findall(r"^kehoach (--data .*?)(?:\s+#.*)?$", (EXAMPLE / "README.md").read_text("utf-8"), re.MULTILINE))
def test_the_commands_of_its_page_run(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPO)
    found = run(*line.split(), data=None)
    assert found.status == 0, found.err
    assert found.out
