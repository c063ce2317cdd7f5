"""What lets an attention pass: a reviewer's acceptance, by fingerprint; and when that lapses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.cli.helpers import Row, run
from tests.revisions.sample import commit, findings, git, start, write

TARGET = {"id": "bhyt", "clause": "II.1", "indicator": "bhyt", "test": {"ge": 97}, "when": {"by": 2030}, "quote": "97%, 95%, 94%"}


def accepted(row: Row) -> dict[str, Any]:
    return {"rule": row["rule"], "fingerprint": row["fingerprint"], "reason": "đã họp", "by": "Nguyễn Văn A", "date": "2026-06-01"}


def weakened(root: Path) -> Row:
    (row,) = [row for row in findings(root, "HEAD") if row["rule"] == "target-weakened"]
    return row


def test_an_accepted_fingerprint_lets_it_pass_until_the_values_change(tmp_path: Path) -> None:
    start(tmp_path)
    write(tmp_path, {"targets": [TARGET]})
    commit(tmp_path)
    lower = {**TARGET, "test": {"ge": 95}}
    write(tmp_path, {"targets": [lower]})
    waiting = weakened(tmp_path)
    assert waiting["passed"] is None
    assert run("diff", "HEAD", "--fail-on", "attention", data=tmp_path / "data").status == 1
    acceptance = accepted(waiting)
    write(tmp_path, {"targets": [lower], "accepted": [acceptance]})
    assert weakened(tmp_path)["passed"] == "đã xem xét: đã họp"
    assert weakened(tmp_path)["fingerprint"] == waiting["fingerprint"]
    assert run("diff", "HEAD", "--fail-on", "attention", data=tmp_path / "data").status == 0
    assert run("diff", "HEAD", "--fail-on", "notice", data=tmp_path / "data").status == 1
    write(tmp_path, {"targets": [{**TARGET, "test": {"ge": 94}}], "accepted": [acceptance]})
    assert weakened(tmp_path)["passed"] is None


def test_what_stands_in_no_plan_is_accepted_in_a_plan_of_the_same_edit(tmp_path: Path) -> None:
    figure = {"indicator": "bhyt", "period": "2027", "value": 94, "quality": "official", "source": {"document": "Báo cáo 5/BC-UBND"}}
    start(tmp_path)
    write(tmp_path, {"actuals": {"phuong-mau/2027": [figure]}})
    commit(tmp_path)
    write(tmp_path, {"actuals": {"phuong-mau/2027": [{**figure, "value": 97}]}})
    (row,) = findings(tmp_path, "HEAD")
    write(tmp_path, {"actuals": {"phuong-mau/2027": [{**figure, "value": 97}]}, "accepted": [accepted(row)]})
    passed = {row["rule"]: row["passed"] for row in findings(tmp_path, "HEAD")}
    assert passed == {"actual-rewritten": "đã xem xét: đã họp", "acceptance-changed": None}


def test_the_day_of_an_edit_is_its_commits_and_today_while_it_is_not_committed(tmp_path: Path) -> None:
    """Due within half a year of the commit, though long past today."""
    start(tmp_path)
    due = {**TARGET, "when": {"by": "2020-12"}}
    write(tmp_path, {"targets": [due]})
    commit(tmp_path, "2020-01-05")
    write(tmp_path, {"targets": [{**due, "force": "aim"}]})
    assert {row["rule"] for row in findings(tmp_path, "HEAD")} == {"commitment-softened", "goal-moved-before-deadline"}
    commit(tmp_path, "2020-02-05")
    assert {row["rule"] for row in findings(tmp_path)} == {"commitment-softened"}
    git(tmp_path, "commit", "-q", "--amend", "--no-edit", day="2020-09-05")
    assert {row["rule"] for row in findings(tmp_path)} == {"commitment-softened", "goal-moved-before-deadline"}


def test_files_broken_on_one_side_are_left_out_of_both_and_named(tmp_path: Path) -> None:
    """A results file that cannot be read is not a file whose results are gone."""
    figure = {"indicator": "bhyt", "period": "2027", "value": 94, "quality": "official", "source": {"document": "Báo cáo 5/BC-UBND"}}
    start(tmp_path)
    write(tmp_path, {"actuals": {"phuong-mau/2027": [figure]}})
    commit(tmp_path)
    (tmp_path / "data" / "actuals" / "phuong-mau" / "2027.yaml").write_text("- {indicator: bhyt, period: 2027, valeu: 94}\n", "utf-8")
    done = run("diff", "HEAD", "--format", "json", data=tmp_path / "data")
    assert (done.status, done.rows()) == (1, [])
    assert "2027.yaml:1:" in done.err
    assert "valeu" in done.err
    assert "(bản đang sửa)" in done.err
