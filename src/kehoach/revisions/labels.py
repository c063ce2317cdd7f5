"""Keys of the files as messages name them, and their values in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields
from decimal import Decimal
from typing import Any

from kehoach.model.catalogues import FIELDS, Ratio
from kehoach.model.commitment import When
from kehoach.model.plan import Signature, Span
from kehoach.model.results import Step
from kehoach.model.target import Base, Nature
from kehoach.model.work import Area
from kehoach.vietnamese import date_words, number, quantity

LABELS = {
    "id": "mã",
    "format": "phiên bản định dạng",
    "clause": "điều khoản",
    "quote": "câu trích",
    "note": "ghi chú",
    "title": "tên",
    "name": "tên",
    "implied": "số nêu bằng chữ",
    "lead_at": "điều khoản nêu đơn vị chủ trì",
    "nature": "tính chất của lần sửa",
    "of": "đối tượng tính",
    "definition": "phạm vi, tiêu chuẩn",
    "unit": "đơn vị tính",
    "stat": "cách tính",
    "direction": "chiều tốt",
    "when": "cách ghi thời hạn",
    "part_of": "là một phần của",
    "restates": "nhắc lại",
    "supersedes": "thay cho",
    "from_ref": "lấy từ văn bản",
    "targets": "chỉ tiêu phải đạt",
    "same_as": "cùng dự án với",
    "product": "sản phẩm",
    "resources": "nguồn lực",
    "authority": "thẩm quyền",
    "owner": "chủ đầu tư",
    "funding": "nguồn vốn",
    "area": "diện tích",
    "state": "tình trạng",
    "kind": "loại văn bản",
    "number": "số",
    "symbol": "ký hiệu",
    "issued": "ngày ban hành",
    "issuer": "nơi ban hành",
    "place_line": "địa danh",
    "period": "thời kỳ",
    "signed": "người ký",
    "addressees": "nơi gửi tới",
    "recipients": "nơi nhận",
    "attachments": "phụ lục",
    "citations": "cách ghi văn bản viện dẫn",
    "corrections": "chỗ in sai",
    "sections": "đề mục",
    "uncovered": "con số không thuộc bản ghi nào",
    "aliases": "các tên khác",
    "from": "ngày bắt đầu",
    "to": "ngày kết thúc",
    "type": "loại",
    "code": "mã số",
    "province": "tỉnh, thành phố",
    "cap": "mức tối đa",
    "field": "lĩnh vực",
    "ratio": "cách tính tỷ số",
    "date": "ngày",
    "official": "nguồn chính thức",
    "reason": "lý do",
    "value": "giá trị",
    "quality": "độ tin cậy",
    "source": "nguồn",
    "num": "tử số",
    "den": "mẫu số",
    "support": "đơn vị phối hợp",
    "lead": "đơn vị chủ trì",
    "base": "mức xuất phát",
    "steps": "mức từng năm",
    "by": "người khai báo",
    "basis": "căn cứ",
    "target": "chỉ tiêu",
    "was": "số trước khi sửa",
    "retired": "mã đã rút",
    "announced": "nói có kèm",
    "present": "có trong bản sao",
    "document": "văn bản",
    "ref": "mã văn bản",
    "until": "ngày sửa",
    "holds": "xảy ra",
}
_VALUES = {
    "official": "chính thức",
    "estimate": "ước",
    "provisional": "sơ bộ",
    "achieved": "đạt",
    "not_achieved": "chưa đạt",
    "maintained": "giữ vững",
    "up": "càng cao càng tốt",
    "down": "càng thấp càng tốt",
    "growth": "tăng so với năm trước",
    "avg_growth": "tăng bình quân",
    "sum": "cộng dồn",
    "value": "giá trị",
    "state": "trạng thái",
    "ongoing": "thường xuyên",
    "undated": "không ghi thời hạn",
}
_CODED = ("quality", "value", "direction", "stat", "type", "when")
_NATURES = {"transcription": "chép lại", "correction": "đính chính", "amendment": "sửa đổi"}
_DAY = re.compile(r"(?:19|2[01])\d\d-(?:Q[1-4]|\d\d(?:-\d\d)?)\Z")
_LONG = 90


def label(key: str) -> str:
    """Return what a key is called in a message."""
    return LABELS.get(key, key)


def words(value: Any, key: str = "") -> str:
    """Return the value of *key* in words, short enough for a line."""
    return _cut(_words(value, key))


def _words(value: Any, key: str) -> str:
    if value is None or value == ():
        return "không có"
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, int | Decimal):
        return str(value) if key == "year" else number(value)
    if isinstance(value, str):
        return _text(value, key)
    if isinstance(value, tuple):
        return "; ".join(_words(item, key) for item in value)
    said = _SAID.get(type(value))
    return said(value) if said else _listed(value)


def _text(value: str, key: str) -> str:
    if key in _CODED:
        return _VALUES.get(value, value)
    if key == "field":
        return FIELDS.get(value, value)
    return date_words(value) if _DAY.match(value) else value


def _listed(value: Any) -> str:
    """Return the parts of a record that say something, each by its label."""
    parts = [(each.name.rstrip("_"), getattr(value, each.name)) for each in fields(value)]
    return ", ".join(f"{label(name)} {_words(part, name)}" for name, part in parts if part is not None and part != ()) or "không có"


def _when(when: When) -> str:
    span = when.over if when.over is not None else when.each_year
    if span is None:
        return f"đến {date_words(when.by)}" if when.by else f"từ {date_words(when.since or '')}"
    years = "theo thời kỳ của kế hoạch" if isinstance(span, str) else "-".join(date_words(day) for day in span)
    return f"{'cả giai đoạn' if when.over is not None else 'hằng năm'} {years}"


def _span(span: Span) -> str:
    return f"{span.from_}-{span.to}" + (f", tầm nhìn {span.horizon}" if span.horizon else "")


_SAID: dict[type, Callable[[Any], str]] = {
    When: _when,
    Span: _span,
    Signature: lambda s: ", ".join(filter(None, (s.by, s.position, s.for_))),
    Area: lambda a: quantity(a.value, a.unit),
    Base: lambda b: f"{quantity(b.value, b.unit)} (năm {b.year})",
    Step: lambda s: f"{number(s.value)} (năm {s.year})",
    Nature: lambda n: ", ".join(filter(None, (_NATURES[n.kind], n.basis))),
    Ratio: lambda r: f"{r.num} / {r.den} × {number(r.scale)}",
}


def _cut(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[: _LONG - 1].rstrip()}…"
