"""Lists inside one sentence: where an entry starts, which entries share a verb, a comparator, a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from kehoach.transcription.phrases import Mark, Phrase, Quantity, Time

HEADS = re.compile(
    r"\s*(?:tỷ lệ|tỉ lệ|tổng|số|thu nhập|giá trị|diện tích|sản lượng|năng suất|bình quân|mức|doanh thu|vốn|chi|thu|mỗi|duy trì|hoàn thành|phấn đấu|có|đạt|xây dựng|100%|tốc độ|chỉ số|độ|mật độ|khu vực|ngành|trồng|đào tạo|"
    r"giải quyết|kết nạp|giảm|tăng|xóa|công nhận|thu hút|bố trí|phân bổ|đến năm|đến|hằng năm|hàng năm|giai đoạn|năm 20|trên|dưới|ít nhất|tối thiểu)\b",
    re.IGNORECASE,
)
_JOINS = re.compile(r"(?:,|\s(?:và|cùng)|,\s*và)\s*\Z")
_SAYS = re.compile(
    r"\b(?:đạt|được|có|còn|là|tham gia|sử dụng|thực hiện|hoàn thành|chiếm|tăng|giảm|giữ|duy trì|áp dụng|đáp ứng|bảo đảm|đảm bảo|trở lên|trở xuống|tốt nghiệp|vào|ký|nộp|dùng|trong đó|qua)\b",
    re.IGNORECASE,
)
"""A figure with a verb behind it says what it measures; without one the verb may stand at the next entry."""


@dataclass(slots=True)
class Segment:
    """One figure with its words: ``start`` and ``end`` in the clause's text."""

    start: int
    end: int
    quantity: Quantity
    times: list[Time] = field(default_factory=list)
    time: Time | None = None
    time_is_own: bool = True
    force: bool = False
    force_mark: Mark | None = None
    part: bool = False
    """Part of a segment before: of the whole that a bracket breaks down, or (``of_last``) of the one before "trong đó"."""
    of_last: bool = False
    lists_parts: bool = False
    """``trong đó:`` with a colon stands before it: the parts go on behind semicolons."""
    shared: Segment | None = None
    """The segment whose verb and comparator it shares: ``tối thiểu 04 tổ chức và 10 đảng viên``."""
    elliptic: bool = False
    """Its measure is said only in part; the rest stands in the segment before."""
    start_level: Quantity | None = None
    """Where it starts from: 45% in ``từ 45% lên 60%``."""
    every: int | None = None
    """Where ``mỗi …`` starts: the figure is what each of them has."""


@dataclass(slots=True)
class Sentence:
    """A sentence with what governs it; offsets are those of the clause's text."""

    start: int
    end: int
    phrases: list[Phrase]
    segments: list[Segment]
    time: Time | None
    force: Mark | None
    opens_list: bool = False
    """It ends in a colon: its time governs what follows."""
    ends_in_part: bool = False
    """It ends in ``trong đó:``: what follows is part of its last figure."""
    left: list[Quantity] = field(default_factory=list)
    """Figures that are no commitment."""


def marks(sentence: Sentence, kind: str, start: int, end: int) -> Iterator[Mark]:
    """Yield the marks of one kind that start between two places."""
    return (p for p in sentence.phrases if isinstance(p, Mark) and p.kind == kind and start <= p.start < end)


_LEADS_ON = re.compile(r"\s(?:với|cho|thu hút|phục vụ)\s")
"""``10 lớp tập huấn/năm với 400 lượt người``: what stands before it is still the first figure's."""


def listed(text: str, sentence: Sentence, floor: int, quantity: Quantity) -> int:
    """Return where the next entry of a list inside a sentence starts."""
    cuts = [m.end for m in marks(sentence, "comma", floor, quantity.start)]
    cuts += [floor + m.end() for m in re.finditer(r"\s(?:và|hoặc|;)\s", text[floor : quantity.start])]
    cuts.sort()
    if not cuts:
        leads_on = _LEADS_ON.search(text[floor : quantity.start])
        return floor + leads_on.start() if leads_on else floor
    if not _words_left(text, sentence, cuts[-1], quantity.start):
        return cuts[-1]
    headed = [cut for cut in cuts if HEADS.match(text[cut : quantity.start])]
    commas = [m.end for m in marks(sentence, "comma", floor, quantity.start)]
    return headed[0] if headed else (commas or cuts)[0]


def _words_left(text: str, sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether more than comparators, times and ``có``, ``đạt`` stands between."""
    rest = text[start:end]
    for phrase in sentence.phrases:
        if start <= phrase.start and phrase.end <= end:
            rest = rest.replace(text[phrase.start : phrase.end], " ")
    return bool(re.sub(r"\b(?:có|đạt|còn|trong đó|khoảng|phấn đấu)\b", " ", rest).strip(" ,:-"))


def share(text: str, made: list[Segment]) -> None:
    """Let an entry that is but a figure and a noun share the verb of growth and the comparator of the entry before."""
    for before, segment in pairwise(made):
        quantity = segment.quantity
        joint = text[before.quantity.end : quantity.start]
        if not _JOINS.search(joint) or _SAYS.search(joint) or ";" in joint or any(quantity.bounds) or quantity.post or quantity.spread:
            continue
        if quantity.percent != before.quantity.percent or before.quantity.post is not None or len(before.quantity.figures) != 1:
            continue
        leads = before.shared or before
        falls = re.search(r"\b(?:tăng|giảm)\b[^,;]*\Z", text[leads.start : leads.quantity.start], re.IGNORECASE)
        if not falls and quantity.percent:
            continue
        segment.shared = leads
        if not falls and any(mark in joint for mark in ",("):
            continue  # a comma hands on the verb, not "ít nhất"
        segment.quantity = replace(quantity, bounds=before.quantity.bounds[:1] * len(quantity.figures))


def behind_bracket(text: str, sentence: Sentence, segment: Segment) -> Time | None:
    """Return the time right behind the bracket that breaks a figure down: ``cho 46 hộ (trong đó làm mới 31 hộ) trước tháng 11/2027``."""
    bracket = re.compile(r"[^;,()]*\([^()]*\)\s*").match(text, segment.quantity.end, sentence.end)
    return next((p for p in sentence.phrases if bracket and isinstance(p, Time) and p.start == bracket.end() and p.kind != "average"), None)


_COMPLETED = re.compile(r"(?:\A|[;.:])\W*(?:phấn đấu\s+)?hoàn thành\b(?:(?!\.\s)[^;])*\Z", re.IGNORECASE)
"""What opens so names at its end the deadline of all that it lists."""
_TILL = re.compile(r"[,;]\s*(?:và\s+)?(?:xong|hoàn thành(?:\s+xong)?|thực hiện xong|phấn đấu hoàn thành)\s*\Z", re.IGNORECASE)


def dated_together(text: str, made: list[Segment]) -> Iterator[tuple[Segment, Segment]]:
    """Yield entries without a time with the one behind them whose time, at the end, is also theirs.

    ``Mở 04 lớp cho 320 lượt cán bộ trong năm 2026``; ``hỗ trợ 25 hộ, mỗi hộ 30 triệu đồng, xong trước ngày 02/9``.
    """
    for segment, behind in reversed(list(pairwise(made))):
        joint = text[segment.quantity.end : behind.quantity.start]
        if behind.time is None or not behind.time_is_own or behind.time.start < behind.quantity.end or ";" in joint:
            continue
        alone = not re.search(r"[,(:]|\s(?:và|đạt|trong đó)\s", joint)
        completed = not segment.quantity.percent and "(" not in joint and _COMPLETED.search(text[: segment.quantity.start])
        if alone or completed or _TILL.search(text[behind.quantity.end : behind.time.start]):
            yield segment, behind


def gapped(text: str, made: list[Segment]) -> Iterator[tuple[Segment, Segment]]:
    """Yield entries without a verb with the entry behind them that has it: ``100% tuyến đường, 90% ngõ được chiếu sáng``."""
    for segment, behind in pairwise(made):
        joint = text[segment.quantity.end : behind.quantity.start]
        if segment.quantity.percent != behind.quantity.percent:
            continue
        if _JOINS.search(joint) and not _SAYS.search(joint) and not re.search(r"[;(:]", joint) and not segment.part:
            led = text[segment.start : segment.quantity.start]
            if not segment.quantity.percent or not re.search(
                r"[^\W\d_]{2,}", re.sub(r"\b(?:phấn đấu|có|đạt|bảo đảm|đảm bảo)\b", "", led, flags=re.IGNORECASE)
            ):
                yield segment, behind
