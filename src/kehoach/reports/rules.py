"""The rules of ``check`` as a table by family, and each rule's manual as a page."""

from __future__ import annotations

from collections.abc import Iterable

from kehoach.checks import Rule
from kehoach.model.problem import SEVERITIES
from kehoach.reports.table import Column, Row, Table
from kehoach.vietnamese import number

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
}
"""Families of rules in the order pages print them; 0 is the registry itself, the others are about the documents."""
_OPENING = "Kiểm tra gì:"


def row(rule: Rule) -> Row:
    """Return a rule as a row."""
    return {
        "name": rule.name,
        "family": rule.family,
        "family_name": FAMILIES.get(rule.family, str(rule.family)),
        "severity": rule.severity,
        "about": rule.about,
        "summary": summary(rule),
    }


def summary(rule: Rule) -> str:
    """Return the first sentence of a rule's manual: what it looks for."""
    first = " ".join(rule.manual.partition("\n\n")[0].split())
    return first.removeprefix(_OPENING).strip().rstrip(".")


def page(rule: Rule, *, markdown: bool = False) -> str:
    """Return a rule's page: name, family and weight, then its manual as it stands in the module."""
    what = f"nhóm {rule.family} - {FAMILIES.get(rule.family, '')}; {SEVERITIES[rule.severity]}"
    head = f"### `{rule.name}`\n\n*{what}*" if markdown else f"{rule.name} ({what})"
    return f"{head}\n\n{rule.manual}\n"


def table(rules: Iterable[Rule]) -> Table:
    """Return the rules by family."""
    found = sorted((row(rule) for rule in rules), key=lambda r: r["family"])
    return Table(
        (
            Column("Quy tắc", lambda r: r["name"]),
            Column("Mức độ", lambda r: SEVERITIES[r["severity"]]),
            Column("Kiểm tra gì", lambda r: r["summary"]),
        ),
        found,
        ("name", "family", "family_name", "severity", "about", "summary"),
        f"{number(len(found))} quy tắc; xem từng quy tắc: kehoach explain QUY_TẮC",
        group=lambda r: f"{r['family']}. {r['family_name']}",
    )
