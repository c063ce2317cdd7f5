"""Tables of the catalogues: wards, units, indicators, cited documents; each stands in one file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kehoach.model.catalogues import FIELDS
from kehoach.registry import Registry
from kehoach.reports.export.column import Columns, Part, Table, day, figure, integer, text, word

_ABOVE = ("tỉnh", "thành phố")


@dataclass(frozen=True, slots=True)
class _Entry:
    id: str
    record: Any
    province: str | None = None
    alias: str = ""


def province_of(registry: Registry, ward: str) -> str | None:
    """Return the province of a ward, itself for a province, ``None`` where ``units.yaml`` does not say."""
    known = registry.wards.get(ward)
    return None if known is None else known.province or (ward if known.type in _ABOVE else None)


def _wanted(registry: Registry, ward: str) -> bool:
    """Tell whether a ward is exported: all are, or those asked for with what stands above them."""
    return registry.scope is None or ward in registry.scope or any(province_of(registry, asked) == ward for asked in registry.scope)


def _wards(part: Part) -> Iterator[_Entry]:
    registry = part.registry
    return (_Entry(slug, ward, province_of(registry, slug)) for slug, ward in registry.wards.items() if _wanted(registry, slug))


def _units(part: Part) -> Iterator[_Entry]:
    registry = part.registry
    wanted = {entry.id for entry in _wards(part)} if registry.scope is not None else None
    for ref, unit in registry.units.items():
        ward = ref.partition("/")[0]
        if wanted is None or ward in wanted:
            yield _Entry(ref, unit, province_of(registry, ward))


def _indicators(part: Part) -> Iterator[_Entry]:
    return (_Entry(slug, record) for slug, record in part.registry.indicators.items())


def _references(part: Part) -> Iterator[_Entry]:
    return (_Entry(slug, record) for slug, record in part.registry.references.items())


def _aliases(entries: Any) -> Any:
    return lambda part: (_Entry(e.id, e.record, e.province, alias) for e in entries(part) for alias in e.record.aliases)


def _own(key: str) -> Any:
    return lambda e: getattr(e.record, key)


def _ratio(key: str) -> Any:
    return lambda e: e.record.ratio and getattr(e.record.ratio, key)


def _official(key: str) -> Any:
    return lambda e: e.record.official and getattr(e.record.official, key)


def _id(words: str) -> Columns:
    return word("id", words, lambda e: e.id)


_PROVINCE = word("province", "Tỉnh, thành phố (mã); với chính tỉnh, thành phố là mã của nó", lambda e: e.province)

WARDS = Table(
    name="wards",
    words="Phường, xã, đặc khu, và tỉnh, thành phố ở trên.",
    key=("id",),
    by_ward=False,
    items=_wards,
    columns=(
        *_id("Mã"),
        *_PROVINCE,
        *text("name", "Tên", _own("name")),
        *word("type", "`phường`, `xã`, `đặc khu`, `thành phố`, `tỉnh`", _own("type")),
        *word("code", "Mã hành chính", _own("code")),
        *text("place_line", "Địa danh in trên văn bản", _own("place_line")),
    ),
)
UNITS = Table(
    name="units",
    words="Cơ quan, đơn vị.",
    key=("id",),
    by_ward=False,
    items=_units,
    columns=(
        *_id("Mã: `le-chan/phong-vhxh`"),
        *_PROVINCE,
        *word("ward", "Phường, xã (mã)", lambda e: e.id.partition("/")[0]),
        *text("name", "Tên", _own("name")),
        *day("exists_from", "Có từ ngày", _own("from_")),
        *day("exists_to", "Đến ngày", _own("to")),
        *text("note", "Ghi chú", _own("note")),
    ),
)
UNIT_ALIASES = Table(
    name="unit_aliases",
    words="Tên khác của đơn vị.",
    key=("unit", "alias"),
    by_ward=False,
    items=_aliases(_units),
    columns=(*word("unit", "Đơn vị: mã trong `units`", lambda e: e.id), *text("alias", "Tên khác", lambda e: e.alias)),
)
INDICATORS = Table(
    name="indicators",
    words="Danh mục những thứ được đo.",
    key=("id",),
    by_ward=False,
    items=_indicators,
    columns=(
        *_id("Mã"),
        *text("name", "Tên", _own("name")),
        *word("unit", "Đơn vị tính", _own("unit")),
        *word("direction", "Chiều tốt: `up`, `down`", _own("direction")),
        *word("field", "Lĩnh vực (mã)", _own("field")),
        *text("field_name", "Lĩnh vực", lambda e: FIELDS.get(e.record.field)),
        *word("type", "`value` (con số) hoặc `state` (trạng thái)", _own("type")),
        *figure("cap", "Mức cao nhất có thể có", _own("cap")),
        *text("of", "Tính trên gì", _own("of")),
        *text("definition", "Tiêu chuẩn, phạm vi", _own("definition")),
        *text("ratio_num", "Tử số là gì", _ratio("num")),
        *text("ratio_den", "Mẫu số là gì", _ratio("den")),
        *figure("ratio_scale", "Thương nhân với", _ratio("scale")),
    ),
)
INDICATOR_ALIASES = Table(
    name="indicator_aliases",
    words="Tên khác của thứ được đo.",
    key=("indicator", "alias"),
    by_ward=False,
    items=_aliases(_indicators),
    columns=(*word("indicator", "Mã trong `indicators`", lambda e: e.id), *text("alias", "Tên khác", lambda e: e.alias)),
)
CITED_DOCUMENTS = Table(
    name="cited_documents",
    words="Danh mục văn bản được viện dẫn (`references.yaml`; `references` là từ khóa của SQL nên bảng mang tên khác).",
    key=("id",),
    by_ward=False,
    items=_references,
    columns=(
        *_id("Mã"),
        *word("kind", "Loại văn bản", _own("kind")),
        *word("number", "Số, ký hiệu", _own("number")),
        *day("date", "Ngày ban hành", _own("date")),
        *text("issuer", "Cơ quan ban hành", _own("issuer")),
        *text("title", "Tên", _own("title")),
        *word("official_number", "Số theo nguồn công khai", _official("number")),
        *day("official_date", "Ngày theo nguồn công khai", _official("date")),
        *text("official_title", "Tên theo nguồn công khai", _official("title")),
        *word("official_source", "Nguồn công khai", _official("source")),
        *text("note", "Ghi chú", _own("note")),
    ),
)


PROBLEMS = Table(
    name="problems",
    words="Lỗi của sổ làm cho bản xuất thiếu gì đó; không có dòng nào nghĩa là xuất đủ.",
    key=("file", "line", "column_number", "rule", "message"),
    by_ward=False,
    items=lambda part: part.problems,
    columns=(
        *word("rule", "Quy tắc", lambda p: p.rule),
        *word("severity", "Mức độ", lambda p: p.severity),
        *word("file", "Tệp, tính từ gốc sổ", lambda p: p.file),
        *integer("line", "Dòng", lambda p: p.line),
        *integer("column_number", "Cột", lambda p: p.column),
        *word("ref", "Bản ghi", lambda p: p.ref),
        *text("message", "Sai gì", lambda p: p.message),
        *text("remedy", "Sửa thế nào", lambda p: p.remedy),
    ),
)
