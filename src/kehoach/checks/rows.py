"""What the rules over all wards read of the records of each: rows that are small enough to be kept, and read again for all wards at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach.checks.finding import Finding, Place, of_plan

if TYPE_CHECKING:
    from decimal import Decimal

    from kehoach.model.plan import Plan
    from kehoach.model.problem import Severity


class Promised(NamedTuple):
    """The indicators of a plan's targets, and the plans whose targets these restate or supersede."""

    plan: str
    indicators: tuple[str, ...]
    linked: tuple[str, ...]


class At(NamedTuple):
    """A target and its place in the file of its plan."""

    plan: str
    position: int
    id: str
    clause: str

    @property
    def ref(self) -> str:
        """The full reference."""
        return f"{self.plan}#{self.id}"

    @property
    def ward(self) -> str:
        """The ward's slug."""
        return self.plan.partition("/")[0]

    @property
    def said(self) -> str:
        """The place as a person would name it: clause and plan."""
        return f"{self.clause} ({self.plan.partition('/')[2]})"

    def finding(
        self,
        plan: Plan,
        key: str,
        message: str,
        remedy: str,
        *,
        others: tuple[str, ...],
        values: tuple[str, ...],
        severity: Severity | None = None,
    ) -> Finding:
        """Return a finding at *key* of the target of *plan*."""
        path = ("targets", self.position, key)
        return of_plan(plan, path, message, remedy, ref=self.ref, others=others, values=values, severity=severity)


class Borrowed(NamedTuple):
    """A target that is taken from a cited document."""

    at: At
    source: str


class Stated(NamedTuple):
    """A promise as its place prints it; ``meaning`` is the document that its definition names, else the definition.

    ``time`` is how it is dated: by its own place, or by the restatement that says when, where there is one (``again``).
    """

    at: At
    indicator: str
    unit: str | None
    scope: str | None
    definition: str | None
    meaning: str | None
    figures: tuple[int | Decimal, ...]
    state: str | None
    time: str | None
    again: At | None

    @property
    def dated(self) -> At:
        """The place that says when."""
        return self.again or self.at


class Rows(NamedTuple):
    """The rows of some wards."""

    promised: tuple[Promised, ...] = ()
    borrowed: tuple[Borrowed, ...] = ()
    stated: tuple[Stated, ...] = ()


def at(place: Place) -> At:
    """Return where a target stands."""
    return At(place.plan.id, int(place.path[1]), place.record.id, place.record.clause)


def read(kept: Iterable[Iterable[Any]]) -> Rows:
    """Return rows that were kept as plain lists."""
    promised, borrowed, stated = kept
    return Rows(
        tuple(Promised(*row) for row in promised),
        tuple(Borrowed(At(*where), source) for where, source in borrowed),
        tuple(Stated._make((At(*where), *said, At(*again) if again else None)) for where, *said, again in stated),
    )


def joined(some: Iterable[Rows]) -> Rows:
    """Return the rows of all wards, one ward after the other."""
    return Rows(*(tuple(chain.from_iterable(rows)) for rows in zip(*some, strict=True)))


def by_ward(rows: Rows) -> Mapping[str, Rows]:
    """Return the rows of each ward."""
    promised: dict[str, list[Promised]] = defaultdict(list)
    borrowed: dict[str, list[Borrowed]] = defaultdict(list)
    stated: dict[str, list[Stated]] = defaultdict(list)
    for plan in rows.promised:
        promised[plan.plan.partition("/")[0]].append(plan)
    for taken in rows.borrowed:
        borrowed[taken.at.ward].append(taken)
    for said in rows.stated:
        stated[said.at.ward].append(said)
    return {ward: Rows(tuple(promised[ward]), tuple(borrowed[ward]), tuple(stated[ward])) for ward in promised}
