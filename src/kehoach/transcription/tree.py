"""The clauses of a document with the headings above them: what kind of section each stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from kehoach.files.source.clauses import Document
from kehoach.files.source.headings import heading_clauses, heading_part
from kehoach.files.source.lines import Part
from kehoach.model.plan import Section
from kehoach.transcription.sentences import parted
from kehoach.vietnamese import canonical

SectionKind = Literal["purpose", "results", "goals", "assignment", "tasks", "appendix"]
_KINDS: tuple[tuple[SectionKind, str], ...] = (
    ("assignment", r"\A(?:phân công|trách nhiệm thực hiện)"),
    ("tasks", r"nhiệm vụ|giải pháp|tổ chức thực hiện|hoạt động|nội dung|phân công|trách nhiệm|đề nghị|chế độ thông tin|công tác|triển khai"),
    ("purpose", r"mục đích|yêu cầu|quan điểm|nguyên tắc|sự cần thiết|căn cứ pháp lý|phạm vi|đối tượng|giải thích từ ngữ"),
    ("results", r"\A(?:(?:i|những|một số)\s+)?(?:kết quả (?:đạt được|thực hiện|chủ yếu|nổi bật)|đánh giá (?:tình hình|kết quả|chung|việc|thực trạng)|tình hình|thực trạng|tồn tại|hạn chế|nguyên nhân|bối cảnh|đặc điểm|bài học|kiểm điểm|thuận lợi|khó khăn|ưu điểm|khái quát)"),
    ("goals", r"mục tiêu|chỉ tiêu"),
)  # fmt: skip


@dataclass(slots=True)
class Node:
    """A heading with what stands directly under it."""

    clause: str
    title: str
    kind: SectionKind
    above: Node | None = None
    own: str = ""
    """What stands behind the title on its line (``Mục tiêu: …``)."""
    own_part: Part | None = None
    parts: list[Part] = field(default_factory=list)
    rows: list[Part] = field(default_factory=list)
    """Rows of a table whose cells are kept apart."""
    below: list[Node] = field(default_factory=list)

    def path(self) -> Iterator[Node]:
        """Yield this heading and those above it, nearest first."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.above


def nodes(document: Document, sections: tuple[Section, ...]) -> list[Node]:
    """Return the headings of a document in order, each with its parts."""
    made: dict[str, Node] = {}
    for clause, section in heading_clauses(sections):
        above = next((made[c] for c in _prefixes(clause) if c in made), None)
        node = Node(clause, section.title, _kind(clause, section.title, above), above)
        made[clause] = node
        if above is not None:
            above.below.append(node)
    for part in document.parts:
        part.text = parted(part.text)
        place = heading_part(part.clause, document.headings)
        if place is None and re.fullmatch(r"\d{1,2}(?: (?:gạch|cộng|đoạn) \d+)*", part.clause):  # an item beside the topmost headings
            made.setdefault("", Node("", "", "tasks"))
        node_or_none = made.get(place or "")
        if node_or_none is None:
            continue
        if part.clause == place and node_or_none.own_part is None:
            node_or_none.own_part = part
            node_or_none.own = _behind_title(part.text, node_or_none.title)
        elif part.row is not None:
            node_or_none.rows.append(part)
        else:
            node_or_none.parts.append(part)
    return list(made.values())


def _prefixes(clause: str) -> Iterator[str]:
    while clause:
        cut = clause.rfind(" mục ") if " mục " in clause else clause.rfind(".", 0, len(clause) - 1)
        clause = clause[:cut] if cut > 0 else ""
        yield clause


def _behind_title(text: str, title: str) -> str:
    at = text.find(title)
    return text[at + len(title) :].lstrip(" :") if at >= 0 else ""


def _kind(clause: str, title: str, above: Node | None) -> SectionKind:
    if clause.startswith("PL"):
        return "appendix"
    plain = canonical(title)
    found = [kind for kind, pattern in _KINDS if re.search(canonical_pattern(pattern), plain)]
    if found and found[0] == "tasks" and "purpose" in found and "nhiệm vụ" not in title.lower():
        return "purpose"
    if found and found[0] == "tasks" and "results" in found:
        return "results"
    if found and found[0] == "tasks" and "goals" in found and re.match(canonical("mục tiêu"), plain):
        return "goals"
    return found[0] if found else (above.kind if above is not None else "tasks")


def canonical_pattern(pattern: str) -> str:
    """Return a pattern whose words are spelt as :func:`~kehoach.vietnamese.canonical` spells them."""
    return re.sub(r"[^\W\d_]+", lambda m: m[0] if m[0] == "A" else canonical(m[0]), pattern)
