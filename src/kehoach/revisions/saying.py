"""How rules about an edit say what they saw: records, commitments, times and units in Vietnamese words, each by its own side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kehoach.meaning.time import resolve
from kehoach.meaning.wording import commitment, time_words
from kehoach.model.plan import Plan
from kehoach.model.target import Target
from kehoach.model.work import Project, Task
from kehoach.revisions.change import Change
from kehoach.revisions.facts import Facts, Pair
from kehoach.revisions.judgement import Judgement, of_pair
from kehoach.revisions.sides import Side, Sides
from kehoach.vietnamese import canonical


def name_of(record: Target | Task | Project, side: Side) -> str:
    """Return what a record is called."""
    if isinstance(record, Target):
        indicator = side.indicators.get(record.indicator)
        return indicator.name if indicator else record.indicator
    return record.title if isinstance(record, Task) else record.name


def quoted(name: str) -> str:
    """Return a name in quotation marks, as it is where it has some of its own."""
    return name if "“" in name or '"' in name else f"“{name}”"


def said(record: Target | Task | Project, plan: Plan | None, side: Side) -> str:
    """Return a record in words: its name, a target's commitment and time, and its clause."""
    words = quoted(name_of(record, side))
    if isinstance(record, Target) and plan is not None:
        words += f" {commitment(record, side.indicators.get(record.indicator))}, {time_words(resolve(record.when, plan))}"
    return f"{words} ({record.clause})"


def title(change: Change, facts: Facts) -> str:
    """Return the record of a change by its name and clause."""
    new = change.new_record is not None
    record = change.new_record if new else change.old_record
    return f"{quoted(name_of(record, facts.both.new if new else facts.both.old))} ({record.clause})"


def heading(pair: Pair) -> str:
    """Return a target by its name and clause."""
    return f"{quoted(pair.indicator.name if pair.indicator else pair.new.indicator)} ({pair.new.clause})"


def tested(pair: Pair, how: str) -> Judgement:
    """Return the judgement that the figure to be reached changed."""
    old, new = commitment(pair.old, pair.indicator), commitment(pair.new, pair.indicator)
    return of_pair(pair, "test", f"{heading(pair)}: {how} trước: {old} → {new}", old, new)


def timed(pair: Pair, how: str) -> Judgement:
    """Return the judgement that the time changed."""
    old, new = time_words(resolve(pair.old.when, pair.old_plan)), time_words(resolve(pair.new.when, pair.new_plan))
    return of_pair(pair, "when", f"{heading(pair)}: {how}: {old} → {new}", old, new)


def units(refs: Iterable[str], side: Side) -> str:
    """Return units by their names."""
    return "; ".join(side.units[ref].name if ref in side.units else ref for ref in refs) or "chưa giao đơn vị nào"


def renamed(both: Sides, old: Iterable[str], new: Iterable[str]) -> bool:
    """Tell whether the units of *new* are those of *old* under other ids: each shares a name or alias with one that went."""
    left = [ref for ref in old if ref not in new]
    come = [ref for ref in new if ref not in old]
    return bool(left) and len(left) == len(come) and all(any(_one_unit(both, a, b) for b in come) for a in left)


def _one_unit(both: Sides, old: str, new: str) -> bool:
    before, after = both.old.units.get(old), both.new.units.get(new)
    if before is None or after is None or old in both.new.units or new in both.old.units or old.partition("/")[0] != new.partition("/")[0]:
        return False
    return bool({canonical(n) for n in (before.name, *before.aliases)} & {canonical(n) for n in (after.name, *after.aliases)})


def retired_in(facts: Facts, plan: Plan | None) -> set[str]:
    """Return the ids that the new side of *plan* keeps as tombstones."""
    if plan is None:
        return set()
    moved: dict[str, Any] = {c.old_ref: c.new_plan for c in facts.of("plan", "moved") if c.old_ref}
    new = moved.get(plan.id) or facts.both.new.plans.get(plan.id)
    return {entry.id for entry in new.retired} if new else set()
