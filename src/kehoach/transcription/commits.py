"""Which figures of a sentence are commitments: not those in names, sizes, ages, lengths of time and counts of the text's own."""

from __future__ import annotations

import re
from decimal import Decimal

from kehoach.transcription.phrases import Phrase, Quantity
from kehoach.transcription.vocabulary import NO_COMMITMENT_UNITS

_NAMES_A_THING = re.compile(
    r"(?:lần thứ|thứ|khóa|khoá|[Pp]hụ lục|[Đđ]iều|khoản|số|Vành đai|[Qq]uốc lộ|[Tt]ỉnh lộ|[Đđ]ề án|công nghệ|phiên bản|cả|Covid|rộng|dài|cao|sâu|lộ giới|mặt cắt|bước|lúc|tờ|lô|chuyên đề|giai đoạn|quyết|định|hiện có|hiện nay có|[Tt]rang|"
    r"tổng số|trong số|gồm|toàn bộ|\bQL|\bTL|thế kỷ|đề mục|biểu|mẫu|đợt|kỳ|tại chỗ)\s*\Z"
)
_NAMES_WITHOUT_UNIT = re.compile(
    r"(?:đường|cầu|tổ|Tổ|khu|Khu|thôn|Thôn|mức độ|mức|cấp độ|cấp|loại|hạng|lớp|nhóm|(?<!mỗi )(?<!hằng )(?<!hàng )(?<!từng )năm|(?<!mỗi )tháng|ngày|(?<!mỗi )quý|tiểu khu|phân khu|chặng|nấc|quận|Quận|nhà|chợ|trường)\s*\Z"
)
_LASTS = re.compile(r"\b(?:thời gian|thời hạn|tuổi thọ|rút ngắn|số ngày)\b", re.IGNORECASE)
"""A length of time or an age is a commitment only where it is what is to be reached."""


def committed(text: str, start: int, found: list[Phrase]) -> tuple[list[Quantity], list[Quantity]]:
    """Part the figures of a sentence into commitments and others."""
    taken: list[Quantity] = []
    left: list[Quantity] = []
    for phrase in found:
        if isinstance(phrase, Quantity):
            (taken if _commits(text, start, phrase) else left).append(phrase)
    return taken, left


def _commits(text: str, start: int, quantity: Quantity) -> bool:
    before = text[start : quantity.start].rstrip(" (")
    if _NAMES_A_THING.search(before) and not any(quantity.bounds):
        return False
    if quantity.percent:
        return True
    if quantity.figures == (Decimal(1),) and quantity.bounds == ("gt",):
        return False  # "trên 1 ha": for each
    if quantity.unit is None:
        return False
    if _NAMES_WITHOUT_UNIT.search(before) and not any(quantity.bounds) and quantity.unit.lower() not in ("tỷ đồng", "triệu đồng"):
        return False
    if quantity.unit in NO_COMMITMENT_UNITS:
        return bool(_LASTS.search(before[-60:])) and quantity.unit in ("tuổi", "ngày", "giờ", "phút", "tháng")
    return True
