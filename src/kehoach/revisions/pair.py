"""A target that stands on both sides, and how its promise moved: strength, time and scope."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from kehoach.meaning import scope, strength, time
from kehoach.meaning.measure import Measure, measure_of
from kehoach.meaning.scope import Scope
from kehoach.meaning.strength import Shift, Strength
from kehoach.meaning.time import Due
from kehoach.model.catalogues import Indicator
from kehoach.model.commitment import Direction
from kehoach.model.plan import Plan
from kehoach.model.target import Target
from kehoach.revisions.change import Change


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A target that stands on both sides, with the changes of its fields; each side is read by its own catalogue."""

    old: Target
    new: Target
    old_plan: Plan
    new_plan: Plan
    old_indicator: Indicator | None
    new_indicator: Indicator | None
    same_indicator: bool
    """Whether both name one indicator, by the same id or by another one for the same entry."""
    changes: Mapping[str, Change]

    @property
    def ref(self) -> str:
        """What the target is called now."""
        return self.new_plan.ref(self.new.id)

    @property
    def indicator(self) -> Indicator | None:
        """What the target is measured on now."""
        return self.new_indicator or self.old_indicator

    @property
    def directions(self) -> tuple[Direction | None, Direction | None]:
        """Which way is better, before and now."""
        old = self.old.direction or (self.old_indicator.direction if self.old_indicator else None)
        new = self.new.direction or (self.new_indicator.direction if self.new_indicator else None)
        return old, new

    @property
    def direction(self) -> Direction | None:
        """Which way is better, ``None`` where both sides do not agree."""
        return self.directions[0] if self.directions[0] == self.directions[1] else None

    @cached_property
    def measures(self) -> tuple[Measure, Measure]:
        """What is measured, before and now."""
        old, new = measure_of(self.old, self.old_indicator), measure_of(self.new, self.new_indicator)
        return (replace(old, indicator=new.indicator) if self.same_indicator else old), new

    @property
    def same_measure(self) -> bool:
        """Whether both figures stand on one measure and are taken the same way, so that they can be ranked."""
        return self.old.stat == self.new.stat and self.measures[0] == self.measures[1]

    @cached_property
    def strength(self) -> Strength:
        """How the new test stands to the old one."""
        if self.old.test == self.new.test:
            return "same"
        return strength.strength(self.old.test, self.new.test, self.direction) if self.same_measure else "shifted"

    @cached_property
    def dues(self) -> tuple[Due, Due]:
        """When it is due, before and now, each read against its own plan."""
        return time.resolve(self.old.when, self.old_plan), time.resolve(self.new.when, self.new_plan)

    @property
    def shift(self) -> Shift:
        """How the new time stands to the old one."""
        return strength.shift(*self.dues)

    @cached_property
    def scope(self) -> Scope:
        """How the population and definition that the target itself says changed; two that go different ways cannot be ranked."""
        old, new = self.measures
        found = {scope.scope(getattr(old, name), getattr(new, name)) for name in ("of", "definition") if name in self.changes} - {"same"}
        return "same" if not found else found.pop() if len(found) == 1 else "changed"
