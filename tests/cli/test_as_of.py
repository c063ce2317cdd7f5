"""``--as-of``: what was in force on a day, by the documents' own dates."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.helpers import head, run, target, write

REFERENCES = """format: kehoach/references/1
kh-cu: {kind: KH, number: 5/KH-UBND, date: "2025-03-01", issuer: Ủy ban nhân dân phường Mẫu, title: Kế hoạch cũ}
nq-1: {kind: NQ, number: 01-NQ/TW, date: "2025-01-24", issuer: Bộ Chính trị, title: về một việc}
"""
DECIDED = 'reading: {question: hỏi, alternatives: [{test: {ge: 99}}], decided: {choice: 1, by: A, date: "2026-06-01", basis: CV 1}}'


def issued(ref: str, number: str, day: str, more: str = "") -> str:
    text = head(ref).replace("kind: KH\n", f'kind: KH\nnumber: "{number}"\nsymbol: KH-UBND\nissued: "{day}"\n')
    return text + more


@pytest.fixture
def data(tmp_path: Path) -> Path:
    new = issued("mau/moi", "9", "2026-05-10", "citations:\n  - {ref: kh-cu, clause: I, role: replaces}\n")
    plans = {
        "plans/mau/cu.yaml": issued("mau/cu", "5", "2025-03-01") + "targets:\n" + target("a") + target("b"),
        "plans/mau/giu.yaml": issued("mau/giu", "7", "2025-04-01") + "targets:\n" + target("c", more=DECIDED) + target("d"),
        "plans/mau/moi.yaml": new + "targets:\n" + target("e", more="supersedes: mau/giu#d"),
        "references.yaml": REFERENCES,
    }
    return write(tmp_path, plans)


def refs(data: Path, *args: str) -> list[str]:
    return sorted(row.get("ref") or row["id"] for row in run(*args, "--format", "json", data=data).rows())


def test_plans_stand_from_their_issue_until_they_are_replaced(data: Path) -> None:
    assert refs(data, "list-plans") == ["mau/cu", "mau/giu", "mau/moi"]
    assert refs(data, "list-plans", "--as-of", "2025-03-31") == ["mau/cu"]
    assert refs(data, "list-plans", "--as-of", "2025-12-31") == ["mau/cu", "mau/giu"]
    assert refs(data, "list-plans", "--as-of", "09/05/2026") == ["mau/cu", "mau/giu"]
    assert refs(data, "list-plans", "--as-of", "10/05/2026") == ["mau/giu", "mau/moi"]


def test_targets_stand_until_they_are_superseded(data: Path) -> None:
    before, after = "2026-05-09", "2026-05-10"
    for command in (("list-targets",), ("due", "--before", "2030")):
        assert refs(data, *command, "--as-of", before) == ["mau/cu#a", "mau/cu#b", "mau/giu#c", "mau/giu#d"]
        assert refs(data, *command, "--as-of", after) == ["mau/giu#c", "mau/moi#e"]


def test_decisions_count_from_their_day(data: Path) -> None:
    def decided(day: str) -> object:
        rows = run("list-targets", "--as-of", day, "--format", "json", data=data).rows()
        return next(row for row in rows if row["ref"] == "mau/giu#c")["reading"].get("decided")

    assert decided("2026-05-31") is None
    assert decided("2026-06-01")["choice"] == 1  # type: ignore[index]


def test_no_date(data: Path) -> None:
    result = run("list-targets", "--as-of", "hôm nay", data=data)
    assert result.status == 2
    assert "không phải là ngày hợp lệ" in result.err
