"""The rules of ``check`` and of ``diff`` as a table by family, and each rule's manual as a page."""

from __future__ import annotations

from collections.abc import Iterable

from kehoach import checks
from kehoach.model.problem import SEVERITIES
from kehoach.reports.table import Column, Row, Table
from kehoach.revisions import judgement
from kehoach.revisions import rules as edits
from kehoach.vietnamese import number

Rule = checks.Rule | edits.Rule

FAMILIES = {
    0: "Lỗi của sổ",
    1: "Một lời hứa nêu hai lần",
    2: "Mức và cận",
    3: "Phần và tổng",
    4: "Thời gian",
    5: "Người chịu trách nhiệm",
    6: "Chấm được hay không",
    7: "Viện dẫn",
    8: "Bố cục văn bản",
    9: "Giữa các phường",
    11: "Lần sửa sổ (kehoach diff)",
}
"""Families of rules in the order pages print them; 0 is the registry itself, 11 an edit of it, the others are about the documents."""
EDITS = 11
_OPENINGS = ("Kiểm tra gì:", "Khi nào:")


def every() -> list[Rule]:
    """Return all rules: those of ``check``, then those of ``diff``."""
    return [*checks.rules(), *edits.rules()]


def names() -> list[str]:
    """Return the names of all rules, without loading one."""
    return [module.replace("_", "-") for module in (*checks.RULES, *edits.RULES)]


def rule(name: str) -> Rule:
    """Return the rule called *name* (with hyphens or underscores).

    Raises:
        KeyError: there is none.
    """
    return edits.rule(name) if name.replace("-", "_") in edits.RULES else checks.rule(name)


def family(rule: Rule) -> int:
    """Return the family that a rule belongs to."""
    return rule.family if isinstance(rule, checks.Rule) else EDITS


def weight(rule: Rule) -> str:
    """Return how grave what a rule finds is, in words."""
    return SEVERITIES[rule.severity] if isinstance(rule, checks.Rule) else judgement.SEVERITIES[rule.severity]


def row(rule: Rule) -> Row:
    """Return a rule as a row."""
    return {
        "name": rule.name,
        "family": family(rule),
        "family_name": FAMILIES.get(family(rule), str(family(rule))),
        "severity": rule.severity,
        "about": rule.about if isinstance(rule, checks.Rule) else "edit",
        "summary": summary(rule),
    }


def summary(rule: Rule) -> str:
    """Return the first sentence of a rule's manual: what it looks for."""
    first = " ".join(rule.manual.partition("\n\n")[0].split())
    for opening in _OPENINGS:
        first = first.removeprefix(opening)
    return first.strip().rstrip(".")


def page(rule: Rule, *, markdown: bool = False) -> str:
    """Return a rule's page: name, family and weight, then its manual as it stands in the module."""
    what = f"nhóm {family(rule)} - {FAMILIES.get(family(rule), '')}; {weight(rule)}"
    head = f"### `{rule.name}`\n\n*{what}*" if markdown else f"{rule.name} ({what})"
    return f"{head}\n\n{rule.manual}\n"


def table(rules: Iterable[Rule]) -> Table:
    """Return the rules by family."""
    listed = sorted(rules, key=family)
    found, weights = [row(rule) for rule in listed], {rule.name: weight(rule) for rule in listed}
    return Table(
        (
            Column("Quy tắc", lambda r: r["name"]),
            Column("Mức độ", lambda r: weights[r["name"]]),
            Column("Kiểm tra gì", lambda r: r["summary"]),
        ),
        found,
        ("name", "family", "family_name", "severity", "about", "summary"),
        f"{number(len(found))} quy tắc; xem từng quy tắc: kehoach explain QUY_TẮC",
        group=lambda r: f"{r['family']}. {r['family_name']}",
    )
