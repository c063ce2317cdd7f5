"""Facts: what changed between two states, by id, moves and renames followed. Nothing is judged here.

The facts of A → B turned round are those of B → A: every pairing below is symmetric.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Literal

from kehoach.model.plan import Plan
from kehoach.revisions import pairing
from kehoach.revisions.pairing import Plans, Record
from kehoach.revisions.sides import Sides, actual_ref

Kind = Literal["plan", "target", "task", "project", "retired", "actual", "path", "unit", "ward", "indicator", "reference"]
What = Literal["added", "removed", "moved", "changed"]
_PARTS: tuple[tuple[Kind, str], ...] = (("target", "targets"), ("task", "tasks"), ("project", "projects"))
_BODIES = ("targets", "tasks", "projects", "retired", "id")
"""Fields of a plan that are compared record by record; its id is its file's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One fact. ``old`` and ``new`` are whole records (added, removed, moved) or the values of ``field`` (changed)."""

    kind: Kind
    what: What
    old_ref: str | None
    new_ref: str | None
    field: str | None = None
    old: Any = None
    new: Any = None
    old_record: Any = None
    new_record: Any = None
    old_plan: Plan | None = None
    new_plan: Plan | None = None

    @property
    def ref(self) -> str:
        """What the change is about, as it is called now."""
        return self.new_ref or self.old_ref or ""

    @property
    def order(self) -> tuple[str, str, str, str]:
        """Sort by record, then by kind of change."""
        return self.ref, self.kind, self.what, self.field or ""


_TURNED: dict[What, What] = {"added": "removed", "removed": "added"}


def turned(change: Change) -> Change:
    """Return the fact as it reads the other way round."""
    return Change(
        kind=change.kind,
        what=_TURNED.get(change.what, change.what),
        old_ref=change.new_ref,
        new_ref=change.old_ref,
        field=change.field,
        old=change.new,
        new=change.old,
        old_record=change.new_record,
        new_record=change.old_record,
        old_plan=change.new_plan,
        new_plan=change.old_plan,
    )


def compare(both: Sides) -> list[Change]:
    """Return every fact, sorted."""
    plans = list(pairing.plans(both.old.plans, both.new.plans))
    found = [*_plan_changes(plans), *_record_changes(plans), *_catalogues(both), *_actuals(both)]
    return sorted(found, key=lambda c: c.order)


def _plan_changes(pairs: Iterable[Plans]) -> Iterator[Change]:
    for old, new in pairs:
        change = Change(
            kind="plan",
            what="moved" if old and new else "added" if new else "removed",
            old_ref=old.id if old else None,
            new_ref=new.id if new else None,
            old=old,
            new=new,
            old_record=old,
            new_record=new,
            old_plan=old,
            new_plan=new,
        )
        if old is None or new is None:
            yield change
            continue
        if old.id != new.id:
            yield change
        yield from _fields(change, old, new, skipped=_BODIES)
        yield from _retired(old, new)


def _retired(old: Plan, new: Plan) -> Iterator[Change]:
    before, after = ({plan.ref(entry.id): entry for entry in plan.retired} for plan in (old, new))
    moved = {old.ref(entry.id): new.ref(entry.id) for entry in old.retired}
    back = {two: one for one, two in moved.items()}
    for ref in sorted(before):
        if moved[ref] not in after:
            yield replace(_one("retired", "removed", ref, before[ref]), old_plan=old, new_plan=new)
        elif before[ref] != after[moved[ref]]:
            both = _two("retired", "changed", ref, moved[ref], before[ref], after[moved[ref]])
            yield from _fields(replace(both, old_plan=old, new_plan=new), before[ref], after[moved[ref]], skipped=("id",))
    yield from (replace(_one("retired", "added", ref, after[ref]), old_plan=old, new_plan=new) for ref in sorted(after) if ref not in back)


def _record_changes(pairs: list[Plans]) -> Iterator[Change]:
    for kind, name in _PARTS:
        gone: dict[str, tuple[Plan, Record]] = {}
        come: dict[str, tuple[Plan, Record]] = {}
        for old, new in pairs:
            before, after = ({record.id: record for record in getattr(plan, name)} if plan else {} for plan in (old, new))
            same = {i for i in before.keys() & after.keys() if not pairing.another(before[i], after[i])}
            if old and new:
                for ident in sorted(same):
                    yield from _record(kind, (old, before[ident]), (new, after[ident]))
            gone.update({old.ref(i): (old, r) for i, r in before.items() if i not in same} if old else {})
            come.update({new.ref(i): (new, r) for i, r in after.items() if i not in same} if new else {})
        for one, two in pairing.likeliest(gone, come, pairing.kinship):
            yield from _record(kind, gone.pop(one), come.pop(two))
        yield from (replace(_one(kind, "removed", ref, record), old_plan=plan) for ref, (plan, record) in gone.items())
        yield from (replace(_one(kind, "added", ref, record), new_plan=plan) for ref, (plan, record) in come.items())


def _record(kind: Kind, one: tuple[Plan, Record], two: tuple[Plan, Record]) -> Iterator[Change]:
    (old_plan, old), (new_plan, new) = one, two
    both = _two(kind, "moved", old_plan.ref(old.id), new_plan.ref(new.id), old, new)
    base = replace(both, old_plan=old_plan, new_plan=new_plan)
    if base.old_ref != base.new_ref:
        yield base
    yield from _fields(base, old, new, skipped=("id",))


def _one(kind: Kind, what: What, ref: str, record: Any) -> Change:
    """Return the fact that a record came or went."""
    if what == "added":
        return Change(kind=kind, what=what, old_ref=None, new_ref=ref, new=record, new_record=record)
    return Change(kind=kind, what=what, old_ref=ref, new_ref=None, old=record, old_record=record)


def _two(kind: Kind, what: What, old_ref: str, new_ref: str, old: Any, new: Any) -> Change:
    """Return a fact about a record that stands on both sides."""
    return Change(kind=kind, what=what, old_ref=old_ref, new_ref=new_ref, old=old, new=new, old_record=old, new_record=new)


def _fields(base: Change, old: Any, new: Any, skipped: tuple[str, ...]) -> Iterator[Change]:
    for each in fields(old):
        before, after = getattr(old, each.name), getattr(new, each.name)
        if each.name not in skipped and before != after:
            yield replace(base, what="changed", field=each.name.rstrip("_"), old=before, new=after)


def _catalogues(both: Sides) -> Iterator[Change]:
    tables: tuple[tuple[Kind, str], ...] = (("unit", "units"), ("ward", "wards"), ("reference", "references"), ("path", "paths"))
    for kind, name in tables:
        yield from _entries(kind, getattr(both.old, name), getattr(both.new, name), {})
    renamed = pairing.indicators_renamed(both.old.indicators, both.new.indicators)
    yield from _entries("indicator", both.old.indicators, both.new.indicators, renamed)


def _entries(kind: Kind, before: Mapping[str, Any], after: Mapping[str, Any], renamed: Mapping[str, str]) -> Iterator[Change]:
    """Yield the changes of entries by their references; *renamed* says which old ones are called otherwise now."""
    for ref, old in before.items():
        there = renamed.get(ref, ref)
        new = after.get(there)
        if new is None:
            yield _one(kind, "removed", ref, old)
            continue
        base = _two(kind, "moved", ref, there, old, new)
        if ref != there:
            yield base
        if old != new:
            yield from _fields(base, old, new, skipped=())
    known = {renamed.get(ref, ref) for ref in before}
    yield from (_one(kind, "added", ref, new) for ref, new in after.items() if ref not in known)


def _actuals(both: Sides) -> Iterator[Change]:
    """Yield the changes of reported figures; those of an indicator that has another id now are the same figures."""
    slugs = pairing.indicators_renamed(both.old.indicators, both.new.indicators)
    old, new = ({actual_ref(key): value for key, value in side.actuals.items()} for side in (both.old, both.new))
    moved = {actual_ref(key): actual_ref((key[0], slugs[key[1]], *key[2:])) for key in both.old.actuals if key[1] in slugs}
    renamed = {one: two for one, two in moved.items() if two in new and two not in old and one not in new}
    return (change for change in _entries("actual", old, new, renamed) if change.field != "indicator")
