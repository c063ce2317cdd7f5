"""Units of organisation named in a text, matched to ``units.yaml``: whole names, lists of them, the one that opens a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from kehoach.model.catalogues import Unit
from kehoach.transcription.matching import words
from kehoach.vietnamese import fold


@dataclass(frozen=True, slots=True)
class UnitsFound:
    """The units named in a text in order, and the words that look like a unit but are in no catalogue."""

    known: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


_BODY = (
    r"(?:Phòng|phòng|Ban|Văn phòng|Trung tâm|Công an|Công An|Trạm Y tế|Trạm y tế|UBND|Ủy ban|Uỷ ban|HĐND|Hội đồng|Hội|Đoàn|MTTQ|Mặt trận|UBMTTQ|Đảng ủy|Đảng uỷ|Bộ phận|Tổ|Trường|Ban Chỉ huy|Sở|Chi cục|"
    r"Thuế|Kho bạc|Ngân hàng|Quỹ|Đội|Công ty|Hợp tác xã|HTX|Chủ tịch|Phó Chủ tịch|Các Phó|Các phòng|các phòng|Các cơ quan|các cơ quan|Các đơn vị|Các thôn|Các tổ|Thủ trưởng|Trưởng|Quân sự|Địa chính|Tư pháp|Tài chính|Văn hóa)"
)
_GROUP = re.compile(r"\s*(?:[;]|,\s*(?=" + _BODY + r")|\s+và\s+(?=" + _BODY + r"|các\s)|\s*\+\s*|\n)\s*")
_NOBODY = re.compile(
    r"(?:và\s+)?(?:các|những)?\s*(?:phòng|ban|ngành|cơ quan|đơn vị|địa phương|tổ chức|cá nhân|đoàn thể|bộ phận|chuyên môn|,|\s|và)*\s*(?:có\s+)?liên quan\b.*",
    re.IGNORECASE,
)
_HONOUR = re.compile(
    r"\A(?:giao|đề nghị|yêu cầu|phân công|do|đồng chí|lãnh đạo|thủ trưởng|trưởng|giám đốc|chánh|các đồng chí)\s+", re.IGNORECASE
)


_BETWEEN = " .,:;-–()+&\n"
_JOIN = re.compile(r"\A\s*(?:[,;+]|và\b|cùng\b|\(|với\b)*\s*(?:và\s+)?")
_MODIFIER = re.compile(r"\A\s+(?!và\b|cùng\b|với\b)[^,;+]*?(?=\s*(?:[,;+]|\Z|\s(?:và|cùng)\s+(?:các\s+)?[A-ZĐ]))")
"""Words behind a unit's name that still speak of it: ``… phường theo lĩnh vực phụ trách``."""


def _first_part(rest: str) -> tuple[str, int]:
    """Return the words up to the next separator of a list, and where it ends."""
    stop = _GROUP.search(rest) or re.search(r"[,;]\s|\Z", rest)
    end = stop.start() if stop is not None and stop.start() else len(rest)
    return rest[:end].strip(_BETWEEN), max(stop.end() if stop is not None and stop.start() else len(rest), 1)


_COMPANY = re.compile(
    r"(?:các\s+)?(?:tổ chức|đoàn thể|phòng|ban|ngành|đơn vị|cơ quan|thôn|tổ dân phố|trường|hội|chi bộ|chi hội|chi đoàn|doanh nghiệp|hợp tác xã|bí thư|trưởng)\b",
    re.IGNORECASE,
)
"""Bodies that stand beside a known one in a list without being in the catalogue."""


class Units:
    """The organisational units of one ward (and those above it), to be asked whom a text names."""

    def __init__(self, catalogue: Mapping[str, Unit], ward: str, province: str | None) -> None:
        self._names: list[tuple[tuple[str, ...], str]] = []
        for ref, unit in catalogue.items():
            owner = ref.partition("/")[0]
            if owner in (ward, province):
                self._names.extend((w, ref) for name in (unit.name, *unit.aliases) if (w := _unit_words(name)))
        self._names.sort(key=lambda pair: -len(pair[0]))
        self._own = ward

    def whole(self, text: str) -> str | None:
        """Return the unit that *text* as a whole is a name of."""
        want = _unit_words(text)
        exact = [ref for name, ref in self._names if name == want]
        return next((ref for ref in exact if ref.startswith(self._own + "/")), exact[0] if exact else None)

    def nearest(self, text: str, limit: int = 2) -> list[str]:
        """Return the units whose names come nearest to *text*."""
        want = " ".join(_unit_words(text))
        scored = sorted(((fuzz.ratio(want, " ".join(name)), ref) for name, ref in self._names), reverse=True)
        return list(dict.fromkeys(ref for score, ref in scored if score >= 60))[:limit]

    def listed(self, text: str) -> UnitsFound:
        """Return the units of a list: ``Phòng A, Phòng B và Công an``; a name may hold commas and ``và`` itself."""
        known: list[str] = []
        unknown: list[str] = []
        rest = text.strip(_BETWEEN)
        while rest:
            taken = self._taken(rest)
            if taken is not None:
                known.append(taken[0])
                rest = rest[taken[1] :]
                rest = rest[_MODIFIER.match(rest).end() :] if _MODIFIER.match(rest) else rest  # type: ignore[union-attr]
            else:
                part, cut = _first_part(rest)
                if part and not _NOBODY.fullmatch(part):
                    unknown.append(part)
                rest = rest[cut:]
            rest = _JOIN.sub("", rest, count=1).strip(_BETWEEN)
        return UnitsFound(tuple(dict.fromkeys(known)), tuple(dict.fromkeys(unknown)))

    def only(self, text: str) -> bool:
        """Tell whether *text* is nothing but names of units."""
        if self.whole(text) is not None:
            return True
        found = self.listed(text)
        return bool(found.known) and all(_COMPANY.match(name) and len(name.split()) <= 8 for name in found.unknown)

    def _taken(self, rest: str) -> tuple[str, int] | None:
        """Return the unit that *rest* opens with, behind words of honour if need be, and how far its name reaches."""
        start = 0
        while True:
            hit = self.leading(rest[start:])
            if hit is not None:
                return hit[0], start + _length_of_words(rest[start:], hit[1])
            honour = _HONOUR.match(rest[start:])
            if honour is None:
                return None
            start += honour.end()

    def leading(self, text: str) -> tuple[str, int] | None:
        """Return the unit whose name *text* begins with, and how many of its words that takes."""
        said = _unit_words(text)
        for name, ref in self._names:
            if said[: len(name)] == name and (ref.startswith(self._own + "/") or not self._own_has(name)):
                return ref, len(name)
        return None

    def inside(self, text: str) -> list[tuple[int, str]]:
        """Return every unit named in *text* with the offset of its first letter, longer names first where they overlap."""
        starts = [m.start() for m in re.finditer(r"(?<![\w&])[^\W\d_]", text)]
        found: list[tuple[int, str]] = []
        taken = -1
        for start in starts:
            if start <= taken:
                continue
            hit = self.leading(text[start : start + 140])
            if hit is not None:
                found.append((start, hit[0]))
                taken = start + _length_of_words(text[start:], hit[1])
        return found

    def _own_has(self, name: tuple[str, ...]) -> bool:
        return any(n == name and ref.startswith(self._own + "/") for n, ref in self._names)


@lru_cache(maxsize=20_000)
def _unit_words(name: str) -> tuple[str, ...]:
    return tuple(w for part in words(re.sub(r"&", " và ", name)) if (w := part) != "va")


def _length_of_words(text: str, count: int) -> int:
    """Return how far the first *count* words of *text* reach; ``&`` and ``và`` are not counted."""
    seen = 0
    for match in re.finditer(r"[^\W_]+", text):
        if fold(match[0]) == "va":
            continue
        seen += len(words(match[0])) or 1
        if seen >= count:
            return match.end()
    return len(text)
