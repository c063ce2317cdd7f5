"""The index that every rule reads: built once, each part when a rule first asks for it; its cost grows with the records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from kehoach.checks.finding import Place
from kehoach.checks.outline import Outline
from kehoach.checks.unlinked import pairs
from kehoach.meaning.time import Due
from kehoach.meaning.wording import commitment, time_words, unit_of
from kehoach.model.target import Target
from kehoach.model.work import Project, Task
from kehoach.vietnamese import may_join_figures, says

if TYPE_CHECKING:
    from kehoach.checks.work_words import Work
    from kehoach.model.catalogues import Indicator, Unit
    from kehoach.registry import Registry

Found = TypeVar("Found")
Entry = TypeVar("Entry")


class Facts:
    """A registry with its records by reference, promise, whole, indicator, lead and clause.

    Without *catalogues* nobody asks about the entries of the catalogues themselves, of which a nation has tens of thousands.
    *known* is what :meth:`once` need not work out again.
    """

    def __init__(self, registry: Registry, *, catalogues: bool = True, known: Mapping[Callable[[Facts], Any], Any] | None = None) -> None:
        self.registry = registry
        self.catalogues = catalogues
        self._worked_out: dict[Callable[[Facts], Any], Any] = dict(known or {})

    def once(self, work: Callable[[Facts], Found]) -> Found:
        """Return what *work* says of these facts; worked out once, however many rules ask."""
        if work not in self._worked_out:
            self._worked_out[work] = work(self)
        found: Found = self._worked_out[work]
        return found

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        """The catalogue's indicators, asked some twenty times about each target."""
        return dict(self.registry.indicators)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Every target, task and project, in file order."""
        return tuple(
            Place(plan, record, (kind, index))
            for plan in self.registry.plans.values()
            for kind in ("targets", "tasks", "projects")
            for index, record in enumerate(getattr(plan, kind))
        )

    @cached_property
    def _by_ref(self) -> Mapping[type, Mapping[str, Place]]:
        found: dict[type, dict[str, Place]] = {Target: {}, Task: {}, Project: {}}
        for place in self.places:
            found[type(place.record)][place.ref] = place
        return found

    @cached_property
    def targets(self) -> Mapping[str, Place]:
        """Targets by reference."""
        return self._by_ref[Target]

    @cached_property
    def tasks(self) -> Mapping[str, Place]:
        """Tasks by reference."""
        return self._by_ref[Task]

    @cached_property
    def promises(self) -> tuple[tuple[Place, Target], ...]:
        """Every target with its place: most rules ask all of them."""
        return tuple((place, target_of(place)) for place in self.targets.values())

    @cached_property
    def projects(self) -> Mapping[str, Place]:
        """Projects by reference."""
        return self._by_ref[Project]

    @cached_property
    def restatements(self) -> tuple[tuple[Place, Place], ...]:
        """Pairs (first statement, restatement) of one promise, within a plan or across plans."""
        return tuple((self.targets[place.restates], place) for place in self.targets.values() if place.restates in self.targets)

    @cached_property
    def said_twice(self) -> tuple[tuple[Place, Place], ...]:
        """Pairs of one promise: the restatements, then the statements that two plans of one ward make without a link."""
        return (*self.restatements, *pairs(self.targets.values(), self.registry.indicators))

    @cached_property
    def joining(self) -> tuple[Place, ...]:
        """The targets whose quotes may join two figures to a range."""
        return tuple(place for place, target in self.promises if may_join_figures(target.quote))

    @cached_property
    def parts(self) -> Mapping[str, tuple[Place, ...]]:
        """The parts ("trong đó") of each whole, by the whole's reference."""
        found: dict[str, list[Place]] = defaultdict(list)
        for place in self.targets.values():
            whole = place.plan.absolute(target_of(place).part_of)
            if whole is not None and whole in self.targets:
                found[str(whole)].append(place)
        return {whole: tuple(parts) for whole, parts in found.items()}

    @cached_property
    def named_units(self) -> frozenset[str]:
        """The references of all units that lead or support something."""
        together = {place.record.lead for place in self.places}  # few, however many records
        together.update(task.support for _, task in self.registry.tasks())
        return frozenset(chain.from_iterable(together))

    @cached_property
    def by_indicator(self) -> Mapping[tuple[str, str], tuple[Place, ...]]:
        """Targets of a ward on an indicator, by ``(ward, indicator)``."""
        found: dict[tuple[str, str], list[Place]] = defaultdict(list)
        for place in self.targets.values():
            found[(place.plan.ward, target_of(place).indicator)].append(place)
        return {key: tuple(places) for key, places in found.items()}

    @cached_property
    def carried(self) -> Mapping[str, tuple[Place, ...]]:
        """The tasks that carry each target, by the target's reference."""
        found: dict[str, list[Place]] = defaultdict(list)
        for place in self.tasks.values():
            if isinstance(place.record, Task):
                for ref in place.record.targets:
                    found[str(place.plan.absolute(ref))].append(place)
        return {ref: tuple(places) for ref, places in found.items()}

    @cached_property
    def outlines(self) -> Mapping[str, Outline]:
        """The heading tree of each plan."""
        return {plan.id: Outline(plan) for plan in self.registry.plans.values()}

    @cached_property
    def work(self) -> Work:
        """Which tasks do, name or touch what a target measures."""
        from kehoach.checks.work_words import Work  # it asks this index

        return Work(self)

    def units_of(self, ward: str) -> Sequence[str]:
        """The references of a ward's own units, in the order of the catalogue."""
        return _by_ward(Shared(self.registry.units)).get(ward, ())

    def indicator(self, place: Place) -> Indicator | None:
        """The indicator of a target."""
        return self.indicators.get(target_of(place).indicator)

    def unit(self, place: Place) -> str | None:
        """The unit of a target's test."""
        target = target_of(place)
        return unit_of(target, self.indicators.get(target.indicator))

    def scope(self, place: Place) -> str | None:
        """What a target counts within (``of``), its own or its indicator's."""
        target = target_of(place)
        indicator = self.indicators.get(target.indicator)
        return target.of or (indicator.of if indicator else None)

    def printed_scope(self, place: Place) -> str | None:
        """What a target counts within as far as its document prints it: ``of``, or the catalogue's words where the quote holds them.

        What only the catalogue says must never be set against printed words.
        """
        indicator, target = self.indicator(place), target_of(place)
        default = indicator.of if indicator else None
        return target.of or (default if default and says(target.quote, default) else None)

    def words(self, place: Place) -> str:
        """A target's commitment in words."""
        return commitment(target_of(place), self.indicator(place))

    def name(self, place: Place) -> str:
        """The name of what a target measures."""
        indicator = self.indicator(place)
        return indicator.name if indicator else target_of(place).indicator

    def names(self, one: Place, other: Place) -> str:
        """The name of what two targets measure, both names where they differ."""
        return " / ".join(dict.fromkeys((self.name(one), self.name(other))))


class Shared(Generic[Entry]):
    """A catalogue as what it is, not as what it holds: the wards of a nation are asked about with the same one."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self.entries = entries

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Shared) and self.entries is other.entries

    def __hash__(self) -> int:
        return id(self.entries)


@lru_cache(maxsize=1)
def _by_ward(units: Shared[Unit]) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for ref in units.entries:
        found[ref.partition("/")[0]].append(ref)
    return dict(found)


def target_of(place: Place) -> Target:
    """Return the record of a place that is known to hold a target.

    Raises:
        TypeError: it holds something else.
    """
    record = place.record
    if not isinstance(record, Target):
        raise TypeError(place.ref)
    return record


def restated(place: Place) -> str:
    """Return the full reference of the first statement, an empty one where the target restates nothing."""
    return place.restates


def due(place: Place) -> Due:
    """Return a record's time read against its plan."""
    return place.due


def due_words(place: Place) -> str:
    """Return a record's time in words."""
    return time_words(due(place))
