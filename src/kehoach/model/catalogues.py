"""The catalogues beside the plans: wards and units, indicators, cited documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kehoach.model.commitment import Direction
from kehoach.model.plan import Kind, Retired
from kehoach.model.scalars import Date, FileRef, Number, Slug, Text

WardType = Literal["phường", "xã", "đặc khu", "thành phố", "tỉnh"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ward:
    """A commune-level unit, or the province or city above it; ``code`` is the official code, ``place_line`` as printed on documents."""

    name: Text
    type: WardType
    code: Text
    province: Slug | None = None
    place_line: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A body that issues, leads or supports; ``from``/``to`` are the days it came into being and ceased to be."""

    name: Text
    aliases: tuple[str, ...] = ()
    from_: Date | None = None
    to: Date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitsFile:
    """``units.yaml``."""

    format: str
    wards: dict[Slug, Ward]
    units: dict[FileRef, Unit]
    retired: tuple[Retired, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """How a ratio is made: numerator, denominator, and what the quotient is multiplied by."""

    num: str
    den: str
    scale: Number = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One thing that is counted in one unit, whoever promises it."""

    name: Text
    unit: str | None = None
    direction: Direction | None = None
    field: Slug
    type: Literal["value", "state"] = "value"
    cap: Number | None = None
    of: str | None = None
    definition: str | None = None
    aliases: tuple[str, ...] = ()
    ratio: Ratio | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """What a public source says of a cited document."""

    number: str | None = None
    date: Date | None = None
    title: str | None = None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A document that plans cite, as the plans print it."""

    kind: Kind | str | None = None
    number: str | None = None
    date: Date | None = None
    issuer: str | None = None
    title: Text
    official: Official | None = None
    note: str | None = None


FIELDS = {
    "kinh-te": "Kinh tế",
    "do-thi": "Đô thị",
    "moi-truong": "Môi trường",
    "van-hoa": "Văn hóa",
    "giao-duc": "Giáo dục và đào tạo",
    "y-te": "Y tế",
    "xa-hoi": "An sinh xã hội",
    "hanh-chinh": "Chính quyền, hành chính và chuyển đổi số",
    "quoc-phong-an-ninh": "Quốc phòng - an ninh",
    "doan-the": "Đoàn thể",
}
"""Fields of work (lĩnh vực) in the order reports print them."""
