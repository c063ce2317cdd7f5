"""Levels and remarks beside a figure: where it starts from, what it stands in, under which condition."""

from __future__ import annotations

import re

from kehoach.transcription.commitment import Commitment, Numbers, Setting
from kehoach.transcription.lists import Segment
from kehoach.transcription.phrases import Quantity, Time, unquoted
from kehoach.transcription.wording import CONDITION
from kehoach.vietnamese import squeeze

_PERIODICAL = re.compile(r"\bmỗi\s+(?P<what>tháng|quý|tuần)\b", re.IGNORECASE)


def remark(item: Commitment, plain: str, segment: Segment) -> None:
    """Note a condition, a count out of a total, and a lower bound given as two figures (``ít nhất 4-5``)."""
    quantity = segment.quantity
    if quantity.total is not None:
        item.doubts.append(f"văn bản in {quantity.figures[0]} trên tổng số {quantity.total}")
    if len(quantity.figures) == 2 and quantity.bounds[0] == "ge" and "ge" in item.test and "le" not in item.test:
        question = f"“{squeeze(plain[quantity.start : quantity.end])}”: mức tối thiểu là số nào?"
        item.reading = {"question": question, "alternatives": [{"test": {"ge": quantity.figures[1]}}]}
    if (often := _PERIODICAL.search(unquoted(plain), segment.start, segment.end)) and item.unit is not None and item.unit != "%":
        item.unit, item.when = f"{item.unit}/{often['what'].lower()}", {"each_year": "period"}
        item.doubts.append(f"mức của mỗi {often['what'].lower()}")
    if condition := CONDITION.search(plain, segment.start, segment.end):
        item.condition = squeeze(condition["text"] or condition["bare"])


def is_past(time: Time | None, setting: Setting) -> bool:
    """Tell whether a time lies before the plan's own years."""
    if time is None or time.kind != "by" or not (time.last or "")[:4].isdigit():
        return False
    first = min((year for year in (setting.period.from_ if setting.period else None, setting.issued) if year is not None), default=0)
    begun = setting.issued if setting.issued and re.match(r"(?:năm|ước|hết năm|cuối năm)\b", time.words, re.IGNORECASE) else first
    return int((time.last or "")[:4]) < max(first, begun)


def as_base(target: Commitment | None, quantity: Quantity, time: Time | None) -> None:
    """``(năm 2025 đạt 80%)`` is where the commitment before it starts from."""
    if target is not None and time is not None and target.base is None:
        target.base = {
            "year": int((time.last or "")[:4]),
            "value": quantity.figures[0],
            "unit": None if target.unit is None else "%" if quantity.percent else quantity.unit,
        }


def start_of(segment: Segment, plain: str) -> Numbers | None:
    """Return the level that ``từ … lên …`` starts from, where its year is printed."""
    level = segment.start_level
    year = re.search(r"(?:19|20)\d\d", plain[level.end : segment.quantity.start]) if level is not None else None
    if level is None or year is None:
        return None
    return {"year": int(year[0]), "value": level.figures[0], "unit": None if level.percent else level.unit}
