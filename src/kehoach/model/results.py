"""What was reported (actuals), and the paths that somebody declared for the reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kehoach.model.commitment import Stat
from kehoach.model.scalars import Date, Number, Period, RecordRef, Slug, Text, Year
from kehoach.model.target import Base

State = Literal["achieved", "not_achieved", "maintained"]
Quality = Literal["official", "estimate", "provisional"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActualSource:
    """Where a reported figure stands: a plan or catalogue entry (``ref``), or a document in words, with clause and date."""

    ref: str | None = None
    document: str | None = None
    clause: str | None = None
    date: Date | None = None

    def __post_init__(self) -> None:
        if not self.ref and not self.document:
            raise ValueError("nguồn chưa nói văn bản nào: cần `ref` (mã văn bản trong sổ) hoặc `document` (tên văn bản)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A figure that stood before it was corrected; ``until`` is the day of the correction."""

    value: Number | State
    quality: Quality
    reason: Text
    until: Date
    source: ActualSource | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actual:
    """A reported value (a figure or a state) of one measure for one period.

    ``stat``, ``unit``, ``of`` and ``definition`` stand where the measure is not the indicator's own: a growth that was reported as
    such, a share of the assigned plan, another population. Without them a value is a level in the indicator's unit.
    """

    indicator: Slug
    period: Period
    stat: Stat = "value"
    unit: str | None = None
    of: str | None = None
    definition: str | None = None
    value: Number | State
    quality: Quality
    source: ActualSource
    note: str | None = None
    num: Number | None = None
    den: Number | None = None
    was: tuple[Earlier, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The level that is expected at the end of a year."""

    year: Year
    value: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredPath:
    """How a target is expected to be approached: straight from ``base`` to its figure, or by ``steps``; never part of the promise."""

    target: RecordRef
    base: Base | None = None
    steps: tuple[Step, ...] = ()
    by: Text
    date: Date
    basis: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PathsFile:
    """``actuals/<ward>/paths.yaml``."""

    format: str
    paths: tuple[DeclaredPath, ...]
