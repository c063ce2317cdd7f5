"""What an id stood for before, and which records came or went with their whole plan."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.model.plan import Plan, Retired
from kehoach.revisions.change import Change
from kehoach.revisions.facts import Facts
from kehoach.revisions.pairing import Record


def records(plan: Plan) -> Iterator[Record]:
    """Yield everything in a plan that has an id."""
    yield from plan.targets
    yield from plan.tasks
    yield from plan.projects


def stood_for(facts: Facts, change: Change) -> Retired | Record | None:
    """Return what the id of a record that came (added or moved) stood for in its plan before, ``None`` where for nothing."""
    plan = change.new_plan
    was = facts.partners.get(plan.id) if plan else None
    if was is None or (change.old_plan and change.old_plan.id == was.id and change.old_record.id == change.new_record.id):
        return None
    ident = change.new_record.id
    return next((entry for entry in (*was.retired, *records(was)) if entry.id == ident), None)


def stands_again(facts: Facts, change: Change) -> bool:
    """Tell whether the id of a record that went is another record's in the same plan now."""
    now = facts.successors.get(change.old_plan.id) if change.old_plan else None
    return now is not None and any(record.id == change.old_record.id for record in records(now))


def added(facts: Facts, kind: str) -> Iterator[Change]:
    """Yield the records that came into a plan that was there, under an id that had been free."""
    for change in facts.of(kind, "added"):
        if change.new_plan and change.new_plan.id in facts.partners and stood_for(facts, change) is None:
            yield change


def removed(facts: Facts, kind: str) -> Iterator[Change]:
    """Yield the records that went from a plan that is still there, whose id nothing else has taken."""
    for change in facts.of(kind, "removed"):
        if change.old_plan and change.old_plan.id in facts.successors and not stands_again(facts, change):
            yield change


def tombstone(facts: Facts, change: Change) -> Retired | None:
    """Return the tombstone that a record which went has left."""
    now = facts.successors.get(change.old_plan.id) if change.old_plan else None
    return next((entry for entry in now.retired if entry.id == change.old_record.id), None) if now else None


def along(facts: Facts, change: Change) -> bool:
    """Tell whether a moved record only went along with its plan."""
    old, new = change.old_plan, change.new_plan
    was = facts.partners.get(new.id) if new else None
    return bool(old and was and was.id == old.id and change.old_record.id == change.new_record.id)
