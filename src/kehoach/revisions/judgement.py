"""A judgement about a change, before it is placed; and whether it may pass."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kehoach.meaning.fingerprint import stable
from kehoach.model.plan import Plan
from kehoach.model.target import Nature
from kehoach.revisions.change import Change
from kehoach.revisions.pair import Pair

Severity = Literal["attention", "notice", "info"]
SEVERITIES: dict[Severity, str] = {"attention": "cần duyệt", "notice": "lưu ý", "info": "thông tin"}
"""How grave a judgement is, as users read it, the gravest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a rule says of a change. ``old`` and ``new`` are in words; ``values`` are what the fingerprint is made of."""

    ref: str
    message: str
    kind: str
    field: str | None = None
    old: str | None = None
    new: str | None = None
    values: tuple[str, ...] = ()
    old_plan: Plan | None = None
    new_plan: Plan | None = None
    record_id: str | None = None
    """The record's id on the side where it stands, to find its line; ``None`` for the file as a whole."""
    pair: Pair | None = None
    """The target on both sides, whose declared nature may let the judgement pass."""
    nature: Nature | None = None
    """A nature declared elsewhere in the edit that answers for this, where no pair does."""
    excusable: bool = True
    """Whether a declared nature may answer for it; not where it is about the declaration itself, or about another plan."""
    severity: Severity | None = None
    file: str | None = None


def of_pair(pair: Pair, name: str, message: str, old: str | None = None, new: str | None = None) -> Judgement:
    """Return a judgement about a field of a target."""
    change = pair.changes.get(name)
    values = (stable(change.old), stable(change.new)) if change else (str(old), str(new))
    return Judgement(
        ref=pair.ref,
        kind="target",
        field=name,
        message=message,
        old=old,
        new=new,
        values=values,
        old_plan=pair.old_plan,
        new_plan=pair.new_plan,
        record_id=pair.new.id,
        pair=pair,
    )


def of_change(change: Change, message: str, old: str | None = None, new: str | None = None) -> Judgement:
    """Return a judgement about a change of any record."""
    record = change.new_record if change.new_record is not None else change.old_record
    return Judgement(
        ref=change.ref,
        kind=change.kind,
        field=change.field,
        message=message,
        old=old,
        new=new,
        values=(stable(change.old), stable(change.new)),
        old_plan=change.old_plan,
        new_plan=change.new_plan,
        record_id=getattr(record, "id", None) if change.kind in ("target", "task", "project", "retired") else None,
    )
