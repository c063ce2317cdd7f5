"""Whether units, records and references that differ are the same ones under other names."""

from __future__ import annotations

from collections.abc import Iterable

from kehoach.model.plan import Plan
from kehoach.revisions.facts import Facts
from kehoach.revisions.sides import Sides
from kehoach.vietnamese import canonical


def renamed(both: Sides, old: Iterable[str], new: Iterable[str]) -> bool:
    """Tell whether the units of *new* are those of *old* under other ids: each shares a name or alias with one that went."""
    dropped, added = replaced(both, old, new)
    return set(old) != set(new) and not dropped and not added


def replaced(both: Sides, old: Iterable[str], new: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the units that left and those that came, without the pairs that are one unit under another id."""
    before, after = list(old), list(new)
    dropped = [ref for ref in before if ref not in after]
    added = [ref for ref in after if ref not in before]
    for one in list(dropped):
        two = next((ref for ref in added if one_unit(both, one, ref)), None)
        if two is not None:
            dropped.remove(one)
            added.remove(two)
    return dropped, added


def one_unit(both: Sides, old: str, new: str) -> bool:
    """Tell whether a unit that went and one that came are the same: of one ward, with a name or alias in common."""
    before, after = both.old.units.get(old), both.new.units.get(new)
    if before is None or after is None or old in both.new.units or new in both.old.units or old.partition("/")[0] != new.partition("/")[0]:
        return False
    return bool({canonical(n) for n in (before.name, *before.aliases)} & {canonical(n) for n in (after.name, *after.aliases)})


def followed(facts: Facts, plans: tuple[Plan | None, Plan | None], old: str | None, new: str | None) -> bool:
    """Tell whether two references point at the same record, where it moved or was only written in full."""
    one, two = (plan.absolute(ref) if plan else ref for plan, ref in zip(plans, (old, new), strict=True))
    return one == two or (one is not None and two is not None and facts.moved.get(one) == two)


def units_renamed(both: Sides) -> dict[str, str]:
    """Return the units that only have another id now: old id → new id."""
    gone = {ref: unit for ref, unit in both.old.units.items() if ref not in both.new.units}
    come = {ref: unit for ref, unit in both.new.units.items() if ref not in both.old.units}
    same = {one: {two: one_unit(both, one, two) for two in come} for one in gone}
    found: dict[str, str] = {}
    for one in sorted(gone):
        two = next((ref for ref in sorted(come) if same[one][ref] and ref not in found.values()), None)
        if two is not None:
            found[one] = two
    return found
