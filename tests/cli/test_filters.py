"""Filters: repeats are "or", different filters are "and", accents and case do not matter."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from tests.cli.helpers import head, refs, rows, run, target, write

HUNG_DAO = "hung-dao/ke-hoach-2026-2030"


@pytest.mark.parametrize(
    "typed",
    [
        "le-chan",
        "Lê Chân",
        "lê chân",
        "LÊ CHÂN",
        "le chan",
        "Le Chan",
        "Phường Lê Chân",
        "phuong le chan",
        unicodedata.normalize("NFD", "Phường Lê Chân"),
    ],
)
def test_a_ward_by_slug_or_name(typed: str) -> None:
    found = refs("--ward", typed)
    assert found == {ref for ref in refs() if ref.startswith("le-chan/")}
    assert found


def test_wards_repeat() -> None:
    assert refs("--ward", "le-chan", "--ward", "Hưng Đạo") == refs("--ward", "le-chan") | refs("--ward", "hung-dao")


def test_a_city_without_plans_is_known() -> None:
    result = run("list-targets", "--ward", "Hải Phòng", "--format", "json")
    assert (result.status, result.rows()) == (0, [])


@pytest.mark.parametrize("command", ["list-plans", "list-tasks", "list-units"])
def test_every_listing_filters_by_ward(command: str) -> None:
    key = "id" if command != "list-tasks" else "ref"
    found = [row[key] for row in rows(command, "--ward", "Thiên Hương")]
    assert found == [row[key] for row in rows(command) if row[key].startswith("thien-huong/")]
    assert found


def test_references_of_a_ward_are_those_it_cites() -> None:
    found = rows("list-references", "--ward", "hung-dao")
    assert {c["plan"] for row in found for c in row["cited_by"]} == {HUNG_DAO}
    assert 0 < len(found) < len(rows("list-references"))


def test_plans_whole_or_without_the_ward() -> None:
    assert refs("--plan", HUNG_DAO) == refs("--plan", "ke-hoach-2026-2030") == {ref for ref in refs() if ref.startswith(HUNG_DAO + "#")}
    ward = ("--ward", "le-chan")
    both = refs(*ward, "--plan", "ke-hoach-ctr08", "--plan", "le-chan/cong-van-2399")
    assert both == refs(*ward, "--plan", "ke-hoach-ctr08") | refs(*ward, "--plan", "cong-van-2399") == refs(*ward)


@pytest.mark.parametrize("typed", ["bhyt", "BHYT", "Tỷ lệ dân số tham gia bảo hiểm y tế", "ty le dan so tham gia bao hiem y te"])
def test_an_indicator_by_slug_name_or_alias(typed: str) -> None:
    found = rows("list-targets", "--indicator", typed)
    assert {row["indicator"] for row in found} == {"bhyt"}
    assert len(found) == sum(row["indicator"] == "bhyt" for row in rows("list-targets"))


@pytest.mark.parametrize("typed", ["y-te", "Y tế", "y te"])
def test_a_field_by_slug_or_name(typed: str) -> None:
    found = rows("list-targets", "--ward", "le-chan", "--field", typed)
    assert found
    assert {row["field"] for row in found} == {"y-te"}


@pytest.mark.parametrize("typed", ["hung-dao/phong-vhxh", "phong-vhxh", "Phòng Văn hóa - Xã hội", "phong van hoa – xa hoi"])
def test_a_unit_by_reference_or_name(typed: str) -> None:
    found = rows("list-targets", "--ward", "hung-dao", "--unit", typed)
    assert "hung-dao/ke-hoach-2026-2030#bhyt" in {row["ref"] for row in found}
    assert all(any(lead.endswith("/phong-vhxh") for lead in row["lead"]) for row in found)


def test_a_unit_of_tasks_leads_or_supports() -> None:
    found = rows("list-tasks", "--unit", "le-chan/tram-y-te")
    assert found
    assert all("le-chan/tram-y-te" in (*row["lead"], *row["support"]) for row in found)
    assert any("le-chan/tram-y-te" in row["support"] for row in found)


def test_search_needs_no_accents() -> None:
    plain = refs("--search", "bao hiem y te")
    assert plain >= {"hung-dao/ke-hoach-2026-2030#bhyt"}
    ward = ("--ward", "le-chan")
    assert refs(*ward, "--search", "bảo hiểm y tế") == refs(*ward, "--search", "BẢO HIỂM Y TẾ") == plain & refs(*ward)
    assert plain >= {"le-chan/cong-van-2399#bhyt", "le-chan/cong-van-2399#bhyt-toan-dan"}


def test_search_folds_the_barred_d() -> None:
    found = {row["id"] for row in rows("list-units", "--ward", "hung-dao", "--search", "dao")}
    assert "hung-dao/ubnd" in found
    by_name = {row["id"] for row in rows("list-units", "--ward", "hung-dao", "--search", "Lãnh đạo")}
    assert by_name == {row["id"] for row in rows("list-units", "--ward", "hung-dao", "--search", "lanh dao")} == {"hung-dao/lanh-dao-ubnd"}
    assert any("Đạo" in row["title"] or "đạo" in row["title"] for row in rows("list-tasks", "--ward", "le-chan", "--search", "chi dao"))


def test_searches_repeat_as_and() -> None:
    ward = ("--ward", "le-chan")
    both = refs(*ward, "--search", "bao hiem", "--search", "2030")
    assert both == refs(*ward, "--search", "bao hiem") & refs(*ward, "--search", "2030") != set()


def test_different_filters_are_and() -> None:
    one = refs("--ward", "hung-dao", "--field", "xa-hoi", "--search", "bao hiem", "--due", "2030")
    ward = ("--ward", "hung-dao")
    each = [refs("--search", "bao hiem"), *(refs(*ward, *other) for other in ((), ("--field", "xa-hoi"), ("--due", "2030")))]
    assert one == set.intersection(*each)
    assert "hung-dao/ke-hoach-2026-2030#bhyt" in one


def test_years_and_deadlines(tmp_path: Path) -> None:
    times = {
        "by": "{by: 2028}",
        "quarter": '{by: "2027-Q3"}',
        "each": "{each_year: [2027, 2028]}",
        "over": "{over: [2026, 2029]}",
        "since": "{since: 2029}",
        "ongoing": "ongoing",
        "undated": "undated",
        "period": "{each_year: period}",
    }
    data = write(tmp_path, {"plans/mau/a.yaml": head("mau/a") + "targets:\n" + "".join(target(k, when=v) for k, v in times.items())})

    def found(*args: str) -> set[str]:
        return {row["ref"].partition("#")[2] for row in run("list-targets", *args, "--format", "json", data=data).rows()}

    assert found() == set(times)
    assert found("--due", "2027") == {"quarter", "each", "period"}
    assert found("--due", "2028") == {"by", "each", "period"}
    assert found("--due", "2029") == {"over", "since", "period"}
    assert found("--due", "2031") == {"since"}
    assert found("--due", "2027", "--due", "2028") == {"by", "quarter", "each", "period"}
    assert found("--year", "2026") == {"by", "quarter", "over", "ongoing", "undated", "period"}
    assert found("--year", "2025") == set()
    assert found("--year", "2029", "--due", "2029") == {"over", "since", "period"}


def test_plans_of_a_year() -> None:
    assert {row["id"] for row in rows("list-plans", "--year", "2025")} == {"thien-huong/chuong-trinh-hanh-dong-2025-2030"}


def test_the_nearest_name_is_offered(tmp_path: Path) -> None:
    data = write(tmp_path, {"plans/mau/ke-hoach-2027.yaml": head("mau/ke-hoach-2027") + "targets:\n" + target("bao-hiem")})
    for args, near in (
        (("list-targets", "--ward", "dongg"), "dong"),
        (("list-targets", "--plan", "ke-hoach-2026"), "ke-hoach-2027"),
        (("list-targets", "--indicator", "bhytt"), "bhyt"),
        (("list-targets", "--field", "y-tee"), "y-te"),
        (("list-tasks", "--unit", "phong-vhx"), "phong-vhxh"),
        (("show", "mau/ke-hoach-2027#bao-hiemm"), "mau/ke-hoach-2027#bao-hiem"),
        (("list-target",), "list-targets"),
    ):
        result = run(*args, data=data)
        assert (result.status, result.out) == (2, ""), args
        assert f"'{near}'" in result.err, args


def test_nothing_found_is_an_answer() -> None:
    for form, empty in (("json", "[]\n"), ("table", "0 chỉ tiêu\n"), ("md", None)):
        result = run("list-targets", "--ward", "le-chan", "--search", "khôngcógìđâu", "--format", form)
        assert (result.status, result.err) == (0, "")
        assert empty is None or result.out == empty
