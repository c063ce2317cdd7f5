"""A document named in a text, and how its parts are compared."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from kehoach.vietnamese import as_printed, slugify, squeeze

KIND_WORDS = {
    "Nghị quyết": "NQ", "Quyết định": "QĐ", "Chỉ thị": "CT", "Kết luận": "KL", "Chương trình hành động": "CTr", "Chương trình": "CTr",
    "Kế hoạch": "KH", "Nghị định": "NĐ", "Thông tư liên tịch": "TTLT", "Thông tư": "TT", "Công văn": "CV", "Đề án": "ĐA", "Hướng dẫn": "HD",
    "Quy định": "QyĐ", "Thông báo": "TB", "Công điện": "CĐ", "Báo cáo": "BC", "Tờ trình": "TTr", "Phương án": "PA", "Luật": "Luật", "Đồ án": "ĐA",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """A document named in a text. ``ref`` is its entry in the catalogue, ``None`` where it has none; offsets in the text."""

    start: int
    end: int
    printed: str
    kind: str | None = None
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    title: str | None = None
    ref: str | None = None

    @property
    def proposed(self) -> str:
        """An id for a document that the catalogue does not have."""
        return slugify(f"{self.kind or ''} {_tail(self.number)}") if self.number else slugify(self.printed)[:60].strip("-")


def _tail(number: str) -> str:
    """``109/KH-UBND`` → ``109 UBND``, ``57-NQ/TW`` → ``57 TW``: the kind is said once."""
    head, *rest = re.split(r"[/-]", number)
    return " ".join([head, *(part for part in rest if part not in KIND_WORDS.values() or part == "NĐ")])


def kind_in(number: str) -> str | None:
    """Return the kind that a document's number carries."""
    return next(
        (
            kind
            for kind in ("NĐ", "NQ", "QĐ", "CTr", "KH", "CT", "KL", "TT", "HD", "CV", "QH", "TB", "ĐA", "BC")
            if re.search(rf"[/\s–-]{kind}(?![a-zđ])", number)
        ),
        None,
    ) or ("CV" if re.search(r"/(?:UBND|HĐND|BCĐ|SNV|STC)", number) else None)


def number_key(number: str) -> str:
    """Return a number for comparison: no blanks, no zeros in front."""
    return re.sub(r"\A0+(?=\d)", "", as_printed(number)).upper()


def plain_text(text: str) -> str:
    """Return *text* for a search, every character in its place: small letters without marks, quotes and dashes alike."""
    return "".join(map(_plain_letter, text))


@cache
def _plain_letter(char: str) -> str:
    if char in '“”„"':
        return '"'
    if char in "–—":
        return "-"
    base = unicodedata.normalize("NFD", char.lower())[0]
    return "d" if base == "đ" else base


def title_key(title: str) -> str:
    """Return a title for a search, without the "về" in front."""
    return re.sub(r"\Ave (?:viec )?", "", plain_text(squeeze(title)))
