"""Kiểm tra gì: cùng một phường, cùng một việc, chỗ này hứa cho tất cả ("toàn dân", "100%"), chỗ kia ghi một con số thấp hơn 100%.

Vì sao: đạt 97% thì theo con số là đã đạt, theo lời "toàn dân" là chưa; báo cáo không biết lấy chỗ nào.

Ví dụ sai:

    indicators: {bhyt-toan-dan: {name: Bảo hiểm y tế toàn dân, type: state, field: xa-hoi, direction: up}}
    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: đạt 97% trở lên}
      - {id: toan-dan, clause: II.2 gạch 1, indicator: bhyt-toan-dan, test: {is: achieved}, when: {by: 2030}, quote: bảo hiểm y tế toàn dân}

Ví dụ đúng:

    indicators: {bhyt-toan-dan: {name: Bảo hiểm y tế toàn dân, type: state, field: xa-hoi, direction: up}}
    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {eq: 100}, when: {by: 2030}, quote: đạt 100%}
      - {id: toan-dan, clause: II.2 gạch 1, indicator: bhyt-toan-dan, test: {is: achieved}, when: {by: 2030}, quote: bảo hiểm y tế toàn dân}

Cách sửa: hỏi nơi ban hành chấm theo con số nào, hay lời "toàn dân" chỉ là định hướng.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from kehoach.checks.facts import Facts, restated, target_of
from kehoach.checks.finding import Finding, Place
from kehoach.vietnamese import fold

FAMILY, SEVERITY, ABOUT = 1, "notice", "document"
_ALL = re.compile(r"\b(toan dan|moi nguoi dan|100 ?%)")
_LEAST = 3
"""Syllables that name a subject: "bảo hiểm y tế", not "y tế"."""


def find(facts: Facts) -> Iterator[Finding]:
    """Yield promises for everybody beside a lower figure of the same ward, each once."""
    for slogan, figure in facts.once(slogans).values():
        yield slogan.finding(
            "indicator",
            f"{facts.name(slogan)} ở {slogan.said}, nhưng {figure.said} chỉ ghi {facts.words(figure)} ({facts.name(figure)})",
            f"Hỏi nơi ban hành chấm theo {facts.words(figure)} hay theo “{facts.name(slogan)}”?",
            others=(figure.ref,),
            values=(target_of(slogan).indicator, *target_of(figure).test.figures),
        )


def slogans(facts: Facts) -> Mapping[str, tuple[Place, Place]]:
    """Return each promise for everybody with the figure that stands beside it, by the promise's reference."""
    figures: dict[str, list[Place]] = defaultdict(list)
    states: list[Place] = []
    for place, target in facts.promises:
        indicator = facts.indicators.get(target.indicator)
        if indicator is None or restated(place) in facts.targets:
            continue
        if indicator.type == "state" and subjects(indicator.name, indicator.aliases):
            states.append(place)
        elif facts.unit(place) == "%" and target.stat == "value" and target.part_of is None and (target.test.lower or 100) < 100:
            figures[place.plan.ward].append(place)
    found: dict[str, tuple[Place, Place]] = {}
    for place in states:
        indicator = facts.indicator(place)
        names = subjects(indicator.name, indicator.aliases) if indicator else []
        beside = [each for each in figures[place.plan.ward] if any(f" {name} " in f" {fold(facts.name(each))} " for name in names)]
        own = [each for each in beside if each.plan is place.plan]
        if beside:
            found[place.ref] = (place, (own or beside)[0])
    return found


def subjects(name: str, aliases: tuple[str, ...]) -> list[str]:
    """Return what is promised for everybody, without the words for everybody."""
    told = [_ALL.sub(" ", text) for each in (name, *aliases) if _ALL.search(text := fold(each))]
    return [" ".join(each.split()) for each in told if len(each.split()) >= _LEAST]
