"""A cell of a column of goals as the test that it sets: ``≥ 80``, ``Dưới 5``, ``25 - 30``, ``4/6``, ``Giảm 10%``, ``Đạt``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from kehoach.transcription.bounds import test_of
from kehoach.transcription.commitment import Numbers
from kehoach.transcription.phrases import Quantity, parse_figure, phrases
from kehoach.vietnamese import squeeze

_EMPTY = re.compile(r"[-–—_.…/\sxX]*\Z")
_NONE = re.compile(r"(?:không (?:còn|có|để|phát sinh|xảy ra)|xóa hết|xoá hết)\b", re.IGNORECASE)
_NOT_YET = re.compile(r"(?:chưa|không)\b", re.IGNORECASE)
_KEPT = re.compile(r"(?:duy trì|giữ vững|ổn định|giữ)\b", re.IGNORECASE)
_DONE = re.compile(r"(?:đạt|hoàn thành|được|công nhận|có|xong|đảm bảo|bảo đảm)\b", re.IGNORECASE)
_COUNT = re.compile(r"(?P<bound>[<>≥≤]|trên|dưới|ít nhất|tối thiểu)?\s*(?P<count>\d{1,4})\s*/\s*(?P<of>\d{1,4})(?!\s*/|\d)", re.IGNORECASE)
_GROWS = re.compile(r"\A\W*(?:phấn đấu\s+|kéo\s+)?(?P<verb>tăng|giảm)\b", re.IGNORECASE)
_NEGATIVE = re.compile(r"\A\s*[-−–](?=\d)")


@dataclass(slots=True)
class Figure:
    """What a cell says: its test, whether it is a growth, per cent, which unit and how many of all it names."""

    test: Numbers
    growth: bool = False
    percent: bool = False
    unit: str | None = None
    total: Decimal | None = None
    implied: tuple[int, ...] = ()
    first: Decimal | None = None
    doubts: list[str] = field(default_factory=list)


def figure_of(cell: str, *, percent: bool, falls: bool, growth: bool) -> Figure | None:
    """Return what a cell sets as a goal, ``None`` where it sets nothing.

    *percent* tells whether the row is measured in per cent, *falls* and *growth* whether its name already says that it is the
    rate of a fall or of a growth.
    """
    text = squeeze(cell)
    if _EMPTY.match(text):
        return None
    if _NONE.match(text) and not re.search(r"\d", text):
        return Figure({"eq": Decimal(0)}, implied=(0,))
    negative = bool(_NEGATIVE.match(text))
    text = _NEGATIVE.sub("", text)
    found = next((p for p in phrases(text) if isinstance(p, Quantity)), None)
    if count := _COUNT.match(re.sub(r"\A(?:đạt|có|còn)\s+", "", text, flags=re.IGNORECASE)):
        bound = {"<": "lt", "dưới": "lt", ">": "gt", "trên": "gt", "≥": "ge", "≤": "le", "ít nhất": "ge", "tối thiểu": "ge"}.get(
            (count["bound"] or "").lower(), "eq"
        )
        return Figure({bound: parse_figure(count["count"])}, total=parse_figure(count["of"]), first=parse_figure(count["count"]))
    if found is None:
        return _state(text)
    if re.fullmatch(r"20\d\d", text):
        return None
    verb = _GROWS.match(text)
    rate = found.percent or (percent and found.unit is None)
    down = falls or (verb is not None and verb["verb"].lower() == "giảm")
    grows = (growth or falls or verb is not None) and rate
    test, doubts = test_of(found, text[found.end :], falls=down and not negative, growth=grows)
    if negative:
        mirrored = {"ge": "le", "gt": "lt", "le": "ge", "lt": "gt", "eq": "eq"}
        test = {mirrored[key]: -value for key, value in test.items()}
    if verb is not None and not grows:
        doubts.append(f"ô ghi “{text}”: mức tăng, giảm hay mức phải đạt?")
    return Figure(test, grows, found.percent, found.unit, found.total, first=found.figures[0], doubts=doubts)


def _state(text: str) -> Figure | None:
    if _NOT_YET.match(text):
        return None
    if _KEPT.match(text):
        return Figure({"is": "maintained"})
    return Figure({"is": "achieved"}) if _DONE.match(text) else None
