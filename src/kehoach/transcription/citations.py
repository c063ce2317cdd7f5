"""Documents cited in a text: by the grammar of their numbers, by congress, by name; those inside another's title left out.

``68/2026/NĐ-CP``, ``109/KH-UBND``, ``2399/UBND-VHXX``: number, year of issue for norms, then kind and issuer. The Party writes
``01-CTr/ĐU``, ``57-NQ/TW``. A congress's resolution has no number; laws, programmes and schemes are known by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from rapidfuzz import fuzz

from kehoach.model.catalogues import Reference
from kehoach.transcription.mention import KIND_WORDS, Mention, kind_in, number_key, plain_text, title_key
from kehoach.vietnamese import canonical, fold, slugify, squeeze

_STATE_NUMBER = r"\d{1,5}\s?/\s?(?:(?:19|20)\d\d\s?/\s?)?[A-ZĐ]{1,6}[a-z]{0,2}\d{0,2}(?:\s?[-–]\s?[A-ZĐ][\w&Đ]*)*"
_PARTY_NUMBER = r"\d{1,5}\s?[-–]\s?[A-ZĐ][A-Za-zĐđ]{0,4}\s?/\s?[A-ZĐ][\wĐ]*(?:[-–][A-ZĐ]+)*"
_KIND = r"(?P<kind>" + "|".join(sorted(KIND_WORDS, key=len, reverse=True)) + r")"
_NUMBERED = re.compile(
    rf"(?:{_KIND}(?:\s+(?:của\s+)?số|\s+liên tịch số)?\s*:?\s+)?(?<![\w/])(?P<number>{_PARTY_NUMBER}|{_STATE_NUMBER})(?!\w)"
)
_BARE = re.compile(
    r"(?P<kind>Nghị quyết|Nghị định|Kết luận|Đề án|Chỉ thị|Quyết định|Thông tư)\s+(?:số\s+)?(?P<number>\d{1,4})(?![\d./%-])(?P<issuer>\s+của\s+(?:Bộ Chính trị|Chính phủ|Thủ tướng Chính phủ|Ban Bí thư|Trung ương|Quốc hội|Thành ủy|Tỉnh ủy))?"
)
_CONGRESS = re.compile(
    r"(?P<plural>[Cc]ác\s+)?(?P<head>Nghị quyết\s+)?Đại hội\s+(?P<words>(?:Đảng bộ|đại biểu|Đảng|lần thứ|toàn quốc|thành phố|tỉnh|huyện|phường|xã|đặc khu|UBND|Ủy ban nhân dân|của|bộ|"
    r"nhất|hai|(?!Nghị|Đại|Chương|Kế|Ban|Chỉ|Kết)[A-ZĐ]\w*|thứ|[IVX]+|\(|\)|nhiệm kỳ|,(?=\s+(?:nhiệm kỳ|lần thứ))|\s|20\d\d|[-–])+)"
)
_NAMED = re.compile(
    r"(?P<name>(?:Bộ tiêu chí|Bộ luật|Luật)\s+(?:[^,;.()“”\"]|,(?=\s+(?:chống|chữa|cứu)\s)){2,90}|[Cc]hương trình mục tiêu quốc gia\s+[^,;.()“”\"]{3,90}|Điều lệ Đảng(?: Cộng sản Việt Nam)?|[Đđ]ề án\s+“[^”]{4,300}”)"
)
_DATE = re.compile(
    r"\s*,?\s*(?:ban hành\s+)?(?:ngày\s+)?(?:(?P<d>\d{1,2})\s*[/.-]\s*(?P<m>\d{1,2})\s*[/.-]\s*(?P<y>(?:19|20)\d\d)|(?P<d2>\d{1,2})\s+tháng\s+(?P<m2>\d{1,2})\s+năm\s+(?P<y2>(?:19|20)\d\d))"
)
_ISSUER = re.compile(
    r"\s*,?\s*(?:của\s+)?(?P<issuer>(?:Ban|Bộ|Chính phủ|Quốc hội|Thủ tướng|Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng|Hội nghị|Đảng ủy|Đảng uỷ|Thành ủy|Tỉnh ủy|Huyện ủy|Trung ương|Chủ tịch|Sở)\b[^,;.“”\"]*?)"
    r"(?=\s+(?:về|thực hiện|ban hành|phê duyệt|quy định|sửa đổi|triển khai|thông qua|và\s+(?:"
    + "|".join([*KIND_WORDS, "Bộ luật"])
    + r")\b|“|\")|\s*[,;.“\"(]|\s*\Z)"
)
_TITLE = re.compile(r"\s*,?\s*(?P<title>(?:[“\"][^”\"]+[”\"])|(?:về(?: việc)?|thực hiện|ban hành|phê duyệt|quy định|triển khai)\s+[^;.]+)")
_GOVERNS = re.compile(
    r"(?:thực hiện|triển khai|cụ thể hóa|cụ thể hoá|ban hành|phê duyệt|sửa đổi|bổ sung|hướng dẫn|thi hành|kết luận|theo|quán triệt|“|\")\s*(?:một số (?:điều|nội dung) của\s+|nội dung\s+|hiệu quả\s+|có hiệu quả\s+)?\Z",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:nhiệm kỳ [\d\s–-]+|\([^)]*\))?\s*(?:,|và|, và)\s*\Z")
_ORDERED = re.compile(
    r"(?:xây dựng|ban hành|lập|soạn thảo|tham mưu|trình)\s+(?:và\s+(?:triển khai|tổ chức|ban hành)[\w\s]{0,20})?\Z", re.IGNORECASE
)


class Citations:
    """Finds the documents that texts of one ward's plan cite, with the catalogue of references."""

    def __init__(self, references: Mapping[str, Reference], ward: str, ward_name: str) -> None:
        self._references = references
        self._ward, self._ward_name = ward, ward_name
        self._numbers: dict[str, list[str]] = {}
        self._seen: dict[str, list[Mention]] = {}
        for ref, entry in references.items():
            for number in filter(None, {entry.number, entry.official.number if entry.official else None}):
                self._numbers.setdefault(number_key(number), []).append(ref)
        self._congresses = {ref: level for ref, e in references.items() if not e.number and (level := self._level(e.title, e.issuer or ""))}
        self._titles = {ref: title_key(e.title) for ref, e in references.items() if not e.number and ref not in self._congresses}

    def mentions(self, text: str) -> list[Mention]:
        """Return every document named in *text*, in order, without those inside another's title."""
        if len(self._seen) > 5000:
            self._seen.clear()
        if text in self._seen:
            return self._seen[text]
        found = sorted(
            [*self._numbered(text), *self._congress(text), *self._catalogued(text), *self._named(text)], key=lambda m: (m.start, -m.end)
        )
        self._seen[text] = list(_outermost(list(_numbered_laws(found, text)), text))
        return self._seen[text]

    def _numbered(self, text: str) -> Iterator[Mention]:
        taken: list[tuple[int, int]] = []
        for match in _NUMBERED.finditer(text):
            if not match["kind"] and not kind_in(match["number"]):
                continue
            taken.append(match.span())
            yield self._described(text, match, re.sub(r"\s", "", match["number"]).replace("–", "-"))
        for match in _BARE.finditer(text):
            if any(start <= match.start("number") < end for start, end in taken):
                continue
            ref = self._by_bare_number(match["kind"], match["number"], match["issuer"] or "")
            if ref or match["kind"] == "Đề án" or match["issuer"]:
                kind = KIND_WORDS[match["kind"]]
                yield Mention(
                    match.start(), match.end(), match[0], kind=kind, number=match["number"], ref=ref, issuer=_after_of(match["issuer"])
                )

    def _described(self, text: str, match: re.Match[str], number: str) -> Mention:
        end = match.end()
        date = _DATE.match(text, end)
        end = date.end() if date else end
        issuer = _ISSUER.match(text, end)
        end = issuer.end() if issuer else end
        title = _TITLE.match(text, end)
        day = _iso(date) if date else None
        kind = KIND_WORDS.get(match["kind"] or "") or kind_in(number)
        who = squeeze(issuer["issuer"]) if issuer else None
        refs = self._numbers.get(number_key(number), [])
        ref = next((r for r in refs if day and self._references[r].date == day), None) or self._own(refs, who)
        return Mention(match.start(), end, match[0], kind, number, day, who, squeeze(title["title"]) if title else None, ref)

    def _own(self, refs: list[str], issuer: str | None) -> str | None:
        """Of documents with one number, take the one of this issuer, then of this ward."""
        if len(refs) < 2:
            return refs[0] if refs else None
        by_issuer = [r for r in refs if issuer and fuzz.token_set_ratio(fold(issuer), fold(self._references[r].issuer or "")) > 85]
        by_ward = [
            r for r in by_issuer or refs if self._ward in r or canonical(self._ward_name) in canonical(self._references[r].issuer or "")
        ]
        return next(iter(by_ward or by_issuer), None)

    def _by_bare_number(self, kind: str, number: str, issuer: str) -> str | None:
        for ref, entry in self._references.items():
            if (
                entry.kind == KIND_WORDS[kind]
                and re.match(rf"0*{int(number)}(?!\d)", entry.number or "")
                and (not issuer or fold(entry.issuer or "") in fold(issuer))
            ):
                return ref
        want = fold(f"{kind} {number}")
        return next((ref for ref, entry in self._references.items() if fold(entry.title) == want), None)

    def _congress(self, text: str) -> Iterator[Mention]:
        for match in _CONGRESS.finditer(text):
            words = match["words"].rstrip(" ,(-–")
            level = self._level("Nghị quyết Đại hội " + words, "")
            before = text[: match.start()]
            unnamed = level is None and bool(match["head"]) and bool(re.search(r"lần thứ [IVX]+", words))
            if match["plural"] or (level is None and not unnamed) or (not match["head"] and not re.search(r"(?:,|và|\d)\s*\Z", before)):
                continue
            if not match["head"] and not (level is not None and level[0] == "nation" and re.search(r"[Nn]ghị quyết", before[-250:])):
                continue
            start = match.start("head") if match["head"] else match.start()
            ref = next((ref for ref, own in self._congresses.items() if own == level), None) if level else None
            yield Mention(start, match.start("words") + len(words), squeeze(text[start : match.start("words") + len(words)]), "NQ", ref=ref)

    def _level(self, title: str, issuer: str) -> tuple[str, ...] | None:
        """Return whose congress it is: the nation's with its number, the province's, a ward's, its people's committee's."""
        text = canonical(title)
        if canonical("đại hội") not in text:
            return None
        ordinal = re.search(r"\b(x[ivx]*)\b", text)
        if canonical("toàn quốc") in text or (ordinal and (canonical("của đảng") in text or canonical("đại hội đảng") in text)):
            return ("nation", ordinal[1] if ordinal else "")
        if re.search(rf"{canonical('đảng bộ')} (?:ubnd|{canonical('ủy ban nhân dân')})", text + " " + canonical(issuer)):
            return ("committee", self._ward_in(title + " " + issuer))
        if match := re.search(
            rf"{canonical('đảng bộ')} (?P<who>{canonical('thành phố')}|{canonical('tỉnh')}|{canonical('phường')}|{canonical('xã')}|{canonical('đặc khu')}|{canonical('huyện')})",
            text,
        ):
            province = match["who"] in (canonical("thành phố"), canonical("tỉnh"))
            return ("province",) if province else ("ward", self._ward_in(title + " " + issuer))
        if match := re.search(rf"{canonical('đại hội')}(?: {canonical('đại biểu')})? {canonical('đảng bộ')}", text):
            return ("ward", self._ward) if re.search(canonical("phường") + "|" + canonical("xã"), text[match.end() :]) else None
        return None

    def _ward_in(self, words: str) -> str:
        """Return this ward where its name, or no name, stands in *words*; the words themselves where another's does."""
        if canonical(self._ward_name) in canonical(words):
            return self._ward
        named = re.search(r"(?:phường|xã|đặc khu)\s+([A-ZĐ]\w*(?:\s+[A-ZĐ]\w*)*)(?<!\bI)", words)
        return slugify(named[1]) if named else self._ward

    def _catalogued(self, text: str) -> Iterator[Mention]:
        plain = plain_text(text)
        for ref, key in self._titles.items():
            start = plain.find(key)
            while start >= 0:
                end = start + len(key)
                if not plain[end : end + 1].isalnum() and not plain[max(start - 1, 0) : start].isalnum():
                    yield Mention(
                        start, end, squeeze(text[start:end]), ref=ref, kind=self._references[ref].kind, title=squeeze(text[start:end])
                    )
                start = plain.find(key, end)

    def _named(self, text: str) -> Iterator[Mention]:
        position = 0
        while (match := _NAMED.search(text, position)) is not None:
            name = (
                match["name"]
                if "“" in match["name"]
                else re.split(r"\s+(?:và|phấn đấu|theo|để|nhằm|trong|gắn|đến|tại|ngày|số|năm|được|sửa đổi)\s", match["name"])[0].strip()
            )
            position = match.start() + max(len(name), 1)
            if _ORDERED.search(text[: match.start()]) or not (
                len(name.split()) > 1 and (name[0].isupper() or "mục tiêu quốc gia" in name or "“" in name)
            ):
                continue
            ref = self._nearest_title(title_key(name))
            if ref or re.match(r"Bộ luật|Luật [A-ZĐ]|Bộ tiêu chí [Qq]uốc gia|[Cc]hương trình mục tiêu|Điều lệ Đảng|[Đđ]ề án “", name):
                yield Mention(match.start(), match.start() + len(name), name, title=name, ref=ref)

    def _nearest_title(self, name: str) -> str | None:
        """Return the entry of the same head word whose other words are the same but for a few."""
        head, tail = _split_head(name)
        scored = [
            (fuzz.token_set_ratio(_split_head(key)[1], tail), ref) for ref, key in self._titles.items() if _split_head(key)[0] == head
        ]
        score, ref = max(scored, default=(0.0, ""))
        return ref if score >= 75 else None


def _split_head(key: str) -> tuple[str, str]:
    match = re.match(r"(bo tieu chi|bo luat|luat|chuong trinh muc tieu quoc gia)\s+", key)
    return (match[1], key[match.end() :]) if match else ("", key)


def _numbered_laws(found: list[Mention], text: str) -> Iterator[Mention]:
    """Give a law its number where that follows its name: ``Luật Đất đai số 31/2024/QH15``."""
    law: Mention | None = None
    for mention in found:
        behind = text[law.end : mention.start] if law is not None else ""
        if law is not None and mention.kind == "QH" and re.fullmatch(r"(?:,?\s+[^;.()A-ZĐ\d]{3,60}?)??\s*,?\s*(?:số\s*:?\s*)?", behind):
            mention = replace(law, kind="Luật", end=mention.end, number=mention.number, date=mention.date, ref=mention.ref or law.ref)  # noqa: PLW2901
            yield mention
            law = None
            continue
        if law is not None:
            yield law
        law = mention if mention.number is None else None
        if law is None:
            yield mention
    if law is not None:
        yield law


def _outermost(found: list[Mention], text: str) -> Iterator[Mention]:
    """Leave out what stands inside another's name or is governed by another's title."""
    last: Mention | None = None
    nested = False
    for mention in found:
        if last is not None and mention.start < last.end:
            continue
        if last is not None:
            between = text[last.end : mention.start]
            if re.search(r";|\.\s+[A-ZĐ“]|\n", between):
                nested = False
            elif nested:
                nested = bool(_LISTED.search(between)) or bool(_GOVERNS.search(between))
            else:
                nested = last.number is not None and _is_document(last) and bool(_GOVERNS.search(between)) and _title_opens(between)
        if not nested:
            yield mention
        last = mention


def _is_document(mention: Mention) -> bool:
    return mention.kind != "ĐA" or "/" in (mention.number or "")


def _title_opens(between: str) -> bool:
    """A title opens with ``về`` or its verb right behind the issuer; a comma before it takes the sentence up again."""
    return bool(
        re.match(
            r"\s*(?:,\s*)?(?:[“\"]\s*)?(?:về(?: việc)?\s+)?(?:tiếp tục\s+)?(?:ban hành|thực hiện|triển khai|cụ thể|sửa đổi|bổ sung|phê duyệt|hướng dẫn|tổ chức|quy định|thi hành)",
            between,
        )
    )


def _iso(match: re.Match[str]) -> str | None:
    day, month, year = (match["d"] or match["d2"], match["m"] or match["m2"], match["y"] or match["y2"])
    return f"{year}-{int(month):02d}-{int(day):02d}" if 1 <= int(month) <= 12 and 1 <= int(day) <= 31 else None


def _after_of(issuer: str | None) -> str | None:
    return re.sub(r"\A\s*của\s+", "", issuer).strip() if issuer else None
