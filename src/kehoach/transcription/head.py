"""A document's head and foot: who issued it, its kind, number and date, its title, who signed and who gets it.

The places and words are those of Nghị định 30/2020/NĐ-CP (and Hướng dẫn 36-HD/VPTW for the Party). What is blank stays blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kehoach.files.source.lines import Line
from kehoach.model.plan import Attachments, Kind, Signature, Span
from kehoach.transcription.foot import read_foot
from kehoach.vietnamese import canonical, squeeze

KINDS: dict[str, Kind] = {
    "nghị quyết": "NQ",
    "quyết định": "QĐ",
    "chỉ thị": "CT",
    "quy chế": "QC",
    "thông báo": "TB",
    "hướng dẫn": "HD",
    "chương trình hành động": "CTr",
    "chương trình công tác": "CTr",
    "chương trình": "CTr",
    "kế hoạch": "KH",
    "phương án": "PA",
    "đề án": "ĐA",
    "dự án": "DA",
    "báo cáo": "BC",
    "tờ trình": "TTr",
    "kết luận": "KL",
    "công điện": "CĐ",
}
"""Names of kinds as printed above the title, the longer before the shorter."""

_NUMBER = re.compile(r"Số\s*:?\s*(?P<number>\d{1,5})?[\s.…]*(?P<sep>[/\-–])\s*(?P<symbol>[^\W\d_][\w&.\-–/ ]*?)(?=\s+\S+.*ngày|\s*\Z)")
_DATED = re.compile(
    r"(?P<place>[^\W\d_][\w .'-]*?),?\s+ngày[\s.…]*(?P<day>\d{1,2})?[\s.…]*tháng[\s.…]*(?P<month>\d{1,2})?[\s.…]*năm[\s.…]*(?P<year>(?:19|20|21)\d\d)?\s*\Z"
    r"|(?P<place2>[^\W\d_][\w .'-]*?),?\s+ngày\s+(?P<day2>\d{1,2})\s*[/.]\s*(?P<month2>\d{1,2})\s*[/.]\s*(?P<year2>(?:19|20)\d\d)\s*\Z"
)
_STATE = re.compile(r"CỘNG H[ÒO][ÀA] XÃ HỘI|Độc lập|ĐẢNG CỘNG SẢN", re.IGNORECASE)
_OPENER = re.compile(r"(?:Căn cứ|Thực hiện|Triển khai|Để|Nhằm|Trên cơ sở|Tiếp tục thực hiện|Xét|Theo)\b")
_ABOUT = re.compile(r"(?:V/v|v/v|Về việc|về việc|Về|về)\s*:?\s+")
_SPAN = re.compile(
    r"(?:giai đoạn|5 năm|năm năm|thời kỳ|nhiệm kỳ|các năm|từ năm)\s*\(?\s*(?P<first>20\d\d)\s*(?:[-–—]|đến(?: năm)?)\s*(?P<last>20\d\d)",
    re.IGNORECASE,
)
_TERM = re.compile(
    r"(?:phường|xã|đặc khu)\b[^;,]*(?:lần thứ[^;,]*)?,?\s*nhiệm kỳ\s*(?P<first>20\d\d)\s*[-–]\s*(?P<last>20\d\d)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\bnăm\s+(?P<year>20\d\d)\b", re.IGNORECASE)
_HORIZON = re.compile(r"(?:tầm nhìn|định hướng|giai đoạn)\s+đến(?: năm)?\s+(?P<year>20\d\d)", re.IGNORECASE)
_ENCLOSED = re.compile(r"\((?:[Cc]ó|[Kk]èm theo|[Gg]ửi kèm)\s+(?P<what>[^()]{4,200}?)(?:\s+kèm theo)?\)")
_SENT = re.compile(
    r"(?P<what>(?:Chương trình hành động|Chương trình|Kế hoạch|Quyết định|Nghị quyết|Công văn|Hướng dẫn) số [^()]{5,160}?)(?: về [^()]*)?\s*\((?:gửi|có gửi) kèm\)"
)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the first heading and after the last, as printed."""

    kind: Kind
    title: str
    issuer: str | None
    """The issuing body in the document's own words."""
    number: str | None
    symbol: str | None
    issued: str | None
    place_line: str | None
    period: Span | None
    signed: Signature | None
    addressees: tuple[str, ...]
    recipients: tuple[str, ...]
    attachments: Attachments
    doubts: tuple[str, ...]


def read_head(lines: list[Line], first: int, appendices: tuple[str, ...]) -> Head:
    """Return the head of a document whose first heading is line *first*."""
    opening = lines[:first] or lines[:40]
    number, symbol = _number(opening)
    kind, title, after = _kind_and_title(opening)
    doubts = []
    if not title:
        doubts.append("không thấy trích yếu; chép tên văn bản vào `title`")
    elif kind is None:
        doubts.append("không thấy tên loại văn bản; tạm ghi theo ký hiệu hoặc KH")
    place, issued = _place_and_date(opening)
    period, doubt = period_of(title or "")
    doubts.extend([doubt] if doubt else [])
    recipients, signed = read_foot(lines, first)
    announced = tuple(
        squeeze(m["what"]) for line in lines if (m := _SENT.search(line.text) or _ENCLOSED.search(line.text)) and _of_this(m["what"], m.re)
    )
    return Head(
        kind=kind or _kind_of_symbol(symbol) or "KH",
        title=title or "Tên văn bản, chép từ trích yếu",
        issuer=_issuer(opening, after),
        number=number,
        symbol=symbol,
        issued=issued,
        place_line=place,
        period=period,
        signed=signed,
        addressees=tuple(_addressees(opening)),
        recipients=recipients,
        attachments=Attachments(announced=announced, present=appendices),
        doubts=tuple(doubts),
    )


def _of_this(what: str, form: re.Pattern[str]) -> bool:
    """``(Kèm theo Kế hoạch số …)`` at an appendix names the document itself, ``(Kèm theo các biểu)`` what it encloses."""
    return form is _SENT or not re.match(
        r"(?:theo\s+)?(?:Kế hoạch|Chương trình|Quyết định|Nghị quyết|Công văn|Văn bản)\s+(?:số|này)", what, re.IGNORECASE
    )


def _number(opening: list[Line]) -> tuple[str | None, str | None]:
    for line in opening:
        if match := _NUMBER.match(line.text):
            symbol = re.sub(r"\s*([-–/])\s*", r"\1", match["symbol"].strip(" .")).replace("–", "-")
            return match["number"], symbol or None
    return None, None


def _kind_of_symbol(symbol: str | None) -> Kind | None:
    head = re.split(r"[-/]", symbol or "")[0]
    return next((kind for kind in KINDS.values() if kind == head), None)


def _place_and_date(opening: list[Line]) -> tuple[str | None, str | None]:
    for line in opening:
        text = line.text
        if (number := _NUMBER.match(text)) and "ngày" in text:
            text = text[number.end() :].strip()
        if match := _DATED.match(text):
            year, month, day = (match[name] or match[f"{name}2"] for name in ("year", "month", "day"))
            parts = [year, *(f"{int(part):02d}" for part in (month, day) if part and year)]
            whole = month or not day
            return (match["place"] or match["place2"]).strip(), "-".join(p for p in (parts if whole else parts[:1]) if p) or None
    return None, None


def _kind_and_title(opening: list[Line]) -> tuple[Kind | None, str | None, str]:
    """Return the kind, the title, and what stands between them (``CỦA BAN THƯỜNG VỤ …``)."""
    for index, line in enumerate(opening):
        name = canonical(line.text.strip(" :"))
        known = next(
            (
                kind
                for words, kind in KINDS.items()
                if name == canonical(words) or (line.text.isupper() and name.startswith(canonical(words) + " "))
            ),
            None,
        )
        if known and line.text.isupper():
            after = line.text[len(name) :]
            rest = opening[index + 1 :]
            issuer = ""
            while rest and rest[0].text.isupper() and rest[0].text.startswith(("CỦA ", "VỀ ")) and not rest[0].text.startswith("VỀ "):
                issuer, rest = rest[0].text, rest[1:]
            words = " ".join(_title_lines(rest))
            longer = next((w for w in KINDS if name.startswith(canonical(w))), "")
            own = line.text[len(longer) :].strip(" :")
            return known, _plain_title(f"{own} {words}".strip()), issuer or after
    about = next((i for i, line in enumerate(opening) if re.match(r"V/v|v/v|Về việc", line.text)), None)
    if about is not None:
        words = " ".join(_about_lines(opening[about:]))
        return "CV", _plain_title(words), ""
    return None, None, ""


def _title_lines(rest: list[Line]) -> Iterator[str]:
    for index, line in enumerate(rest):
        text = line.text
        if index and (_OPENER.match(text) or (line.after_blank and (len(text) > 170 or _closed(rest, index)))):
            return
        if text.startswith(("(", "Kính gửi")) or re.match(r"[-–_*]{3,}", text) or _DATED.match(text) or _NUMBER.match(text):
            return
        if not index and len(text) > 400:
            return
        if index and text.isupper() and re.match(r"(?:HỘI ĐỒNG|ỦY BAN|UỶ BAN|BAN CHẤP HÀNH|BAN THƯỜNG VỤ|CHỦ TỊCH)\b", text):
            return
        yield text


def _closed(rest: list[Line], index: int) -> bool:
    """Tell whether the paragraph that starts at *index* ends as a sentence: it is no part of a title."""
    text = ""
    for line in rest[index:]:
        if text and line.after_blank and (text[-1] in ".:;," or _OPENER.match(line.text)):
            break
        text += line.text
        if len(text) > 600:
            break
    return text[-1:] in ".:;," and len(text) > 200


def _about_lines(lines: list[Line]) -> Iterator[str]:
    for index, line in enumerate(lines):
        if index and (line.after_blank or _DATED.match(line.text) or line.text.startswith("Kính gửi") or _STATE.search(line.text)):
            return
        yield line.text


def _plain_title(text: str) -> str | None:
    plain = _ABOUT.sub("", squeeze(text), count=1).strip(" .") if _ABOUT.match(squeeze(text)) else squeeze(text).strip(" .")
    if plain.isupper():
        plain = plain[0] + plain[1:].lower()
    return plain[:1].upper() + plain[1:] if plain else None


def period_of(title: str) -> tuple[Span | None, str | None]:
    """Return the years that a title says a plan covers, with a doubt where they may be another document's."""
    horizon = next((int(m["year"]) for m in _HORIZON.finditer(title)), None)
    if match := next((m for m in _SPAN.finditer(title) if not m[0].lower().startswith("nhiệm kỳ")), None):
        span = Span(from_=int(match["first"]), to=int(match["last"]), horizon=horizon if horizon and horizon > int(match["last"]) else None)
        return span, None
    if match := _TERM.search(title):
        return Span(from_=int(match["first"]), to=int(match["last"]), horizon=horizon), "thời kỳ lấy theo nhiệm kỳ in trong trích yếu"
    years = [int(m["year"]) for m in _YEAR.finditer(title) if not re.search(r"(?:ngày|tháng)[^,;]*\Z", title[: m.start()])]
    if len(years) == 1 and re.search(r"(?:đến|tầm nhìn)\s+năm\s+20\d\d", title) is None:
        return Span(from_=years[0], to=years[0]), None
    return None, "trích yếu không in thời kỳ của văn bản" if not years and not _SPAN.search(
        title
    ) else "không rõ thời kỳ của văn bản trong trích yếu"


def _issuer(opening: list[Line], after: str) -> str | None:
    if after.strip().upper().startswith("CỦA"):
        return squeeze(after.strip()[3:])
    words: list[str] = []
    for line in opening:
        if _NUMBER.match(line.text) or not line.text.isupper() or canonical(line.text) in map(canonical, KINDS):
            break
        if not _STATE.search(line.text) and not re.match(r"[*_\-–]+\Z", line.text):
            words.append(line.text)
    return squeeze(" ".join(words)) or None


def _addressees(opening: list[Line]) -> Iterator[str]:
    start = next((i for i, line in enumerate(opening) if line.text.startswith("Kính gửi")), None)
    if start is None:
        return
    same = opening[start].text.partition(":")[2].strip()
    if same:
        yield from (part.strip(" .;") for part in same.split(";") if part.strip(" .;"))
    for line in opening[start + 1 :]:
        if not line.text.startswith(("-", "–", "+")):
            return
        yield line.text.lstrip("-–+ ").rstrip(" ;.,")
