"""Kiểm tra gì: nhiều phường cùng hứa một chỉ tiêu nhưng đơn vị tính, mẫu số, cách hiểu hoặc kiểu thời hạn in ra khác nhau.

Vì sao: không cộng, không so được giữa các phường khi tổng hợp lên thành phố; chỉ xét khi đọc cả sổ.

Ví dụ sai:

    plans:
      - targets: [{id: a, clause: II.1 gạch 1, indicator: truong-chuan, test: {ge: 70}, when: {by: 2030}, quote: 70% trường học}]
      - id: phuong-hai/ke-hoach
        issuer: phuong-hai/ubnd
        place_line: Phường Hai
        targets: [{id: a, clause: II.1 gạch 1, indicator: truong-chuan, test: {ge: 80}, when: {by: 2030}, of: trường công lập, quote: 80% trường công lập}]

Ví dụ đúng:

    plans:
      - targets: [{id: a, clause: II.1 gạch 1, indicator: truong-chuan, test: {ge: 70}, when: {by: 2030}, quote: 70% đạt chuẩn}]
      - id: phuong-hai/ke-hoach
        issuer: phuong-hai/ubnd
        place_line: Phường Hai
        targets: [{id: a, clause: II.1 gạch 1, indicator: truong-chuan, test: {ge: 80}, when: {by: 2028}, of: trường công lập, quote: 80% trường công lập}]

Cách sửa: hỏi cấp trên cách tính thống nhất. Chỉ so những chữ hai phường cùng in ra, không lấy chữ của danh mục chỉ tiêu để so; con số và năm
khác nhau thì không sao, trừ danh hiệu, trạng thái phải đạt, vì năm là tất cả lời hứa. Số đếm bên cạnh số tính trên dân số là một thứ đo
bằng hai đơn vị tính.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from kehoach.checks.citations import citations
from kehoach.checks.facts import Facts, due, due_words, restated, target_of
from kehoach.checks.finding import Finding, Place
from kehoach.checks.naming import core
from kehoach.checks.readings import is_open
from kehoach.checks.same_words import relation
from kehoach.checks.slogan_against_figure import slogans
from kehoach.vietnamese import canonical

FAMILY, SEVERITY, ABOUT = 9, "notice", "document"
_TIMES = {"by": "đến một năm", "over": "cả giai đoạn", "each_year": "hằng năm", "since": "từ một năm"}
"""What counts as a way of dating a figure; a place without a date is what the rule ``undated-target`` asks about."""

_Printed = Callable[[Place], str | None]


def find(facts: Facts) -> Iterator[Finding]:
    """Yield measures that wards take differently, each once; nothing where only some wards were read."""
    if facts.registry.scope is not None:
        return
    silent, measures = facts.once(slogans), _measures(facts)
    by_measure: dict[str, list[Place]] = defaultdict(list)
    for place in facts.targets.values():
        target = target_of(place)
        if target.part_of is None and restated(place) not in facts.targets and not is_open(target) and place.ref not in silent:
            by_measure[measures.get(target.indicator, target.indicator)].append(place)
    dated = {first.ref: again for first, again in reversed(facts.restatements) if due(again).kind in _TIMES}
    titles = _titles(facts)
    for stated in by_measure.values():
        places = _one_each(facts, stated)
        found = list(_differences(facts, places, dated, titles)) if len(places) > 1 else []
        if found:
            yield places[0].finding(
                "indicator",
                f"{facts.name(places[0])}: các phường {'; '.join(found)}",
                "Hỏi cấp trên chỉ tiêu này tính thống nhất thế nào?",
                others=tuple(place.ref for place in places[1:]),
                values=tuple(found),
            )


def _measures(facts: Facts) -> Mapping[str, str]:
    """Return, for each indicator that divides what another counts ("… trên 1.000 dân"), that other."""
    counted = {canonical(core(each.name)): name for name, each in facts.registry.indicators.items() if each.ratio is None}
    return {
        name: counted[num]
        for name, each in facts.registry.indicators.items()
        if each.ratio is not None and (num := canonical(each.ratio.num)) in counted
    }


def _titles(facts: Facts) -> Mapping[tuple[str, str], list[tuple[str, str]]]:
    """Return what each clause cites: the title as it prints it, and the catalogue's."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for cited in citations(facts):
        found[(cited.plan.id, cited.citation.clause)].append((cited.printed("title") or "", cited.entry.title))
    return found


def _one_each(facts: Facts, stated: list[Place]) -> list[Place]:
    """Return a statement of each ward, the first in the unit that most wards have."""
    wards: dict[str | None, set[str]] = defaultdict(set)
    for place in stated:
        wards[facts.unit(place)].add(place.plan.ward)
    chosen: dict[str, Place] = {}
    for place in sorted(stated, key=lambda place: -len(wards[facts.unit(place)])):
        chosen.setdefault(place.plan.ward, place)
    return [place for place in stated if chosen[place.plan.ward] is place]


def _differences(
    facts: Facts, places: list[Place], dated: Mapping[str, Place], titles: Mapping[tuple[str, str], list[tuple[str, str]]]
) -> Iterator[str]:
    def definition(place: Place) -> str | None:
        """A definition that is the title of a cited document is that document, whatever the ward calls it."""
        own, cited = target_of(place).definition, titles.get((place.plan.id, place.record.clause), ())
        return next((title for printed, title in cited if own and relation(own, printed) == "same"), own)

    yield from _apart(facts, places, "tính bằng đơn vị khác nhau", facts.unit)
    yield from _apart(facts, places, "tính trên mẫu số khác nhau", facts.printed_scope)
    yield from _apart(facts, places, "hiểu khác nhau", lambda place: target_of(place).definition, meant=definition)
    first = target_of(places[0]).test
    if all((t := target_of(place).test).figures == first.figures and t.is_ == first.is_ for place in places):
        stated = [dated[place.ref] if due(place).kind not in _TIMES and place.ref in dated else place for place in places]
        yield from _apart(facts, stated, "hẹn khác nhau" if first.is_ else "hẹn theo cách khác nhau", _time)


def _time(place: Place) -> str | None:
    """Return the way a figure is dated; the date of a state, whose whole promise it is, unless it is only to be kept."""
    kind, state = due(place).kind, target_of(place).test.is_
    if state is None:
        return _TIMES.get(kind)
    return due_words(place) if state == "achieved" and kind in ("by", "undated", "ongoing") else None


def _apart(facts: Facts, places: list[Place], how: str, of: _Printed, *, meant: _Printed | None = None) -> Iterator[str]:
    """Yield the printed values with their wards where they mean different things."""
    said = [(place, value, (meant or of)(place) or value) for place in places if (value := of(place))]
    if said and any(relation(said[0][2], meaning) != "same" for _, _, meaning in said[1:]):
        by_value: dict[str, list[str]] = defaultdict(list)
        for place, value, _ in said:
            by_value[value].append(f"{facts.registry.ward_name(place.plan.ward)}, {place.record.clause}")
        yield f"{how}: " + "; ".join(f"“{value}” ({'; '.join(where)})" for value, where in by_value.items())
