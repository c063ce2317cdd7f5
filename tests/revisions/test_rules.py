"""Every rule about an edit: on the list, with a manual, an inverse or the reason why not, and cases that fire and that nearly do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kehoach.revisions import rules as package
from kehoach.revisions.rules import RULES, rule, rules
from tests.revisions.sample import briefly, findings, history

CASES = Path(__file__).parent / "cases"
PARTS = ("Khi nào:", "Vì sao:", "Ví dụ:", "Người duyệt:")
NAMES = {each.name for each in rules()}


def _cases() -> list[tuple[str, dict[str, Any]]]:
    return [(path.stem, case) for path in sorted(CASES.glob("*.yaml")) for case in yaml.safe_load_all(path.read_text("utf-8"))]


def test_every_module_is_on_the_list_and_every_case_is_about_a_rule() -> None:
    modules = {path.stem for path in Path(package.__file__).parent.glob("*.py")} - {"__init__"}
    assert modules == set(RULES)
    assert {stem for stem, _ in _cases()} <= set(RULES)


@pytest.mark.parametrize("name", RULES)
def test_manual_has_all_parts(name: str) -> None:
    manual = rule(name).manual
    assert [part for part in PARTS if part not in manual] == []


@pytest.mark.parametrize("name", RULES)
def test_rule_has_an_inverse_that_is_a_rule_or_says_why_not(name: str) -> None:
    each = rule(name)
    assert each.inverse in NAMES if each.inverse else each.exempt


@pytest.mark.parametrize("name", RULES)
def test_rule_has_a_case_that_fires_and_one_that_nearly_does(name: str) -> None:
    fires = [any(found["rule"] == rule(name).name for found in case["finds"]) for stem, case in _cases() if stem == name]
    assert any(fires), f"no case fires: tests/revisions/cases/{name}.yaml"
    assert not all(fires), f"no case nearly fires: tests/revisions/cases/{name}.yaml"


@pytest.mark.parametrize(("name", "case"), _cases(), ids=lambda value: value if isinstance(value, str) else value["name"])
def test_case(name: str, case: dict[str, Any], tmp_path: Path) -> None:
    """A case says what is committed ``earlier`` (if anything), ``before`` and ``after``, and all that is found in the last commit."""
    history(tmp_path, *case.get("earlier", ()), case["before"], case["after"])
    found = findings(tmp_path)
    assert [briefly(row, tmp_path) for row in found] == case["finds"], name
    assert all(row["fingerprint"] for row in found)
    assert len({row["fingerprint"] for row in found}) == len(found), "two findings under one fingerprint"
    assert not any(mark in row["message"] for row in found for mark in ("None", "Decimal(", "=(", "()", "kw_only")), "raw Python"
