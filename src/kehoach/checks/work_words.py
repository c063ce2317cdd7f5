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
from kehoach.checks.facts import restated, target_of
from kehoach.checks.naming import Naming, Pair, names, pairs
from kehoach.model.work import Task
from kehoach.vietnamese import small

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kehoach.checks.facts import Facts
    from kehoach.checks.finding import Place

_MONEY = re.compile(r"\bđồng\b")
_BETWEEN = frozenset(' ,;:.()"“”/-') | {""}
"""What stands before and behind whole words."""
_ANY = re.compile(r"^(?:tổng (?:số )?|toàn bộ |các |mọi |những |loại )+")


class Work:
    """The tasks of every plan, asked from a target; what each plan's words are is worked out when it is first asked for."""

    def __init__(self, facts: Facts) -> None:
        self._facts: Facts = proxy(facts)  # which hold this: without a circle they go, with all they hold, when nobody asks any more
        self._names = names(tuple(facts.registry.indicators.items()))
        self._tasks: dict[str, dict[str, Place]] = defaultdict(dict)
        self.rows: dict[str, dict[str, Place]] = defaultdict(dict)
        """The rows of each plan's appendices, in order."""
        for ref, place in facts.tasks.items():
            self._tasks[place.plan.id][ref] = place
            if appendix(place.record.clause):
                self.rows[place.plan.id][ref] = place
        self._again: dict[str, list[str]] = defaultdict(list)
        for first, again in facts.restatements:
            self._again[first.ref].append(again.ref)
        self._says: dict[str, Mapping[str, frozenset[Pair]]] = {}
        self._own: dict[str, Naming] = {}
        self._whole: dict[str, Naming] = {}

    def __contains__(self, plan: str) -> bool:
        return plan in self._tasks

    def doing(self, place: Place) -> set[str]:
        """Return the tasks that carry the promise, or whose own words name what it measures."""
        return self.carrying(place) | self._named(self._own, place)

    def carrying(self, place: Place) -> set[str]:
        """Return the tasks, of any plan, that carry a statement of the promise or a part of it."""
        first = restated(place)
        statements = {place.ref, first, *self._again.get(place.ref, ()), *self._again.get(first, ())}
        parts = {part.ref for ref in statements for part in self._facts.parts.get(ref, ())}
        return {task.ref for ref in statements | parts for task in self._facts.carried.get(ref, ())}

    def touching(self, place: Place) -> frozenset[str]:
        """Return the tasks that may do it: those in a clause that names the measure, or that speak of the thing counted."""
        own = self._words(self._own, place.plan.id)
        return self._named(self._whole, place).union(*(own.holding(thing) for thing in self._counted(place)))

    def _named(self, texts: dict[str, Naming], place: Place) -> frozenset[str]:
        return self._words(texts, place.plan.id).naming(target_of(place).indicator)

    def _words(self, texts: dict[str, Naming], plan: str) -> Naming:
        """Return the words of a plan's tasks: each one's own, or, of paragraphs, all that is recorded of the clause and its heading."""
        if plan not in texts:
            words = dict(self._said(plan))
            if texts is self._whole:
                for ref, beside in _beside(self._facts, self._tasks.get(plan, {})).items():
                    words[ref] |= beside
            texts[plan] = Naming(self._names, words)
        return texts[plan]

    def _said(self, plan: str) -> Mapping[str, frozenset[Pair]]:
        if plan not in self._says:
            self._says[plan] = {ref: _own(place) for ref, place in self._tasks.get(plan, {}).items()}
        return self._says[plan]

    def _counted(self, place: Place) -> tuple[str, ...]:
        """Return what a target counts: the unit of a number, those among whom a share is taken; nothing for money and states."""
        unit, indicator, target = self._facts.unit(place), self._facts.indicator(place), target_of(place)
        if unit is None or target.stat in ("growth", "avg_growth") or _MONEY.search(unit):
            return ()
        among = (target.of, indicator.of if indicator else None) if unit.startswith("%") else (unit.partition("/")[0],)
        return tuple(_ANY.sub("", each.lower()) for each in among if each)


def _own(place: Place) -> frozenset[Pair]:
    task = place.record
    return _said(task.title, task.quote).union(pairs(task.product or "")) if isinstance(task, Task) else frozenset()


@lru_cache(maxsize=8192)
def _said(title: str, quote: str) -> frozenset[Pair]:
    """Return the pairs of both texts; many wards write the same tasks, and most quotes hold the title."""
    return frozenset(pairs(quote) if _within(small(title), small(quote)) else chain(pairs(title), pairs(quote)))


def _within(title: str, quote: str) -> bool:
    """Tell whether the words of a title stand in a quote, one after the other."""
    start = quote.find(title)
    end = start + len(title)
    return start >= 0 and quote[max(start - 1, 0) : start] in _BETWEEN and quote[end : end + 1] in _BETWEEN


def _beside(facts: Facts, tasks: Mapping[str, Place]) -> Mapping[str, frozenset[Pair]]:
    """Return what else is recorded of the clause of each task of a plan: quotes of targets, titles of what is cited, the heading.

    A row of an appendix has all its words already.
    """
    paragraphs = {ref: place for ref, place in tasks.items() if not appendix(place.record.clause)}
    if not paragraphs:
        return {}
    plan = next(iter(paragraphs.values())).plan
    outline, said = facts.outlines[plan.id], defaultdict[str, set[Pair]](set)
    for target in plan.targets:
        said[target.clause].update(pairs(target.quote))
    for citation in plan.citations:
        entry = facts.registry.references.get(citation.ref)
        said[citation.clause].update(pairs(citation.title or (entry.title if entry else "")))
    clauses = dict.fromkeys(place.record.clause for place in paragraphs.values())
    words = {clause: said[clause].union(pairs(outline.title(clause))) for clause in clauses}
    return {ref: frozenset(words[place.record.clause]) for ref, place in paragraphs.items()}
