"""``due``: what falls due up to and including a day."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.helpers import ask, head, rows, run, target, write

TIMES = {
    "by-year": "{by: 2027}",
    "by-quarter": '{by: "2027-Q3"}',
    "by-month": '{by: "2028-02"}',
    "by-day": '{by: "2026-05-15"}',
    "each": "{each_year: [2026, 2028]}",
    "period": "{each_year: period}",
    "over": "{over: [2026, 2027]}",
    "since": "{since: 2029}",
    "ongoing": "ongoing",
    "undated": "undated",
}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    targets = "".join(target(ident, when=when) for ident, when in TIMES.items())
    tasks = '  - {id: t-1, clause: I, title: Việc một, quote: Việc, lead: [mau/phong-vhxh], when: {by: "2027-06"}}\n'
    projects = "  - {id: p-1, clause: I, name: Dự án một, when: {by: 2026}}\n"
    text = head("mau/a") + f"targets:\n{targets}tasks:\n{tasks}projects:\n{projects}"
    return write(tmp_path_factory.mktemp("due"), {"plans/mau/a.yaml": text})


def due(data: Path, *args: str) -> set[tuple[str, str]]:
    result = run("due", *args, "--format", "json", data=data)
    assert result.status == 0, result.err
    return {(row["ref"].partition("#")[2], row["due"]) for row in result.rows()}


EACH_2026 = {("each", "2026-12-31"), ("period", "2026-12-31")}
EACH_2027 = {("each", "2027-12-31"), ("period", "2027-12-31")}
SOONEST = {("by-day", "2026-05-15")}
YEAR_2026 = SOONEST | EACH_2026 | {("p-1", "2026-12-31")}
TILL_Q3 = {("t-1", "2027-06-30"), ("by-quarter", "2027-09-30")}
YEAR_2027 = TILL_Q3 | EACH_2027 | {("by-year", "2027-12-31"), ("over", "2027-12-31")}


@pytest.mark.parametrize(
    ("args", "wanted"),
    [
        (("--before", "2026-05-14"), set()),
        (("--before", "2026-05-15"), SOONEST),
        (("--before", "2026-05"), SOONEST),
        (("--before", "15/5/2026"), SOONEST),
        (("--before", "2026-12-30"), SOONEST),
        (("--before", "2026"), YEAR_2026),
        (("--before", "2027-Q3"), YEAR_2026 | TILL_Q3),
        (("--before", "2027-09-29"), YEAR_2026 | {("t-1", "2027-06-30")}),
        (("--before", "2027-12-31"), YEAR_2026 | YEAR_2027),
        (("--before", "31/12/2027"), YEAR_2026 | YEAR_2027),
        (("--before", "2027"), YEAR_2026 | YEAR_2027),
        (("--after", "2027", "--before", "2027"), YEAR_2027),
        (("--after", "2027-01-01", "--before", "2027"), YEAR_2027),
        (("--after", "2027-Q4", "--before", "2027"), YEAR_2027 - TILL_Q3),
        (("--after", "31/12/2027", "--before", "2027"), YEAR_2027 - TILL_Q3),
        (("--after", "2028", "--before", "2028-02-29"), {("by-month", "2028-02-29")}),
        (
            ("--after", "2029", "--before", "2031"),
            {("period", f"{y}-12-31") for y in (2029, 2030)} | {("since", f"{y}-12-31") for y in (2029, 2030, 2031)},
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_falls_due(data: Path, args: tuple[str, ...], wanted: set[tuple[str, str]]) -> None:
    assert due(data, *args) == wanted


def test_what_has_no_date_never_falls_due(data: Path) -> None:
    assert not {"ongoing", "undated"} & {ref for ref, _ in due(data, "--before", "2199-12-31")}


def test_a_yearly_target_falls_due_once_a_year(data: Path) -> None:
    found = [row for row in run("due", "--before", "2030", "--format", "json", data=data).rows() if row["ref"] == "mau/a#each"]
    assert [row["due"] for row in found] == ["2026-12-31", "2027-12-31", "2028-12-31"]


def test_kinds_and_words(data: Path) -> None:
    by_ref = {row["ref"].partition("#")[2]: row for row in run("due", "--before", "2027", "--format", "json", data=data).rows()}
    assert (by_ref["t-1"]["kind"], by_ref["t-1"]["title"], by_ref["t-1"]["lead"]) == ("task", "Việc một", ["mau/phong-vhxh"])
    assert (by_ref["p-1"]["kind"], by_ref["p-1"]["title"]) == ("project", "Dự án một")
    assert (by_ref["by-year"]["kind"], by_ref["by-year"]["text"]) == ("target", "từ 97% trở lên")


def test_filters_hold(data: Path) -> None:
    assert due(data, "--before", "2027", "--unit", "mau/phong-vhxh") == {("t-1", "2027-06-30")}
    assert due(data, "--before", "2027", "--search", "viec mot") == {("t-1", "2027-06-30")}
    assert due(data, "--before", "2027", "--ward", "Đông") == set()


def test_the_table_is_grouped_by_ward_and_lead(data: Path) -> None:
    text = run("due", "--before", "2027", data=data).out
    assert "\nMẫu · Phòng Văn hóa - Xã hội\n" in text
    assert "\nMẫu · chưa rõ chủ trì\n" in text
    assert "30/6/2027" in text
    assert text.rstrip().endswith(f"{len(YEAR_2026 | YEAR_2027)} việc đến hạn")


def test_groups_of_the_real_registry_stand_once() -> None:
    heads = [line for line in ask("due", "--before", "2027").out.splitlines() if " · " in line and not line.startswith(" ")]
    assert len(heads) == len(set(heads))
    assert "Lê Chân · Phòng Văn hóa - Xã hội" in heads or "Hưng Đạo · Phòng Văn hóa - Xã hội" in heads


def test_the_rows_of_a_group_stand_in_order_of_the_day() -> None:
    days: dict[tuple[str, str], list[str]] = {}
    for row in rows("due", "--before", "2027"):
        days.setdefault((row["ward"], "; ".join(row["lead"])), []).append(row["due"])
    assert all(found == sorted(found) for found in days.values())
    assert {day for found in days.values() for day in found} >= {"2026-12-31", "2027-12-31"}


def test_both_ways_to_write_a_day_are_one(data: Path) -> None:
    assert due(data, "--before", "31/12/2027") == due(data, "--before", "2027-12-31") == due(data, "--before", "2027-Q4")


@pytest.mark.parametrize("typed", ["2027-13", "2027-02-30", "2027-Q5", "31/02/2027", "mai", "12/2027", "2027-1-1"])
def test_a_date_that_is_none(typed: str) -> None:
    for option in (("--before", typed), ("--before", "2027", "--after", typed)):
        result = run("due", *option)
        assert (result.status, result.out) == (2, "")
        assert "ngày hợp lệ" in result.err
