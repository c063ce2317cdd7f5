"""The citations of a plan: which documents each clause names, and in what role."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from kehoach.model.catalogues import Reference
from kehoach.model.plan import Citation
from kehoach.transcription.citations import Citations
from kehoach.transcription.mention import Mention
from kehoach.vietnamese import canonical, squeeze

_PURPOSE = re.compile(
    r"\A(?:quán triệt|triển khai|cụ thể|thực hiện|tổ chức thực hiện)|(?:phải|nhằm|để)\s+(?:\w+\s+)?(?:cụ thể hóa|cụ thể hoá|triển khai|thực hiện)|gắn triển khai thực hiện|gắn .{0,40} với thực hiện|trọng tâm là",
    re.IGNORECASE,
)
_BASIS = re.compile(r"\A(?:[\d.()]+\s*)?(?:Căn cứ|Theo)\b")
_REPLACES = re.compile(r"thay thế", re.IGNORECASE)
_CLOSES = re.compile(r"\ATrên đây là", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZĐÂÊÔƠƯĂÁÀẢÃẠ“(])")


_ACTS = re.compile(r", các |xây dựng|(?:bảo|đảm) (?:đảm|bảo)")
_OWN_RESOLUTION = re.compile(r"(?:chỉ tiêu|mục tiêu)\s+(?P<what>Nghị quyết)(?=\s*(?:[,.;]|\Z|đề ra|đã đề ra))")
"""A bare "Nghị quyết" behind a goal is the one that the plan's title carries out."""
Role = Literal["basis", "implements", "mentions", "replaces"]


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation with the mention it was read from."""

    citation: Citation
    mention: Mention
    known: bool


def citations_of(finder: Citations, references: Mapping[str, Reference], texts: Iterable[tuple[str, str, str]]) -> list[Cited]:
    """Return the citations of *texts* (clause, text, title of the heading it stands under), one per clause and document."""
    found: dict[tuple[str, str], Cited] = {}
    own: str | None = None
    for clause, text, heading in texts:
        if clause == "Tiêu đề":
            congresses = [m.ref for m in finder.mentions(text) if m.kind == "NQ" and m.ref and not m.number]
            own = congresses[0] if len(congresses) == 1 else None
        if own and (match := _OWN_RESOLUTION.search(text)) and (clause, own) not in found:
            mention = Mention(match.start("what"), match.end(), match["what"], "NQ", title=match["what"], ref=own)
            found[clause, own] = Cited(Citation(ref=own, clause=clause, role="mentions", title=match["what"]), mention, known=True)
        for mention, sentence in _placed(finder, text):
            ref = mention.ref or mention.proposed
            if (clause, ref) not in found:
                role = _role(clause, heading, sentence, sentence.find(mention.printed))
                citation = Citation(ref=ref, clause=clause, role=role, **_differences(mention, references.get(ref)))
                found[clause, ref] = Cited(citation, mention, ref in references)
    return list(found.values())


def _placed(finder: Citations, text: str) -> Iterator[tuple[Mention, str]]:
    """Yield every mention with the sentence it stands in."""
    starts = [0, *(m.end() for m in _SENTENCE.finditer(text))]
    for mention in finder.mentions(text):
        start = max(s for s in starts if s <= mention.start)
        end = next((s for s in starts if s > mention.start), len(text))
        yield mention, text[start:end]


def _role(clause: str, heading: str, sentence: str, at: int) -> Role:
    if _REPLACES.search(sentence):
        return "replaces"
    if clause == "Tiêu đề":
        return "implements"
    if _BASIS.match(sentence) and not _ACTS.search(sentence[: max(at, 0)]):
        return "basis"
    if clause == "Mở đầu" or _CLOSES.match(sentence):
        return "implements"
    if canonical("mục đích") in canonical(heading) and _PURPOSE.search(sentence.lstrip("-+ ")):
        return "implements"
    return "mentions"


def _differences(mention: Mention, known: Reference | None) -> dict[str, str]:
    """Return what this plan prints differently from the catalogue."""
    if known is None:
        return {}
    differs = {}
    if mention.number and known.number and canonical(mention.number) != canonical(known.number):
        differs["number"] = mention.number
    if mention.date and known.date and mention.date != known.date:
        differs["date"] = mention.date
    if not mention.number and mention.title and _bare(mention.title) != _bare(known.title):
        differs["title"] = squeeze(mention.title)
    return differs


def _bare(title: str) -> str:
    return re.sub(r"\W+", "", canonical(title).removeprefix(canonical("về ")))
