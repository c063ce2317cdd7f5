"""How one line of a document was read: its clause, the phrases of its sentences, the records made of it."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.files.source.lines import Part
from kehoach.meaning.wording import bounds
from kehoach.model.commitment import Test
from kehoach.transcription.commitment import Commitment
from kehoach.transcription.draft import Draft, Drafter
from kehoach.transcription.phrases import Mark, Phrase, Quantity, Time
from kehoach.transcription.segments import read_sentence
from kehoach.transcription.sentences import sentences
from kehoach.vietnamese import number, squeeze

_TIMES = {
    "by": "đến",
    "span": "giai đoạn",
    "each_year": "hằng năm",
    "average": "bình quân hằng năm",
    "since": "từ",
    "ongoing": "thường xuyên",
}
_MARKS = {
    "force": "mức phấn đấu",
    "part": "phần của một tổng thể",
    "every": "mỗi một",
    "post": "cận",
    "horizon": "tầm nhìn, không phải thời hạn",
}


def explain(drafter: Drafter, draft: Draft, line: int) -> list[str] | None:
    """Return the reading of the document's *line* (from 1) in Vietnamese, ``None`` where nothing stands there."""
    part = _part_at(draft, line)
    if part is None:
        return None
    said = [f"Dòng {line}, điều khoản {part.clause}:", f"  {squeeze(part.text)}"]
    text = drafter.masked(part.text)
    for start, end in sentences(text):
        said.append(f"Câu: {squeeze(part.text[start:end])}")
        said.extend(f"  {words}" for words in _phrases(part.text, text, start, end))
    said.extend(_records(draft, part.clause))
    return said


def _part_at(draft: Draft, line: int) -> Part | None:
    found: Part | None = None
    for part in draft.document.parts:
        first, last = (part.lines[0][1], part.lines[-1][1]) if part.lines else (0, -1)
        if first <= line <= last:
            return part
        if first <= line:
            found = part
    return found if found is not None and found.lines and found.lines[-1][1] >= line else None


def _phrases(plain: str, text: str, start: int, end: int) -> Iterator[str]:
    sentence = read_sentence(text, start, end)
    taken = {(s.quantity.start, s.quantity.end) for s in sentence.segments}
    for phrase in sentence.phrases:
        words = _phrase(phrase)
        if words is not None:
            note = " (không phải cam kết)" if isinstance(phrase, Quantity) and (phrase.start, phrase.end) not in taken else ""
            yield f"“{squeeze(plain[phrase.start : phrase.end])}”: {words}{note}"
    if sentence.time is not None:
        yield f"mốc “{squeeze(plain[sentence.time.start : sentence.time.end])}” mở câu, tính cho cả câu"


def _phrase(phrase: Phrase) -> str | None:
    if isinstance(phrase, Quantity):
        figures = " đến ".join(number(figure) for figure in phrase.figures)
        return f"con số {figures}{'%' if phrase.percent else ' ' + (phrase.unit or '(không có đơn vị)')}"
    if isinstance(phrase, Time):
        return f"thời gian, {_TIMES[phrase.kind]} {' - '.join(filter(None, (phrase.first, phrase.last)))}".strip()
    return _MARKS.get(phrase.kind) if isinstance(phrase, Mark) else None


def _records(draft: Draft, clause: str) -> Iterator[str]:
    targets = [item for place, item in draft.targets if place == clause]
    for item in targets:
        yield f"→ chỉ tiêu {item.indicator}: {_promise(item)}"
        yield from (f"    xem lại: {doubt}" for doubt in item.doubts)
    for task in draft.tasks:
        if task.clause == clause:
            yield f"→ nhiệm vụ: {task.title}; chủ trì: {', '.join(task.lead) or 'không rõ'}; thời gian: {task.when}"
            yield from (f"    xem lại: {doubt}" for doubt in task.doubts)
    for project in draft.projects:
        if project.clause == clause:
            yield f"→ dự án: {project.name}"
    for cited in draft.citations:
        if cited.citation.clause == clause:
            yield f"→ viện dẫn {cited.citation.ref} ({cited.citation.role})" + ("" if cited.known else ", chưa có trong references.yaml")


def _promise(item: Commitment) -> str:
    test = Test(**{("is_" if key == "is" else key): value for key, value in item.test.items()})
    unit = "%" if item.stat in ("growth", "avg_growth") else item.unit
    rate = {"growth": "tăng ", "avg_growth": "tăng bình quân ", "sum": "cộng dồn "}.get(item.stat, "")
    force = ", phấn đấu" if item.force == "aim" else ""
    return f"{rate}{bounds(test, unit)}; thời gian: {item.when}{force}"
