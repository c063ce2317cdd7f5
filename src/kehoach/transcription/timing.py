"""When a commitment is due and how its figure adds up: levels, flows, growth and its average, what is kept up."""

from __future__ import annotations

import re
from typing import Any

from kehoach.transcription.commitment import Commitment, Governing, Numbers, Setting
from kehoach.transcription.lists import Segment
from kehoach.transcription.phrases import Time
from kehoach.transcription.vocabulary import FLOWS_BEFORE, FLOWS_BEHIND

_GROWS = re.compile(
    r"\b(?P<verb>tăng|giảm)(?:\s+(?:thêm|trưởng|dần|ít nhất|tối thiểu|trên|hơn|khoảng|từ|ổn định|(?:bình quân|trung bình)(?:\s+(?:hằng|hàng|mỗi|đầu người)\s*(?:năm)?)?|hằng năm|hàng năm|mỗi năm|đạt|so với (?:năm trước|cùng kỳ|năm 20\d\d)))*\s*[(]?\s*\Z",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\A\W*(?:(?:phấn đấu|tiếp tục|kiềm chế|và|đồng thời|mỗi năm|hằng năm|hàng năm|trong đó|kéo)[\s,]+)*(?P<verb>tăng|giảm)\s+(?!cường|thiểu|nghèo\b|trưởng|lên|xuống|còn)"
    r"(?:(?!\b(?:xuống|còn|lên|đạt|có|được|bảo đảm|đảm bảo|nâng|để)\b)[^,;:])*\Z",
    re.IGNORECASE,
)
"""``Giảm số vụ tai nạn giao thông từ 5 - 10%``: the verb opens, what falls stands between it and the figure."""
_AVERAGES = re.compile(
    r"\b(?P<verb>tăng|giảm)\s+(?:trưởng\s+)?(?:bình quân|trung bình)\b(?:(?!\b(?:xuống|còn|lên)\b)[^,;:])*\Z", re.IGNORECASE
)
"""``tăng bình quân giai đoạn 2026 - 2030 đạt 12%``."""
_RATE = re.compile(
    r"\b(?:tốc độ(?!\s+(?:đô thị hóa|đô thị hoá|giải ngân|truy cập|mạng|internet))(?: phát triển| tăng| tăng trưởng| tăng thu)?|tăng trưởng|mức tăng|nhịp độ tăng|mức giảm|tốc độ giảm)\b",
    re.IGNORECASE,
)
AVERAGE = re.compile(r"(?:bình quân|trung bình)(?!\s+(?:đầu người|mỗi người|/người))", re.IGNORECASE)
KEEPS = re.compile(r"\b(?:duy trì|giữ vững|giữ ổn định)\b", re.IGNORECASE)
FLOWS = (
    re.compile(r"\b(?:" + "|".join(FLOWS_BEFORE) + r")\b(?:\s+[^\W\d]+){0,4}\s*\Z", re.IGNORECASE),
    re.compile(r"\b(?:" + "|".join(FLOWS_BEHIND) + r")\b", re.IGNORECASE),
)
_RISES_TO = re.compile(r"\b(?:tăng|nâng|giảm|hạ)\b[^,;]*\b(?:lên|xuống|xuống còn|còn)\s*(?:trên|dưới|khoảng)?\s*\Z", re.IGNORECASE)


_DEADLINE = re.compile(r"\d{4}-(?!12|Q4)")
"""A day or a quarter inside a year is when work is done, not the end of years that are counted together."""


def time_of_segment(segment: Segment, governing: Governing, part: Commitment | None, elliptic: Commitment | None) -> Time | None:
    """Return the time that governs a segment: its own, its whole's, that of the measure it goes on with, the list's."""
    if segment.time is not None and segment.time_is_own:
        return segment.time
    if segment.time is None and part is not None:
        return part.time_from
    if segment.time is None and elliptic is not None and elliptic.time_from is not None:
        return elliptic.time_from
    return segment.time or governing.time or (governing.whole.time_from if governing.whole else None)


def growth_of(before: str, segment: Segment) -> tuple[bool, bool]:
    """Tell whether a figure is a rate of growth, and whether it falls."""
    if not segment.quantity.percent or _RISES_TO.search(before):
        return False, False
    if grows := _GROWS.search(before):
        return True, grows["verb"].lower() == "giảm"
    if (opens := _AVERAGES.search(before)) or (opens := _OPENS.match(before)):
        return True, opens["verb"].lower() == "giảm"
    rate = _RATE.search(before)
    return bool(rate), rate is not None and "giảm" in rate[0].lower()


def growth_time(
    text: str, segment: Segment, time: Time | None, part: Commitment | None, setting: Setting
) -> tuple[str, Any, Numbers | None, list[str]]:
    """Return stat, time, reading and doubts of a rate of growth."""
    words = text[segment.start : segment.end]
    average = any(t.kind == "average" for t in segment.times)
    averaged = average or bool(AVERAGE.search(words))
    if part is not None and (time is None or time is part.time_from) and part.growth:
        return part.stat, part.when, None, []
    if time is not None and time.kind == "span":
        return (
            ("avg_growth" if averaged or segment.quantity.per_year else "growth"),
            {"over": time.years},
            None,
            [] if averaged or segment.quantity.per_year else ["tăng trong cả giai đoạn hay bình quân mỗi năm?"],
        )
    if average and (time is None or time.kind == "each_year"):
        return "avg_growth", {"over": "period"}, None, []
    if time is not None and time.kind == "each_year" and time.first and averaged:
        return "avg_growth", {"over": time.years}, None, []
    if time is not None and time.kind == "each_year":
        if not averaged:
            return "growth", each_year(time), None, []
        question = "“Hằng năm … tăng bình quân”: mỗi năm đều phải đạt, hay bình quân cả giai đoạn?"
        return (
            "growth",
            {"each_year": "period"},
            {"question": question, "alternatives": [{"when": {"over": "period"}, "stat": "avg_growth"}]},
            [],
        )
    if time is not None and time.kind == "by" and averaged:
        first = setting.first
        last = (time.last or "")[:4]
        return "avg_growth", {"over": [str(first), last]} if first and str(first) < last else {"by": time.last}, None, []
    if time is None and (averaged or segment.quantity.per_year):
        return ("avg_growth", {"over": "period"}, None, []) if averaged else ("growth", {"each_year": "period"}, None, [])
    return "growth", when_of(time, setting, keeps=False), None, []


def each_year(time: Time | None) -> Any:
    """Return "every year", of a printed span where one governs."""
    return {"each_year": time.years} if time is not None and time.first and time.last else {"each_year": "period"}


def when_of(time: Time | None, setting: Setting, *, keeps: bool) -> Any:
    """Return a printed time as a record has it; what is kept up is kept up every year."""
    if time is None or time.kind == "average":
        return {"each_year": "period"} if keeps else "undated"
    if time.kind == "ongoing":
        return "ongoing"
    if time.kind == "each_year":
        return each_year(time)
    if time.kind == "since":
        return {"since": time.first}
    if time.kind == "span" and time.first is None and setting.period is not None and re.search(r"cuối|hết", time.words):
        return {"by": str(setting.period.to)}
    if time.kind == "span":
        return {"each_year": time.years} if keeps else {"over": time.years}
    if keeps and setting.first and str(setting.first) < (time.last or "")[:4]:
        return {"each_year": [str(setting.first), (time.last or "")[:4]]}
    return {"by": time.last}


def flow_time(time: Time | None, setting: Setting, part: Commitment | None) -> Any:
    """A flow up to a year counts from the first year of the plan."""
    if time is None:
        return part.when if part is not None else "undated"
    if time.kind == "by" and setting.first and str(setting.first) < (time.last or "")[:4] and not _DEADLINE.match(time.last or ""):
        return {"over": [str(setting.first), (time.last or "")[:4]]}
    return when_of(time, setting, keeps=False)


def is_flow(before: str, behind: str) -> bool:
    """Tell whether the words around a count say that it adds up: ``chuyển đổi 110 cơ sở``, ``04 trường được công nhận mới``."""
    return bool(FLOWS[0].search(before) or FLOWS[1].search(before) or FLOWS[1].search(behind))
