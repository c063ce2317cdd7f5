"""Which plan a document in the catalogue is, and which plans a new one takes the place of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kehoach.meaning.time import first_day, last_day, period, resolve
from kehoach.model.catalogues import Reference
from kehoach.model.plan import Citation, Plan
from kehoach.model.target import Target
from kehoach.revisions.facts import Facts
from kehoach.revisions.pair import Pair
from kehoach.revisions.sides import Side
from kehoach.vietnamese import canonical

_HALF = 0.5
_SHORT = {"ubnd": canonical("ủy ban nhân dân"), canonical("hđnd"): canonical("hội đồng nhân dân"), "tp": canonical("thành phố")}


def is_plan(entry: Reference, plan: Plan, side: Side) -> bool:
    """Tell whether a document of the catalogue is *plan*: the same number, and the same issuer or day."""
    printed = "/".join(part for part in (plan.number, plan.symbol) if part)
    if not plan.number or not entry.number or _number(entry.number) not in (_number(printed), _number(f"{plan.number}-{plan.symbol}")):
        return False
    return (
        entry.date is not None and entry.date == plan.issued if entry.issuer is None else _issuer(entry.issuer) in set(_names(plan, side))
    )


def followers(facts: Facts, pair: Pair) -> Iterator[tuple[Plan, Target]]:
    """Yield the targets of other wards' plans that follow a higher one: they supersede it, or their plan implements its plan.

    Under an implementing plan those follow that are on the same indicator, stat and unit.
    """
    plan, above, side = pair.new_plan, pair.new, facts.both.new
    slugs = {ref for ref, entry in side.references.items() if is_plan(entry, plan, side)}
    plans = {ident: found for words in (pair.ref, *sorted(slugs)) for ident, found in facts.plans_naming(words).items()}
    for _, found in sorted(plans.items()):
        if found.ward == plan.ward:
            continue
        implements = any(c.ref in slugs and c.role == "implements" for c in found.citations)
        for target in found.targets:
            alike = (target.indicator, target.stat, target.unit) == (above.indicator, above.stat, above.unit)
            if found.absolute(target.supersedes) == plan.ref(above.id) or (implements and alike and target.restates is None):
                yield found, target


def _number(text: str) -> str:
    return re.sub(r"\s+", "", canonical(text))


def _names(plan: Plan, side: Side) -> Iterator[str]:
    """Yield what the issuer of a plan may be called: its names, with and without those of its ward and province."""
    unit, ward = side.units.get(plan.issuer), side.wards.get(plan.issuer.partition("/")[0])
    for name in (unit.name, *unit.aliases) if unit else ():
        yield _issuer(name)
        if ward:
            yield _issuer(f"{name} {ward.name}")
            yield _issuer(f"{name} {ward.type} {ward.name}")


def _issuer(text: str) -> str:
    return " ".join(_SHORT.get(word, word) for word in canonical(text).replace(".", " ").split())


def superseded(facts: Facts) -> Iterator[tuple[Plan, Plan, bool]]:
    """Yield a new plan, a plan of the registry that it takes the place of since this edit, and whether wholly.

    Wholly: it cites the other as replaced, or at least half of the other's targets are superseded by its own.
    """
    for new in facts.both.new.plans.values():
        was = facts.partners.get(new.id)
        cited = {c.ref for c in _replacing(new.citations)} - {c.ref for c in _replacing(was.citations if was else ())}
        linked = {t.supersedes.partition("#")[0] for t in new.targets if t.supersedes and "#" in t.supersedes} - {new.id}
        linked -= {t.supersedes.partition("#")[0] for t in was.targets if t.supersedes} if was else set()
        if cited or linked:
            yield from _taken(facts, new, cited, linked)


def _replacing(citations: Iterable[Citation]) -> list[Citation]:
    return [citation for citation in citations if citation.role == "replaces"]


def _taken(facts: Facts, new: Plan, cited: set[str], linked: set[str]) -> Iterator[tuple[Plan, Plan, bool]]:
    wards = {new.ward, *(ident.partition("/")[0] for ident in linked)}
    known = {ident: plan for ward in sorted(wards) for ident, plan in facts.plans(ward).items()} | dict(facts.both.old.plans)
    for ident, plan in sorted(known.items()):
        if ident == new.id or facts.successors.get(ident, plan).id == new.id:
            continue
        entries = (facts.both.new.references.get(ref) for ref in cited)
        whole = any(is_plan(entry, plan, facts.both.new) for entry in entries if entry)
        if whole or ident in linked:
            yield new, plan, whole or len(dropped(new, plan)) <= _HALF * len(_binding(new, plan))


def _binding(new: Plan, old: Plan) -> list[Target]:
    """Return the targets of *old* that still bind when *new* begins, each promise once."""
    start = new.issued or period(new)[0]
    found = []
    for target in old.targets:
        due = resolve(target.when, old)
        over = start is not None and due.kind in ("by", "over") and due.last is not None and last_day(due.last) < first_day(start)
        if target.restates is None and not over:
            found.append(target)
    return found


def dropped(new: Plan, old: Plan) -> list[Target]:
    """Return the targets of *old* that no target of *new* supersedes or promises again on the same indicator, stat and unit."""
    linked = {new.absolute(target.supersedes) for target in new.targets}
    again = {(target.indicator, target.stat, target.unit) for target in new.targets}
    return [t for t in _binding(new, old) if old.ref(t.id) not in linked and (t.indicator, t.stat, t.unit) not in again]
