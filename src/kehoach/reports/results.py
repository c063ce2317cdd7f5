"""The first report: the targets that apply in a year, against what was reported.

Verdicts are the official half of design section 3; pace, the hint, is not computed yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kehoach.meaning.time import Due, applicable, in_force, resolve
from kehoach.meaning.verdict import Value, judge
from kehoach.model.catalogues import FIELDS
from kehoach.model.plan import Plan
from kehoach.model.target import Target
from kehoach.queries import rows, select
from kehoach.queries.select import Filter
from kehoach.registry import Registry
from kehoach.reports.table import Row

VERDICTS = {
    "not_due": "Chưa đến hạn",
    "no_data": "Chưa có số liệu",
    "met": "Đạt",
    "exceeded": "Vượt",
    "missed": "Không đạt",
    "met_early": "Đạt sớm",
    "met_late": "Đạt muộn",
    "conditional": "Chưa xét (có điều kiện)",
    "ambiguous": "Chưa rõ cách hiểu",
    "undated": "Không có thời hạn",
    "unscored": "Theo báo cáo, không chấm",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A year's targets: rows sorted by ward and field, and totals."""

    year: int
    rows: list[Row]
    totals: dict[str, Any]


def report(registry: Registry, wanted: Filter, year: int) -> Report:
    """Return the report of *year* over the targets that pass the filter."""
    order = list(FIELDS)
    found = []
    for plan, target in select.targets(registry, wanted):
        due = resolve(target.when, plan)
        if in_force(due, plan, year):
            found.append(_row(plan, target, due, registry, year))
    wards = {ward: index for index, ward in enumerate(registry.wards)}
    found.sort(key=lambda r: (wards.get(r["ward"], len(wards)), r["ward"], order.index(r["field"]) if r["field"] in order else len(order)))
    return Report(year=year, rows=found, totals=_totals(found))


def _row(plan: Plan, target: Target, due: Due, registry: Registry, year: int) -> Row:
    row = rows.target(plan, target, registry)
    actual = _actual(plan.ward, target, registry, year)
    return {
        "ref": row["ref"],
        "ward": plan.ward,
        "field": row["field"],
        "name": row["name"],
        "unit": row["unit"],
        "test": row["test"],
        "text": row["text"],
        "force": target.force,
        "when": row["when"],
        "actual": actual,
        "ratio": None,
        "verdict": _verdict(target, due, year, actual, registry),
        "pace": None,
        "lead": row["lead"],
        "part_of": row["part_of"],
        "restates": row["restates"],
        "note": _note(target),
    }


def _actual(ward: str, target: Target, registry: Registry, year: int) -> Value | None:
    """Return what was reported for the year on the target's own measure; levels never answer for a growth or another unit."""
    if target.stat != "value" or target.unit is not None:
        return None
    found = [
        r.actual for r in registry.actuals if r.ward == ward and r.actual.indicator == target.indicator and r.actual.period == str(year)
    ]
    return found[-1].value if found else None


def _verdict(target: Target, due: Due, year: int, actual: Value | None, registry: Registry) -> str:
    if due.kind in ("undated", "ongoing"):
        return "undated"
    if target.condition is not None and target.condition.confirmed is None:
        return "conditional"
    if actual is None:
        return "no_data" if applicable(due, year) else "not_due"
    if target.test.is_ == "maintained":
        return "unscored"
    if target.reading is not None and target.reading.decided is None:
        return "ambiguous"
    judged = judge(target.test, actual, registry.indicators.get(target.indicator), target.direction)
    if applicable(due, year):
        return judged
    return "not_due" if judged == "missed" else "met_early"


def _note(target: Target) -> str | None:
    notes = []
    if target.reading is not None and target.reading.decided is None:
        notes.append(target.reading.question)
    if target.condition is not None and target.condition.confirmed is None:
        notes.append(f"Điều kiện: {target.condition.text}")
    if target.base is not None:
        notes.append(f"Mốc {target.base.year}")
    return "; ".join(notes) or None


def _totals(found: list[Row]) -> dict[str, Any]:
    """Count distinct commitments: a restatement is counted with its first statement, a part apart from its whole."""
    refs = {row["ref"] for row in found}
    distinct = [row for row in found if row["restates"] not in refs]
    counted = {verdict: sum(row["verdict"] == verdict for row in distinct) for verdict in VERDICTS}
    return {"rows": len(found), "commitments": len(distinct), **counted}
