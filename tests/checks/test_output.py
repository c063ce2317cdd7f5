"""What ``check`` writes for other programs, and what ``accept`` writes into a plan."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml

from tests.checks.sample import PLAN, write

SCHEMA = Path(__file__).parents[1] / "fixtures" / "sarif-2.1.0.schema.json"
UNDATED = {
    "targets": [
        {"id": "a", "clause": "II.1 gạch 1", "indicator": "bhyt", "test": {"ge": 97}, "when": "undated", "quote": "đạt 97%"},
    ]
}


def kehoach(root: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "kehoach", *args], cwd=root, capture_output=True, encoding="utf-8", check=False)


def rows(root: Path, *args: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(kehoach(root, "check", "--format", "json", *args).stdout)
    return found


def undated(root: Path) -> dict[str, Any]:
    (row,) = rows(root, "--rule", "undated-target")
    return row


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, UNDATED)
    return tmp_path


def test_sarif_is_valid(root: Path) -> None:
    log = json.loads(kehoach(root, "check", "--format", "sarif").stdout)
    jsonschema.Draft4Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(log)
    results = log["runs"][0]["results"]
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert results
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in results)
    assert results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == f"data/plans/{PLAN}.yaml"


def test_sarif_of_an_accepted_finding_is_a_suppression(root: Path) -> None:
    kehoach(root, "accept", undated(root)["fingerprint"], "--reason", "đã hỏi", "--by", "A")
    log = json.loads(kehoach(root, "check", "--rule", "undated-target", "--format", "sarif").stdout)
    jsonschema.Draft4Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(log)
    assert log["runs"][0]["results"][0]["suppressions"] == [{"kind": "inSource", "justification": "đã hỏi"}]


def test_github_escapes_per_cent_signs_and_puts_the_worst_first(root: Path) -> None:
    lines = kehoach(root, "check", "--format", "github").stdout.splitlines()
    assert any("97%25 trở lên" in line for line in lines)
    assert not any("%" in line.replace("%25", "").replace("%3A", "").replace("%2C", "") for line in lines)
    ranks = [["::error", "::warning", "::notice"].index(line.split(" ")[0]) for line in lines]
    assert ranks == sorted(ranks)


def test_markdown_is_one_table(root: Path) -> None:
    lines = kehoach(root, "check", "--format", "md").stdout.splitlines()
    assert lines[1] == "|---|---|---|---|---|"
    assert {line.count(" | ") for line in lines[2:]} == {4}


def test_exit_status_follows_fail_on(root: Path) -> None:
    assert kehoach(root, "check").returncode == 0
    assert kehoach(root, "check", "--fail-on", "error").returncode == 0
    assert kehoach(root, "check", "--fail-on", "warning").returncode == 1


def test_filters(root: Path) -> None:
    assert {row["rule"] for row in rows(root, "--rule", "undated_target")} == {"undated-target"}
    assert rows(root, "--severity", "error") == []
    assert rows(root, "--ward", "phuong-mau")
    assert rows(root, "--plan", "ke-hoach") == rows(root)


def test_accepting_touches_one_place_and_silences_the_finding(root: Path) -> None:
    path = root / "data" / "plans" / f"{PLAN}.yaml"
    before = path.read_text("utf-8")
    done = kehoach(root, "accept", undated(root)["fingerprint"], "--reason", "đã hỏi", "--by", "Nguyễn Văn A", "--date", "2026-11-21")
    assert (done.returncode, done.stderr) == (0, "")
    after = path.read_text("utf-8")
    assert after.startswith(before.rstrip("\n"))
    (entry,) = yaml.safe_load(after)["accepted"]
    assert (entry["rule"], entry["subject"], entry["by"], entry["date"]) == ("undated-target", f"{PLAN}#a", "Nguyễn Văn A", "2026-11-21")
    assert undated(root)["accepted"] == "đã hỏi"
    assert kehoach(root, "check", "--rule", "undated-target", "--fail-on", "notice").returncode == 0
    assert "1 phát hiện đã được xem xét" in kehoach(root, "check").stderr
    assert kehoach(root, "fmt", "--check").returncode == 0


def test_a_finding_comes_back_when_what_it_compared_changes(root: Path) -> None:
    target = dict(UNDATED["targets"][0], id="b", test={"ge": 98}, restates="a")
    write(root, {"targets": [*UNDATED["targets"], target]})
    (found,) = rows(root, "--rule", "restated-figure")
    kehoach(root, "accept", found["fingerprint"], "--reason", "hai năm khác nhau", "--by", "A")
    assert rows(root, "--rule", "restated-figure")[0]["accepted"] == "hai năm khác nhau"
    path = root / "data" / "plans" / f"{PLAN}.yaml"
    path.write_text(path.read_text("utf-8").replace("{ge: 98}", "{ge: 99}"), "utf-8")
    assert rows(root, "--rule", "restated-figure")[0]["accepted"] is None


def test_accepting_twice_or_nothing_is_refused(root: Path) -> None:
    mark = undated(root)["fingerprint"]
    assert kehoach(root, "accept", mark, "--reason", "a", "--by", "A").returncode == 0
    again = kehoach(root, "accept", mark, "--reason", "b", "--by", "B")
    assert (again.returncode, "đã được chấp nhận" in again.stderr) == (2, True)
    assert kehoach(root, "accept", "ffffffffffff", "--reason", "a", "--by", "A").returncode == 2
    assert kehoach(root, "accept", mark, "--reason", " ", "--by", "A").returncode == 2


def test_a_file_out_of_layout_is_left_alone(root: Path) -> None:
    mark = undated(root)["fingerprint"]
    path = root / "data" / "plans" / f"{PLAN}.yaml"
    path.write_text(path.read_text("utf-8").replace("kind: KH", "kind:   KH"), "utf-8")
    before = path.read_bytes()
    done = kehoach(root, "accept", mark, "--reason", "a", "--by", "A")
    assert (done.returncode, "kehoach fmt" in done.stderr) == (2, True)
    assert path.read_bytes() == before
