"""Every rule: on the list, with a manual, its examples executed, and cases that fire and that nearly do."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from kehoach import checks
from kehoach.checks import RULES, Rule, rule
from tests.checks.sample import findings

CASES = Path(__file__).parent / "cases"
NOT_RULES = {
    "__init__",
    "facts",
    "finding",
    "nearest",
    "evidence",
    "coverage",
    "same_words",
    "unlinked",
    "wholes",
    "growth",
    "numbering",
    "attachments",
    "stages",
    "outline",
    "one_off",
    "together",
    "naming",
    "promises",
    "readings",
    "citations",
    "numbers",
    "work_words",
    "parts",
    "gathered",
    "rows",
    "word_pairs",
}
PARTS = ("Kiểm tra gì:", "Vì sao:", "Ví dụ sai:", "Ví dụ đúng:", "Cách sửa:")
DOCUMENT_RULES = [name for name in RULES if rule(name).about == "document"]


def _example(manual: str, heading: str) -> dict[str, Any]:
    block = re.search(rf"^{re.escape(heading)}\n\n((?:    .*\n|\n)+)", manual + "\n", re.MULTILINE)
    assert block, f"no example under {heading}"
    tree = yaml.safe_load("\n".join(line[4:] for line in block[1].splitlines()))
    assert isinstance(tree, dict)
    return tree


def _cases() -> list[tuple[str, dict[str, Any]]]:
    return [(path.stem, case) for path in sorted(CASES.glob("*.yaml")) for case in yaml.safe_load(path.read_text("utf-8"))]


def test_every_module_is_on_the_list() -> None:
    modules = {path.stem for path in Path(checks.__file__).parent.glob("*.py")} - NOT_RULES
    assert modules == set(RULES)


def test_the_clean_sample_gives_no_rule_a_reason_to_speak(tmp_path: Path) -> None:
    assert findings(tmp_path, {}) == []


@pytest.mark.parametrize("name", DOCUMENT_RULES)
def test_manual_has_all_parts(name: str) -> None:
    manual = rule(name).manual
    assert [part for part in PARTS if part not in manual] == []


@pytest.mark.parametrize("name", DOCUMENT_RULES)
def test_examples_of_the_manual(name: str, tmp_path: Path) -> None:
    each: Rule = rule(name)
    assert findings(tmp_path / "wrong", _example(each.manual, "Ví dụ sai:"), each.name)
    assert findings(tmp_path / "right", _example(each.manual, "Ví dụ đúng:"), each.name) == []


@pytest.mark.parametrize("name", DOCUMENT_RULES)
def test_rule_has_a_case_that_fires_and_one_that_nearly_does(name: str) -> None:
    counts = [len(case["finds"]) for stem, case in _cases() if stem == name]
    assert any(counts), f"no case fires: tests/checks/cases/{name}.yaml"
    assert not all(counts), f"no case nearly fires: tests/checks/cases/{name}.yaml"


@pytest.mark.parametrize(("name", "case"), _cases(), ids=lambda value: value if isinstance(value, str) else value["name"])
def test_case(name: str, case: dict[str, Any], tmp_path: Path) -> None:
    """A case says what is laid over the sample (``given``) and the references and messages that the rule must find (``finds``)."""
    found = findings(tmp_path, case["given"], name.replace("_", "-"))
    assert [{"ref": p.ref, "message": p.message} for p in found] == case["finds"]
    assert all(p.fingerprint and p.line and p.file for p in found)
