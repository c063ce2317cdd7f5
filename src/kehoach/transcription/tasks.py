"""Which clauses are tasks, and who does them: the clause's own words, else its heading's, else the section's "Phân công thực hiện"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kehoach.files.source.lines import Part
from kehoach.transcription.assignments import Assignment, assignments, charging, label_of, lead_of_label, pairs, supporters, unit_heading
from kehoach.transcription.bodies import Units
from kehoach.transcription.labelled import is_of_all_above, item_above, labels_below
from kehoach.transcription.phrases import Time, phrases
from kehoach.transcription.segments import is_own_time
from kehoach.transcription.sentences import sentences
from kehoach.transcription.task_words import first_words, is_cost, only_goals, product_of, short
from kehoach.transcription.tree import Node

_SIGN = re.compile(r"\A\s*(?:[-–+•*]\s*|\(\d{1,2}\)\s*|\d{1,2}(?:\.\d+)*(?:[.)]\s*|-\s+)|[a-zđ](?:\)|\.(?=\s))\s*)")
_CLOSING = re.compile(
    r"\A\W*(?:Trên đây là|\(|Nơi nhận|(?:Công văn|Văn bản|Kế hoạch|Chương trình|Nghị quyết|Quyết định) này (?:thay thế|có hiệu lực|được phổ biến)|Đề nghị các\b.{0,80}nghiêm túc)|đề nghị (?:[^.]{0,120})(?:nghiêm túc|phối hợp) (?:triển khai )?thực hiện(?: đạt kết quả)?\W*\Z|\bkèm theo (?:Kế hoạch|Chương trình|Nghị quyết|Công văn|Quyết định|văn bản) này\W*\Z"
)
_NO_TASK = re.compile(
    r"\A\W*(?:Như trên|Lưu|Tổng (?:kinh phí|nhu cầu|mức đầu tư|dự toán)|(?:Nguồn )?[Kk]inh phí (?:thực hiện|triển khai|dự kiến|bảo đảm|đảm bảo)|Cụ thể(?: như sau)?\s*:|Trong đó)"
)
_CLOSING_WORDS = re.compile(r"(?:Yêu cầu|Đề nghị|Trong quá trình|Kế hoạch này|Chương trình này|Nghị quyết này)\b")
"""A last paragraph speaks to all, not to whom the heading above it names."""
_SPAN_TASK = re.compile(r"\A(?:Xác định trọng tâm\s+)?[Gg]iai đoạn\s+(20\d\d)\s*[-–]\s*(20\d\d)\b(?:\s+là)?")
_CLOSES_SECTION = re.compile(r"Phân công(?: thực hiện| nhiệm vụ)?", re.IGNORECASE)
_ONGOING = re.compile(r"\b[Tt]hường xuyên\b(?!,? kịp thời)")


@dataclass(slots=True)
class DraftTask:
    """A task before it has an id."""

    clause: str
    title: str
    quote: str
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    when: object = "undated"
    product: str | None = None
    resources: str | None = None
    authority: str | None = None
    doubts: list[str] = field(default_factory=list)
    text: str = ""


@dataclass(frozen=True, slots=True)
class _Charge:
    """What a section's own lines say of all in it: units by topic, time."""

    assignments: tuple[Assignment, ...] = ()
    clause: str = ""
    when: object | None = None


class Tasks:
    """Finds the tasks of a document and the units that its sections charge."""

    def __init__(self, all_nodes: list[Node], units: Units, year: int | None = None) -> None:
        self._units = units
        self._year = year
        self._nodes = all_nodes
        self._charges = {node.clause: self._charge(node) for node in all_nodes}

    def lead_of(self, node: Node, text: str) -> tuple[tuple[str, ...], tuple[str, ...], str | None, list[str]]:
        """Return lead, support, the clause that names the lead, and doubts, for what stands under *node*."""
        for place in node.path():
            heading = unit_heading(place.title, self._units)
            if heading is not None and (heading.lead or heading.unknown):
                return heading.lead, (), place.clause, _unknown(heading)
            charge = self._charges[place.clause]
            if charge.assignments:
                lead, support, doubts = _by_topic(charge.assignments, f"{text} {place.title if place is node else node.title}")
                if lead or doubts:
                    return lead, support, charge.clause, doubts
        return (), (), None, []

    def own_lead(self, node: Node, clause: str, start: int) -> tuple[str, ...]:
        """Return whom the clause itself charges with what stands at *start* of its text."""
        part = next((p for p in node.parts if p.clause == clause), None)
        if part is None or node.kind == "goals":
            return ()
        if labels := labels_below(node, clause):
            return lead_of_label(labels["lead"], self._units).lead
        place = 0
        for sentence, said in charging(part.text, self._units):
            at = part.text.find(sentence, place)
            if said.chairs and at <= start <= at + len(sentence):
                return said.lead
            place = max(at, place)
        return ()

    def found(self) -> Iterator[DraftTask]:
        """Yield the tasks of a document in order."""
        done: set[str] = set()
        for node in self._nodes:
            if any(place.clause in done for place in node.path()) or node.kind in ("appendix", "purpose", "results"):
                continue
            block = self._block(node)
            if block is not None:
                done.add(node.clause)
                yield block
                continue
            if node.kind in ("tasks", "assignment"):
                yield from self._listed(node)

    def _block(self, node: Node) -> DraftTask | None:
        """A heading with labelled lines under it (``Cơ quan chủ trì: …``) is one task."""
        lines = [(child.title + ": " + child.own, child.clause) for child in node.below if child.own] + [
            (part.text, part.clause) for part in node.parts if item_above(node, part.clause) is None
        ]
        labelled = {kind: words_ for text, _ in lines if (found := label_of(text)) for kind, words_ in [found]}
        items = [text for text, clause in lines if label_of(text) is None and " đoạn " not in clause and (clause != node.clause)]
        if "lead" not in labelled or node.kind == "assignment" or len(items) > 1:
            return None
        who = lead_of_label(labelled["lead"], self._units)
        title = re.sub(r"\A(?:Nhiệm vụ|Nội dung|Mô hình)(?:\s+\d+)?\s*:\s*", "", node.title).strip(" .")
        task = DraftTask(node.clause, title, node.title, who.lead, who.support, text=node.title)
        if "support" in labelled:
            task.support = tuple(dict.fromkeys([*task.support, *self._units.listed(labelled["support"]).known]))
        task.when = time_of(labelled.get("time", ""), self._year)
        task.resources = labelled.get("resources", "").rstrip(" .") or None
        task.product = labelled.get("product", "").rstrip(" .") or product_of(who.text)
        task.authority = labelled.get("authority", "").rstrip(" .") or None
        task.doubts.extend(_unknown(who))
        return task

    def _listed(self, node: Node) -> Iterator[DraftTask]:
        if (
            node.own
            and not label_of(f"{node.title}: {node.own}")
            and node.own_part is not None
            and (len(node.own.split()) > 8 or unit_heading(node.title, self._units) is not None)
            and node.kind != "assignment"
        ) or (node.own and node.kind == "assignment"):
            yield from self._tasks_of(node, Part(node.clause, node.own))
        elif not node.own and not node.parts and not node.below and node.own_part is not None and len(node.title.split()) > 12:
            yield from self._tasks_of(node, Part(node.clause, node.title))
        for part in node.parts:
            yield from self._tasks_of(node, part)

    def _tasks_of(self, node: Node, part: Part) -> Iterator[DraftTask]:
        text = _SIGN.sub("", part.text).strip()
        plain = " đoạn " in part.clause
        if plain and is_of_all_above(text) and assignments(text, self._units):
            return
        if not text or _NO_TASK.search(text) or _CLOSING.search(text) or len(text.split()) < 5 or label_of(text) is not None:
            return
        said = charging(text, self._units)
        own = [found for _, found in said]
        if not own and (only_goals(text) or is_cost(node.title, text)):
            return
        if text.endswith(":") and (plain or len(text.split()) < 12):
            return
        if plain and not own and (_goes_on(node, part) or not self._takes_plain(node)):
            return
        if node.kind == "assignment" and len(said) > 1 and plain:
            yield from (self._one(node, part.clause, sentence, found) for sentence, found in said)
            return
        yield self._one(node, part.clause, text, own[0] if own else None)
        yield from self._spans(node, part.clause, text)

    def _takes_plain(self, node: Node) -> bool:
        """Paragraphs without a sign are tasks where their section names who does it, or holds nothing else."""
        lead, *_ = self.lead_of(node, "")
        return bool(lead) or not any(" gạch " in p.clause or p.clause.endswith(")") for p in node.parts)

    def _one(self, node: Node, clause: str, text: str, own: Assignment | None) -> DraftTask:
        closing = _CLOSING_WORDS.match(text)
        section_lead, section_support, _, doubts = ((), (), None, []) if closing else self.lead_of(node, text)
        task = DraftTask(clause, short(own.text if own and own.text and own.chairs else text), first_words(text), text=text)
        if own is not None and own.lead and not (own.aside and section_lead):
            task.lead, task.support = own.lead, own.support
            task.doubts.extend(_unknown(own))
        else:
            task.lead = section_lead
            task.support = tuple(dict.fromkeys([*supporters(text.partition(".")[0], self._units, section_lead), *section_support]))
            task.doubts.extend(doubts)
        first = next((text[a:b] for a, b in sentences(text)), text)
        task.when = found if (found := time_of(first, self._year)) != "undated" else self._section_time(node)
        task.product = product_of(text)
        self._as_labelled(task, labels_below(node, clause))
        return task

    def _as_labelled(self, task: DraftTask, labels: dict[str, str]) -> None:
        """Take what the labelled lines right below a task say of it."""
        if not labels:
            return
        who = lead_of_label(labels["lead"], self._units)
        task.lead, task.doubts = who.lead, _unknown(who)
        task.support = tuple(dict.fromkeys([*who.support, *self._units.listed(labels.get("support", "")).known]))
        if (when := time_of(labels.get("time", ""), self._year)) != "undated":
            task.when = when
        task.product = labels.get("product") or task.product
        task.resources = labels.get("resources") or task.resources

    def _spans(self, node: Node, clause: str, text: str) -> Iterator[DraftTask]:
        for start, end in list(sentences(text))[1:]:
            sentence = text[start:end].strip()
            if (match := _SPAN_TASK.match(sentence)) and not re.search(r"\d\s*%", sentence):
                task = self._one(node, clause, sentence, None)
                task.when = {"over": [match[1], match[2]]}
                yield task

    def _section_time(self, node: Node) -> object:
        for place in node.path():
            when = self._charges[place.clause].when
            if when is not None:
                return when
        return "undated"

    def _charge(self, node: Node) -> _Charge:
        """Return what the "Phân công" under *node*, or labelled lines among its parts, say of everything in it."""
        closing = [child for child in node.below if child.kind == "assignment"]
        if node.above is None and any(not child.clause.endswith("mục *1") for child in closing):
            closing = [child for child in closing if _CLOSES_SECTION.fullmatch(child.title.strip(" :"))]
        lines = [(child.clause, text) for child in closing for text in (child.own, *(part.text for part in child.parts)) if text]
        if not lines:
            lines = [(child.clause, f"{child.title}: {child.own}") for child in node.below if child.own]
            lines += [(part.clause, part.text) for part in node.parts if item_above(node, part.clause) is None]
            lines = [(clause, text) for clause, text in lines if label_of(text) is not None or is_of_all_above(text)]
        said: list[Assignment] = []
        when: object | None = None
        where = ""
        for clause, text in lines:
            kind, words_ = label_of(text) or ("", text)
            if kind == "time":
                when = time_of(words_, self._year)
            elif kind in ("lead", ""):
                said.extend([lead_of_label(words_, self._units)] if kind else assignments(_SIGN.sub("", text), self._units))
                where = clause.partition(" đoạn ")[0] if closing else clause
        return _Charge(tuple(said), where, when)


def _goes_on(node: Node, part: Part) -> bool:
    """A plain paragraph behind an item is the item's, cut off by the end of a page."""
    return any(" đoạn " not in other.clause for other in node.parts[: node.parts.index(part)])


def _by_topic(said: tuple[Assignment, ...], text: str) -> tuple[tuple[str, ...], tuple[str, ...], list[str]]:
    """Return who leads what *text* speaks of: the unit whose topic it shares most, else whom the first sentence charges."""
    leading = [a for a in said if a.chairs and a.lead] or [a for a in said if a.lead]
    if not leading:
        return (), (), [d for a in said for d in _unknown(a)]
    if len(leading) == 1:
        return leading[0].lead, (), _unknown(leading[0])
    about = pairs(text[:400])
    scored = sorted(((len(a.topic & about), -index, a) for index, a in enumerate(leading)), key=lambda item: item[:2], reverse=True)
    best, second = scored[0], scored[1]
    clear = best[0] >= 1 and best[0] >= 2 * second[0]
    chosen = best[2] if clear else leading[0]
    return chosen.lead, (), [] if clear or chosen is best[2] else ["chủ trì lấy theo câu phân công đầu; xem lại theo lĩnh vực"]


def time_of(text: str, year: int | None = None) -> object:
    """Return the time of a task as printed (in a plan of one *year*): a deadline, a span, every year, ``ongoing`` for "thường xuyên"; else ``undated``."""
    if re.fullmatch(r"\W*(?:19|20)\d\d\W*", text):
        return {"by": text.strip(" .,")}
    if re.match(r"\W*[Tt]hường\s+xuyên\b", text) and len(text) < 60:
        return "ongoing"
    found = [
        p for p in phrases(text, year) if isinstance(p, Time) and p.kind not in ("average", "ongoing") and is_own_time(text[: p.start], p)
    ]
    short = len(text) < 80
    for time in found:
        if time.kind == "span":
            return {"over": time.years}
        if time.kind == "by" and (short or re.match(r"(?:trước|trong|đến|hoàn thành)\b", time.words, re.IGNORECASE)):
            return {"by": time.last}
        if time.kind == "since" and short:
            return {"since": time.first}
        if time.kind == "each_year":
            return {"each_year": "period"}
    if _ONGOING.search(text) and not re.search(r"đào tạo thường xuyên", text):
        return "ongoing"
    return {"each_year": "period"} if short and re.match(r"\W*(?:Hằng|Hàng)\s+(?:tháng|quý)", text) else "undated"


def _unknown(found: Assignment) -> list[str]:
    return [f"“{name}” chưa có trong units.yaml" for name in found.unknown]
