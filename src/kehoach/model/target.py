"""A target: one commitment of one plan on one indicator."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kehoach.model.commitment import Direction, Force, Stat, Test, Time
from kehoach.model.scalars import Date, FileRef, Number, RecordRef, Slug, Text, Year


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """Who settled that a condition holds (or, with ``holds: false``, that it does not), when, and on what basis."""

    by: str
    date: Date
    basis: str
    holds: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A condition that the document attaches to a promise; not scored until somebody confirms that it holds."""

    text: Text
    confirmed: Confirmation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """The level that a promise starts from, as the document states it."""

    year: Year
    value: Number
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """Another reading: the fields of the target that it replaces."""

    test: Test | None = None
    when: Time | None = None
    stat: Stat | None = None
    of: str | None = None
    definition: str | None = None
    unit: str | None = None
    direction: Direction | None = None
    base: Base | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The reading that was chosen: 0 is the record itself, 1 the first alternative."""

    choice: int
    by: str
    date: Date
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A doubt about what the document says; the record holds the first reading."""

    question: Text
    alternatives: tuple[Alternative, ...]
    decided: Decision | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Nature:
    """What kind of change an edit is, and its basis."""

    kind: Literal["transcription", "correction", "amendment"]
    basis: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One commitment. ``quote`` is printed text of ``clause``; figures are in the unit of the target or of its indicator."""

    id: Slug
    clause: Text
    indicator: Slug
    name: Text | None = None
    """What is measured, in a draft's words, while the catalogue does not have the indicator yet."""
    test: Test
    when: Time
    quote: Text
    stat: Stat = "value"
    force: Force = "firm"
    of: str | None = None
    definition: str | None = None
    unit: str | None = None
    direction: Direction | None = None
    implied: tuple[Number, ...] = ()
    lead: tuple[FileRef, ...] = ()
    lead_at: str | None = None
    part_of: RecordRef | None = None
    restates: RecordRef | None = None
    supersedes: RecordRef | None = None
    from_ref: Slug | None = None
    condition: Condition | None = None
    base: Base | None = None
    reading: Reading | None = None
    nature: Nature | None = None
    note: str | None = None
