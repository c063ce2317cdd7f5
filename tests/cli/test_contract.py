"""The keys and values that scripts rely on (design, section 4)."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from kehoach.cli.commands import COMMANDS
from tests.cli.helpers import DATA, LISTINGS, SOURCES, Row, ask, rows, run

KEYS = {
    "list-plans": "id ward kind number symbol issued title issuer period replaces targets tasks projects",
    "list-targets": (
        "ref ward plan clause indicator name field unit stat test text when force of definition lead lead_at part_of restates"
        " condition reading base quote"
    ),
    "list-tasks": "ref ward plan clause title lead support when product resources authority targets quote",
    "list-projects": "ref ward plan clause name owner lead funding when area state same_as",
    "list-references": "id number date issuer title official cited_by",
    "list-units": "id name aliases from to",
    "list-indicators": "id name unit direction field type cap of definition aliases ratio",
}
BHYT: Row = {
    "ref": "hung-dao/ke-hoach-2026-2030#bhyt",
    "ward": "hung-dao",
    "plan": "hung-dao/ke-hoach-2026-2030",
    "clause": "II.1.(9)",
    "indicator": "bhyt",
    "name": "Tỷ lệ dân số tham gia bảo hiểm y tế",
    "field": "xa-hoi",
    "unit": "%",
    "stat": "value",
    "test": {"ge": 97},
    "text": "từ 97% trở lên",
    "when": {"kind": "by", "from": None, "to": "2030"},
    "force": "firm",
    "of": "dân số",
    "definition": None,
    "lead": ["hung-dao/phong-vhxh"],
    "lead_at": "III.2",
    "part_of": None,
    "restates": None,
    "condition": None,
    "reading": None,
    "base": None,
    "quote": "Tỷ lệ dân số tham gia bảo hiểm y tế đến năm 2030 đạt 97% trở lên",
}


def one(ref: str) -> Row:
    (found,) = [row for row in rows("list-targets") if row["ref"] == ref]
    return found


def test_every_listing_stands_in_the_contract() -> None:
    assert {name for name in COMMANDS if name.startswith("list-")} == set(KEYS) == set(LISTINGS)


@pytest.mark.parametrize("command", LISTINGS)
def test_every_row_has_the_keys_of_the_contract(command: str) -> None:
    found = rows(command)
    assert found
    wanted = set(KEYS[command].split())
    for row in found:
        assert wanted <= set(row), row.get("ref") or row.get("id")
        assert set(row) == set(found[0]), "keys must not come and go from row to row"


def test_the_example_of_the_contract_key_by_key() -> None:
    found = one("hung-dao/ke-hoach-2026-2030#bhyt")
    for key, value in BHYT.items():
        assert found[key] == value, key
    assert list(found)[: len(BHYT)] == list(BHYT)


@pytest.mark.parametrize("command", LISTINGS)
def test_references_are_unique(command: str) -> None:
    found = [row.get("ref", row.get("id")) for row in rows(command)]
    assert len(found) == len(set(found))


def test_numbers_are_exact() -> None:
    text = ask("list-targets", "--format", "json").out
    assert '"ge": 13.5' in text
    assert '"gt": 97.5' in text
    assert '"eq": 2.2' in text
    assert not re.search(r"\d\.\d{7,}", text)
    assert '"value": 46.07' in ask("list-projects", "--format", "json").out


def test_vietnamese_stands_unescaped() -> None:
    assert "\\u" not in ask("list-targets", "--format", "json").out


def test_times_have_a_kind_and_two_ends() -> None:
    for command in ("list-targets", "list-tasks", "list-projects"):
        for row in rows(command):
            when = row["when"]
            assert set(when) == {"kind", "from", "to"}
            assert when["kind"] in {"by", "each_year", "over", "since", "ongoing", "undated"}
            if when["kind"] == "by":
                assert when["from"] is None
                assert when["to"]
            if when["kind"] in {"ongoing", "undated"}:
                assert when["from"] is when["to"] is None


def test_a_plan_without_a_period_counts_from_its_year_of_issue() -> None:
    plan = next(row for row in rows("list-plans") if row["id"] == "le-chan/cong-van-2399")
    assert plan["period"] is None
    assert one("le-chan/cong-van-2399#thu-gom-rac")["when"] == {"kind": "each_year", "from": "2026", "to": None}


def test_a_growth_is_in_per_cent() -> None:
    found = one("hung-dao/ke-hoach-2026-2030#gtsp-nong-lam-thuy-san")
    assert (found["unit"], found["stat"], found["test"]) == ("%", "growth", {"ge": -6, "le": -5})
    assert found["text"] == "giảm từ 5% đến 6%"
    assert found["part_of"] == "hung-dao/ke-hoach-2026-2030#tong-gia-tri-san-pham"


def test_every_commitment_has_words() -> None:
    for row in rows("list-targets"):
        assert row["text"].strip()
        assert "." not in re.sub(r"\d\.\d{3}", "", row["text"]), "a decimal comma, and points for thousands"


def test_references_between_records_are_whole() -> None:
    targets = {row["ref"] for row in rows("list-targets")}
    projects = {row["ref"] for row in rows("list-projects")}
    for row in rows("list-targets"):
        for key in ("part_of", "restates"):
            assert row[key] is None or row[key] in targets
    for row in rows("list-tasks"):
        assert set(row["targets"]) <= targets
    for row in rows("list-projects"):
        assert row["same_as"] is None or row["same_as"] in projects


def test_counts_of_plans_are_the_lengths_of_the_listings() -> None:
    for plan in rows("list-plans"):
        for kind in ("targets", "tasks", "projects"):
            found = [row for row in rows(f"list-{kind}") if row["plan"] == plan["id"]]
            assert plan[kind] == len(found), (plan["id"], kind)


def test_who_replaces_what() -> None:
    plan = next(row for row in rows("list-plans") if row["id"] == "hung-dao/ke-hoach-2026-2030")
    assert plan["replaces"] == ["kh-84-ubnd-hung-dao"]
    assert plan["period"] == {"from": 2026, "to": 2030}
    assert (plan["number"], plan["symbol"], plan["issued"]) == (None, "KH-UBND", "2026")


def test_areas_have_value_and_unit() -> None:
    areas = [row["area"] for row in rows("list-projects") if row["area"]]
    assert areas
    assert all(set(area) == {"value", "unit"} for area in areas)


def test_cited_by_says_where_and_as_printed() -> None:
    found = {row["id"]: row for row in rows("list-references")}
    for row in found.values():
        for citation in row["cited_by"]:
            assert {"plan", "clause", "number", "date", "title"} <= set(citation)
    cited = found["nq-57-tw"]["cited_by"]
    assert {"plan": "hung-dao/ke-hoach-2026-2030", "clause": "II.2 gạch 8"}.items() <= cited[0].items()
    printed = next(c for c in found["kh-109-ubnd-hai-phong"]["cited_by"] if c["plan"] == "hung-dao/ke-hoach-2026-2030")
    assert printed["title"].startswith("phát triển kinh tế - xã hội, quốc phòng - an ninh, đối ngoại")


def test_due_keys() -> None:
    for row in rows("due", "--before", "2027-12-31"):
        assert {"ref", "ward", "due", "lead", "kind"} <= set(row)
        assert ("text" in row) == (row["kind"] == "target")
        assert ("title" in row) == (row["kind"] != "target")
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", row["due"])


def test_check_keys(tmp_path: Any) -> None:
    from tests.cli.helpers import head, target, write

    data = write(tmp_path, {"plans/mau/a.yaml": head("mau/a") + "targets:\n" + target("bhyt", indicator="khong-co")})
    result = run("check", "--format", "json", data=data)
    assert result.status == 1
    (found,) = [row for row in result.rows() if row["rule"] == "unknown-indicator"]
    wanted = "rule severity about ref others file line column message remedy fingerprint accepted"
    assert set(wanted.split()) <= set(found)
    assert (found["rule"], found["severity"], found["about"], found["ref"]) == ("unknown-indicator", "error", "registry", "mau/a#bhyt")
    assert found["file"].endswith("plans/mau/a.yaml")
    line = (data / found["file"]).read_text("utf-8").splitlines()[found["line"] - 1]
    assert "khong-co" in line[found["column"] - 1 :]


def test_check_of_the_real_registry_finds_no_error_of_the_registry() -> None:
    found = run("check", "--format", "json").rows()
    assert not [row for row in found if (row["severity"], row["about"]) == ("error", "registry")]


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the source documents are not here")
def test_verify_keys() -> None:
    result = run("verify", "--sources", str(SOURCES), "--plan", "le-chan/cong-van-2399", "--format", "json")
    assert result.status == 0
    for row in result.rows():
        assert {"ref", "file", "line", "ok", "reason"} <= set(row)
    covered = run("verify", "--sources", str(SOURCES), "--plan", "le-chan/cong-van-2399", "--coverage", "--format", "json").rows()
    figures = [row for row in covered if "printed" in row]
    assert figures
    assert all({"plan", "line", "printed", "covered_by", "reason"} <= set(row) for row in figures)


def test_show_is_one_object_with_record_place_and_pointers() -> None:
    found = json.loads(ask("show", "hung-dao/ke-hoach-2026-2030#bhyt", "--format", "json").out)
    assert {"ref", "kind", "file", "line", "record", "pointed_at_by"} <= set(found)
    line = (DATA.parent / found["file"]).read_text("utf-8").splitlines()[found["line"] - 1]
    assert line.strip() == "- id: bhyt"
