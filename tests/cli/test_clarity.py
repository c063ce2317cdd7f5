"""``clarity``: the plans measured by "6 rõ"."""

from __future__ import annotations

from pathlib import Path

import pytest

from kehoach.cli import clarity as command
from kehoach.queries import clarity as query
from kehoach.reports import clarity as report
from tests.cli.helpers import Row, head, rows, run, target, write

TARGETS = (
    target("tron", more="lead: [mau/phong-vhxh]")
    + target("theo-viec", when="undated")
    + target("giu-vung", indicator="chuan", test="{is: maintained}", when="{each_year: period}")
    + target("hai-cach", more="reading: {question: năm nào, alternatives: [{test: {ge: 98}}]}")
    + target(
        "da-chon", more="reading: {question: năm nào, alternatives: [{test: {ge: 98}}], decided: {choice: 0, by: A, date: 2026, basis: b}}"
    )
)
TASKS = """tasks:
  - {id: t-du, clause: I.1, title: Việc đủ, quote: Việc, lead: [mau/phong-vhxh, mau/ubnd], when: {by: 2027}, product: Đề án,
     resources: Ngân sách, authority: HĐND phường, targets: [theo-viec]}
  - {id: t-thieu, clause: I.2, title: Việc thiếu, quote: Việc, when: ongoing}
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    plans = {
        "plans/mau/a.yaml": head("mau/a") + f"targets:\n{TARGETS}{TASKS}",
        "plans/dong/a.yaml": head("dong/a") + f"targets:\n{target('x')}",
    }
    return write(tmp_path_factory.mktemp("clarity"), plans)


def measured(data: Path, *args: str) -> list[Row]:
    result = run("clarity", *args, "--format", "json", data=data)
    assert result.status == 0, result.err
    return result.rows()


def lacking(data: Path, key: str, *args: str) -> set[str]:
    return {row["ref"].partition("#")[2] for row in measured(data, "--list", key, "--ward", "mau", *args)}


def test_the_counts(data: Path) -> None:
    dong, mau = measured(data)
    assert mau == {
        "plan": "mau/a",
        "unit": None,
        "records": 7,
        "who": 3,
        "what": 5,
        "when": 5,
        "product": 2,
        "resources": 2,
        "authority": 2,
    }
    assert list(mau) == ["plan", "unit", "records", "who", "what", "when", "product", "resources", "authority"]
    assert (dong["plan"], dong["records"], dong["what"], dong["who"]) == ("dong/a", 1, 1, 0)


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        ("who", {"giu-vung", "hai-cach", "da-chon", "t-thieu"}),
        ("what", {"giu-vung", "hai-cach"}),
        ("when", {"theo-viec", "t-thieu"}),
        ("product", {"tron", "giu-vung", "hai-cach", "da-chon", "t-thieu"}),
        ("resources", {"tron", "giu-vung", "hai-cach", "da-chon", "t-thieu"}),
        ("authority", {"tron", "giu-vung", "hai-cach", "da-chon", "t-thieu"}),
    ],
)
def test_the_list_behind_every_number(data: Path, key: str, wanted: set[str]) -> None:
    assert lacking(data, key) == wanted
    (counts,) = measured(data, "--ward", "mau")
    assert counts["records"] - counts[key] == len(wanted)


def test_a_row_of_the_list(data: Path) -> None:
    by_ref = {row["ref"]: row for row in measured(data, "--list", "when")}
    assert by_ref["mau/a#t-thieu"] == {
        "ref": "mau/a#t-thieu",
        "ward": "mau",
        "plan": "mau/a",
        "clause": "I.2",
        "kind": "task",
        "title": "Việc thiếu",
        "lead": [],
        "when": {"kind": "ongoing", "from": None, "to": None},
        "says": ["what"],
    }
    carried = by_ref["mau/a#theo-viec"]
    assert (carried["kind"], carried["title"]) == ("target", "Tỷ lệ dân số tham gia bảo hiểm y tế: từ 97% trở lên")
    assert carried["lead"] == ["mau/phong-vhxh", "mau/ubnd"]
    assert carried["says"] == ["who", "what", "product", "resources", "authority"]


def test_by_lead_unit(data: Path) -> None:
    found = {(row["plan"], row["unit"]): row["records"] for row in measured(data, "--by-unit")}
    assert found == {("dong/a", None): 1, ("mau/a", "mau/phong-vhxh"): 3, ("mau/a", "mau/ubnd"): 2, ("mau/a", None): 4}


def test_of_one_unit(data: Path) -> None:
    (found,) = measured(data, "--unit", "mau/phong-vhxh")
    assert (found["unit"], found["records"], found["who"], found["when"]) == ("mau/phong-vhxh", 3, 3, 2)
    assert lacking(data, "when", "--unit", "mau/phong-vhxh") == {"theo-viec"}


def test_of_one_plan(data: Path) -> None:
    assert [row["plan"] for row in measured(data, "--plan", "dong/a")] == ["dong/a"]


def test_the_table_has_shares(data: Path) -> None:
    text = run("clarity", "--ward", "mau", data=data).out
    head_line, line = text.splitlines()[:2]
    assert head_line.startswith("VĂN BẢN ")
    assert all(words.upper() in head_line for words in report.WORDS.values())
    assert line.split() == ["Mẫu,", "KH", "7", "3", "(43%)", "5", "(71%)", "5", "(71%)", *["2", "(29%)"] * 3, "mau/a"]
    units = run("clarity", "--by-unit", "--ward", "mau", data=data).out
    assert "\nmau/a\nPhòng Văn hóa - Xã hội" in units
    assert "chưa giao ai" in units
    listed = run("clarity", "--list", "who", "--ward", "mau", data=data).out
    assert listed.rstrip().endswith("4 mục chưa rõ người")


def test_csv_and_markdown(data: Path) -> None:
    assert run("clarity", "--format", "csv", data=data).out.splitlines()[0] == "plan,unit,records,who,what,when,product,resources,authority"
    assert "| Rõ người |" in run("clarity", "--format", "md", data=data).out
    assert run("clarity", "--list", "who", "--format", "csv", data=data).out.startswith("ref,ward,plan,clause,kind,title,lead,")


def test_a_key_that_is_none(data: Path) -> None:
    result = run("clarity", "--list", "whom", data=data)
    assert (result.status, result.out) == (2, "")
    assert "who, what, when, product, resources, authority" in result.err


def test_the_six_are_the_same_everywhere() -> None:
    assert command.KEYS == query.KEYS == tuple(report.WORDS)


def test_the_real_registry_adds_up() -> None:
    plans = {plan["id"]: plan for plan in rows("list-plans")}
    found = rows("clarity")
    assert {row["plan"] for row in found} == set(plans)
    for row in found:
        assert row["records"] == plans[row["plan"]]["targets"] + plans[row["plan"]]["tasks"]
        for key in query.KEYS:
            assert len([one for one in rows("clarity", "--list", key) if one["plan"] == row["plan"]]) == row["records"] - row[key]
