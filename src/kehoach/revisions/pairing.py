"""Which old record is which new one: by id, else by what it says. Every pairing is symmetric."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from kehoach.model.catalogues import Indicator
from kehoach.model.plan import Plan
from kehoach.model.target import Target
from kehoach.model.work import Project, Task
from kehoach.vietnamese import canonical

Record = Target | Task | Project
Plans = tuple[Plan | None, Plan | None]
Place = tuple[Plan, Record]
_T = TypeVar("_T")
_SAME = 0.5
"""Two files are one plan under another name where at least half of their records have the same ids."""


def plans(old: Mapping[str, Plan], new: Mapping[str, Plan]) -> Iterator[Plans]:
    """Yield plans in pairs: of the same id, else of the same document under another name; ``None`` where one has no partner."""
    same = old.keys() & new.keys()
    yield from ((old[ident], new[ident]) for ident in sorted(same))
    gone = {ident: plan for ident, plan in old.items() if ident not in same}
    come = {ident: plan for ident, plan in new.items() if ident not in same}
    for one, two in likeliest(gone, come, _likeness):
        yield gone.pop(one), come.pop(two)
    yield from ((plan, None) for plan in gone.values())
    yield from ((None, plan) for plan in come.values())


def likeliest(old: Mapping[str, _T], new: Mapping[str, _T], likeness: Callable[[_T, _T], float]) -> list[tuple[str, str]]:
    """Return the likeliest pairs, each side used once; ties are broken alike from both sides."""
    scored = [(score, one, two) for one, a in old.items() for two, b in new.items() if (score := likeness(a, b))]
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, one, two in sorted(scored, key=lambda s: (-s[0], min(s[1:]), max(s[1:]))):
        if one not in found and two not in taken:
            found[one] = two
            taken.add(two)
    return list(found.items())


def _likeness(one: Plan, two: Plan) -> float:
    """Return how surely two plans are one: the same document's hash, or the share of records of the same id."""
    if one.source.sha256 == two.source.sha256 and set(one.source.sha256) != {"0"} and one.ward == two.ward:
        return 2.0
    ids = [{r.id for r in plan.targets} | {r.id for r in plan.tasks} | {r.id for r in plan.projects} for plan in (one, two)]
    union = ids[0] | ids[1]
    share = len(ids[0] & ids[1]) / len(union) if union else 0.0
    return share if share >= _SAME else 0.0


def kinship(one: Place, two: Place) -> float:
    """Return how surely a record that went and one that came are the same: the same words, under another id or in another plan."""
    (old_plan, old), (new_plan, new) = one, two
    words = _words(old) == _words(new)
    if old_plan.id == new_plan.id:
        return 2.0 if words and old.clause == new.clause and _measure(old) == _measure(new) else 0.0
    return 1.0 if old.id == new.id and _measure(old) == _measure(new) and (words or old_plan.ward == new_plan.ward) else 0.0


def another(old: Record, new: Record) -> bool:
    """Tell whether a record of the same id is a different thing altogether: another measure, other words, at another place."""
    return _measure(old) != _measure(new) and _words(old) != _words(new) and old.clause != new.clause


def _words(record: Record) -> str:
    return record.name if isinstance(record, Project) else record.quote


def _measure(record: Record) -> str:
    """Return what a record is about: a target's indicator, else the record's own title."""
    if isinstance(record, Target):
        return record.indicator
    return record.title if isinstance(record, Task) else record.name


def indicators_renamed(old: Mapping[str, Indicator], new: Mapping[str, Indicator]) -> dict[str, str]:
    """Return the indicators that only have another id now: old id → new id."""
    gone = {ref: entry for ref, entry in old.items() if ref not in new}
    come = {ref: entry for ref, entry in new.items() if ref not in old}
    return dict(likeliest(gone, come, _one_indicator)) if gone and come else {}


def _one_indicator(one: Indicator, two: Indicator) -> float:
    same = canonical(one.name) == canonical(two.name) and (one.unit, one.direction, one.type) == (two.unit, two.direction, two.type)
    return float(same)
