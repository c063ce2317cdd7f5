"""Which of a plan's tasks do, name or touch what a target measures, as far as their records can tell.

A row of an appendix is recorded whole. Of a paragraph the record keeps a title and the first words; what else stands there is known
only from the other records of its clause. So a row that does not name a measure does not do it, while a paragraph that speaks of the
thing counted may well go on to the measure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING
from weakref import proxy

from kehoach.checks.attachments import appendix
from kehoach.checks.facts import Shared, restated, target_of
from kehoach.checks.naming import Naming, names, pairs
from kehoach.model.work import Task
from kehoach.vietnamese import stands_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from kehoach.checks.facts import Facts
    from kehoach.checks.finding import Place
    from kehoach.checks.naming import Names
    from kehoach.checks.word_pairs import Pair

_MONEY = re.compile(r"\bđồng\b")
_ANY = re.compile(r"^(?:tổng (?:số )?|toàn bộ |các |mọi |những |loại )+")


class Work:
    """The tasks of every plan, asked from a target; what each plan's words are is worked out when it is first asked for."""

    def __init__(self, facts: Facts) -> None:
        self._facts: Facts = proxy(facts)  # which hold this: without a circle they go, with all they hold, when nobody asks any more
        self._names = names(Shared(facts.registry.indicators))
        self._tasks: dict[str, dict[str, Place]] = defaultdict(dict)
        self.rows: dict[str, dict[str, Place]] = defaultdict(dict)
        """The rows of each plan's appendices, in order."""
        for ref, place in facts.tasks.items():
            self._tasks[place.plan.id][ref] = place
            if appendix(place.record.clause):
                self.rows[place.plan.id][ref] = place
        self._parts = facts.parts
        self._carried = {ref: [task.ref for task in tasks] for ref, tasks in facts.carried.items()}
        self._again: dict[str, list[str]] = defaultdict(list)
        for first, again in facts.restatements:
            self._again[first.ref].append(again.ref)
        self._own: dict[str, Naming] = {}
        self._whole: dict[str, Naming] = {}
        self._speaking: dict[tuple[str, str], frozenset[str]] = {}

    def __contains__(self, plan: str) -> bool:
        return plan in self._tasks

    def doing(self, place: Place) -> Iterator[str]:
        """Yield the tasks that carry the promise, then those whose own words name what it measures: words are read where nothing carries."""
        yield from self.carrying(place)
        yield from self._named_in(place.plan.id).naming(target_of(place).indicator)

    def carrying(self, place: Place) -> Iterator[str]:
        """Yield the tasks, of any plan, that carry a statement of the promise or a part of it."""
        yield from self._carried.get(place.ref, ())
        first = restated(place)
        for statement in (place.ref, first, *self._again.get(place.ref, ()), *self._again.get(first, ())):
            yield from self._carried.get(statement, ())
            for part in self._parts.get(statement, ()):
                yield from self._carried.get(part.ref, ())

    def touching(self, place: Place) -> frozenset[str]:
        """Return the tasks that may do it: those in a clause that names the measure, or that speak of the thing counted."""
        plan = place.plan.id
        naming = self._named_about(plan).naming(target_of(place).indicator)
        return naming.union(*(self._holding(plan, thing) for thing in self._counted(place)))

    def _named_in(self, plan: str) -> Naming:
        """Return what the own words of a plan's tasks name."""
        if plan not in self._own:
            self._own[plan] = Naming(self._names, {ref: _told(self._names, place) for ref, place in self._tasks.get(plan, {}).items()})
        return self._own[plan]

    def _named_about(self, plan: str) -> Naming:
        """Return what the words of a plan's tasks name, of paragraphs with all that is recorded of the clause and its heading."""
        if plan not in self._whole:
            own, beside = self._named_in(plan), self._told_beside(plan)
            whole = {ref: told | beside.get(self._tasks[plan][ref].record.clause, told) for ref, told in own.texts.items()}
            self._whole[plan] = Naming(self._names, whole) if any(beside.values()) else own
        return self._whole[plan]

    def _told_beside(self, plan: str) -> Mapping[str, frozenset[Pair]]:
        """Return the pairs of any name in what else is recorded of each clause with tasks; a row of an appendix has all its words already."""
        clauses = {place.record.clause for place in self._tasks.get(plan, {}).values() if not appendix(place.record.clause)}
        said = _beside(self._facts, plan, clauses) if clauses else {}
        return {clause: frozenset(chain.from_iterable(_known(self._names, text) for text in each)) for clause, each in said.items()}

    def _holding(self, plan: str, thing: str) -> frozenset[str]:
        """Return the tasks with every pair of a *thing*; none for a single syllable, which is part of too many words."""
        if (plan, thing) not in self._speaking:
            wanted = frozenset(pairs(thing))
            tasks = self._tasks.get(plan, {}) if wanted else {}
            self._speaking[plan, thing] = frozenset(ref for ref, place in tasks.items() if _holds(place, wanted))
        return self._speaking[plan, thing]

    def _counted(self, place: Place) -> tuple[str, ...]:
        """Return what a target counts: the unit of a number, those among whom a share is taken; nothing for money and states."""
        unit, indicator, target = self._facts.unit(place), self._facts.indicator(place), target_of(place)
        if unit is None or target.stat in ("growth", "avg_growth") or _MONEY.search(unit):
            return ()
        among = (target.of, indicator.of if indicator else None) if unit.startswith("%") else (unit.partition("/")[0],)
        return tuple(_ANY.sub("", each.lower()) for each in among if each)


def _holds(place: Place, wanted: frozenset[Pair]) -> bool:
    """Tell whether the own words of a task have all pairs that are *wanted*."""
    task = place.record
    if not isinstance(task, Task):
        return False
    left = wanted - _said(task.title, task.quote)
    return not left or (task.product is not None and left.issubset(pairs(task.product)))


def _told(known: Names, place: Place) -> frozenset[Pair]:
    """Return the pairs of a task's own words that stand in a name."""
    task = place.record
    if not isinstance(task, Task):
        return frozenset()
    told = _known(known, task.quote, task.title)
    return told | _known(known, task.product) if task.product else told


@lru_cache(maxsize=8192)
def _said(title: str, quote: str) -> frozenset[Pair]:
    """Return the pairs of both texts; many wards write the same tasks."""
    return frozenset(chain.from_iterable(map(pairs, texts(title, quote))))


@lru_cache(maxsize=8192)
def _known(known: Names, text: str, title: str = "") -> frozenset[Pair]:
    """Return the pairs of a text and its title that stand in a name."""
    return known.among(_said(title, text))


@lru_cache(maxsize=8192)
def texts(title: str, quote: str) -> tuple[str, ...]:
    """Return the texts of a task that hold all its words: most quotes hold the title."""
    return (quote,) if not title or stands_in(title.lower(), quote.lower()) else (title, quote)


def _beside(facts: Facts, plan: str, clauses: Collection[str]) -> Mapping[str, list[str]]:
    """Return what else is recorded of each clause of a plan: the heading, quotes of targets, titles of what is cited."""
    outline, record = facts.outlines[plan], facts.registry.plans[plan]
    found = {clause: [outline.title(clause)] for clause in clauses}
    for target in record.targets:
        if target.clause in found:
            found[target.clause].append(target.quote)
    for citation in record.citations:
        if citation.clause in found:
            entry = facts.registry.references.get(citation.ref)
            found[citation.clause].append(citation.title or (entry.title if entry else ""))
    return found
