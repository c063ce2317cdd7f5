"""Facts: what changed between two states, by id, moves and renames followed. Nothing is judged here.

The facts of A → B turned round are those of B → A: every pairing below is symmetric.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Literal, TypeVar

from kehoach.model.plan import Plan
from kehoach.model.target import Target
from kehoach.model.work import Project, Task
from kehoach.revisions.sides import Side, Sides

Kind = Literal["plan", "target", "task", "project", "retired", "actual", "unit", "ward", "indicator", "reference"]
What = Literal["added", "removed", "moved", "changed"]
Record = Target | Task | Project
_T = TypeVar("_T")
_PARTS: tuple[tuple[Kind, str], ...] = (("target", "targets"), ("task", "tasks"), ("project", "projects"))
_BODIES = ("targets", "tasks", "projects", "retired", "accepted", "format", "id")
"""Fields of a plan that are compared record by record, or that say nothing about the document."""
_SAME = 0.5
"""Two files are one plan under another name where at least half of their records have the same ids."""


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
    plans = list(_plans(both.old, both.new))
    found = [*_plan_changes(plans), *_record_changes(plans), *_catalogues(both), *_actuals(both)]
    return sorted(found, key=lambda c: c.order)


def _plans(old: Side, new: Side) -> Iterator[tuple[Plan | None, Plan | None]]:
    """Yield plans in pairs: of the same id, else of the same document under another name; ``None`` where one has no partner."""
    same = old.plans.keys() & new.plans.keys()
    yield from ((old.plans[ident], new.plans[ident]) for ident in sorted(same))
    gone = {ident: plan for ident, plan in old.plans.items() if ident not in same}
    come = {ident: plan for ident, plan in new.plans.items() if ident not in same}
    for one, two in _paired(gone, come, _likeness):
        yield gone.pop(one), come.pop(two)
    yield from ((plan, None) for plan in gone.values())
    yield from ((None, plan) for plan in come.values())


def _likeness(one: Plan, two: Plan) -> float:
    """Return how surely two plans are one: the same document's hash, or the share of records of the same id."""
    if one.source.sha256 == two.source.sha256 and set(one.source.sha256) != {"0"} and one.ward == two.ward:
        return 2.0
    ids = [{record.id for _, name in _PARTS for record in getattr(plan, name)} for plan in (one, two)]
    union = ids[0] | ids[1]
    share = len(ids[0] & ids[1]) / len(union) if union else 0.0
    return share if share >= _SAME else 0.0


def _paired(old: Mapping[str, _T], new: Mapping[str, _T], likeness: Callable[[_T, _T], float]) -> list[tuple[str, str]]:
    """Return the likeliest pairs, each side used once; ties are broken alike from both sides."""
    scored = [(likeness(a, b), min(one, two), max(one, two), one, two) for one, a in old.items() for two, b in new.items()]
    found: list[tuple[str, str]] = []
    for score, _, _, one, two in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if score and one not in {a for a, _ in found} and two not in {b for _, b in found}:
            found.append((one, two))
    return found


def _plan_changes(pairs: Iterable[tuple[Plan | None, Plan | None]]) -> Iterator[Change]:
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
    before, after = ({entry.id: entry for entry in plan.retired} for plan in (old, new))
    for ident in sorted(before.keys() ^ after.keys()):
        yield Change(
            kind="retired",
            what="added" if ident in after else "removed",
            old_ref=old.ref(ident) if ident in before else None,
            new_ref=new.ref(ident) if ident in after else None,
            old=before.get(ident),
            new=after.get(ident),
            old_plan=old,
            new_plan=new,
        )


def _record_changes(pairs: list[tuple[Plan | None, Plan | None]]) -> Iterator[Change]:
    for kind, name in _PARTS:
        gone: dict[str, tuple[Plan, Any]] = {}
        come: dict[str, tuple[Plan, Any]] = {}
        for old, new in pairs:
            before, after = ({record.id: record for record in getattr(plan, name)} if plan else {} for plan in (old, new))
            for ident in sorted(before.keys() & after.keys()):
                if old and new:
                    yield from _record(kind, (old, before[ident]), (new, after[ident]))
            gone.update({old.ref(i): (old, r) for i, r in before.items() if i not in after} if old else {})
            come.update({new.ref(i): (new, r) for i, r in after.items() if i not in before} if new else {})
        for one, two in _paired(gone, come, _kinship):
            yield from _record(kind, gone.pop(one), come.pop(two))
        yield from (_whole(kind, "removed", plan, record) for plan, record in gone.values())
        yield from (_whole(kind, "added", plan, record) for plan, record in come.values())


def _kinship(one: tuple[Plan, Any], two: tuple[Plan, Any]) -> float:
    """Return how surely a record that went and one that came are the same: the same words, under another id or in another plan."""
    (old_plan, old), (new_plan, new) = one, two
    words = _words(old) == _words(new)
    if old_plan.id == new_plan.id:
        return 2.0 if words and old.clause == new.clause and _measure(old) == _measure(new) else 0.0
    return 1.0 if old.id == new.id and _measure(old) == _measure(new) and (words or old_plan.ward == new_plan.ward) else 0.0


def _words(record: Record) -> str:
    return record.name if isinstance(record, Project) else record.quote


def _measure(record: Record) -> str | None:
    return record.indicator if isinstance(record, Target) else None


def _whole(kind: Kind, what: What, plan: Plan, record: Record) -> Change:
    ref, is_new = plan.ref(record.id), what == "added"
    sides: dict[str, Any] = (
        {"old_ref": None, "new_ref": ref, "new": record, "new_record": record, "new_plan": plan}
        if is_new
        else {"old_ref": ref, "new_ref": None, "old": record, "old_record": record, "old_plan": plan}
    )
    return Change(kind=kind, what=what, **sides)


def _record(kind: Kind, one: tuple[Plan, Any], two: tuple[Plan, Any]) -> Iterator[Change]:
    (old_plan, old), (new_plan, new) = one, two
    base = Change(
        kind=kind,
        what="moved",
        old_ref=old_plan.ref(old.id),
        new_ref=new_plan.ref(new.id),
        old=old,
        new=new,
        old_record=old,
        new_record=new,
        old_plan=old_plan,
        new_plan=new_plan,
    )
    if base.old_ref != base.new_ref:
        yield base
    yield from _fields(base, old, new, skipped=("id",))


def _fields(base: Change, old: Any, new: Any, skipped: tuple[str, ...]) -> Iterator[Change]:
    for each in fields(old):
        before, after = getattr(old, each.name), getattr(new, each.name)
        if each.name not in skipped and before != after:
            yield replace(base, what="changed", field=each.name.rstrip("_"), old=before, new=after)


def _catalogues(both: Sides) -> Iterator[Change]:
    tables: tuple[tuple[Kind, str], ...] = (("unit", "units"), ("ward", "wards"), ("indicator", "indicators"), ("reference", "references"))
    for kind, name in tables:
        yield from _entries(kind, getattr(both.old, name), getattr(both.new, name))


def _entries(kind: Kind, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    for ref in sorted(before.keys() | after.keys()):
        old, new = before.get(ref), after.get(ref)
        if old is None or new is None:
            yield Change(
                kind=kind,
                what="added" if new is not None else "removed",
                old_ref=ref if old is not None else None,
                new_ref=ref if new is not None else None,
                old=old,
                new=new,
                old_record=old,
                new_record=new,
            )
        elif old != new:
            base = Change(kind=kind, what="changed", old_ref=ref, new_ref=ref, old_record=old, new_record=new)
            yield from _fields(base, old, new, skipped=())


def _actuals(both: Sides) -> Iterator[Change]:
    before, after = ({_actual_ref(key): value for key, value in side.actuals.items()} for side in (both.old, both.new))
    yield from _entries("actual", before, after)


def _actual_ref(key: tuple[str | None, ...]) -> str:
    """Return what a reported figure is called: ward, period and measure."""
    ward, indicator, stat, unit, of, definition, period = key
    measure = [f"{name}={value}" for name, value in (("stat", stat if stat != "value" else None), ("unit", unit), ("of", of)) if value]
    measure += [f"definition={definition}"] if definition else []
    return f"{ward}@{period}#{indicator}" + (f"[{'; '.join(measure)}]" if measure else "")
