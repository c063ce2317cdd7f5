"""A sentence cut into segments, one for each figure, with the time and the force that govern it.

A time or a "phấn đấu" that opens a sentence governs to the full stop; a segment's own time wins. Lists inside one sentence,
"trong đó", brackets and "mỗi … có ít nhất một" each make segments of their own.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kehoach.transcription.commits import committed
from kehoach.transcription.lists import Segment, Sentence, behind_bracket, dated_together, gapped, listed, marks, share
from kehoach.transcription.phrases import Mark, Phrase, Quantity, Time, phrases

_OPENERS = re.compile(
    r"\A[\s\-–+•,:.()\d]*(?:(?:và|tiếp tục|trong|mục tiêu|chỉ tiêu|cụ thể|riêng|theo đó|trước mắt|qua đó|phường|xã|toàn (?:phường|xã)|là)[\s:,]*)*\Z",
    re.IGNORECASE,
)
_INNER = re.compile(r"\A[^,;()]*\b(?:có|được|trang bị|với|tham gia)\b[^,;()]*\Z")
_PAST = re.compile(r"\b(?:so với|tại thời điểm|thời điểm|tính đến|của|kết quả|thực hiện|ước|tổng kết|từ năm|cùng kỳ)\s*\Z", re.IGNORECASE)
_FORCED = re.compile(r"(?:\s*\b(?:phấn đấu|hướng tới|bảo đảm|đảm bảo|và|trong đó))+\Z", re.IGNORECASE)
_STRIVES = re.compile(r"\W*(?:(?:và|đồng thời|riêng|phấn đấu)\b\W*)*", re.IGNORECASE)
_EXCEPTION = re.compile(r"\(\s*riêng\b[^()]*\Z", re.IGNORECASE)
"""``… mỗi năm (riêng năm 2026 …)``: the bracket makes an exception."""
_OF_A_DOCUMENT = re.compile(
    r"(?:[Kk]ế hoạch|[Đđ]ề án|[Cc]hương trình|[Qq]uy hoạch|[Đđ]ồ án|[Nn]ghị quyết|[Cc]hiến lược|nhiệm kỳ|[Pp]hong trào|[Cc]uộc vận động)\b[^,;.:]*\Z"
)
"""A span behind one of these belongs to its name: ``Kế hoạch … giai đoạn 2025-2030``."""


_BY_A_NORM = re.compile(r"\((?:theo|áp dụng)\b[^()]*\Z|\btheo chuẩn(?: nghèo)?\s*\Z", re.IGNORECASE)
"""``(theo chuẩn giai đoạn 2026 - 2030)``: the years of what it is measured by."""


def read_sentence(text: str, start: int, end: int, year: int | None = None) -> Sentence:
    """Return the sentence ``text[start:end]`` (masked) of a plan (of one *year*) cut into segments."""
    found = [_moved(phrase, start) for phrase in phrases(text[start:end], year)]
    taken, left = committed(text, start, found)
    time, force = _governing(text, start, found)
    sentence = Sentence(start, end, found, [], time, force, left=left)
    sentence.segments = _segments(text, sentence, taken)
    tail = text[start:end].rstrip()
    sentence.opens_list = tail.endswith(":")
    sentence.ends_in_part = bool(re.search(r"(?:trong đó|gồm|cụ thể(?: là| như sau)?|như sau)\s*:\s*\Z", tail, re.IGNORECASE)) and bool(
        sentence.segments
    )
    share(text, sentence.segments)
    for segment in sentence.segments:
        _govern(sentence, segment, text)
    for segment in sentence.segments:
        shared = segment.shared
        if shared is not None and segment.time is None and shared.time is not None and shared.time.end <= shared.quantity.start:
            segment.time, segment.time_is_own = shared.time, True  # "mỗi năm 01 hợp tác xã, 02 tổ hợp tác"
        if not (segment.time is not None and segment.time_is_own) and (time := behind_bracket(text, sentence, segment)) is not None:
            segment.time, segment.time_is_own = time, True
    for segment, behind in (*gapped(text, sentence.segments), *dated_together(text, sentence.segments)):
        if not segment.time_is_own and behind.time_is_own:
            segment.time, segment.time_is_own = behind.time, True
    return sentence


def _moved(phrase: Phrase, by: int) -> Phrase:
    return replace(phrase, start=phrase.start + by, end=phrase.end + by)


def _governing(text: str, start: int, found: list[Phrase]) -> tuple[Time | None, Mark | None]:
    """Return the time and the force that open a sentence."""
    time: Time | None = None
    force: Mark | None = None
    position = start
    for phrase in found:
        if isinstance(phrase, Mark) and phrase.kind in ("comma", "colon"):
            continue
        if not _OPENERS.match(text[position : phrase.start].strip("\u0001\u0002")):
            break
        if isinstance(phrase, Time) and time is None and phrase.kind != "average":
            time = phrase
        elif isinstance(phrase, Mark) and phrase.kind == "force":
            force = phrase
        else:
            break
        position = phrase.end
    return time or _before_colon(text, start, found), force


def _before_colon(text: str, start: int, found: list[Phrase]) -> Time | None:
    """Return the time right before the colon that opens a list: ``Cơ cấu kinh tế năm 2030: …; …``."""
    for phrase in found:
        if isinstance(phrase, Quantity):
            return None
        if isinstance(phrase, Time) and phrase.kind in ("by", "span", "since") and re.match(r"\s*:", text[phrase.end :]):
            return phrase if is_own_time(text[start : phrase.start], phrase) else None
    return None


def _segments(text: str, sentence: Sentence, taken: list[Quantity]) -> list[Segment]:
    made: list[Segment] = []
    for quantity in taken:
        previous = made[-1] if made else None
        if previous is not None and _is_inner(text, previous, quantity, sentence):
            continue
        if previous is not None and _rises(text, previous.quantity, quantity):
            previous.start_level, previous.quantity = previous.quantity, quantity
            continue
        segment = _opened(text, sentence, previous, quantity)
        if previous is not None:
            previous.end = min(previous.end, segment.start)
        segment.end = sentence.end
        made.append(segment)
    for segment in made:
        segment.end = _closed(text, sentence, segment)
        segment.every = _every(text, sentence, segment)
        segment.times = [p for p in sentence.phrases if isinstance(p, Time) and segment.start <= p.start < segment.end]
    return made


_RISES = re.compile(
    r"\s*\(?(?:(?:vào |của )?năm (?:19|20)\d\d|hiện nay)?\)?\s*(?:tăng )?(?:lên|xuống|xuống còn|còn|lên đến)\s*(?:đạt\s*)?\Z", re.IGNORECASE
)


def _rises(text: str, first: Quantity, second: Quantity) -> bool:
    """Tell whether two figures are the ends of one way: ``từ 45% (năm 2025) lên 60%``."""
    starts = first.spread and len(first.figures) == 1 and first.post is None
    return starts and first.percent == second.percent and bool(_RISES.fullmatch(text[first.end : second.start]))


def _every(text: str, sentence: Sentence, segment: Segment) -> int | None:
    """Return where ``mỗi …`` (or, behind the figure, ``cho mỗi …``) stands in a segment."""
    before = [m.start for m in marks(sentence, "every", segment.start, segment.quantity.start)]
    behind = [
        m.start for m in marks(sentence, "every", segment.quantity.end, segment.end) if re.search(r"\b(?:cho|ở|tại)\s*\Z", text[: m.start])
    ]
    return next(iter([*before, *behind]), None)


def _is_inner(text: str, previous: Segment, quantity: Quantity, sentence: Sentence) -> bool:
    """``100% trường có ít nhất 01 phòng``: the second figure is what each of the first has."""
    between = text[previous.quantity.end : quantity.start]
    if not previous.quantity.percent and quantity.percent:  # "02 cụm công nghiệp được lấp đầy trên 60%"
        return bool(re.match(r"\A[^,;():]*\b(?:được|có)\b[^,;():]*\Z", between)) and not re.search(r"\s(?:và|trong đó|đạt|với)\s", between)
    if not previous.quantity.percent or quantity.percent:
        return False
    every = any(marks(sentence, "every", previous.quantity.end, quantity.start))
    return not every and bool(_INNER.match(between)) and len(between.strip()) > 3


def _opened(text: str, sentence: Sentence, previous: Segment | None, quantity: Quantity) -> Segment:
    floor = previous.quantity.end if previous else sentence.start
    parts = list(marks(sentence, "part", floor, quantity.start))
    semicolons = list(marks(sentence, "semicolon", floor, quantity.start))
    opened = [m for m in marks(sentence, "open", floor, quantity.start) if not any(marks(sentence, "close", m.start, quantity.start))]
    if parts and (not semicolons or parts[-1].start > semicolons[-1].start):
        colon = parts[-1].words.rstrip().endswith(":") or text[parts[-1].end : quantity.start].lstrip().startswith(":")
        return Segment(parts[-1].start, quantity.end, quantity, part=previous is not None, of_last=True, lists_parts=colon)
    if semicolons:
        goes_on = previous is not None and previous.lists_parts
        return Segment(semicolons[-1].end, quantity.end, quantity, part=goes_on, lists_parts=goes_on)
    if previous is None:
        return Segment(sentence.start, quantity.end, quantity)
    if opened:
        inside = text[opened[-1].end : quantity.start].strip()
        commas = [*marks(sentence, "comma", floor, opened[-1].start), *marks(sentence, "close", floor, opened[-1].start)]
        named = commas and text[commas[-1].end : opened[-1].start].strip()
        if not inside and named:
            return Segment(commas[-1].end, quantity.end, quantity)
        return Segment(opened[-1].end, quantity.end, quantity, part=True)
    start = listed(text, sentence, floor, quantity)
    goes_on = previous.part and not any(marks(sentence, "close", floor, quantity.start))
    return Segment(start, quantity.end, quantity, part=goes_on, lists_parts=goes_on and previous.lists_parts)


def _closed(text: str, sentence: Sentence, segment: Segment) -> int:
    """Return where a segment ends: at the next segment, a semicolon, or the bracket that holds it."""
    end = segment.end
    for mark in marks(sentence, "semicolon", segment.quantity.end, end):
        end = min(end, mark.start)
    opened = text.rfind("(", segment.start - 2, segment.quantity.start)
    closed = text.find(")", segment.quantity.end, end)
    if opened >= 0 and text.find(")", opened, segment.quantity.start) < 0 and closed >= 0:
        end = (
            min(end, closed + (1 if opened >= segment.start else 0))
            if opened < segment.start or not _time_behind(sentence, closed, end)
            else end
        )
    return _shortest(text, sentence, segment, end)


_SAID_FIRST = re.compile(
    r"\b(?:đạt|còn|là|chiếm|tăng|giảm|bình quân|ở mức|xuống|lên)\s*\Z|\b(?:tỷ lệ|tỉ lệ|tổng|thu nhập|giá trị|sản lượng|tốc độ)\b",
    re.IGNORECASE,
)


def _shortest(text: str, sentence: Sentence, segment: Segment, end: int) -> int:
    """A measure said before its figure is done at the next comma, but for a time or a condition behind it."""
    comma = text.find(",", segment.quantity.end, end)
    if comma < 0 or not _SAID_FIRST.search(text[segment.start : segment.quantity.start]):
        return end
    if _time_behind(sentence, comma, end) or re.match(r"\s*(?:nếu|trong trường hợp)\b", text[comma + 1 : end], re.IGNORECASE):
        return end
    return comma


def _time_behind(sentence: Sentence, start: int, end: int) -> bool:
    return any(isinstance(p, Time) and start <= p.start < end for p in sentence.phrases)


def _govern(sentence: Sentence, segment: Segment, text: str) -> None:
    forces = list(marks(sentence, "force", sentence.start, segment.quantity.end))
    segment.force_mark = forces[-1] if forces else None
    segment.force = bool(forces)
    own = [t for t in segment.times if t.kind != "average" and t is not sentence.time and is_own_time(text[sentence.start : t.start], t)]
    own = [t for t in own if not _EXCEPTION.search(text[segment.quantity.end : t.end])]
    if segment.start_level is not None:
        own = [t for t in own if not segment.start_level.start <= t.start < segment.quantity.start]
    chosen = _chosen(own, segment.quantity)
    if chosen is not None:
        segment.time = _within(sentence.time, chosen)
        return
    segment.time, segment.time_is_own = sentence.time, sentence.time is not None and sentence.time in segment.times
    if segment.time is None or not segment.time_is_own:
        later = _opening_time(sentence, segment, text)
        segment.time = later or segment.time


def is_own_time(before: str, time: Time) -> bool:
    """Tell whether a time behind the words *before* is the commitment's own: no comparison, no part of a document's name."""
    return not _PAST.search(before) and not (time.kind == "span" and (_OF_A_DOCUMENT.search(before) or _BY_A_NORM.search(before)))


def time_opening(text: str, sentence: Sentence, start: int) -> Time | None:
    """Return the time that opens the stretch of a sentence from *start* on, with a comma behind it: ``phấn đấu trong quý IV/2027, …``."""
    time = next((p for p in sentence.phrases if isinstance(p, Time) and p.kind != "average" and p.start >= start), None)
    opens = time is not None and _STRIVES.fullmatch(text[start : time.start]) and text[time.end :].lstrip().startswith(",")
    return time if opens else None


def _within(governing: Time | None, own: Time) -> Time:
    """``Giai đoạn 2026-2030, … hằng năm``: every year of that span."""
    if governing is not None and governing.kind == "since" and own.kind == "each_year" and own.start - governing.end <= len(" , "):
        return governing
    if governing is not None and governing.kind == "span" and own.kind == "each_year":
        return Time(own.start, own.end, "each_year", governing.first, governing.last, own.words)
    return own


def _chosen(own: list[Time], quantity: Quantity) -> Time | None:
    """Of several times take a deadline or span before "hằng năm", and the nearest before the figure."""
    ranked = [t for t in own if t.kind != "each_year"] or own
    before = [t for t in ranked if t.end <= quantity.start]
    chosen = before[-1] if before else next(iter(ranked), None)
    if chosen is not None and chosen.kind == "span" and (each := next((t for t in own if t.kind == "each_year"), None)):
        return _within(chosen, each)  # "các năm 2027 - 2030, mỗi năm …"
    return chosen


def _opening_time(sentence: Sentence, segment: Segment, text: str) -> Time | None:
    """Return the time that opened an earlier part of the sentence: it goes on governing.

    Behind a semicolon to the end, behind a comma ("…, phấn đấu hết năm 2026 A đạt 95%, B đạt 45%") to the next semicolon.
    """
    for phrase in reversed(sentence.phrases):
        if isinstance(phrase, Time) and phrase.kind != "average" and phrase.start < segment.start and phrase is not sentence.time:
            before = text[sentence.start : phrase.start].rstrip()
            if before.endswith(";"):
                return phrase
            piece = _FORCED.sub("", before)
            if piece.endswith(",") and ";" not in text[phrase.end : segment.start] and not _PAST.search(before):
                return phrase
    return None
