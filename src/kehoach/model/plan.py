"""A plan: one issued document, one file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kehoach.model.scalars import Date, FileRef, Sha256, Slug, Text, Year
from kehoach.model.target import Target
from kehoach.model.work import Project, Task

Kind = Literal[
    "NQ",
    "QĐ",
    "CT",
    "QC",
    "QyĐ",
    "TC",
    "TB",
    "HD",
    "CTr",
    "KH",
    "PA",
    "ĐA",
    "DA",
    "BC",
    "BB",
    "TTr",
    "HĐ",
    "CĐ",
    "BGN",
    "BTT",
    "GUQ",
    "GM",
    "GGT",
    "GNP",
    "PG",
    "PC",
    "PB",
    "CV",
    "KL",
]
"""Abbreviations of Nghị định 30/2020/NĐ-CP, Phụ lục III; CV for a công văn, KL for a kết luận of the Party."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The years a plan covers; ``horizon`` is the year of its vision ("tầm nhìn đến năm 2045")."""

    from_: Year
    to: Year
    horizon: Year | None = None

    def __post_init__(self) -> None:
        if self.from_ > self.to:
            raise ValueError(f"thời kỳ đảo ngược: từ {self.from_} đến {self.to}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who signed, in what position, for which body ("TM. ỦY BAN NHÂN DÂN")."""

    by: str
    position: str | None = None
    for_: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachments:
    """What the document says it encloses, and what the copy holds."""

    announced: tuple[str, ...] = ()
    present: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A document cited at one place; number, date, issuer, title only where they are printed differently from the catalogue."""

    ref: Slug
    clause: Text
    role: Literal["basis", "implements", "mentions", "replaces"]
    number: str | None = None
    date: Date | None = None
    issuer: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The file the plan was transcribed from, and its hash."""

    file: str
    sha256: Sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A misprint: what is printed and how it is read; never silently mended."""

    clause: Text
    printed: Text
    read_as: str
    kind: Literal["scan", "issuer", "unsure"]
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading, with the number as printed (null where it has none) and the headings below it."""

    title: Text
    label: str | None = None
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncovered:
    """A figure of the document that no record claims, and why."""

    clause: Text
    printed: Text
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A finding that a reviewer has looked at."""

    rule: Slug
    subject: str | None = None
    fingerprint: str
    reason: Text
    by: str
    date: Date


@dataclass(frozen=True, slots=True, kw_only=True)
class Retired:
    """The tombstone of a record that was removed: its id is never used again."""

    id: str
    reason: Text
    date: Date


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One issued document with everything that was transcribed from it."""

    format: str
    id: FileRef
    kind: Kind
    title: Text
    issuer: FileRef
    number: str | None = None
    symbol: str | None = None
    issued: Date | None = None
    place_line: str | None = None
    period: Span | None = None
    signed: Signature | None = None
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    attachments: Attachments = Attachments()
    citations: tuple[Citation, ...] = ()
    source: Source
    corrections: tuple[Correction, ...] = ()
    sections: tuple[Section, ...] = ()
    uncovered: tuple[Uncovered, ...] = ()
    targets: tuple[Target, ...] = ()
    tasks: tuple[Task, ...] = ()
    projects: tuple[Project, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    retired: tuple[Retired, ...] = ()

    @property
    def ward(self) -> str:
        """The ward's slug, the first half of the id."""
        return self.id.partition("/")[0]

    def ref(self, record_id: str) -> str:
        """The full reference of one of the plan's records."""
        return f"{self.id}#{record_id}"

    def absolute(self, ref: str | None) -> str | None:
        """A reference as seen from outside: a bare id becomes ``plan#id``."""
        return ref if ref is None or "#" in ref else self.ref(ref)
