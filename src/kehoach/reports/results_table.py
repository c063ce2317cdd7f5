"""The report of results as a table, grouped by ward and field."""

from __future__ import annotations

from kehoach.meaning.time import Due
from kehoach.meaning.wording import STATES, time_words
from kehoach.model.catalogues import FIELDS
from kehoach.registry import Registry
from kehoach.reports.results import VERDICTS, Report
from kehoach.reports.table import Column, Row, Table
from kehoach.vietnamese import number

_KEYS = (
    "ref",
    "ward",
    "field",
    "name",
    "unit",
    "text",
    "force",
    "when.kind",
    "when.from",
    "when.to",
    "actual",
    "ratio",
    "verdict",
    "pace",
    "lead",
    "part_of",
    "restates",
    "note",
)
_STATES = {**STATES, "not_achieved": "không đạt"}


def table(report: Report, registry: Registry) -> Table:
    """Return the report as a table with the closing line of the totals."""
    return Table(
        (
            Column("Chỉ tiêu", lambda r: r["name"]),
            Column("Đơn vị tính", lambda r: r["unit"] or "", 1),
            Column("Kế hoạch", lambda r: r["text"] + (" (phấn đấu)" if r["force"] == "aim" else "")),
            Column("Thời hạn", _time),
            Column("Thực hiện", _actual, number=True),
            Column("Đánh giá", lambda r: VERDICTS[r["verdict"]]),
            Column("Chủ trì", lambda r: "; ".join(registry.unit_name(u) for u in r["lead"]), 2),
            Column("Ghi chú", lambda r: r["note"] or "", 3),
        ),
        report.rows,
        _KEYS,
        closing(report),
        group=lambda r: f"{registry.ward_name(r['ward'])} · {FIELDS.get(r['field'], r['field'] or 'Chưa rõ lĩnh vực')}",
        title=f"Chỉ tiêu áp dụng trong năm {report.year}",
    )


def closing(report: Report) -> str:
    """Return the line under the table: how many commitments, and how many of each verdict."""
    totals = report.totals
    named = [f"{number(totals[verdict])} {words[0].lower()}{words[1:]}" for verdict, words in VERDICTS.items() if totals[verdict]]
    return (
        f"{number(totals['rows'])} dòng, {number(totals['commitments'])} cam kết khác nhau: " + ", ".join(named)
        if named
        else "Không có chỉ tiêu nào."
    )


def _time(row: Row) -> str:
    when = row["when"]
    return time_words(Due(when["kind"], when["from"], when["to"]))


def _actual(row: Row) -> str:
    value = row["actual"]
    return "—" if value is None else _STATES[value] if isinstance(value, str) else number(value)
