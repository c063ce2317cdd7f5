"""Which of a plan's tasks do, name or touch what a target measures, as far as their records can tell.

A row of an appendix is recorded whole. Of a paragraph the record keeps a title and the first words; what else stands there is known
only from the other records of its clause. So a row that does not name a measure does not do it, while a paragraph that speaks of the
thing counted may well go on to the measure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from kehoach.checks.attachments import appendix
from kehoach.checks.citations import citations
from kehoach.checks.facts import restated, target_of
from kehoach.checks.naming import Naming
from kehoach.checks.outline import Outline
from kehoach.model.work import Task

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kehoach.checks.facts import Facts
    from kehoach.checks.finding import Place

_MONEY = re.compile(r"\bđồng\b")
_ANY = re.compile(r"^(?:tổng (?:số )?|toàn bộ |các |mọi |những |loại )+")


class Work:
    """The tasks of every plan, asked from a target; built once, in time that grows with the records."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        own: dict[str, dict[str, str]] = defaultdict(dict)
        whole: dict[str, dict[str, str]] = defaultdict(dict)
        self.rows: dict[str, dict[str, Place]] = defaultdict(dict)
        """The rows of each plan's appendices, in order."""
        beside, outlines = _beside(facts), {plan.id: Outline(plan) for plan in facts.registry.plans.values()}
        for ref, place in facts.tasks.items():
            task, plan = place.record, place.plan.id
            if isinstance(task, Task):
                own[plan][ref] = f"{task.title}; {task.quote}; {task.product or ''}"
                whole[plan][ref] = "; ".join((own[plan][ref], *beside[(plan, task.clause)], outlines[plan].title(task.clause)))
                if appendix(task.clause):
                    self.rows[plan][ref] = place
                    whole[plan][ref] = own[plan][ref]
        indicators = facts.registry.indicators.values()
        self._own = {plan: Naming(indicators, texts) for plan, texts in own.items()}
        self._whole = {plan: Naming(indicators, texts) for plan, texts in whole.items()}
        self._again: dict[str, list[str]] = defaultdict(list)
        for first, again in facts.restatements:
            self._again[first.ref].append(again.ref)

    def __contains__(self, plan: str) -> bool:
        return plan in self._own

    def doing(self, place: Place) -> set[str]:
        """Return the tasks that carry the promise, or whose own words name what it measures."""
        return self.carrying(place) | self._named(self._own, place)

    def carrying(self, place: Place) -> set[str]:
        """Return the tasks, of any plan, that carry a statement of the promise or a part of it."""
        statements = {place.ref, restated(place), *self._again[place.ref], *self._again[restated(place)]}
        parts = {part.ref for ref in statements for part in self._facts.parts.get(ref, ())}
        return {task.ref for ref in statements | parts for task in self._facts.carried.get(ref, ())}

    def touching(self, place: Place) -> set[str]:
        """Return the tasks that may do it: those in a clause that names the measure, or that speak of the thing counted."""
        own = self._own.get(place.plan.id)
        things = self._counted(place) if own else ()
        return self._named(self._whole, place).union(*(own.holding(thing) for thing in things if own))

    def _named(self, texts: Mapping[str, Naming], place: Place) -> set[str]:
        indicator, naming = self._facts.indicator(place), texts.get(place.plan.id)
        return naming.naming(indicator) if naming and indicator else set()

    def _counted(self, place: Place) -> tuple[str, ...]:
        """Return what a target counts: the unit of a number, those among whom a share is taken; nothing for money and states."""
        unit, indicator, target = self._facts.unit(place), self._facts.indicator(place), target_of(place)
        if unit is None or target.stat in ("growth", "avg_growth") or _MONEY.search(unit):
            return ()
        among = (target.of, indicator.of if indicator else None) if unit.startswith("%") else (unit.partition("/")[0],)
        return tuple(_ANY.sub("", each.lower()) for each in among if each)


def _beside(facts: Facts) -> Mapping[tuple[str, str], list[str]]:
    """Return what else is recorded of each clause: the quotes of its targets, the titles of what it cites."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (plan, clause), text in _texts(facts):
        found[(plan, clause)].append(text)
    return found


def _texts(facts: Facts) -> Iterator[tuple[tuple[str, str], str]]:
    for place in facts.targets.values():
        yield (place.plan.id, place.record.clause), target_of(place).quote
    for cited in citations(facts):
        yield (cited.plan.id, cited.citation.clause), cited.printed("title") or ""
