"""What rules about an edit look at: the changes, in pairs of old and new, and what lies around them, read only when a rule asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from kehoach.files import folder, store
from kehoach.files.git import Repository
from kehoach.meaning.measure import measure_of
from kehoach.meaning.strength import Shift, Strength, shift, strength
from kehoach.meaning.time import resolve
from kehoach.model.catalogues import Indicator
from kehoach.model.commitment import Direction
from kehoach.model.plan import Plan
from kehoach.model.results import Actual
from kehoach.model.target import Target
from kehoach.revisions.change import Change, compare
from kehoach.revisions.sides import Sides


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A target that stands on both sides, with the changes of its fields."""

    old: Target
    new: Target
    old_plan: Plan
    new_plan: Plan
    indicator: Indicator | None
    changes: Mapping[str, Change]

    @property
    def ref(self) -> str:
        """What the target is called now."""
        return self.new_plan.ref(self.new.id)

    @property
    def direction(self) -> Direction | None:
        """Which way is better."""
        return self.new.direction or (self.indicator.direction if self.indicator else None)

    @property
    def same_measure(self) -> bool:
        """Whether both figures stand on one measure and are taken the same way, so that they can be ranked."""
        return self.old.stat == self.new.stat and measure_of(self.old, self.indicator) == measure_of(self.new, self.indicator)

    @property
    def strength(self) -> Strength:
        """How the new test stands to the old one."""
        if not self.same_measure:
            return "same" if self.old.test == self.new.test else "shifted"
        return strength(self.old.test, self.new.test, self.direction)

    @property
    def shift(self) -> Shift:
        """How the new time stands to the old one, each read against its own plan."""
        return shift(resolve(self.old.when, self.old_plan), resolve(self.new.when, self.new_plan))


@dataclass
class Facts:
    """Everything that rules may ask; ``new`` is the commit of the new side, ``None`` for the working tree or the index."""

    both: Sides
    repository: Repository
    today: date
    old: str
    new: str | None
    changes: list[Change] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.changes = compare(self.both)

    def of(self, kind: str, what: str | None = None, name: str | None = None) -> Iterator[Change]:
        """Yield the changes of a kind of record, of one sort, of one field."""
        return (c for c in self.changes if c.kind == kind and what in (None, c.what) and name in (None, c.field))

    @cached_property
    def pairs(self) -> list[Pair]:
        """The targets with at least one change that stand on both sides, sorted."""
        found: dict[str, dict[str, Change]] = {}
        first: dict[str, Change] = {}
        for change in self.of("target"):
            if change.old_record is not None and change.new_record is not None:
                found.setdefault(change.ref, {})[change.field or "moved"] = change
                first.setdefault(change.ref, change)
        return [self._pair(first[ref], changes) for ref, changes in sorted(found.items())]

    def _pair(self, change: Change, changes: Mapping[str, Change]) -> Pair:
        indicator = self.both.new.indicators.get(change.new_record.indicator) or self.both.old.indicators.get(change.old_record.indicator)
        return Pair(
            old=change.old_record,
            new=change.new_record,
            old_plan=change.old_plan,  # type: ignore[arg-type]
            new_plan=change.new_plan,  # type: ignore[arg-type]
            indicator=indicator,
            changes=changes,
        )

    def actuals(self, ward: str) -> list[Actual]:
        """Return what was reported for a ward, as the new side has it."""
        read = self._read(f"{folder.ACTUALS}/{ward}/", "actuals")
        return [actual for file, records in read.items() if not file.endswith(folder.PATHS) for actual in records]

    def plans(self, ward: str) -> dict[str, Plan]:
        """Return the plans of a ward, as the new side has them."""
        return {plan.id: plan for plan in self._read(f"{folder.PLANS}/{ward}/", "plan").values()}

    def plans_naming(self, words: str) -> dict[str, Plan]:
        """Return the plans whose file holds *words*, as the new side has them."""
        files = self.repository.holding(words, self.new, folder.PLANS)
        return {plan.id: plan for file in files for plan in self._read(file, "plan").values()}

    def first(self, pair: Pair) -> Target | None:
        """Return the target as the oldest commit of its file has it, under the id it has on either side."""
        paths = {f"{folder.PLANS}/{plan.id}.yaml" for plan in (pair.old_plan, pair.new_plan)}
        blobs = [e.new for commit in self.repository.log(*sorted(paths), first=self.new or self.old) for e in commit.entries if e.new]
        for blob in reversed(blobs):
            plan, _ = store.read_bytes(self.repository.read([blob])[blob], min(paths), "plan")
            for target in plan.targets if plan else ():
                if target.id in (pair.old.id, pair.new.id):
                    return target  # type: ignore[no-any-return]
        return None

    def _read(self, start: str, kind: str) -> dict[str, Any]:
        content = self.repository.contents(start, self.new)
        read = {path: store.read_bytes(raw, path, kind)[0] for path, raw in content.items() if path.endswith(".yaml")}
        return {path: record for path, record in read.items() if record is not None}
