"""What a form would change, as a table."""

from __future__ import annotations

from kehoach.meaning.entered import QUALITY_WORDS
from kehoach.meaning.wording import value_words
from kehoach.registry import Registry
from kehoach.reports.intake import Change, Intake
from kehoach.reports.table import Column, Row, Table
from kehoach.reports.words import NOTHING
from kehoach.vietnamese import date_words, number, period_words

_COLUMNS = (
    Column("Chỉ tiêu", lambda row: str(row["name"])),
    Column("Kỳ", lambda row: period_words(row["period"]), rank=1, common=True),
    Column("Trong sổ", lambda row: str(row["old"]), number=True),
    Column("Trong biểu", lambda row: f"→ {row['new']}", number=True),
    Column("Nguồn", lambda row: str(row["source"]), rank=1),
    Column("Lý do, ghi chú", lambda row: str(row["why"]), rank=2),
)


def table(found: Intake, registry: Registry) -> Table:
    """Return the changes, in the order of the form."""
    rows = [_row(change, registry) for change in found.changes]
    fresh = sum(change.old is None for change in found.changes)
    closing = f"{number(len(rows))} số liệu: {number(fresh)} mới, {number(len(rows) - fresh)} sửa"
    return Table(_COLUMNS, rows, ("name", "period", "old", "new", "source", "why"), closing)


def _row(change: Change, registry: Registry) -> Row:
    new, old = change.new, change.old
    return {
        "name": change.name,
        "period": new.period,
        "old": f"{value_words(old.value, change.unit)} ({QUALITY_WORDS[old.quality]})" if old else NOTHING,
        "new": f"{value_words(new.value, change.unit)} ({QUALITY_WORDS[new.quality]})",
        "source": _source(change, registry),
        "why": (new.reason if old else None) or new.note or "",
    }


def _source(change: Change, registry: Registry) -> str:
    source = change.new.source
    known = registry.references.get(source.ref or "")
    words = source.document or (known.number if known else None) or source.ref or ""
    return words + (f", {date_words(source.date)}" if source.date else "")
