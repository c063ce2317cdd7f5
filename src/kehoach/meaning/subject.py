"""What a reported figure is about: an indicator, its level or its growth, with the unit, population and definition that are not its own."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from kehoach.meaning.measure import GROWTHS, measure_of
from kehoach.model.catalogues import Indicator
from kehoach.model.results import Actual
from kehoach.model.target import Target
from kehoach.vietnamese import canonical


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """``unit``, ``of`` and ``definition`` stand only where they differ from the indicator's, as in the file."""

    indicator: str
    growth: bool = False
    unit: str | None = None
    of: str | None = None
    definition: str | None = None

    @property
    def key(self) -> str:
        """A stable short name: the indicator, a mark of what differs from it, and whether it is the growth."""
        differs = "\x1f".join(canonical(text or "") for text in (self.unit, self.of, self.definition))
        mark = f":{sha256(differs.encode()).hexdigest()[:8]}" if differs.strip("\x1f") else ""
        return f"{self.indicator}{mark}{'+growth' if self.growth else ''}"

    def unit_in(self, indicator: Indicator | None) -> str | None:
        """The unit its figures are in."""
        return "%" if self.growth else self.unit or (indicator.unit if indicator else None)

    def holds(self, actual: Actual, indicator: Indicator | None) -> bool:
        """Tell whether *actual* is a figure on this subject, whatever its period."""
        return (
            actual.indicator == self.indicator
            and (actual.stat in GROWTHS) == self.growth
            and measure_of(actual, indicator) == measure_of(self, indicator)
        )


def subject_of(record: Target | Actual, indicator: Indicator | None, *, growth: bool = False) -> Subject:
    """Return what a figure for *record* is about; *growth* for its growth."""
    return Subject(
        indicator=record.indicator,
        growth=growth,
        unit=_other(record.unit, indicator.unit if indicator else None),
        of=_other(record.of, indicator.of if indicator else None),
        definition=_other(record.definition, indicator.definition if indicator else None),
    )


def _other(text: str | None, own: str | None) -> str | None:
    return None if text is None or (own is not None and canonical(text) == canonical(own)) else text
