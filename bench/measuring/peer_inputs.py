"""The targets of a registry written as the input of other programs, one record for each target.

``python bench/measuring/peer_inputs.py TARGETS.json DIR``; the interpreter needs openpyxl. Nothing is left out and nothing made up, but for
the amounts of text targets (1) and of what was reached (half of what was promised), which the ledgers need.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

Target = dict[str, Any]


def main() -> None:
    """Write all inputs."""
    targets: list[Target] = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    folder = Path(sys.argv[2])
    for write in (doorstop, strictdoc, beancount, hledger, workbook):
        place = folder / write.__name__
        place.mkdir(parents=True)
        write(targets, place)


def doorstop(targets: list[Target], folder: Path) -> None:
    """Write one document of items for each ward, below an empty one, in a tree of their own."""
    _document(folder / "goc", "GOC", None)
    for number, (ward, found) in enumerate(groupby(targets, key=lambda target: target["ward"]), start=1):
        prefix = f"W{number:04d}-"
        _document(folder / ward, prefix, "GOC")
        for index, target in enumerate(found, start=1):
            text = json.dumps(f"{target['quote']} ({target['text']})", ensure_ascii=False)
            lines = ["active: true", "derived: true", "header: ''", f"level: 1.{index}", "links: []", "normative: true", "ref: ''"]
            (folder / ward / f"{prefix}{index:05d}.yml").write_text("\n".join([*lines, "reviewed: null", f"text: {text}", ""]), "utf-8")


def _document(folder: Path, prefix: str, parent: str | None) -> None:
    folder.mkdir()
    above = [f"  parent: {parent}"] if parent else []
    lines = ["settings:", "  digits: 5", "  itemformat: yaml", *above, f"  prefix: {prefix}", "  sep: ''", ""]
    (folder / ".doorstop.yml").write_text("\n".join(lines), "utf-8")


def strictdoc(targets: list[Target], folder: Path) -> None:
    """Write one document for each plan."""
    for plan, found in groupby(targets, key=lambda target: target["plan"]):
        parts = [f"[DOCUMENT]\nTITLE: {plan}\n"]
        parts += [f"[REQUIREMENT]\nUID: {_word(t['ref'])}\nTITLE: {t['name']}\nSTATEMENT: >>>\n{t['quote']}\n<<<\n" for t in found]
        (folder / f"{_word(plan)}.sdoc").write_text("\n".join(parts), "utf-8")


def beancount(targets: list[Target], folder: Path) -> None:
    """Write one transaction for each target, between accounts of its ward and of the promises."""
    accounts = {_account(target) for target in targets}
    opened = [f"2025-01-01 open {account}" for account in sorted(accounts)]
    entries = [
        f"2026-12-31 * {_quoted(t['ward'])} {_quoted(t['quote'])}\n  {_account(t)}  {_amount(t)} DV\n  Equity:Hua\n" for t in targets
    ]
    text = "\n".join(['option "title" "So"', "2025-01-01 open Equity:Hua", *opened, "", *entries])
    (folder / "so.beancount").write_text(text, "utf-8")


def hledger(targets: list[Target], folder: Path) -> None:
    """Write one yearly budget for each plan, a posting for each target, and a transaction of what was reached."""
    (folder / "so.journal").write_text("\n".join(_budgets(targets)), "utf-8")


def _budgets(targets: list[Target]) -> Iterator[str]:
    for plan, group in groupby(targets, key=lambda target: target["plan"]):
        found = list(group)
        yield "~ yearly from 2026-01-01 to 2027-01-01"
        yield from (f"  {t['plan'].replace('/', ':')}:{_word(t['ref'])}  {_amount(t)} DV" for t in found)
        yield f"  hua:{plan}\n\n2026-06-30 {plan}"
        yield from (f"  {t['plan'].replace('/', ':')}:{_word(t['ref'])}  {_amount(t) / 2} DV" for t in found)
        yield f"  hua:{plan}\n"


def workbook(targets: list[Target], folder: Path) -> None:
    """Write one sheet with one row for each target, its keys as columns."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Chỉ tiêu")
    sheet.append(list(targets[0]))
    for target in targets:
        sheet.append([_cell(value) for value in target.values()])
    book.save(folder / "so.xlsx")


def _cell(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value


def _amount(target: Target) -> float:
    figures = [value for value in target["test"].values() if isinstance(value, int | float)]
    return float(figures[0]) if figures else 1.0


def _account(target: Target) -> str:
    return f"Assets:{_word(target['ward']).title()}:{_word(target['indicator']).title()}"


def _word(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", text)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


if __name__ == "__main__":
    main()
