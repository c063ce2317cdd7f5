"""A document becomes a draft of its plan: every part of the grammar, in order, and what each was unsure of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kehoach.files.source.clauses import Document, read_clauses
from kehoach.files.source.headings import CLOSING
from kehoach.files.source.reader import SourceText
from kehoach.model.plan import Section
from kehoach.registry import Registry
from kehoach.transcription.blocks import document_lines, starred_lines
from kehoach.transcription.bodies import Units
from kehoach.transcription.citations import Citations
from kehoach.transcription.cited import Cited, citations_of
from kehoach.transcription.commitment import Commitment, Governing, Setting
from kehoach.transcription.figures import Reader
from kehoach.transcription.head import Head, read_head
from kehoach.transcription.matching import Indicators, is_money
from kehoach.transcription.mention import Mention
from kehoach.transcription.outline import outline
from kehoach.transcription.phrases import masked
from kehoach.transcription.rows import DraftProject, Tables
from kehoach.transcription.scans import as_figures, corrections
from kehoach.transcription.states import States
from kehoach.transcription.task_words import tells_costs
from kehoach.transcription.tasks import DraftTask, Tasks
from kehoach.transcription.tree import Node, nodes
from kehoach.vietnamese import squeeze

_CLOSES = re.compile(r"\W*(?:Trên đây|Trong quá trình|Yêu cầu|Đề nghị|Kế hoạch này|Chương trình này|\()")


@dataclass(slots=True)
class Draft:
    """What was read of one document. Targets and left figures come with their clauses."""

    ward: str
    source: SourceText
    head: Head
    issuer: str
    sections: tuple[Section, ...]
    document: Document
    citations: list[Cited] = field(default_factory=list)
    targets: list[tuple[str, Commitment]] = field(default_factory=list)
    tasks: list[DraftTask] = field(default_factory=list)
    projects: list[DraftProject] = field(default_factory=list)
    corrections: list[tuple[str, str, str]] = field(default_factory=list)
    left: list[tuple[str, str, str]] = field(default_factory=list)
    """Clause, figure as printed with a word before it, and why it is no commitment."""
    doubts: list[str] = field(default_factory=list)
    slug: str | None = None
    """The second half of the plan's id, where somebody chose it."""


class Drafter:
    """Reads documents of one ward with the catalogues of a registry."""

    def __init__(self, registry: Registry, ward: str) -> None:
        self._registry, self._ward = registry, ward
        entry = registry.wards.get(ward)
        self._indicators = Indicators(registry.indicators)
        self._units = Units(registry.units, ward, entry.province if entry else None)
        self._finder = Citations(registry.references, ward, registry.ward_name(ward))

    def draft(self, source: SourceText) -> Draft:
        """Return the draft of a document."""
        lines = document_lines(source.text)
        found = outline(lines, starred_lines(source.text))
        document = read_clauses(source.text, found.sections)
        appendices = tuple(f"Phụ lục {s.label[2:]}. {s.title}" for s in found.sections if s.label and s.label.startswith("PL"))
        head = read_head(lines, found.first, appendices)
        issuer, doubts = self._issuer(head)
        made = Draft(self._ward, source, head, issuer, found.sections, document, doubts=[*head.doubts, *doubts])
        made.doubts.extend(f"số đề mục nhảy: {gap}" for gap in found.gaps)
        made.doubts.extend(f"đề mục {clause} không thấy lại trong văn bản" for clause in document.missing)
        tree = nodes(document, found.sections)
        opening = _behind_title(" ".join(line.text for line in lines[: found.first]), head.title)
        made.citations = self._citations(made, tree, opening)
        self._records(made, tree, Tables(lines, self._units, *self._readers(head)))
        made.corrections = list(corrections(document))
        return made

    def _readers(self, head: Head) -> tuple[Reader, States]:
        setting = Setting(head.period, int(head.issued[:4]) if head.issued else None)
        reader = Reader(self._indicators, self._registry.indicators, setting)
        return reader, States(reader)

    def _issuer(self, head: Head) -> tuple[str, list[str]]:
        """Return the unit that issued the document, by its own name, its signature or its symbol."""
        signed = re.sub(r"\A(?:TM|T/M|KT|TL)\.?\s*", "", head.signed.for_) if head.signed and head.signed.for_ else None
        for words in (head.issuer, signed):
            for text in filter(None, [words, _without_place(words)] if words else []):
                if ref := self._units.whole(text):
                    return ref, []
        for tail, slug in (("UBND", "ubnd"), ("ĐU", "dang-uy"), ("HĐND", "hdnd")):
            ref = f"{self._ward}/{slug}"
            if tail in (head.symbol or "") and ref in self._registry.units:
                return ref, []
        if signed and (near := self._units.nearest(signed)):
            return near[0], []
        return f"{self._ward}/ubnd", ["không rõ cơ quan ban hành; tạm ghi UBND"]

    def _citations(self, made: Draft, tree: list[Node], opening: str) -> list[Cited]:
        texts = [("Tiêu đề", made.head.title, ""), ("Mở đầu", opening, "")]
        closing = {id(part) for part in made.document.by_clause.get(CLOSING, ())}
        for node in tree:
            if node.own:
                texts.append((node.clause, node.own, node.title))
            texts.extend((CLOSING if id(part) in closing else part.clause, part.text, node.title) for part in (*node.parts, *node.rows))
        return citations_of(self._finder, self._registry.references, texts)

    def _records(self, made: Draft, tree: list[Node], tables: Tables) -> None:
        reader, states = self._readers(made.head)
        tasks = Tasks(tree, self._units, reader.setting.year)
        closing = {
            part.clause
            for part in made.document.by_clause.get(CLOSING, ())
            if not part.clause.endswith(" đoạn 1") or _CLOSES.match(part.text)
        }
        for node in tree:
            table = tables.read(node)
            made.tasks.extend(table.tasks)
            made.projects.extend(table.projects)
            made.targets.extend(table.targets)
            if node.kind == "appendix":
                continue
            for part in list(node.parts):
                if (found := tables.in_text(node, part)) is not None:
                    node.parts.remove(part)
                    made.targets.extend(found.targets)
                    made.projects.extend(found.projects)
                    made.tasks.extend(found.tasks)
            for clause, item in self._targets(made, node, reader, states):
                if not item.lead:
                    item.lead = tasks.own_lead(node, clause, item.start)
                if not item.lead:
                    item.lead, _, item.lead_at, doubts = tasks.lead_of(node, f"{item.measure} {item.quote}")
                    item.doubts.extend(doubts)
                made.targets.append((clause, item))
        body = list(tasks.found())
        for task in body:
            task.clause = CLOSING if task.clause in closing else task.clause
        order = {part.clause: index for index, part in reversed(list(enumerate(made.document.parts)))}
        made.tasks = sorted([*body, *made.tasks], key=lambda task: order.get(task.clause, len(order)))

    def _targets(self, made: Draft, node: Node, reader: Reader, states: States) -> Iterator[tuple[str, Commitment]]:
        texts = [(node.clause, node.own)] if node.own else []
        texts.extend((part.clause, part.text) for part in node.parts)
        handed, giver = Governing(), ""
        for clause, plain in texts:
            text = self.masked(plain)
            governing = handed if _below(clause, giver) else Governing()
            found, opens, left = reader.read(text, plain, governing)
            if node.kind == "results":
                made.left.extend(
                    (clause, _around(plain, item.start), "kết quả đã đạt hoặc nhận định, không phải cam kết") for item in found
                )
                continue
            made.left.extend(
                (clause, _around(plain, q.start, q.end), "không phải chỉ tiêu: số trong tên gọi, kích thước, thời lượng hoặc số đếm")
                for q in left
                if q.unit and not q.percent
            )
            if tells_costs(node.title):
                sums = [item for item in found if is_money(item.unit)]
                made.left.extend((clause, _around(plain, item.start), "kinh phí thực hiện, không phải chỉ tiêu") for item in sums)
                found = [item for item in found if not is_money(item.unit)]
            if node.kind == "purpose":  # what a purpose mentions is background, unless it says when or that one strives for it
                found = [item for item in found if item.force == "aim" or item.time_from is not None]
            else:
                found = found + states.read(text, plain, governing, node.title, found)
            for item in sorted(found, key=lambda c: c.start):
                yield clause, item
            if opens.time is not None or opens.whole is not None or opens.force:
                handed, giver = opens, clause

    def masked(self, plain: str) -> str:
        """Return a clause's text with the documents it cites, and their titles, blanked out."""
        return masked(as_figures(plain), [(m.start, _title_end(plain, m)) for m in self._finder.mentions(plain)])


def _title_end(text: str, mention: Mention) -> int:
    """Return where a cited document's title ends: no figure or time in it is this plan's own."""
    if mention.title is None or mention.number is None:
        return mention.end
    at = text.find(mention.title[:30], mention.end)
    if at < 0 or at > mention.end + 12:
        return mention.end
    if text[at] in '“"':
        return at + len(mention.title)
    stop = re.compile(r"[,;.(]|\s(?:và|trong đó|với|nhằm|để|đến năm|phấn đấu)\s").search(text, at)
    return stop.start() if stop else len(text)


def _below(clause: str, giver: str) -> bool:
    """Tell whether a clause is in the list that *giver* opens."""
    if not giver or clause == giver:
        return False
    if clause.startswith((f"{giver} ", f"{giver}.")):
        return True
    return " đoạn " in giver and " đoạn " not in clause and clause.startswith(giver.partition(" đoạn ")[0])


def _around(text: str, start: int, end: int | None = None) -> str:
    """Return a figure with the word before it, as printed."""
    if end is None:
        return squeeze(text[start : start + 60])
    before = text[:start].rstrip()
    cut = max(before.rfind(" "), before.rfind("("), -1) + 1
    return squeeze(text[cut:end])


def _behind_title(opening: str, title: str) -> str:
    tail = " ".join(title.split()[-3:])
    at = opening.find(tail)
    behind = opening[at + len(tail) :].strip() if tail and at >= 0 else opening
    opens = re.search(r"\b(?:Căn cứ|Thực hiện|Xét|Theo|Triển khai)\b", behind)
    return behind[opens.start() :] if opens is not None and behind[: opens.start()].isupper() else behind


def _without_place(words: str) -> str:
    return re.sub(r"\s+(?:PHƯỜNG|XÃ|ĐẶC KHU|phường|xã)\b.*\Z", lambda m: " " + m[0].split()[0], words)
