"""Whose document a report is: the body and its superior, the place line, who signs; copied from the registry, never made up."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from kehoach.registry import Registry

PARTY = ("dang-uy", "btv-dang-uy")
"""Slugs of the bodies of the Party: their documents have another head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The head of a document. ``body`` and ``superior`` are names as ``units.yaml`` has them; what is not known is ``None``."""

    body: str
    superior: str | None
    place_line: str | None
    party: bool = False

    @property
    def symbol(self) -> str:
        """The abbreviation of the body in a document's symbol."""
        return "ĐU" if self.party else "UBND"


def letterhead(registry: Registry, wards: list[str], issuer: str | None = None) -> Letterhead:
    """Return the head for a report on *wards*: of the ward's committee, or of the province's where several wards report.

    *issuer* is the unit that issues it where that is another (a committee of the Party).
    """
    ward = wards[0] if len(wards) == 1 else _common(registry, wards)
    if ward is None:
        return Letterhead(body="", superior=None, place_line=None)
    place = registry.wards[ward].place_line or registry.wards[ward].name if ward in registry.wards else None
    party = issuer is not None and issuer.partition("/")[2] in PARTY
    unit = issuer or f"{ward}/ubnd"
    body = registry.units[unit].name if unit in registry.units else f"Ủy ban nhân dân {_full(registry, ward)}"
    above = _above(registry, ward, party=party)
    return Letterhead(body=body, superior=above, place_line=place, party=party)


def issuer_of(registry: Registry, plans: Collection[str]) -> str | None:
    """Return the ward's own body that issued *plans*, so that it also issues what is reported on them; ``None`` where they agree on none."""
    issuers = {(plan.ward, plan.issuer) for ref in plans if (plan := registry.plans.get(ref)) is not None}
    if len(issuers) != 1:
        return None
    ward, issuer = issuers.pop()
    return issuer if issuer.partition("/")[0] == ward else None


def _common(registry: Registry, wards: list[str]) -> str | None:
    above = {registry.wards[ward].province for ward in wards if ward in registry.wards}
    return next(iter(above)) if len(above) == 1 else None


def _above(registry: Registry, ward: str, *, party: bool) -> str | None:
    province = registry.wards[ward].province if ward in registry.wards else None
    names = ("thanh-uy", "tinh-uy") if party else ("ubnd",)
    return next((registry.units[f"{province}/{name}"].name for name in names if f"{province}/{name}" in registry.units), None)


def _full(registry: Registry, ward: str) -> str:
    known = registry.wards.get(ward)
    return f"{known.type} {known.name}" if known else ward
