"""The report of results as a table, grouped by ward and field."""

from __future__ import annotations

from kehoach.meaning.time import Due
from kehoach.meaning.wording import time_words
from kehoach.model.catalogues import FIELDS
from kehoach.registry import Registry
from kehoach.reports.results import Report
from kehoach.reports.table import Column, Row, Table
from kehoach.reports.view import beside, closing, provenance
from kehoach.reports.words import printed, verdict_words
from kehoach.vietnamese import number

_KEYS = (
    "ref",
    "ward",
    "plan",
    "clause",
    "field",
    "indicator",
    "name",
    "of",
    "definition",
    "unit",
    "stat",
    "text",
    "force",
    "when.kind",
    "when.from",
    "when.to",
    "actual",
    "quality",
    "period",
    "computed",
    "ratio",
    "verdict",
    "pace.state",
    "pace.expected",
    "lead",
    "part_of",
    "restates",
    "supersedes",
    "superseded_by",
    "note",
)


def table(report: Report, registry: Registry) -> Table:
    """Return the report as a table with the closing line of the totals."""
    return Table(
        (
            Column("Chỉ tiêu", lambda r: r["name"]),
            Column("Đơn vị tính", lambda r: r["unit"] or "", 1),
            Column("Kế hoạch", lambda r: r["text"] + (" (phấn đấu)" if r["force"] == "aim" else "")),
            Column("Thời hạn", _time),
            *_years(report),
            Column("Tỷ lệ (%)", lambda r: number(r["ratio"]) if r["ratio"] is not None else "", 2, number=True),
            Column("Đánh giá", verdict_words),
            Column("Chủ trì", lambda r: "; ".join(registry.unit_name(u) for u in r["lead"]), 2),
            Column("Ghi chú", lambda r: r["note"] or "", 3),
        ),
        report.rows,
        _KEYS,
        foot(report),
        group=lambda r: f"{registry.ward_name(r['ward'])} · {FIELDS.get(r['field'], r['field'] or 'Chưa rõ lĩnh vực')}",
        title=f"Chỉ tiêu áp dụng trong {report.span}",
    )


def foot(report: Report) -> str:
    """Return the lines under the table: the total, what stands beside it, and what the report was made from."""
    if not report.rows:
        return "Không có chỉ tiêu nào."
    counted = f"{number(report.totals['rows'])} dòng, {number(report.totals['commitments'])} cam kết khác nhau."
    return "\n".join(filter(None, (counted, closing(report), beside(report), provenance(report))))


def _years(report: Report) -> tuple[Column, ...]:
    """Return the column of the figure; of every year's figure where the report covers several."""
    if len(report.years) == 1:
        return (Column("Thực hiện", _actual, number=True),)
    return tuple(Column(f"Năm {year}", lambda r, year=year: _of_year(r, year), number=True) for year in report.years)  # type: ignore[misc]


def _of_year(row: Row, year: int) -> str:
    return next((printed(each["actual"], each["quality"]) for each in row["years"] if each["year"] == year), "")


def _time(row: Row) -> str:
    when = row["when"]
    return time_words(Due(when["kind"], when["from"], when["to"]))


def _actual(row: Row) -> str:
    return printed(row["actual"], row["quality"])
