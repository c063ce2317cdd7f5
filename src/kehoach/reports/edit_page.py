"""An edit as the approver's page: every change with its old and new words, its basis and its weight, by document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from kehoach.registry import Registry
from kehoach.reports.documents import plan_words
from kehoach.reports.edit import level
from kehoach.reports.letterhead import Letterhead, letterhead
from kehoach.reports.table import Row
from kehoach.reports.words import NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One change in words."""

    what: str
    old: str
    new: str
    basis: str
    level: str
    place: str
    grave: bool
    """Whether it still waits for a basis."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditPage:
    """The changes between two states, named in words, by the document they are in."""

    head: Letterhead
    old_name: str
    new_name: str
    groups: tuple[tuple[str, tuple[Changed, ...]], ...]
    closing: str
    waiting: int
    made: str
    provenance: str


def page(rows: list[Row], names: tuple[str, str], registry: Registry, *, counted: str, made: str, provenance: str) -> EditPage:
    """Return the page of *rows* (as :func:`kehoach.reports.edit.rows` makes them); *counted* is the sentence that counts them."""
    ordered = sorted(rows, key=_document)
    wards = list(dict.fromkeys(ward for row in ordered if (ward := _document(row).partition("/")[0].partition("@")[0]) in registry.wards))
    return EditPage(
        head=letterhead(registry, wards),
        old_name=names[0],
        new_name=names[1],
        groups=tuple((_title(name, registry), tuple(_changes(found))) for name, found in groupby(ordered, key=_document)),
        closing=counted,
        waiting=sum(row["severity"] == "attention" and row["passed"] is None for row in rows),
        made=made,
        provenance=provenance,
    )


def _document(row: Row) -> str:
    return str(row["ref"]).partition("#")[0]


def _title(name: str, registry: Registry) -> str:
    return plan_words(registry.plans[name], registry) if name in registry.plans else name


def _changes(rows: Iterable[Row]) -> Iterable[Changed]:
    for row in rows:
        yield Changed(
            what=row["message"],
            old=row["old"] or NOTHING,
            new=row["new"] or NOTHING,
            basis=row["passed"] or "",
            level=level(row),
            place=f"{row['file']}:{row['line']}",
            grave=row["severity"] == "attention" and row["passed"] is None,
        )
