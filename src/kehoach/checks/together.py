"""Words for several records that make one finding: where they stand, who leads them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kehoach.checks.facts import Facts
from kehoach.checks.finding import Place
from kehoach.vietnamese import squeeze

_MOST = 5
_COLLECTIVE = re.compile(r"(?:giao )?(?:(?:thủ )?trưởng |người đứng đầu |lãnh đạo )?(?:các|mọi|tất cả)\b")


def clauses(places: Sequence[Place]) -> str:
    """Return the clauses of records of one plan, the first few by name, and the plan."""
    named = sorted({place.record.clause for place in places}, key=_in_order)
    rest = f" và {len(named) - _MOST} điều khoản khác" if len(named) > _MOST else ""
    return f"{', '.join(named[:_MOST])}{rest} của {places[0].plan.id.partition('/')[2]}"


def _in_order(clause: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts clauses as they stand in a document, as far as their numbers tell."""
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in re.findall(r"\d+|\D+", clause))


def unit_names(facts: Facts, refs: Iterable[str]) -> str:
    """Return the names of units, joined by ``; ``."""
    units = facts.registry.units
    return "; ".join(units[ref].name if ref in units else ref for ref in refs)


def collective(name: str) -> bool:
    """Tell whether a unit's name stands for many ("Các phòng, đơn vị", "Thủ trưởng các cơ quan")."""
    return bool(_COLLECTIVE.match(squeeze(name).lower()))


def each_for_itself(facts: Facts, place: Place) -> bool:
    """Tell whether a record is given to many, each to do its own part: a lead is a collective, or the text says "Trưởng các …"."""
    text = getattr(place.record, "quote", None) or ""
    return collective(text) or any(collective(unit_names(facts, (ref,))) for ref in place.record.lead)
