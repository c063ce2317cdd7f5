"""Statements of one promise: the first one, what a statement takes from the others, and who answers for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.checks.facts import restated, target_of

if TYPE_CHECKING:
    from kehoach.checks.facts import Facts
    from kehoach.checks.finding import Place


def first_statement(facts: Facts, place: Place) -> Place:
    """Return the first statement of the promise that *place* makes, itself where it repeats none."""
    if not place.restates:
        return place
    seen = {place.ref}
    while (first := facts.targets.get(restated(place))) and first.ref not in seen:
        seen.add(first.ref)
        place = first
    return place


class Owned:
    """The promises that some statement gives a lead to; a part follows its whole."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._led = {first_statement(facts, place).ref for place, target in facts.promises if target.lead}

    def __contains__(self, place: Place) -> bool:
        seen: set[str] = set()
        at: Place | None = place
        while at and at.ref not in seen:
            seen.add(at.ref)
            first = first_statement(self._facts, at)
            if first.ref in self._led:
                return True
            whole = target_of(at).part_of or target_of(first).part_of
            at = self._facts.targets.get((at if target_of(at).part_of else first).plan.absolute(whole) or "")
        return False
