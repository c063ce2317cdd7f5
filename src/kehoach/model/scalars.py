"""Scalars that must be written exactly: numbers, years, dates, slugs, references.

:class:`Exact` and :class:`Form` speak pydantic's ``__get_pydantic_core_schema__`` protocol with plain dictionaries, so the
model says how a scalar is written without importing the library that checks it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Any

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
WARD_REF = re.compile(rf"{SLUG}\Z")
FILE_REF = re.compile(rf"{SLUG}/{SLUG}\Z")
RECORD_REF = re.compile(rf"(?:{SLUG}/{SLUG}#)?{SLUG}\Z")
DATE = re.compile(r"(?:19|2[01])\d\d(?:-(?:Q[1-4]|(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?))?\Z")
PERIOD = re.compile(r"(?:19|2[01])\d\d(?:-(?:H[12]|Q[1-4]|0[1-9]|1[0-2]))?\Z")
SHA256 = re.compile(r"[0-9a-f]{64}\Z")
_AMBIGUOUS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}\Z")
"""``46.075`` could be forty-six or forty-six thousand: as a number only in quotes, where it is surely a decimal."""


@dataclass(frozen=True)
class Exact:
    """Take the type as written and nothing that merely converts to it."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        return {**handler(source), "strict": True}


@dataclass(frozen=True, eq=False)
class Form:
    """Pass the value through *check* first; a ``ValueError`` of it is the Vietnamese reason.

    ``json`` replaces the JSON Schema where the file may hold more than the model (a year as a bare number).
    """

    check: Callable[[Any], Any]
    json: dict[str, Any] = field(default_factory=dict)

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        return {"type": "function-before", "function": {"type": "no-info", "function": self.check}, "schema": handler(source)}

    def __get_pydantic_json_schema__(self, core_schema: Any, handler: Callable[[Any], Any]) -> Any:
        return dict(self.json) or handler(core_schema)


def _figure(value: Any) -> Any:
    return Decimal(value) if isinstance(value, str) and _AMBIGUOUS.match(value) else value


def _text(value: Any) -> Any:
    if isinstance(value, str) and not value.strip():
        raise ValueError("để trống; chép nguyên văn vào, hoặc bỏ hẳn bản ghi này")
    return value


def _year(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool) and not 1900 <= value <= 2199:
        raise ValueError(f"{value} không phải là một năm (1900 đến 2199)")
    return value


def order(text: str) -> tuple[int, int, int]:
    """Return a kehoach date as numbers that sort by its first day; a part that is not there counts as the first."""
    year, _, rest = text.partition("-")
    if rest.startswith("Q"):
        return int(year), 3 * int(rest[1]) - 2, 1
    month, _, day = rest.partition("-")
    return int(year), int(month or 1), int(day or 1)


def _date(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str) and not DATE.match(value):
        raise ValueError(f"'{value}' không phải là ngày: viết YYYY, YYYY-Qn, YYYY-MM hoặc YYYY-MM-DD")
    if isinstance(value, str) and len(value) == 10:
        _check_day(value)
    return value


def _check_day(text: str) -> None:
    from datetime import date

    try:
        date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"'{text}' không có trong lịch") from None


def _period(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str) and not PERIOD.match(value):
        raise ValueError(f"'{value}' không phải là kỳ báo cáo: viết YYYY (cả năm), YYYY-Hn (nửa năm), YYYY-Qn (quý) hoặc YYYY-MM (tháng)")
    return value


def _matching(pattern: re.Pattern[str], what: str) -> Callable[[Any], Any]:
    def check(value: Any) -> Any:
        if isinstance(value, str) and not pattern.match(value):
            raise ValueError(f"'{value}' không phải là {what}")
        return value

    return check


_slug = _matching(WARD_REF, "mã (chữ thường không dấu, chữ số, gạch nối)")
_file_ref = _matching(FILE_REF, "tham chiếu dạng 'phuong/ma'")
_record_ref = _matching(RECORD_REF, "tham chiếu dạng 'ma' hoặc 'phuong/ma-ke-hoach#ma'")
_sha256 = _matching(SHA256, "mã băm SHA-256 (64 chữ số thập lục phân, viết thường)")

CHECKS: dict[str, Callable[[Any], Any]] = {
    "figure": _figure,
    "text": _text,
    "year": _year,
    "date": _date,
    "period": _period,
    "slug": _slug,
    "file-ref": _file_ref,
    "record-ref": _record_ref,
    "sha256": _sha256,
}
"""What a value passes through, each under the name that it has outside a program."""


def _ecma(pattern: re.Pattern[str]) -> str:
    return "^" + pattern.pattern.replace(r"\Z", "$")


Number = Annotated[
    Annotated[int, Exact()] | Annotated[Decimal, Exact()],
    Form(_figure, {"anyOf": [{"type": "number"}, {"type": "string", "pattern": _ecma(_AMBIGUOUS)}]}),
]
"""A figure: an integer or an exact decimal, never a float."""

Text = Annotated[str, Form(_text, {"type": "string", "minLength": 1})]
"""Words that may not be blank."""

Year = Annotated[int, Exact(), Form(_year, {"type": "integer", "minimum": 1900, "maximum": 2199})]
Date = Annotated[
    str, Form(_date, {"anyOf": [{"type": "string", "pattern": _ecma(DATE)}, {"type": "integer", "minimum": 1900, "maximum": 2199}]})
]
"""``YYYY``, ``YYYY-Qn``, ``YYYY-MM`` or ``YYYY-MM-DD``; a bare year may stand unquoted."""

Period = Annotated[
    str, Form(_period, {"anyOf": [{"type": "string", "pattern": _ecma(PERIOD)}, {"type": "integer", "minimum": 1900, "maximum": 2199}]})
]
"""What a reported figure covers: ``YYYY``, ``YYYY-H1``, ``YYYY-Q3`` or ``YYYY-06``."""

Slug = Annotated[str, Form(_slug, {"type": "string", "pattern": _ecma(WARD_REF)})]
FileRef = Annotated[str, Form(_file_ref, {"type": "string", "pattern": _ecma(FILE_REF)})]
RecordRef = Annotated[str, Form(_record_ref, {"type": "string", "pattern": _ecma(RECORD_REF)})]
Sha256 = Annotated[str, Form(_sha256, {"type": "string", "pattern": _ecma(SHA256)})]
