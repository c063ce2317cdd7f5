"""``kehoach explain``."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kehoach.cli import options
from kehoach.cli.options import Format


def _rules(incomplete: str) -> list[str]:
    """Complete a rule by the names on the list; no rule is loaded."""
    from kehoach.reports import rules

    return [name for name in rules.names() if name.startswith(incomplete)]


def command(
    rule: Annotated[
        str | None, typer.Argument(metavar="QUY_TẮC", help="Tên quy tắc; bỏ trống để liệt kê tất cả", autocompletion=_rules)
    ] = None,
    form: options.Output = Format.table,
    csv_excel: options.CsvExcel = False,
) -> None:
    """Xem một quy tắc của lệnh check hay lệnh diff: khi nào nói, vì sao, ví dụ, phải làm gì; hoặc liệt kê mọi quy tắc theo nhóm.

    Ví dụ:
      kehoach explain
      kehoach explain undated-target
      kehoach explain target-weakened
      kehoach explain --format json
    """
    from kehoach.cli import output
    from kehoach.errors import UnknownRule
    from kehoach.reports import rules

    if rule is None:
        output.write(rules.table(rules.every()), form, csv_excel=csv_excel)
        return
    try:
        found = rules.rule(rule)
    except KeyError:
        raise UnknownRule(rule, rules.names()) from None
    if form is Format.json:
        output.write_object({**rules.row(found), "manual": found.manual})
    elif csv_excel or form is Format.csv:
        output.write(rules.table([found]), form, csv_excel=csv_excel)
    else:
        sys.stdout.write(rules.page(found, markdown=form is Format.md))
