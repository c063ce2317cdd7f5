"""The words of a segment: what it measures, what is quoted of it, what it leaves to the segment before."""

from __future__ import annotations

import re

from kehoach.transcription.commitment import Commitment
from kehoach.transcription.lists import Segment, Sentence
from kehoach.transcription.matching import words
from kehoach.transcription.phrases import Time
from kehoach.vietnamese import squeeze

_LABEL = re.compile(
    r"\s*(?:[-–+•]\s*|\(?\d{1,2}(?:\.\d+)*(?:[).]\s*|-\s+)|[a-zđ](?:\)|\.(?=\s))\s*)?(?:(?:Mục tiêu|Chỉ tiêu|Nội dung|Kết quả|Yêu cầu)(?: cụ thể| chung| tổng quát| chủ yếu| đến năm 20\d\d)?\s*:\s*)?"
)
CONDITION = re.compile(
    r"\((?P<text>(?:nếu|khi|trường hợp|trong điều kiện)\s[^()]+)\)|,\s*(?P<bare>(?:nếu|trong trường hợp)\s[^,;.]+)", re.IGNORECASE
)
TRIM = " ,;:.-–+()"


_ENDS_IN_VERB = re.compile(r"(?:\s+(?:và|hoặc|đạt|còn|có|từ|là|lên|xuống|khoảng|ở mức|tăng|giảm|bình quân))+\Z")


_LEADS_IN = re.compile(
    r"\A(?:(?:phấn đấu|bảo đảm|đảm bảo|có|và|đến|đạt|tiếp tục|trong đó|so với(?: năm| cùng kỳ)?|hoàn thành việc)[\s,]+)+(?=\S+\s+\S)",
    re.IGNORECASE,
)


def label_length(text: str) -> int:
    """Return how much of a clause's text is its sign and a label such as ``Mục tiêu cụ thể:``."""
    match = _LABEL.match(text)
    return match.end() if match else 0


def shares_verb(before: str) -> bool:
    """Tell whether a part repeats its whole's verb of growth."""
    return bool(re.search(r"\b(?:tăng|giảm)\b", before, re.IGNORECASE))


def measure_of(plain: str, sentence: Sentence, segment: Segment) -> str:
    """Return the words of a segment without its figure, times, force and verbs."""
    holes = [
        (p.start, p.end)
        for p in sentence.phrases
        if getattr(p, "kind", "") in ("force", "part", "post", "horizon") or (isinstance(p, Time))
    ]
    holes.append((segment.quantity.start, segment.quantity.end if segment.quantity.percent else segment.quantity.start))
    chars = list(plain[segment.start : segment.end])
    for start, end in holes:
        for index in range(max(start, segment.start), min(end, segment.end)):
            chars[index - segment.start] = "\0"
    words = squeeze("".join(chars).replace("\0", " "))
    figure = squeeze(plain[segment.quantity.start : segment.quantity.end])
    if not segment.quantity.percent:
        words = words.replace(figure, segment.quantity.noun or "", 1)
    if condition := CONDITION.search(words):
        words = words.replace(condition[0], " ")
    return _ENDS_IN_VERB.sub("", words.strip(TRIM)).strip(TRIM)


_SAYS_NOTHING = re.compile(
    r"\b(?:đạt|tăng|giảm|thêm|bình quân|trung bình|so với|ước|thực hiện|cùng kỳ|năm|trước|còn|là|và|phấn đấu|duy trì|giữ|ổn định|khoảng|mỗi|hằng|hàng|kế hoạch|dự toán|vốn|riêng|các|sau|từ|đến|vào|cuối|đầu|kỳ|trở lên|"
    r"nâng|lên|xuống|ở mức|vượt|hoàn thành|trong|cả|giai đoạn|quý|tháng|chỉ tiêu|giao|lũy kế|tối thiểu|ít nhất)\b|[\d\W]+",
    re.IGNORECASE,
)


def is_bare(measure: str) -> bool:
    """Tell whether the words of a segment name nothing that is measured: they go on with the measure before them."""
    return not _SAYS_NOTHING.sub("", measure)


def name_of(measure: str, unit: str | None) -> str:
    """Return a name for what is measured: without the unit that only its figure brought along."""
    plain = squeeze(measure).strip(TRIM)
    if unit and (cut := re.search(rf"\b(?:đạt|còn|là|có|tăng|giảm|ở mức)\s+{re.escape(unit)}\b", plain)) and cut.start() > 8:
        plain = f"{plain[: cut.start()]} {plain[cut.end() :]}"
    plain = _ENDS_IN_VERB.sub("", squeeze(plain).strip(TRIM)).strip(TRIM)
    plain = _LEADS_IN.sub("", plain) or plain
    return plain[:1].upper() + plain[1:]


def is_elliptic(text: str, segment: Segment, previous: Commitment | None) -> bool:
    """``tội phạm nghiêm trọng đạt 90%`` behind ``tỷ lệ điều tra các loại tội phạm đạt 85%``."""
    if previous is None or segment.part or not segment.quantity.percent:
        return False
    before = re.sub(r"\b(?:có|đạt|còn)\s*\Z", "", _without_phrases(text, segment))
    started = re.match(r"\s*(?:tỷ lệ|tỉ lệ)\b", previous.measure, re.IGNORECASE)
    shared = set(words(before)) & set(words(previous.measure)) - _EVERYWHERE
    return bool(started and shared) and len(before.split()) <= 8 and not re.search(r"tỷ lệ|tỉ lệ|tổng|số|mức|điểm", before, re.IGNORECASE)


_EVERYWHERE = frozenset(words("tỷ lệ các của người dân được có và trên địa bàn hộ thực hiện đạt"))


def _without_phrases(text: str, segment: Segment) -> str:
    before = text[segment.start : segment.quantity.start]
    for time in segment.times:
        before = before.replace(text[time.start : time.end], " ")
    return re.sub(r"\b(?:phấn đấu|trong đó)\b", " ", before, flags=re.IGNORECASE).strip(TRIM)


def quote_of(plain: str, sentence: Sentence, segment: Segment, time: Time | None) -> str:
    """Return the shortest run that holds measure, figure and time; a governing time or force before it is joined by `` … ``."""
    end = segment.end
    start = segment.start
    own = plain[start:end].lstrip(TRIM + '“”"')
    start = end - len(plain[start:end]) + (len(plain[start:end]) - len(own)) if own else start
    text = squeeze(plain[start:end]).rstrip(" ,;:.-–(")
    governs = [sentence.force or segment.force_mark, time if time is not None and sentence.start <= time.start else None]
    leads = [(phrase.start, phrase.end) for phrase in governs if phrase is not None and phrase.end <= start]
    lead = " … ".join(squeeze(plain[a:b]).strip(" ,:") for a, b in sorted(set(leads)))
    return f"{lead} … {text}" if lead else text
