"""A commitment on its way to becoming a target, and what governs it."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from kehoach.model.plan import Span
from kehoach.transcription.phrases import Time

Numbers = dict[str, Any]
ASSIGNED = "% kế hoạch giao"


@dataclass(frozen=True, slots=True)
class Setting:
    """What the plan's head says: its years, and the year it was issued in."""

    period: Span | None = None
    issued: int | None = None

    @property
    def first(self) -> int | None:
        """The year a flow is counted from."""
        return self.period.from_ if self.period else self.issued

    @property
    def year(self) -> int | None:
        """The plan's only year."""
        return self.period.to if self.period is not None and self.period.from_ == self.period.to else None


@dataclass(slots=True, eq=False)
class Commitment:
    """A target before it has an id."""

    start: int
    quote: str
    measure: str
    test: Numbers
    when: Any
    indicator: str = ""
    name: str | None = None
    unit: str | None = None
    stat: str = "value"
    force: str = "firm"
    of: str | None = None
    definition: str | None = None
    implied: tuple[int | Decimal, ...] = ()
    condition: str | None = None
    base: Numbers | None = None
    reading: Numbers | None = None
    part_of: Commitment | None = None
    lead: tuple[str, ...] = ()
    lead_at: str | None = None
    from_ref: str | None = None
    doubts: list[str] = field(default_factory=list)
    growth: bool = False
    elliptic: bool = False
    time_from: Time | None = None


@dataclass(slots=True)
class Governing:
    """What an opening line hands down to the list below it."""

    time: Time | None = None
    force: bool = False
    whole: Commitment | None = None
