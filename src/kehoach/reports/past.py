"""The past of a record, and the last change of every record of a plan, as tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kehoach.files.git import ZERO
from kehoach.meaning.wording import commitment
from kehoach.model.catalogues import Indicator
from kehoach.model.commitment import When
from kehoach.model.target import Target
from kehoach.queries.rows import plain
from kehoach.reports.table import Column, Row, Table
from kehoach.reports.words import NOTHING
from kehoach.revisions.history import Event
from kehoach.vietnamese import date_words, number

KEYS = ("ref", "commit", "date", "author", "field", "old", "new", "document", "subject")
_FIELDS = {
    "test": "điều kiện",
    "when": "thời hạn",
    "lead": "chủ trì",
    "support": "phối hợp",
    "quote": "câu trích",
    "title": "tên",
    "clause": "điều khoản",
    "force": "mức ràng buộc",
    "stat": "cách tính",
    "unit": "đơn vị tính",
    "of": "tính trên",
    "definition": "phạm vi, tiêu chuẩn",
    "base": "mốc",
    "condition": "điều kiện kèm theo",
    "reading": "cách hiểu",
    "indicator": "chỉ tiêu",
    "nature": "tính chất sửa đổi",
    "id": "mã",
    "product": "sản phẩm",
    "note": "ghi chú",
    "name": "tên",
    "aliases": "tên khác",
    "to": "đến",
    "from": "từ",
}
UNCOMMITTED = "chưa ghi"


def rows(events: list[Event], indicators: Mapping[str, Indicator]) -> list[Row]:
    """Return the events with the stable keys of the output contract; what is not committed has no commit."""
    return [
        {
            "ref": event.ref,
            "commit": None if event.commit.sha == ZERO else event.commit.sha,
            "date": event.commit.date or None,
            "author": event.commit.author or None,
            "field": event.field,
            "old": said(event.field, event.old, event.old_record, indicators),
            "new": said(event.field, event.new, event.new_record, indicators),
            "document": event.document,
            "subject": event.commit.subject or None,
        }
        for event in events
    ]


def said(field: str | None, value: Any, record: Any, indicators: Mapping[str, Indicator]) -> str | None:
    """Return a value in words; a whole target by its commitment."""
    if value is None:
        return None
    if isinstance(record, Target) and field in (None, "test", "stat", "unit"):
        return commitment(record, indicators.get(record.indicator))
    if field is None:
        return str(getattr(value, "title", None) or getattr(value, "name", None) or value)
    return _words(plain(value))


def _words(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_words(item)}" for key, item in value.items())
    if isinstance(value, list):
        return "; ".join(map(_words, value))
    if isinstance(value, When):
        return _words(plain(value))
    return str(value)


def history(events: list[Event], indicators: Mapping[str, Indicator]) -> Table:
    """Return one record's changes, newest first."""
    return Table(
        (
            Column("Ngày", _day),
            Column("Người sửa", lambda r: r["author"] or ""),
            Column("Thay đổi", _what),
            Column("Cũ", lambda r: r["old"] or ""),
            Column("Mới", lambda r: r["new"] or ""),
            Column("Văn bản", lambda r: r["document"] or "", 1),
            Column("Bản ghi", lambda r: r["ref"].partition("#")[2] or r["ref"], 3),
            Column("Lần ghi", _commit, 2),
        ),
        rows(events, indicators),
        KEYS,
        f"{number(len(events))} thay đổi",
    )


def blame(events: list[Event], indicators: Mapping[str, Indicator]) -> Table:
    """Return the last change of each record."""
    return Table(
        (
            Column("Bản ghi", lambda r: r["ref"].partition("#")[2]),
            Column("Ngày", _day),
            Column("Người sửa", lambda r: r["author"] or ""),
            Column("Thay đổi", _what),
            Column("Lý do ghi trong git", lambda r: r["subject"] or "", 1),
            Column("Lần ghi", _commit, 2),
        ),
        rows(events, indicators),
        KEYS,
        f"{number(len(events))} bản ghi",
    )


def conflict(events: list[Event], indicators: Mapping[str, Indicator]) -> Table:
    """Return what both sides of an unfinished merge say."""
    return Table(
        (
            Column("Bản ghi", lambda r: r["ref"]),
            Column("Khác ở", _what),
            Column("Bên này", lambda r: r["old"] or NOTHING),
            Column("Bên nhập vào", lambda r: r["new"] or NOTHING),
        ),
        rows(events, indicators),
        KEYS,
        f"{number(len(events))} chỗ hai bên khác nhau",
        title="Nhập nhánh chưa xong",
    )


def _day(row: Row) -> str:
    return date_words(row["date"]) if row["date"] else UNCOMMITTED


def _commit(row: Row) -> str:
    return row["commit"][:10] if row["commit"] else ""


def _what(row: Row) -> str:
    if row["field"] is None:
        return "thêm" if row["old"] is None else "bỏ" if row["new"] is None else ""
    return ", ".join(_FIELDS.get(name, name) for name in row["field"].split(", "))
