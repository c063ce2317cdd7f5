"""What rules about an edit look at: the changes, in pairs of old and new, and what lies around them, read only when a rule asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from kehoach.files import folder, store
from kehoach.files.git import Repository
from kehoach.meaning import time
from kehoach.model.plan import Plan
from kehoach.model.results import Actual
from kehoach.model.target import Target
from kehoach.revisions import pairing
from kehoach.revisions.change import Change, compare
from kehoach.revisions.history import history
from kehoach.revisions.pair import Pair
from kehoach.revisions.sides import Sides


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

    def of(self, kind: str | tuple[str, ...], what: str | None = None, name: str | None = None) -> Iterator[Change]:
        """Yield the changes of a kind of record (or several), of one sort, of one field."""
        kinds = (kind,) if isinstance(kind, str) else kind
        return (c for c in self.changes if c.kind in kinds and what in (None, c.what) and name in (None, c.field))

    @cached_property
    def day(self) -> date:
        """The day of the edit: of its commit, else today."""
        return self.repository.day_of(self.new) if self.new is not None else self.today

    @cached_property
    def pairs(self) -> list[Pair]:
        """The targets that stand on both sides and changed, or whose time changed with their plan's period, sorted."""
        found: dict[str, dict[str, Change]] = {}
        for change in self.of("target"):
            if change.old_record is not None and change.new_record is not None:
                found.setdefault(change.ref, {})[change.field or "moved"] = change
        firsts = {ref: next(iter(changes.values())) for ref, changes in found.items()}
        made = [self._pair(c.old_record, c.new_record, (c.old_plan, c.new_plan), found[ref]) for ref, c in firsts.items()]
        return sorted((*made, *self._carried(found.keys())), key=lambda p: p.ref)

    def _carried(self, known: Iterable[str]) -> Iterator[Pair]:
        """Yield the targets that did not change but are due at another time since their plan's period did."""
        changed = set(known)
        for new_id, old in self.partners.items():
            new = self.both.new.plans[new_id]
            if time.period(old) == time.period(new):
                continue
            before = {target.id: target for target in old.targets}
            for target in new.targets:
                same = target.id in before and before[target.id] == target and new.ref(target.id) not in changed
                if same and time.resolve(target.when, old) != time.resolve(target.when, new):
                    yield self._pair(target, target, (old, new), {})

    def _pair(self, old: Target, new: Target, plans: tuple[Any, Any], changes: Mapping[str, Change]) -> Pair:
        return Pair(
            old=old,
            new=new,
            old_plan=plans[0],
            new_plan=plans[1],
            old_indicator=self.both.old.indicators.get(old.indicator),
            new_indicator=self.both.new.indicators.get(new.indicator),
            same_indicator=new.indicator in (old.indicator, self.renamed_indicators.get(old.indicator)),
            changes=changes,
        )

    @cached_property
    def renamed_indicators(self) -> dict[str, str]:
        """Indicators that only have another id now, old id → new id."""
        return pairing.indicators_renamed(self.both.old.indicators, self.both.new.indicators)

    @cached_property
    def partners(self) -> dict[str, Plan]:
        """Every plan that stands on both sides, as it was, by the id it has now."""
        moved = {c.new_ref: c.old_plan for c in self.of("plan", "moved") if c.new_ref and c.old_plan}
        return {ident: old for ident in self.both.new.plans if (old := moved.get(ident) or self.both.old.plans.get(ident))}

    @cached_property
    def successors(self) -> dict[str, Plan]:
        """Every plan that stands on both sides, as it is, by the id it had."""
        return {old.id: self.both.new.plans[ident] for ident, old in self.partners.items()}

    @cached_property
    def moved(self) -> dict[str, str]:
        """Records that are called otherwise now, old reference → new one."""
        found = self.of(("target", "task", "project"), "moved")
        return {c.old_ref: c.new_ref for c in found if c.old_ref and c.new_ref}

    def actuals(self, ward: str) -> list[Actual]:
        """Return what was reported for a ward, as the new side has it."""
        read = self._read(f"{folder.ACTUALS}/{ward}/", "actuals")
        return [actual for file, records in read.items() if not file.endswith(f"/{folder.PATHS}") for actual in records]

    def plans(self, ward: str) -> dict[str, Plan]:
        """Return the plans of a ward, as the new side has them."""
        return {plan.id: plan for plan in self._read(f"{folder.PLANS}/{ward}/", "plan").values()}

    def plans_naming(self, words: str) -> dict[str, Plan]:
        """Return the plans whose file holds *words*, as the new side has them."""
        files = self.repository.holding(words, self.new, folder.PLANS)
        return {plan.id: plan for file in files for plan in self._read(file, "plan").values()}

    def versions(self, pair: Pair) -> Iterator[tuple[Plan, Target]]:
        """Yield the target, with its plan, as every commit up to the old side has it, the oldest first, through other ids and files."""
        names = {pair.old_plan.ref(pair.old.id)}
        names |= {e.old for e in history(self.repository, pair.old_plan.id, pair.old.id, self.old) if e.field == "id"}
        plans = tuple(sorted({name.partition("#")[0] for name in names}))
        for ident, plan in self._versions(plans):
            target = next((t for t in plan.targets if f"{ident}#{t.id}" in names), None)
            if target is not None:
                yield plan, target

    def _versions(self, idents: tuple[str, ...]) -> Iterator[tuple[str, Plan]]:
        """Yield plans as every commit left them, the oldest first; each is parsed when it is asked for, once."""
        files = {f"{folder.PLANS}/{ident}.yaml": ident for ident in idents}
        if idents not in self._logs:
            commits = list(self.repository.log(*files, first=self.old))
            self._logs[idents] = [(files[e.path], e.new) for c in commits for e in c.entries if e.new][::-1]
        for ident, blob in self._logs[idents]:
            if blob not in self._blobs:
                raw = self.repository.read([blob])[blob]
                self._blobs[blob] = store.read_bytes(raw, f"{folder.PLANS}/{ident}.yaml", "plan")[0]
            if self._blobs[blob] is not None:
                yield ident, self._blobs[blob]

    def _read(self, start: str, kind: str) -> dict[str, Any]:
        key = f"{kind} {start}"
        if key not in self._reads:
            content = self.repository.contents(start, self.new)
            read = {path: store.read_bytes(raw, path, kind)[0] for path, raw in content.items() if path.endswith(".yaml")}
            self._reads[key] = {path: record for path, record in read.items() if record is not None}
        return self._reads[key]

    _logs: dict[tuple[str, ...], list[tuple[str, str]]] = field(default_factory=dict, init=False, repr=False)
    _reads: dict[str, dict[str, Any]] = field(default_factory=dict, init=False, repr=False)
    _blobs: dict[str, Any] = field(default_factory=dict, init=False, repr=False)
