"""What a rule says: about which record, at which key, in which words; the engine adds the rule's name, weight and fingerprint."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kehoach.meaning.time import Due, resolve
from kehoach.registry import plan_file

if TYPE_CHECKING:
    from kehoach.model.plan import Plan
    from kehoach.model.problem import Path, Severity
    from kehoach.model.target import Target
    from kehoach.model.work import Project, Task

    Record = Target | Task | Project


@dataclass(slots=True, kw_only=True)  # never changed; frozen it would take three times as long to make, and there are many
class Finding:
    """One finding. ``remedy`` says how to mend the registry, or what to ask the issuer; ``values`` are what the rule compared."""

    file: str
    path: Path
    message: str
    remedy: str
    ref: str | None = None
    plan: Plan | None = None
    others: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    severity: Severity | None = None
    """Where one rule has two weights; its own otherwise."""


@dataclass(slots=True, eq=False)  # never changed, as above; there are as many as records
class Place:
    """A record of a plan, and where it stands. What many rules ask of it is worked out once."""

    plan: Plan
    record: Record
    path: Path
    ref: str = field(init=False)
    """The full reference."""
    due: Due = field(init=False)
    """The record's time read against its plan."""
    restates: str = field(init=False)
    """The full reference of the first statement, an empty one where a target restates nothing, and for work."""

    def __post_init__(self) -> None:
        plan, record = self.plan, self.record
        self.ref = plan.ref(record.id)
        self.due = resolve(record.when, plan)
        first = getattr(record, "restates", None)
        self.restates = str(plan.absolute(first)) if first else ""

    @property
    def said(self) -> str:
        """The place as a person would name it: clause and plan."""
        return f"{self.record.clause} ({self.plan.id.partition('/')[2]})"

    def finding(
        self,
        key: str | Path,
        message: str,
        remedy: str,
        *,
        others: tuple[str, ...] = (),
        values: tuple[object, ...] = (),
        severity: Severity | None = None,
    ) -> Finding:
        """Return a finding at *key* of the record."""
        below = key if isinstance(key, tuple) else (key,)
        return Finding(
            file=plan_file(self.plan.id),
            path=(*self.path, *below),
            message=message,
            remedy=remedy,
            ref=self.ref,
            plan=self.plan,
            others=others,
            values=tuple(map(str, values)),
            severity=severity,
        )


def of_plan(
    plan: Plan,
    path: Path,
    message: str,
    remedy: str,
    *,
    ref: str | None = None,
    others: tuple[str, ...] = (),
    values: tuple[object, ...] = (),
    severity: Severity | None = None,
) -> Finding:
    """Return a finding about a plan as a whole, or about a part of it; *ref* where that is a record."""
    return Finding(
        file=plan_file(plan.id),
        path=path,
        message=message,
        remedy=remedy,
        ref=ref or plan.id,
        plan=plan,
        others=others,
        values=tuple(map(str, values)),
        severity=severity,
    )
