"""The totals of a report: distinct commitments that are due and have a figure; all the others are listed beside, never inside."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kehoach.meaning.assess import SCORED
from kehoach.reports.table import Row

KEPT = ("met", "exceeded", "met_late")
"""Verdicts that count as "đạt và vượt"."""


def totals(rows: list[Row], verdicts: Iterable[str]) -> dict[str, Any]:
    """Return the totals of *rows*.

    ``rows`` and ``commitments`` count rows and distinct commitments (a restatement is counted with its first statement, a superseded
    promise not at all), and each verdict its distinct commitments. ``scored`` counts those that are due with a figure, wholes only; ``parts`` the same of parts
    ("trong đó"); ``beside`` what stands beside the total.
    """
    promises = distinct([row for row in rows if row["superseded_by"] is None])
    named = {verdict: sum(row["verdict"] == verdict for row in promises) for verdict in verdicts}
    wholes = [row for row in promises if row["part_of"] is None]
    parts = [row for row in promises if row["part_of"] is not None]
    beside = {verdict: count for verdict, count in named.items() if verdict not in SCORED}
    return {
        "rows": len(rows),
        "commitments": len(promises),
        **named,
        "scored": _scored(wholes),
        "parts": _scored(parts),
        "beside": beside,
    }


def _scored(rows: list[Row]) -> dict[str, int]:
    counted = [row for row in rows if row["verdict"] in SCORED]
    return {
        "counted": len(counted),
        "kept": sum(row["verdict"] in KEPT for row in counted),
        "exceeded": sum(row["verdict"] == "exceeded" for row in counted),
        "missed": sum(row["verdict"] == "missed" for row in counted),
        "late": sum(row["verdict"] == "met_late" for row in counted),
        "aims": sum(row["force"] == "aim" for row in counted),
    }


def distinct(rows: Iterable[Row]) -> list[Row]:
    """Return one row for each promise: its first statement, or the first restatement that is scored where that one is not."""
    rows = list(rows)
    by_ref = {row["ref"]: row for row in rows}
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(_first(row, by_ref), []).append(row)
    return [next((row for row in group if row["verdict"] in SCORED), group[0]) for group in groups.values()]


def _first(row: Row, by_ref: dict[str, Row]) -> str:
    seen = {row["ref"]}
    while row["restates"] in by_ref and row["restates"] not in seen:
        row = by_ref[row["restates"]]
        seen.add(row["ref"])
    return str(row["ref"])
