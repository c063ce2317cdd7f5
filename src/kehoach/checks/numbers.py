"""The forms of a document's number: those of Nghị định 30/2020/NĐ-CP, of the National Assembly, and of the Party."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import get_args

from kehoach.model.plan import Kind
from kehoach.vietnamese import fold, squeeze

_OF_PLANS = frozenset(get_args(Kind))
_KINDS = frozenset(
    fold(kind) for kind in (*_OF_PLANS, "NĐ", "TT", "TTLT", "NQLT", "L", "PL", "LTC", "QC", "SL", "ĐL", "CTHĐ", "CTPH", "QyC")
)
_ORG = r"[A-ZĐƯa-z0-9&.]+(?:-[A-ZĐƯa-z0-9&.]+)*"
_ASSEMBLY = re.compile(r"(?P<n>\d+)/(?P<year>\d{4})/(?:(?P<kind>NQ|PL)-)?(?P<org>(?:UBTV)?QH\d{1,2})\Z")
_LEGAL = re.compile(rf"(?P<n>\d+)/(?P<year>\d{{4}})/(?P<kind>[^\W\d_]+)-(?P<org>{_ORG})\Z")
_STATE = re.compile(rf"(?P<n>\d+[a-zA-Z]?)/(?P<kind>[^\W\d_]+)-(?P<org>{_ORG})\Z")
_PARTY = re.compile(rf"(?P<n>\d+[a-zA-Z]?)-(?P<kind>[^\W\d_]+)/(?P<org>{_ORG})\Z")
_LETTER = re.compile(r"(?P<n>\d+[a-zA-Z]?)/(?P<org>[A-ZĐ][A-ZĐƯa-z0-9&.]*)(?:-(?P<unit>[A-ZĐƯa-z0-9&.]+(?:-[A-ZĐƯa-z0-9&.]+)*))?\Z")
_BODIES = {
    "UBND": r"uy ban nhan dan|ubnd|chu tich",
    "HĐND": r"hoi dong nhan dan|hdnd",
    "TW": r"trung uong|bo chinh tri|ban bi thu|\btw\b",
    "TU": r"(thanh|tinh) uy|dang bo (thanh pho|tinh)",
    "ĐU": r"dang uy|dang bo",
    "CP": r"chinh phu",
    "TTg": r"thu tuong",
}
_PARTY_ORGS, _STATE_ORGS = frozenset({"TW", "TU", "ĐU", "QU", "HU"}), frozenset({"UBND", "HĐND", "CP", "TTg"})


@dataclass(frozen=True, slots=True)
class Number:
    """A number taken apart: the form it follows, its kind, year, issuing body and, in a công văn, the unit that drafted it."""

    form: str
    org: str
    kind: str | None = None
    year: str | None = None
    unit: str | None = None


@lru_cache(maxsize=4096)
def parse(number: str) -> Number | None:
    """Return the parts of *number*, ``None`` where it follows no known form; all wards cite the same laws."""
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", re.sub(r"\s+", "", squeeze(number)))
    for form, pattern in (("assembly", _ASSEMBLY), ("legal", _LEGAL), ("party", _PARTY), ("state", _STATE), ("letter", _LETTER)):
        match = pattern.match(text)
        found = match.groupdict() if match else {}
        kind = found.get("kind")
        if match and (kind is None or fold(kind) in _KINDS or (form == "party" and fold(kind) == "cv")):
            return Number(form, found["org"], kind, found.get("year"), found.get("unit"))
    return None


def fault(number: Number | None, kind: str | None, date: str | None, issuer: str | None) -> str | None:
    """Say what is wrong with a number: its form, or its kind, year or body against those that the document gives."""
    if number is None:
        return "không theo thể thức nào đã biết"
    head = number.org.split("-")[0]
    if number.form == "state" and head in _PARTY_ORGS:
        return f"viết theo lối của cơ quan nhà nước, văn bản của Đảng viết số-{number.kind}/{head}"
    if number.form == "party" and head in _STATE_ORGS:
        return f"viết theo lối của Đảng, văn bản của cơ quan nhà nước viết số/{number.kind}-{head}"
    if number.kind and kind in _OF_PLANS and fold(number.kind) != fold(str(kind)):
        return f"mang ký hiệu {number.kind} nhưng văn bản gọi là {kind}"
    if number.form == "letter" and kind in _OF_PLANS and kind != "CV":
        return f"viết như số của công văn, thiếu ký hiệu {kind}"
    if number.year and date and number.year != date[:4]:
        return f"ghi năm {number.year} nhưng ngày ban hành là năm {date[:4]}"
    if issuer and head in _BODIES and not re.search(_BODIES[head], fold(issuer)):
        return f"mang ký hiệu {head} nhưng nơi ban hành ghi là {issuer}"
    return None


def drafting_unit(letters: str, units: Iterable[str]) -> tuple[str, str] | None:
    """Return the abbreviation and the name of the unit that *letters* miss by one letter, ``None`` where they hit one or miss all."""
    known = {short: name for name in units for short in _abbreviations(name)}
    if letters in known or len(letters) < 4:
        return None
    near = [short for short in known if len(short) == len(letters) and sum(a != b for a, b in zip(short, letters, strict=True)) == 1]
    return (near[0], known[near[0]]) if near else None


@lru_cache(maxsize=4096)
def _abbreviations(name: str) -> tuple[str, ...]:
    """Return the abbreviations of a unit; most wards have units of the same names."""
    words = re.findall(r"[^\W\d_]+", squeeze(name))
    every = [word[0].upper() for word in words]
    significant = [word[0].upper() for word in words if fold(word) not in ("va", "phuong", "xa", "thanh", "pho", "phong")]
    return tuple(dict.fromkeys(("".join(every), "".join(every[1:]), "".join(significant))))
