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
from operator import attrgetter

from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding
from kehoach.checks.gathered import gathered
from kehoach.checks.naming import core
from kehoach.checks.rows import At, Stated
from kehoach.checks.same_words import relation
from kehoach.vietnamese import canonical

FAMILY, SEVERITY, ABOUT = 9, "notice", "document"

_Printed = Callable[[Stated], str | None]


def find(facts: Facts) -> Iterator[Finding]:
    """Yield measures that wards take differently, each once; nothing where only some wards were read."""
    if facts.registry.scope is not None:
        return
    measures = _measures(facts)
    by_measure: dict[str, list[Stated]] = defaultdict(list)
    for said in facts.once(gathered).stated:
        by_measure[measures.get(said.indicator, said.indicator)].append(said)
    for stated in by_measure.values():
        each = _one_each(stated)
        found = list(_differences(facts, each)) if len(each) > 1 else []
        if found:
            first, *others = each
            indicator = facts.registry.indicators.get(first.indicator)
            yield first.at.finding(
                facts.registry.plans[first.at.plan],
                "indicator",
                f"{indicator.name if indicator else first.indicator}: các phường {'; '.join(found)}",
                "Hỏi cấp trên chỉ tiêu này tính thống nhất thế nào?",
                others=tuple(other.at.ref for other in others),
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


def _one_each(stated: list[Stated]) -> list[Stated]:
    """Return a statement of each ward, the first in the unit that most wards have."""
    each = [(said.at.ward, said) for said in stated]
    wards: dict[str | None, set[str]] = defaultdict(set)
    for ward, said in each:
        wards[said.unit].add(ward)
    chosen: dict[str, Stated] = {}
    for ward, said in sorted(each, key=lambda one: -len(wards[one[1].unit])) if len(wards) > 1 else each:
        chosen.setdefault(ward, said)
    return [said for ward, said in each if chosen[ward] is said]


def _differences(facts: Facts, stated: list[Stated]) -> Iterator[str]:
    yield from _apart(facts, stated, "tính bằng đơn vị khác nhau", attrgetter("unit"))
    yield from _apart(facts, stated, "tính trên mẫu số khác nhau", attrgetter("scope"))
    yield from _apart(facts, stated, "hiểu khác nhau", attrgetter("definition"), meant=attrgetter("meaning"))
    first = stated[0]
    if all(said.figures == first.figures and said.state == first.state for said in stated):
        how = "hẹn khác nhau" if first.state else "hẹn theo cách khác nhau"
        yield from _apart(facts, stated, how, attrgetter("time"), where=attrgetter("dated"))


def _apart(
    facts: Facts,
    stated: list[Stated],
    how: str,
    of: _Printed,
    *,
    meant: _Printed | None = None,
    where: Callable[[Stated], At] = attrgetter("at"),
) -> Iterator[str]:
    """Yield the printed values with their wards where they mean different things."""
    printed = [(where(said), value, (meant or of)(said) or value) for said in stated if (value := of(said))]
    if printed and any(relation(printed[0][2], meaning) != "same" for _, _, meaning in printed[1:]):
        by_value: dict[str, list[str]] = defaultdict(list)
        for at, value, _ in printed:
            by_value[value].append(f"{facts.registry.ward_name(at.ward)}, {at.clause}")
        yield f"{how}: " + "; ".join(f"“{value}” ({'; '.join(places)})" for value, places in by_value.items())
