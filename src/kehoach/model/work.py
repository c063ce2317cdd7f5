"""Work that a plan assigns: tasks, and the rows of its project lists."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach.model.commitment import Time
from kehoach.model.scalars import FileRef, Number, RecordRef, Slug, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Work assigned: who leads and supports, when, and what comes out of it."""

    id: Slug
    clause: Text
    title: Text
    quote: Text
    lead: tuple[FileRef, ...] = ()
    support: tuple[FileRef, ...] = ()
    when: Time
    product: str | None = None
    resources: str | None = None
    authority: str | None = None
    targets: tuple[RecordRef, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """An area with its unit (ha)."""

    value: Number
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A row of an investment or land-clearance list, as printed."""

    id: Slug
    clause: Text
    name: Text
    owner: str | None = None
    funding: str | None = None
    when: Time = "undated"
    area: Area | None = None
    lead: tuple[FileRef, ...] = ()
    state: str | None = None
    note: str | None = None
    same_as: RecordRef | None = None
