"""The work of each lead unit as a document draws it: whose head, which units, which work, and what it was made from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from kehoach.queries.select import Filter
from kehoach.registry import Registry
from kehoach.reports.documents import plan_words
from kehoach.reports.letterhead import Letterhead, letterhead
from kehoach.reports.table import Row
from kehoach.reports.worklist import NOBODY, Work, by_unit, work


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitWork:
    """One lead unit of a ward and its work, what falls due first."""

    ward: str
    unit: str | None
    name: str
    work: tuple[Work, ...]

    @property
    def due(self) -> int:
        """How much of it falls due."""
        return sum(each.due for each in self.work)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignments:
    """The work lists of a year or span (``span`` in words)."""

    span: str
    year: int
    wards: tuple[str, ...]
    head: Letterhead
    documents: tuple[str, ...]
    units: tuple[UnitWork, ...]
    made: str
    provenance: str


def assignments(
    registry: Registry, wanted: Filter, years: range, *, span: str, made: str, provenance: str, issuer: str | None = None
) -> Assignments:
    """Return the work that binds in *years*, by ward and lead unit; *span*, *made* and *provenance* are printed as they are."""
    found = work(registry, wanted, years)
    wards = list(dict.fromkeys(each.ward for each in found)) or sorted(registry.scope or ())
    return Assignments(
        span=span,
        year=years[-1],
        wards=tuple(registry.ward_name(ward) for ward in wards),
        head=letterhead(registry, wards, issuer),
        documents=tuple(plan_words(registry.plans[plan], registry) for plan in dict.fromkeys(each.plan for each in found)),
        units=tuple(_units(found, by_unit(found, registry, wanted.units), registry)),
        made=made,
        provenance=provenance,
    )


def _units(found: list[Work], rows: list[Row], registry: Registry) -> Iterable[UnitWork]:
    by_ref = {each.ref: each for each in found}
    for (ward, unit), group in groupby(rows, key=lambda row: (row["ward"], row["unit"])):
        yield UnitWork(
            ward=registry.ward_name(ward),
            unit=unit,
            name=registry.unit_name(unit) if unit else NOBODY,
            work=tuple(by_ref[row["ref"]] for row in group),
        )
