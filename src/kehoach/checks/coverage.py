"""``verify --coverage``: the figures of a document that no record claims, so that a reviewer sees what was missed.

A figure is a number with a per cent sign or a unit behind it. Document numbers, dates, years and clause numbers are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kehoach.checks.evidence import Proof, pieces
from kehoach.files.source.lines import Part
from kehoach.vietnamese import as_printed, number, parse_number

_UNITS = (
    "tỷ đồng|triệu đồng|nghìn đồng|đồng|tỷ|ha|km2|m2|km|m|kV|kW|MW|tấn|tạ|lít|m3|doanh nghiệp|hợp tác xã|cơ sở|hộ|căn|trường|phòng|lớp|khóa|khoá|bác sỹ|bác sĩ|"
    "giường|người|trẻ|dân|học sinh|sinh viên|giáo viên|đoàn viên|hội viên|chi đoàn|dự án|công trình|tuyến|mô hình|thôn|tổ dân phố|tổ|vụ|lần|buổi|cuộc|lao động|"
    "hội nghị|tiêu chí|con số|tuổi|sản phẩm|thửa|cây|điểm|xã|phường|máy|camera|kênh|nhiệm vụ|chỉ tiêu|đề án|năm|tháng"
)
_FIGURE = re.compile(rf"(?<![\w.,/-])\d+(?:[.,]\d+)*\s*(?:%|(?:{_UNITS})(?!\w))", re.IGNORECASE)
_DATE_BEFORE = re.compile(r"(?:ngày|tháng|năm|quý)\s*\Z|[\d/]\s*\Z", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20|21)\d\d(?!\d)[^%]*\Z")
_DATE_UNIT = re.compile(r"(?:năm|tháng)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure of a document: where it is printed, and the record that claims it or the reason why none does."""

    plan: str
    clause: str
    line: int
    printed: str
    covered_by: str | None = None
    reason: str | None = None


def figures(proof: Proof) -> Iterator[Figure]:
    """Yield every figure of the document in order, claimed or not."""
    for part in proof.document.parts:
        claims = list(_claims(proof, part))
        for match in _FIGURE.finditer(part.text):
            if _is_date(part.text, match):
                continue
            start, end = len(as_printed(part.text[: match.start()])), len(as_printed(part.text[: match.end()]))
            claim = next((c for c in claims if c.start <= start and end <= c.end), None)
            yield Figure(
                plan=proof.plan.id,
                clause=part.clause,
                line=part.line_at(match.start()),
                printed=match[0],
                covered_by=claim.ref if claim else None,
                reason=claim.reason if claim else None,
            )


@dataclass(frozen=True, slots=True)
class _Claim:
    start: int
    end: int
    ref: str | None
    reason: str | None = None


def _claims(proof: Proof, part: Part) -> Iterator[_Claim]:
    """Yield the stretches of *part*, in folded characters, that a record or an explanation claims."""
    plan, text = proof.plan, as_printed(part.text)
    same = (
        {part.clause}
        | ({"Tiêu đề", "Kính gửi", "Mở đầu"} if part.clause == "Mở đầu" else set())
        | ({"Kết"} if part in proof.document.by_clause.get("Kết", ()) else set())
    )
    for target in plan.targets:
        if target.clause in same:
            yield from _spans(text, pieces(target.quote), plan.ref(target.id))
            if target.base is not None:
                yield from _spans(text, [f"{number(target.base.value)} {target.base.unit or ''}"], plan.ref(target.id))
    for project in plan.projects:
        if project.clause in same and project.area is not None:
            yield from _areas(text, project.area.value, project.area.unit, plan.ref(project.id))
    for entry in plan.uncovered:
        if entry.clause in same:
            want = re.escape(as_printed(entry.printed))
            yield from (_Claim(m.start(), m.end(), None, entry.reason) for m in re.finditer(want, text))


def _spans(text: str, wanted: list[str], ref: str | None) -> Iterator[_Claim]:
    position = 0
    for piece in wanted:
        want = as_printed(piece)
        start = text.find(want, position)
        if start < 0:
            return
        position = start + len(want)
        yield _Claim(start, position, ref)


def _areas(text: str, value: int | Decimal, unit: str, ref: str) -> Iterator[_Claim]:
    for match in re.finditer(rf"(\d+(?:[.,]\d+)*){re.escape(as_printed(unit))}", text):
        if parse_number(match[1]) == value:
            yield _Claim(match.start(), match.end(), ref)


def _is_date(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()]
    return bool(_YEAR.match(match[0]) or (_DATE_UNIT.search(match[0]) and _DATE_BEFORE.search(before)))
