"""``accept``: a reviewer has looked at a finding and says why it may stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kehoach.errors import AmbiguousName, KehoachError, UnknownName
from kehoach.model.problem import Problem
from kehoach.recording.edit import edit
from kehoach.registry import Registry, plan_file


class UnknownFinding(UnknownName):
    """No finding has this fingerprint."""

    noun = "phát hiện"
    listing = "kehoach check --format json"


class AlreadyAccepted(KehoachError):
    """The finding is accepted already."""

    def __init__(self, mark: str, why: str) -> None:
        super().__init__(f"Phát hiện {mark} đã được chấp nhận: {why}.", "Muốn đổi lý do thì sửa mục `accepted` trong tệp kế hoạch.")


def finding(mark: str, found: Iterable[Problem]) -> Problem:
    """Return the finding whose fingerprint is *mark* or begins with it.

    Raises:
        UnknownFinding: there is none.
        AmbiguousName: several begin so.
    """
    by_mark = {problem.fingerprint: problem for problem in found if problem.fingerprint}
    fitting = [key for key in by_mark if key and key.startswith(mark)] if mark else []
    if not fitting:
        raise UnknownFinding(mark, [key for key in by_mark if key])
    if len(fitting) > 1:
        raise AmbiguousName(mark, [key for key in fitting if key])
    return by_mark[fitting[0]]


def accept(registry: Registry, problem: Problem, *, reason: str, by: str, date: str) -> str:
    """Record in the finding's plan that it was looked at, and return the file, relative to the registry.

    Raises:
        AlreadyAccepted: it was before.
    """
    if problem.accepted is not None:
        raise AlreadyAccepted(str(problem.fingerprint), problem.accepted)
    plan = registry.plans[str(problem.ref).partition("#")[0]]
    entry = {
        "rule": problem.rule,
        "subject": str(problem.ref),
        "fingerprint": str(problem.fingerprint),
        "reason": reason,
        "by": by,
        "date": date,
    }

    def change(tree: dict[str, Any]) -> dict[str, Any]:
        return {**tree, "accepted": (*tree.get("accepted", ()), entry)}

    edit(registry.root, plan_file(plan.id), "plan", change)
    return plan_file(plan.id)
