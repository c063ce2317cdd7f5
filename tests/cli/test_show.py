"""``show``: one thing of every kind, with everything that points at it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.helpers import DATA, Row, ask, head, rows, run, target, write

HUNG_DAO = "hung-dao/ke-hoach-2026-2030"
THIEN_HUONG = "thien-huong/chuong-trinh-hanh-dong-2025-2030"


def shown(ref: str) -> Row:
    found = json.loads(ask("show", ref, "--format", "json").out)
    assert isinstance(found, dict)
    return found


def pointers(ref: str, how: str) -> set[str]:
    return {row["ref"] for row in shown(ref)["pointed_at_by"] if row["how"] == how}


@pytest.mark.parametrize(
    ("ref", "kind", "file", "starts"),
    [
        (HUNG_DAO, "plan", f"plans/{HUNG_DAO}.yaml", None),
        (f"{HUNG_DAO}#bhyt", "target", f"plans/{HUNG_DAO}.yaml", "- id: bhyt"),
        ("le-chan/cong-van-2399#t-ii-6", "task", "plans/le-chan/cong-van-2399.yaml", "- id: t-ii-6"),
        (f"{THIEN_HUONG}#p-pl01-1", "project", f"plans/{THIEN_HUONG}.yaml", "- id: p-pl01-1"),
        ("le-chan/phong-vhxh", "unit", "units.yaml", "le-chan/phong-vhxh:"),
        ("bhyt", "indicator", "indicators.yaml", None),
        ("nq-57-tw", "reference", "references.yaml", None),
        ("le-chan", "ward", "units.yaml", "le-chan:"),
    ],
)
def test_one_of_every_kind_at_its_place(ref: str, kind: str, file: str, starts: str | None) -> None:
    found = shown(ref)
    assert (found["ref"], found["kind"], found["file"]) == (ref, kind, f"data/{file}")
    assert found["record"]
    if starts:
        line = (DATA / file).read_text("utf-8").splitlines()[found["line"] - 1]
        assert line.strip().startswith(starts)


def test_a_card_names_the_record_and_its_place() -> None:
    for ref in (f"{HUNG_DAO}#bhyt", "nq-57-tw"):
        found, text = shown(ref), ask("show", ref).out
        assert ref in text.splitlines()[0]
        assert f"{found['file']}:{found['line']}" in text
        assert all(pointer["ref"] in text for pointer in found["pointed_at_by"])
    assert "từ 97% trở lên" in ask("show", f"{HUNG_DAO}#bhyt").out


def test_the_record_of_a_target_is_its_row() -> None:
    row = next(row for row in rows("list-targets") if row["ref"] == f"{HUNG_DAO}#bhyt")
    assert row.items() <= shown(f"{HUNG_DAO}#bhyt")["record"].items()


def test_what_points_at_an_indicator() -> None:
    assert pointers("bhyt", "indicator") == {row["ref"] for row in rows("list-targets") if row["indicator"] == "bhyt"}
    actual = [row for row in shown("doanh-nghiep-hoat-dong")["pointed_at_by"] if row["how"] == "actual"]
    assert [(row["ref"], row["value"], row["quality"]) for row in actual] == [("thien-huong@2025", 250, "official")]
    assert actual[0]["source"]["ref"] == "thien-huong/chuong-trinh-hanh-dong-2025-2030"


def test_what_points_at_a_target() -> None:
    whole = f"{HUNG_DAO}#tong-gia-tri-san-pham"
    assert pointers(whole, "part_of") == {row["ref"] for row in rows("list-targets") if row["part_of"] == whole} != set()
    bhyt = "le-chan/cong-van-2399#bhyt"
    assert pointers(bhyt, "targets") == {"le-chan/cong-van-2399#t-ii-6"}


def test_what_restates_a_target() -> None:
    restated = {row["restates"] for row in rows("list-targets")} - {None}
    assert restated
    for ref in sorted(restated)[:1]:
        assert pointers(ref, "restates") == {row["ref"] for row in rows("list-targets") if row["restates"] == ref}


def test_what_points_at_a_unit() -> None:
    unit = "le-chan/phong-vhxh"
    led = {row["ref"] for command in ("list-targets", "list-tasks", "list-projects") for row in rows(command) if unit in row["lead"]}
    assert pointers(unit, "lead") == led != set()
    assert pointers("le-chan/tram-y-te", "support") == {r["ref"] for r in rows("list-tasks") if "le-chan/tram-y-te" in r["support"]}
    assert pointers("hung-dao/ubnd", "issuer") == {HUNG_DAO}


def test_what_points_at_a_reference() -> None:
    cited = next(row for row in rows("list-references") if row["id"] == "nq-57-tw")["cited_by"]
    found = shown("nq-57-tw")["pointed_at_by"]
    assert [(row["ref"], row["clause"]) for row in found] == [(row["plan"], row["clause"]) for row in cited]
    assert "le-chan/cong-van-2399#thu-gom-rac" in pointers("nq-dai-hoi-le-chan-1", "from_ref")


def test_what_points_at_a_ward() -> None:
    assert pointers("le-chan", "ward") == {row["id"] for row in rows("list-plans", "--ward", "le-chan")}


def test_a_plan_has_its_head_and_counts() -> None:
    record = shown(HUNG_DAO)["record"]
    row = next(row for row in rows("list-plans") if row["id"] == HUNG_DAO)
    assert {key: record[key] for key in ("targets", "tasks", "projects", "title")} == {
        key: row[key] for key in ("targets", "tasks", "projects", "title")
    }
    assert record["signed"]["by"] == "Phạm Văn Minh"
    assert record["citations"]
    assert record["corrections"]


def test_short_names() -> None:
    assert shown("bhyt")["kind"] == "indicator", "a bare slug that is an indicator is the indicator"
    assert shown("ke-hoach-2026-2030#bhyt")["ref"] == f"{HUNG_DAO}#bhyt"
    assert shown("bhyt-pl09-2")["ref"] == f"{THIEN_HUONG}#bhyt-pl09-2"
    assert shown("cong-van-2399")["ref"] == "le-chan/cong-van-2399"
    assert shown("doan-phuong")["ref"] == "le-chan/doan-phuong"


def test_a_short_name_of_several_is_refused_with_one_of_them() -> None:
    result = run("show", "phong-vhxh")
    assert (result.status, result.out) == (2, "")
    assert "/phong-vhxh" in result.err


def test_what_a_target_says_beyond_a_listing(tmp_path: Path) -> None:
    more = "implied: [97]\nfrom_ref: nq-1\nnote: ghi chú của người chép\nsupersedes: mau/cu#bhyt"
    data = write(
        tmp_path,
        {
            "plans/mau/moi.yaml": head("mau/moi") + "targets:\n" + target("bhyt", more=more),
            "plans/mau/cu.yaml": head("mau/cu") + "targets:\n" + target("bhyt", test="{ge: 90}"),
        },
    )
    found = run("show", "mau/moi#bhyt", "--format", "json", data=data).record()["record"]
    assert (found["implied"], found["from_ref"], found["supersedes"]) == ([97], "nq-1", "mau/cu#bhyt")
    assert found["note"] == "ghi chú của người chép"
    older = run("show", "mau/cu#bhyt", "--format", "json", data=data).record()
    assert older["pointed_at_by"] == [{"ref": "mau/moi#bhyt", "how": "supersedes"}]


def test_nothing_of_that_name() -> None:
    result = run("show", "khong-co-gi-ca")
    assert (result.status, result.out) == (2, "")
    assert "khong-co-gi-ca" in result.err
