"""``explain``: what a rule is for, and all rules by family."""

from __future__ import annotations

import pytest

from kehoach import checks
from kehoach.cli.commands import module_of
from kehoach.model.problem import SEVERITIES
from kehoach.reports.rules import FAMILIES
from kehoach.revisions import judgement
from kehoach.revisions import rules as edits
from tests.cli.helpers import run

CHECKS, EDITS = ([name.replace("_", "-") for name in rules] for rules in (checks.RULES, edits.RULES))
NAMES = [*CHECKS, *EDITS]


def test_no_two_rules_share_a_name() -> None:
    assert len(set(NAMES)) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_manual_is_the_docstring(name: str) -> None:
    result = run("explain", name, data=None)
    manual = (checks if name in CHECKS else edits).rule(name).manual
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith(f"{name} (nhóm ")
    assert result.out.endswith(f"\n\n{manual}\n")


def test_every_rule_is_listed_with_family_weight_and_first_sentence() -> None:
    result = run("explain", data=None)
    lines = result.out.splitlines()
    assert (result.status, result.err) == (0, "")
    for name in NAMES:
        (line,) = [line for line in lines if line.startswith(f"{name} ")]
        weight = SEVERITIES[checks.rule(name).severity] if name in CHECKS else judgement.SEVERITIES[edits.rule(name).severity]
        assert line.removeprefix(name).strip().startswith(f"{weight}  "), line
    assert "4. Thời gian" in lines
    assert "11. Lần sửa sổ (kehoach diff)" in lines
    assert f"{len(NAMES)} quy tắc" in lines[-1]
    assert next(line for line in lines if line.startswith("undated-target ")).endswith("chỉ tiêu không ghi thời hạn")


def test_the_families_stand_in_order_and_have_names() -> None:
    rows = run("explain", "--format", "json", data=None).rows()
    assert {row["name"] for row in rows} == set(NAMES)
    assert [row["family"] for row in rows] == sorted(row["family"] for row in rows)
    for row in rows:
        assert set(row) == {"name", "family", "family_name", "severity", "about", "summary"}
        assert row["family_name"] == FAMILIES[row["family"]]
        assert row["severity"] in (("error", "warning", "notice") if row["name"] in CHECKS else ("attention", "notice", "info"))
        assert (row["about"] == "registry") == (row["family"] == 0)
        assert (row["about"] == "edit") == (row["family"] == 11) == (row["name"] in EDITS)
        assert row["summary"]
        assert "\n" not in row["summary"]
        assert not row["summary"].startswith(("Kiểm tra gì", "Khi nào"))


def test_one_rule_in_every_format() -> None:
    found = run("explain", "undated-target", "--format", "json", data=None).record()
    assert (found["name"], found["family"], found["severity"]) == ("undated-target", 4, "warning")
    assert found["manual"].startswith("Kiểm tra gì: chỉ tiêu không ghi thời hạn.")
    assert run("explain", "undated-target", "--format", "md", data=None).out.startswith("### `undated-target`\n\n*nhóm 4")
    header, line = run("explain", "undated-target", "--format", "csv", data=None).out.splitlines()
    assert header == "name,family,family_name,severity,about,summary"
    assert line.startswith("undated-target,4,Thời gian,warning,document,")
    assert run("explain", "undated-target", "--csv-excel", data=None).out.startswith("\ufeffname;family;")


def test_both_spellings_of_a_name() -> None:
    assert run("explain", "undated_target", data=None).out == run("explain", "undated-target", data=None).out


def test_a_rule_that_is_none() -> None:
    for command in (("explain", "undated-targt"), ("check", "--rule", "undated-targt")):
        result = run(*command)
        assert (result.status, result.out) == (2, "")
        assert "Không có quy tắc 'undated-targt'; có phải 'undated-target'?" in result.err
        assert "kehoach explain" in result.err
    assert "có phải" not in run("explain", "xyz", data=None).err


def test_names_are_completed() -> None:
    from importlib import import_module

    complete = import_module(module_of("explain"))._rules  # noqa: SLF001 - what the shell asks for
    assert complete("numbering-") == ["numbering-gap"]
    assert complete("") == NAMES
