"""The rows that the rules over all wards read, from the records: what a row says of a target is known in the target's own ward."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from kehoach.checks.citations import citations
from kehoach.checks.facts import Facts, due, due_words, restated, target_of
from kehoach.checks.finding import Place
from kehoach.checks.readings import is_open
from kehoach.checks.rows import Borrowed, Promised, Rows, Stated, at
from kehoach.checks.same_words import relation
from kehoach.checks.slogan_against_figure import slogans

_TIMES = {"by": "đến một năm", "over": "cả giai đoạn", "each_year": "hằng năm", "since": "từ một năm"}
"""What counts as a way of dating a figure; a place without a date is what the rule ``undated-target`` asks about."""


def gathered(facts: Facts) -> Rows:
    """Return the rows of every ward, in file order."""
    return Rows(tuple(_promised(facts)), tuple(_borrowed(facts)), tuple(_stated(facts)))


def _promised(facts: Facts) -> Iterator[Promised]:
    for plan in facts.registry.plans.values():
        refs = (ref for target in plan.targets for ref in (target.restates, target.supersedes) if ref is not None)
        linked = dict.fromkeys(str(plan.absolute(ref)).partition("#")[0] for ref in refs)
        if plan.targets:
            yield Promised(plan.id, tuple(dict.fromkeys([target.indicator for target in plan.targets])), tuple(linked))


def _borrowed(facts: Facts) -> Iterator[Borrowed]:
    for place, target in facts.promises:
        if target.from_ref is not None:
            yield Borrowed(at(place), target.from_ref)


def _stated(facts: Facts) -> Iterator[Stated]:
    """Yield the first statement of each ward on an indicator in each unit; not the parts, repetitions and doubtful ones."""
    silent, seen = facts.once(slogans), set()
    dated = {first.ref: again for first, again in reversed(facts.restatements) if due(again).kind in _TIMES}
    for place, target in facts.promises:
        if target.part_of is not None or restated(place) in facts.targets or is_open(target) or place.ref in silent:
            continue
        unit = facts.unit(place)
        said = place.plan.ward, target.indicator, unit
        if said in seen:
            continue
        seen.add(said)
        when = dated.get(place.ref, place) if due(place).kind not in _TIMES else place
        yield Stated(
            at=at(place),
            indicator=target.indicator,
            unit=unit,
            scope=facts.printed_scope(place),
            definition=target.definition,
            meaning=_meaning(facts, place),
            figures=target.test.figures,
            state=target.test.is_,
            time=_time(when),
            again=at(when) if when is not place else None,
        )


def _meaning(facts: Facts, place: Place) -> str | None:
    """A definition that is the title of a cited document is that document, whatever the ward calls it."""
    own = target_of(place).definition
    if own is None:
        return None
    cited = facts.once(_titles).get((place.plan.id, place.record.clause), ())
    return next((title for printed, title in cited if relation(own, printed) == "same"), own)


def _titles(facts: Facts) -> Mapping[tuple[str, str], list[tuple[str, str]]]:
    """Return what each clause cites: the title as it prints it, and the catalogue's."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for cited in citations(facts):
        found[(cited.plan.id, cited.citation.clause)].append((cited.printed("title") or "", cited.entry.title))
    return found


def _time(place: Place) -> str | None:
    """Return the way a figure is dated; the date of a state, whose whole promise it is, unless it is only to be kept."""
    kind, state = due(place).kind, target_of(place).test.is_
    if state is None:
        return _TIMES.get(kind)
    return due_words(place) if state == "achieved" and kind in ("by", "undated", "ongoing") else None
