"""Whether two printed phrases name the same thing: abbreviations spelled out, everyday synonyms and filler words set aside."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from kehoach.vietnamese import canonical, fold, squeeze

Relation = Literal["same", "wider", "narrower", "other"]
_SYNONYMS = tuple(
    (re.compile(rf"\b(?:{words})\b"), one)
    for words, one in (
        ("trường học", "trường"),
        ("mức độ|mức", "mức"),
        ("bộ tiêu chí|tiêu chuẩn|chuẩn", "chuẩn"),
        ("phường|đặc khu|xã(?! hội)", "phường"),
        ("người dân|dân số|dân cư|nhân dân|dân", "dân"),
        ("hộ gia đình|hộ dân", "hộ"),
        ("bác sỹ", "bác sĩ"),
        ("khoá", "khóa"),
        ("trên địa bàn|được giao|tổng số|toàn bộ|tất cả|các|những|của|về|theo|và|cấp", " "),
    )
)
_MARKS = re.compile(r"[^\w\s\u0300-\u036f%]+")
_ABBREVIATION = re.compile(r"\b[A-ZĐ]{2,}\b")


@lru_cache(maxsize=65536)
def words(text: str) -> frozenset[str]:
    """Return the words of *text* that tell it from another."""
    plain = squeeze(text).lower()
    for pattern, one in _SYNONYMS:
        plain = pattern.sub(one, plain)
    return frozenset(_MARKS.sub(" ", canonical(plain)).split())


def spelled(text: str, other: str) -> str:
    """Return *text* with every abbreviation whose letters begin consecutive words of *other* written as those words."""
    spoken = re.findall(r"[^\W\d_]+", squeeze(other))
    initials = "".join(word[0].lower() for word in spoken)

    def write_out(match: re.Match[str]) -> str:
        start = initials.find(match[0].lower())
        return " ".join(spoken[start : start + len(match[0])]) if start >= 0 else match[0]

    return _ABBREVIATION.sub(write_out, squeeze(text))


def relation(one: str, other: str) -> Relation:
    """Say what *one* is to *other*: the same, the wider (it says less), the narrower, or something else.

    A phrase that only abbreviates the other is the same.
    """
    if one == other:
        return "same"
    first, second = spelled(one, other), spelled(other, one)
    left, right = words(first), words(second)
    shortened = first != squeeze(one) or second != squeeze(other)
    if left == right or (shortened and (left <= right or right <= left)):
        return "same"
    return "wider" if left < right else "narrower" if right < left else "other"


def has(text: str, pattern: str) -> bool:
    """Tell whether the folded *text* holds *pattern*, a regular expression over letters without accents."""
    return re.search(pattern, fold(text)) is not None
