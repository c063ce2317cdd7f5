"""Figures and their comparators as tests; a level that the document states as a base."""

from __future__ import annotations

import re

from kehoach.transcription.commitment import Commitment, Numbers, Setting
from kehoach.transcription.lists import Sentence
from kehoach.transcription.phrases import Quantity


def test_of(quantity: Quantity, after: str, *, falls: bool, growth: bool) -> tuple[Numbers, list[str]]:
    """Return the test that a figure or range with its comparators makes; a fall is a growth below nothing."""
    doubts: list[str] = []
    bound = next((b for b in quantity.bounds if b not in (None, "about")), None)
    if "about" in quantity.bounds:
        doubts.append("“khoảng”: mức in là ước chừng")
    post = quantity.post
    if post is None and (match := re.search(r"\btrở\s+(lên|xuống)\b", after, re.IGNORECASE)) and _reaches(after[: match.start()], quantity):
        post = "ge" if match[1].lower() == "lên" else "le"
    low, high = quantity.figures[0], quantity.figures[-1]
    if len(quantity.figures) == 2 and bound is None and low < high:
        test: Numbers = {"ge": low, "le": high}
    elif len(quantity.figures) == 2 and bound is None:
        test = {"eq": high}
        doubts.append(f"hai số “{low}” và “{high}” không thành một khoảng")
    elif bound == "gt" and post == "ge":
        test = {"ge": low}
    else:
        test = {post or bound or "eq": low}
        if post is None and bound is None and quantity.spread:
            test = {"ge": low}
    if falls and growth:
        mirrored = {"ge": "le", "gt": "lt", "le": "ge", "lt": "gt", "eq": "eq"}
        test = {mirrored[key]: -value for key, value in test.items()}
        test = {key: test[key] for key in ("ge", "gt", "le", "lt", "eq") if key in test}
    return test, doubts


_BEYOND = re.compile(r"(?<!và )(?<!hoặc )\bvượt\s+(?:mức\s+)?(?:dự toán|kế hoạch|chỉ tiêu)\b[^,;.()]*\Z", re.IGNORECASE)
_PLANNED = re.compile(r"\A\s*(?:trở lên\s+)?(?:so với\s+)?(?:dự toán|kế hoạch|chỉ tiêu)\b", re.IGNORECASE)


def beyond_plan(text: str, quantity: Quantity, before: str) -> bool:
    """Tell whether a per cent says by how much an assigned plan is to be exceeded: ``vượt dự toán 5%``, ``tăng 5% so với dự toán``."""
    if not quantity.percent or quantity.figures[-1] >= 100:
        return False
    own = text[quantity.start : quantity.end].lower()
    exceeds = own.startswith("vượt") or re.search(r"\b(?:tăng|vượt)(?:\s+thêm)?\s*\Z", before, re.IGNORECASE)
    return bool(_BEYOND.search(before)) or bool(exceeds and _PLANNED.match(text[quantity.end :]))


def _reaches(between: str, quantity: Quantity) -> bool:
    """Tell whether "trở lên" behind these words is still the figure's: not behind a verb (``có trình độ đại học trở lên``)."""
    if ";" in between or "," in between:
        return False
    return quantity.spread or not re.search(r"\b(?:có|đạt|được|hoàn thành|tham gia|từ|xếp loại)\b", between, re.IGNORECASE)


def base_of(text: str, sentence: Sentence, setting: Setting) -> Numbers | None:
    """``Năm 2025 số doanh nghiệp là 250 doanh nghiệp``: where things stand, not where they shall be."""
    if len(sentence.segments) != 1 or sentence.time is None or sentence.time.kind != "by" or sentence.force is not None:
        return None
    segment, year = sentence.segments[0], (sentence.time.last or "")[:4]
    words = text[sentence.time.start : sentence.time.end].lower()
    plain_year = re.match(r"năm\s", words) is not None
    stands = re.search(r"\b(?:là|đã|hiện)\b[^,;]*\Z", text[segment.start : segment.quantity.start]) is not None
    now = setting.issued or setting.first
    if (
        not (plain_year and stands and year.isdigit() and (now is None or int(year) <= now))
        or any(segment.quantity.bounds)
        or segment.quantity.post
    ):
        return None
    return {"year": int(year), "value": segment.quantity.figures[0], "unit": "%" if segment.quantity.percent else segment.quantity.unit}


def shares_unit(item: Commitment, base: Numbers) -> bool:
    """Tell whether a stated level is one of the same thing: its unit begins the commitment's, or stands in its words."""
    unit = base["unit"] or ""
    return (bool(unit) and (item.unit or "").startswith(unit.split("/")[0])) or unit in item.quote
