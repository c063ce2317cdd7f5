"""What several rules walk over: every record with its file, its place in it, and its full reference."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from kehoach.model.plan import Plan
from kehoach.model.problem import Path, Problem
from kehoach.model.target import Target
from kehoach.model.work import Project, Task
from kehoach.registry import Registry, plan_file

if TYPE_CHECKING:
    from collections.abc import Iterable

Record = Target | Task | Project


@dataclass(frozen=True, slots=True)
class Place:
    """A record of a plan, and where it stands."""

    plan: Plan
    record: Record
    path: Path

    @property
    def ref(self) -> str:
        """The full reference."""
        return self.plan.ref(self.record.id)

    def problem(self, rule: str, key: str | Path, message: str, remedy: str) -> Problem:
        """Return an error of the registry at *key* of the record."""
        below = key if isinstance(key, tuple) else (key,)
        return Problem(rule=rule, file=plan_file(self.plan.id), path=(*self.path, *below), message=message, remedy=remedy, ref=self.ref)


def records(registry: Registry) -> Iterator[Place]:
    """Yield every target, task and project."""
    for plan in registry.plans.values():
        for kind in ("targets", "tasks", "projects"):
            for index, record in enumerate(getattr(plan, kind)):
                yield Place(plan, record, (kind, index))


def nearest(name: str, known: Iterable[str]) -> str:
    """Return "Có phải 'x'? " for the nearest known name, or nothing."""
    near = get_close_matches(name, list(known), n=1, cutoff=0.7)
    return f"Có phải `{near[0]}`? " if near else ""
