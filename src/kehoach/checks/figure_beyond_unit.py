"""Kiểm tra gì: con số mà đơn vị tính không thể có: tỷ lệ trên 100%, "từ 100% trở lên", số lượng âm, số lẻ của thứ chỉ đếm nguyên, giảm quá 100%.

Vì sao: mức ấy không bao giờ đạt được, hoặc câu chữ nói thừa một khoảng không có thật.

Ví dụ sai:

    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 100}, when: {by: 2030}, quote: đạt từ 100% trở lên}

Ví dụ đúng:

    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {eq: 100}, when: {by: 2030}, quote: đạt 100%}

Cách sửa: hỏi nơi ban hành con số hoặc đơn vị tính nào đúng; chỗ khác nêu cùng lời hứa với dấu so sánh khác thì in kèm.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from kehoach.checks.facts import Facts, target_of
from kehoach.checks.finding import Finding, Place
from kehoach.checks.same_words import has
from kehoach.meaning.units import COUNTED
from kehoach.meaning.wording import unit_of
from kehoach.vietnamese import number, quantity

FAMILY, SEVERITY, ABOUT = 2, "warning", "document"
_AND_MORE = r"(?:\b(?:tren|hon|vuot|it nhat|toi thieu|khong duoi)|[≥>])\s*(?:la\s|dat\s)?\s*{0}(?!\d)|(?<!\d){0}[^\d.;,]{{0,25}}\btro len"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield figures beyond the indicator's cap, bounds with nothing on their far side, and figures that no count or change can have."""
    said: dict[str, list[Place]] = defaultdict(list)
    for first, again in facts.said_twice:
        said[first.ref].append(again)
        said[again.ref].append(first)
    for place in facts.targets.values():
        why = _fault(facts, place)
        if why:
            figures = target_of(place).test.figures
            others = [other for other in said[place.ref] if target_of(other).test.figures == figures and not _fault(facts, other)]
            apart = next((other for other in others if target_of(other).test != target_of(place).test), None)
            yield place.finding(
                "test",
                f"{facts.name(place)}: {place.said} ghi {facts.words(place)}, {why}"
                + (f"; {apart.said} ghi {facts.words(apart)}" if apart else ""),
                "Hỏi nơi ban hành con số hoặc đơn vị tính nào đúng.",
                others=(apart.ref,) if apart else (),
                values=(*figures, facts.unit(place)),
            )


def _fault(facts: Facts, place: Place) -> str | None:
    target = target_of(place)
    test, figures = target.test, target.test.figures
    if not figures:
        return None
    indicator = facts.indicator(place)
    unit = unit_of(target, indicator)
    if target.stat in ("growth", "avg_growth"):
        return "mà giảm thì nhiều nhất là 100%" if min(figures) < -100 else None
    cap = indicator.cap if indicator is not None and unit == indicator.unit else None
    if cap is not None and (max(figures) > cap or test.gt == cap):
        return f"mà cao nhất chỉ có thể là {quantity(cap, unit)}"
    if cap is not None and test.ge == cap and has(target.quote, _AND_MORE.format(re.escape(number(cap)))):
        return f"mà trên {quantity(cap, unit)} thì không còn gì"
    if (cap is not None or not (unit or "").startswith(("%", "‰"))) and (min(figures) < 0 or test.lt == 0):
        return "mà không thể dưới 0"
    if unit and figures != tuple(map(int, figures)) and COUNTED.fullmatch(unit):
        return f"mà {unit} chỉ đếm số nguyên"
    return None
