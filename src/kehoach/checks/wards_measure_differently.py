"""Kiểm tra gì: nhiều phường cùng hứa một chỉ tiêu nhưng đơn vị tính, mẫu số, cách hiểu hoặc kiểu thời hạn khác nhau.

Vì sao: không cộng, không so được giữa các phường khi tổng hợp lên thành phố. Mức và năm khác nhau thì không sao; chỉ xét khi đọc cả sổ.

Ví dụ sai:

    plans:
      - targets: [{id: a, clause: II.1 gạch 1, indicator: truong-chuan, test: {ge: 70}, when: {by: 2030}, quote: 70% trường học}]
      - id: phuong-hai/ke-hoach
        issuer: phuong-hai/ubnd
        place_line: Phường Hai
        targets: [{id: a, clause: II.1 gạch 1, indicator: truong-chuan, test: {ge: 80}, when: {by: 2030}, of: trường công lập, quote: 80% trường công lập}]

Ví dụ đúng:

    plans:
      - targets: [{id: a, clause: II.1 gạch 1, indicator: truong-chuan, test: {ge: 70}, when: {by: 2030}, quote: 70% trường học}]
      - id: phuong-hai/ke-hoach
        issuer: phuong-hai/ubnd
        place_line: Phường Hai
        targets: [{id: a, clause: II.1 gạch 1, indicator: truong-chuan, test: {ge: 80}, when: {by: 2028}, quote: 80% các trường}]

Cách sửa: hỏi cấp trên cách tính thống nhất.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from kehoach.checks.facts import Facts, due, restated, target_of
from kehoach.checks.finding import Finding, Place
from kehoach.checks.readings import is_open
from kehoach.checks.same_words import relation
from kehoach.checks.slogan_against_figure import slogans

FAMILY, SEVERITY, ABOUT = 9, "notice", "document"
_TIMES = {
    "by": "đến một năm",
    "over": "cả giai đoạn",
    "each_year": "hằng năm",
    "since": "từ một năm",
    "ongoing": "thường xuyên",
    "undated": "không ghi thời hạn",
}


def find(facts: Facts) -> Iterator[Finding]:
    """Yield indicators that wards measure differently, each once; nothing where only some wards were read."""
    if facts.registry.scope is not None:
        return
    silent = slogans(facts)
    dated = {first.ref for first, again in facts.restatements if due(again).kind not in ("undated", "ongoing")}
    by_indicator: dict[str, list[Place]] = defaultdict(list)
    for place in facts.targets.values():
        target = target_of(place)
        if target.part_of is None and restated(place) not in facts.targets and not is_open(target) and place.ref not in silent:
            by_indicator[target.indicator].append(place)
    for stated in by_indicator.values():
        places = _one_each(facts, stated)
        found = list(_differences(facts, places, dated)) if len(places) > 1 else []
        if found:
            yield places[0].finding(
                "indicator",
                f"{facts.name(places[0])}: các phường {'; '.join(found)}",
                "Hỏi cấp trên chỉ tiêu này tính thống nhất thế nào?",
                others=tuple(place.ref for place in places[1:]),
                values=tuple(found),
            )


def _one_each(facts: Facts, stated: list[Place]) -> list[Place]:
    """Return a statement of each ward, the first in the unit that most wards have."""
    wards: dict[str | None, set[str]] = defaultdict(set)
    for place in stated:
        wards[facts.unit(place)].add(place.plan.ward)
    chosen: dict[str, Place] = {}
    for place in sorted(stated, key=lambda place: -len(wards[facts.unit(place)])):
        chosen.setdefault(place.plan.ward, place)
    return [place for place in stated if chosen[place.plan.ward] is place]


def _differences(facts: Facts, places: list[Place], dated: set[str]) -> Iterator[str]:
    yield from _apart(facts, places, "tính bằng đơn vị khác nhau", facts.unit)
    yield from _apart(facts, places, "tính trên mẫu số khác nhau", facts.scope)
    yield from _apart(facts, places, "hiểu khác nhau", lambda place: target_of(place).definition)
    first = target_of(places[0]).test
    if all((t := target_of(place).test).figures == first.figures and t.is_ == first.is_ for place in places):
        yield from _apart(facts, places, "hẹn theo cách khác nhau", lambda place: _time(place, dated))


def _time(place: Place, dated: set[str]) -> str | None:
    """Return the kind of time in words; nothing where the ward gives the time at another place."""
    kind = due(place).kind
    return None if kind in ("undated", "ongoing") and place.ref in dated else _TIMES[kind]


def _apart(facts: Facts, places: list[Place], how: str, of: Callable[[Place], str | None]) -> Iterator[str]:
    said = [(place, value) for place in places if (value := of(place))]
    if said and any(relation(said[0][1], value) != "same" for _, value in said[1:]):
        by_value: dict[str, list[str]] = defaultdict(list)
        for place, value in said:
            by_value[value].append(f"{facts.registry.ward_name(place.plan.ward)}, {place.record.clause}{_unsaid(place, of, facts)}")
        yield f"{how}: " + "; ".join(f"“{value}” ({'; '.join(where)})" for value, where in by_value.items())


def _unsaid(place: Place, of: Callable[[Place], str | None], facts: Facts) -> str:
    """Return a mark for a scope that the ward does not print differently from the catalogue."""
    return ", theo danh mục" if of == facts.scope and target_of(place).of is None else ""
