"""What the contexts of all templates share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kehoach.reports.letterhead import Letterhead
from kehoach.reports.worklist import KINDS, Work

Context = dict[str, Any]
_UNTIL = (" phường ", " xã ", " đặc khu ", " thành phố ", " tỉnh ", " Đảng ủy", " Đảng bộ")
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def head(letterhead: Letterhead, made: str, provenance: str) -> Context:
    """Return the variables of the head of a document made on the day *made*."""
    return {
        "co_quan": letterhead.body,
        "cap_tren": letterhead.superior or "",
        "thay_mat": on_behalf(letterhead),
        "ky_hieu": letterhead.symbol,
        "dia_danh": letterhead.place_line or "",
        "dang": letterhead.party,
        "ngay_lap": made,
        "nguon_goc": provenance,
    }


def on_behalf(letterhead: Letterhead) -> str:
    """Return for whom the document is signed: ``TM. ỦY BAN NHÂN DÂN``, ``T/M BAN THƯỜNG VỤ``; empty where the body is not known."""
    name = letterhead.body
    for words in _UNTIL:
        name = name.partition(words)[0]
    return f"{'T/M' if letterhead.party else 'TM.'} {name.upper()}" if name else ""


def works(found: Iterable[Work]) -> Iterator[Context]:
    """Yield work as rows of a table."""
    for position, each in enumerate(found, start=1):
        yield {
            "tt": position,
            "loai": KINDS[each.kind],
            "viec": each.title,
            "yeu_cau": each.asked,
            "thoi_han": each.time,
            "den_han": each.due,
            "chu_tri": "; ".join(each.lead_names),
            "phoi_hop": "; ".join(each.support_names),
            "dieu_khoan": each.clause,
            "van_ban": each.document,
        }


def roman(value: int) -> str:
    """Return a positive number in Roman numerals."""
    text = ""
    for size, sign in _ROMAN:
        text += sign * (value // size)
        value %= size
    return text
