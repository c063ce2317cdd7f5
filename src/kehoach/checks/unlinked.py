"""Two documents of one ward that promise the same thing without a ``restates`` between them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from kehoach.checks.same_words import relation
from kehoach.meaning.time import Due, period
from kehoach.meaning.wording import unit_of
from kehoach.model.target import Target

if TYPE_CHECKING:
    from kehoach.checks.finding import Place
    from kehoach.model.catalogues import Indicator
    from kehoach.model.plan import Plan


def pairs(places: Iterable[Place], indicators: Mapping[str, Indicator]) -> Iterator[tuple[Place, Place]]:
    """Yield (statement in one plan, statement in a later file) where both are the one such promise of their plan.

    Same ward, indicator, stat, unit and kind of time. Another figure counts only beside the same time and scope (else it is
    a milestone or another population), another deadline only beside the same figure.
    """
    groups: dict[tuple[object, ...], list[Place]] = defaultdict(list)
    for place in places:
        target = place.record
        if isinstance(target, Target) and target.restates is None and target.supersedes is None and target.part_of is None:
            unit = unit_of(target, indicators.get(target.indicator))
            groups[(place.plan.ward, target.indicator, target.stat, unit, place.due.kind)].append(place)
    for alike in groups.values():
        single = _single(alike) if len(alike) > 1 else []
        for again in single[1:]:
            if _same_promise(single[0], again, indicators):
                yield single[0], again


def _single(places: list[Place]) -> list[Place]:
    """Return those that are the only one of their plan."""
    times = Counter(place.plan.id for place in places)
    return [place for place in places if times[place.plan.id] == 1]


def _same_promise(one: Place, other: Place, indicators: Mapping[str, Indicator]) -> bool:
    first, second = one.record, other.record
    if not (isinstance(first, Target) and isinstance(second, Target)) or not _overlap(one.plan, other.plan):
        return False
    indicator = indicators.get(first.indicator)
    default = indicator.of if indicator else None
    same_scope = relation(first.of or default or "", second.of or default or "") == "same"
    same_time = _same_time(one.due, other.due)
    same_test = first.test.figures == second.test.figures and first.test.is_ == second.test.is_
    if not same_test:
        return same_time and same_scope
    return same_time or _ends(one.plan, other.plan)


def _same_time(one: Due, other: Due) -> bool:
    if one.kind == "each_year":
        return one.last == other.last or None in (one.last, other.last)
    return one == other


def _overlap(one: Plan, other: Plan) -> bool:
    (start, end), (begin, finish) = period(one), period(other)
    return (end is None or begin is None or begin <= end) and (finish is None or start is None or start <= finish)


def _ends(one: Plan, other: Plan) -> bool:
    end, finish = period(one)[1], period(other)[1]
    return end == finish or None in (end, finish)
