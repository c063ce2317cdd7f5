"""The catalogues of a made-up country: its wards and their units, what is measured, what is cited."""

from __future__ import annotations

from collections.abc import Iterable

from bench.synthetic.forms import Tree
from bench.synthetic.measures import catalogue
from bench.synthetic.names import Place

_UNITS = {
    "ubnd": ("Ủy ban nhân dân {place}", "UBND {type}"),
    "hdnd": ("Hội đồng nhân dân {place}", "HĐND {type}"),
    "dang-uy": ("Đảng ủy {place}", "Ban Chấp hành Đảng bộ {type}"),
    "phong-kt": ("Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Kinh tế {type}"),
    "phong-vhxh": ("Phòng Văn hóa - Xã hội", "Phòng VHXH"),
    "van-phong": ("Văn phòng HĐND và UBND {type}", "Văn phòng HĐND&UBND"),
    "cong-an": ("Công an {type}", None),
    "bch-quan-su": ("Ban Chỉ huy quân sự {type}", None),
    "mttq": ("Ủy ban Mặt trận Tổ quốc Việt Nam {type}", "MTTQ {type}"),
    "tram-y-te": ("Trạm Y tế {type}", None),
}
_ABOVE = ("ubnd", "hdnd")
_NATIONAL = {
    "nq-chuyen-doi-so": ("NQ", "201-NQ/TW", "2024-12-22", "Bộ Chính trị", "Đột phá phát triển khoa học, công nghệ và chuyển đổi số"),
    "nq-kinh-te-tu-nhan": ("NQ", "202-NQ/TW", "2025-05-04", "Bộ Chính trị", "Phát triển kinh tế tư nhân"),
    "nq-giao-duc": ("NQ", "203-NQ/TW", "2025-08-22", "Bộ Chính trị", "Đột phá phát triển giáo dục và đào tạo"),
    "nq-suc-khoe": ("NQ", "204-NQ/TW", "2025-09-09", "Bộ Chính trị", "Tăng cường bảo vệ, chăm sóc và nâng cao sức khỏe nhân dân"),
    "luat-ngan-sach": (None, None, "2025-06-25", "Quốc hội", "Luật Ngân sách nhà nước"),
    "ctmtqg-giam-ngheo": (None, None, None, None, "Chương trình mục tiêu quốc gia giảm nghèo"),
}


def units(provinces: list[Place], wards: list[Place]) -> Tree:
    """Return ``units.yaml``."""
    known = {place.slug: _ward(place) for place in (*provinces, *wards)}
    bodies = {f"{place.slug}/{name}": _unit(place, name) for place in provinces for name in _ABOVE}
    bodies |= {f"{place.slug}/{name}": _unit(place, name) for place in wards for name in _UNITS}
    return {"format": "kehoach/units/1", "wards": known, "units": bodies}


def _ward(place: Place) -> Tree:
    tree = {"name": place.name, "type": place.type, "code": place.code}
    return tree | ({"province": place.province, "place_line": place.name} if place.province else {})


def _unit(place: Place, name: str) -> Tree:
    words, alias = _UNITS[name]
    tree: Tree = {"name": words.format(place=place.full, type=place.type)}
    return tree | ({"aliases": (alias.format(type=place.type),)} if alias else {})


def indicators() -> Tree:
    """Return ``indicators.yaml``."""
    return {"format": "kehoach/indicators/1", **catalogue()}


def references(provinces: Iterable[Place], wards: Iterable[Place]) -> Tree:
    """Return ``references.yaml``: national documents, those of each province, those of each ward."""
    found: Tree = {slug: _document(*fields) for slug, fields in _NATIONAL.items()}
    for place in provinces:
        issuer = f"UBND {place.full}"
        found[f"kh-109-{place.slug}"] = _document(
            "KH", "109/KH-UBND", "2026-01-05", issuer, f"Phát triển kinh tế - xã hội của {place.full} giai đoạn 2026-2030"
        )
        found[f"ctr-07-{place.slug}"] = _document(
            "CTr", "07-CTr/TU", "2025-11-28", f"Ban Chấp hành Đảng bộ {place.full}", "Phát triển nguồn nhân lực"
        )
    for place in wards:
        party = f"Đại hội đại biểu Đảng bộ {place.full} lần thứ I"
        found[f"nq-dai-hoi-{place.slug}"] = _document("NQ", None, "2025-08-12", party, f"Nghị quyết {party}, nhiệm kỳ 2025-2030")
        found[f"kh-cu-{place.slug}"] = _document(
            "KH", "12/KH-UBND", "2025-07-15", f"UBND {place.full}", "Phát triển kinh tế - xã hội giai đoạn 2025-2030"
        )
    return {"format": "kehoach/references/1", **found}


def _document(kind: str | None, number: str | None, date: str | None, issuer: str | None, title: str) -> Tree:
    fields = {"kind": kind, "number": number, "date": date, "issuer": issuer, "title": title}
    return {key: value for key, value in fields.items() if value is not None}
