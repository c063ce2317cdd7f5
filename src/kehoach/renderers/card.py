"""One record as lines "key: value" with Vietnamese keys."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from kehoach.meaning.time import Due
from kehoach.meaning.wording import time_words
from kehoach.model.catalogues import FIELDS
from kehoach.vietnamese import number

KINDS = {
    "plan": "Kế hoạch",
    "target": "Chỉ tiêu",
    "task": "Nhiệm vụ",
    "project": "Dự án",
    "unit": "Đơn vị",
    "indicator": "Danh mục chỉ tiêu",
    "reference": "Văn bản",
    "ward": "Địa phương",
}
_KEYS = {
    "ward": "phường",
    "plan": "kế hoạch",
    "clause": "điều khoản",
    "indicator": "chỉ tiêu",
    "name": "tên",
    "field": "lĩnh vực",
    "unit": "đơn vị tính",
    "stat": "cách tính",
    "test": "điều kiện",
    "text": "cam kết",
    "when": "thời hạn",
    "force": "mức ràng buộc",
    "of": "tính trên",
    "definition": "phạm vi, tiêu chuẩn",
    "lead": "chủ trì",
    "lead_at": "chủ trì nêu tại",
    "part_of": "là một phần của",
    "restates": "nhắc lại",
    "condition": "điều kiện kèm theo",
    "reading": "cách hiểu",
    "base": "mốc",
    "quote": "câu trích",
    "title": "tên",
    "support": "phối hợp",
    "product": "sản phẩm",
    "resources": "nguồn lực",
    "authority": "thẩm quyền",
    "targets": "chỉ tiêu",
    "tasks": "nhiệm vụ",
    "projects": "dự án",
    "owner": "chủ đầu tư",
    "funding": "nguồn vốn",
    "area": "diện tích",
    "state": "tình trạng",
    "note": "ghi chú",
    "same_as": "cùng dự án với",
    "kind": "loại",
    "number": "số",
    "symbol": "ký hiệu",
    "issued": "ban hành",
    "issuer": "cơ quan ban hành",
    "place_line": "địa danh",
    "period": "thời kỳ",
    "signed": "người ký",
    "addressees": "kính gửi",
    "recipients": "nơi nhận",
    "attachments": "phụ lục",
    "citations": "viện dẫn",
    "source": "tệp nguồn",
    "corrections": "đính chính",
    "sections": "đề mục",
    "uncovered": "con số không phải chỉ tiêu",
    "accepted": "đã xem xét",
    "retired": "đã rút",
    "replaces": "thay thế",
    "aliases": "tên khác",
    "from": "từ",
    "to": "đến",
    "direction": "chiều tốt",
    "type": "loại",
    "cap": "mức tối đa",
    "ratio": "tỷ số",
    "date": "ngày",
    "official": "theo nguồn chính thức",
    "code": "mã số",
    "province": "tỉnh, thành phố",
    "implied": "nêu bằng chữ",
    "from_ref": "mượn từ văn bản",
    "supersedes": "thay cho",
    "nature": "tính chất sửa đổi",
    "id": "mã",
    "label": "số đề mục",
    "how": "quan hệ",
    "ref": "tham chiếu",
    "since": "từ",
    "over": "cả giai đoạn",
    "each_year": "hằng năm",
    "scale": "hệ số",
    "den": "mẫu số",
    "num": "tử số",
    "present": "có trong bản sao",
    "announced": "nói có",
    "alternatives": "cách hiểu khác",
    "question": "câu hỏi",
    "value": "giá trị",
    "year": "năm",
    "sha256": "mã băm",
    "file": "tệp",
    "horizon": "tầm nhìn",
    "reason": "lý do",
    "read_as": "đọc thành",
    "printed": "in",
    "role": "vai trò",
    "for": "thay mặt",
    "position": "chức vụ",
    "by": "người thực hiện",
}
_HOW = {
    "part_of": "là một phần của mục này",
    "restates": "nhắc lại mục này",
    "supersedes": "thay mục này",
    "targets": "nhiệm vụ phục vụ mục này",
    "same_as": "cùng dự án",
    "issuer": "do đơn vị này ban hành",
    "ward": "của địa phương này",
    "lead": "do đơn vị này chủ trì",
    "support": "đơn vị này phối hợp",
    "indicator": "cam kết trên chỉ tiêu này",
    "from_ref": "mượn từ văn bản này",
    "basis": "căn cứ văn bản này",
    "implements": "thực hiện văn bản này",
    "mentions": "nhắc tới văn bản này",
    "replaces": "thay thế văn bản này",
    "actual": "kết quả đã báo cáo",
    "province": "thuộc địa phương này",
    "unit": "đơn vị của địa phương này",
}


_STATES = {"achieved": "đạt", "not_achieved": "không đạt", "maintained": "giữ vững"}
_VALUES = {
    "quality": {"official": "chính thức", "estimate": "ước", "provisional": "sơ bộ"},
    "stat": {"value": "giá trị", "sum": "cộng dồn", "growth": "tăng so với năm trước", "avg_growth": "tăng bình quân"},
    "force": {"firm": "chắc chắn", "aim": "phấn đấu"},
    "direction": {"up": "càng cao càng tốt", "down": "càng thấp càng tốt"},
    "type": {"value": "con số", "state": "trạng thái"},
    "role": {"basis": "căn cứ", "implements": "thực hiện", "mentions": "nhắc tới", "replaces": "thay thế"},
    "kind": {"scan": "lỗi quét", "issuer": "lỗi nơi ban hành", "unsure": "chưa chắc"},
    "field": FIELDS,
}
_SKIPPED = ("id", "ref", "test")
"""Said already: by the head line, or in words by "cam kết"."""


def card(kind: str, ref: str, record: Mapping[str, Any], pointers: list[dict[str, Any]], place: str | None) -> str:
    """Return the record as text: its kind and reference, its place, its keys, and what points at it."""
    lines = [f"{KINDS[kind]} {ref}"]
    if place:
        lines.append(f"  tệp: {place}")
    lines += [
        f"  {_KEYS.get(key, key)}: {_said(key, value)}"
        for key, value in record.items()
        if value not in (None, [], {}) and key not in _SKIPPED
    ]
    if pointers:
        lines += ["", "Trỏ tới mục này:"]
        lines += [
            f"  {p['ref']} ({_HOW.get(p['how'], p['how'])}{', ' + p['clause'] if p.get('clause') else ''}){_figure(p)}" for p in pointers
        ]
    return "\n".join(lines) + "\n"


def _figure(pointer: Mapping[str, Any]) -> str:
    """Return what a reported figure says and where it stands, empty for anything else."""
    if pointer["how"] != "actual":
        return ""
    value, source = pointer["value"], pointer["source"]
    printed = _STATES[value] if isinstance(value, str) else number(value)
    place = ", ".join(str(source[key]) for key in ("ref", "document", "clause", "date") if key in source)
    earlier = "".join(f"; trước đó {_words(was['value'])}, sửa ngày {was['until']}: {was['reason']}" for was in pointer["was"])
    return f": {printed} ({_VALUES['quality'][pointer['quality']]}), theo {place}{earlier}"


def _said(key: str, value: Any) -> str:
    if key == "when":
        return time_words(Due(value["kind"], value["from"], value["to"]))
    return _VALUES.get(key, {}).get(value, "") or _words(value) if isinstance(value, str) else _words(value)


def _words(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{_KEYS.get(key, key)} {_said(key, item)}" for key, item in value.items() if item is not None)
    if isinstance(value, list):
        return "; ".join(_words(item) for item in value)
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return str(value) if isinstance(value, int) and 1900 <= value <= 2200 else number(value)
    return str(value)
