"""``decide``: somebody settles how a promise is to be read, or whether its condition holds, and says on what basis."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kehoach.errors import KehoachError
from kehoach.model.plan import Plan
from kehoach.model.target import Target
from kehoach.recording.edit import edit
from kehoach.registry import Registry, plan_file

Record = dict[str, Any]


class NothingToDecide(KehoachError):
    """The target has no open reading, or no condition."""

    def __init__(self, ref: str, what: str) -> None:
        super().__init__(f"'{ref}' không có {what}.", f"Xem bản ghi: `kehoach show {ref}`.")


class AlreadyDecided(KehoachError):
    """It was settled before."""

    def __init__(self, ref: str, by: str, date: str, basis: str) -> None:
        super().__init__(
            f"'{ref}' đã được {by} quyết định ngày {date}, căn cứ: {basis}.",
            "Muốn đổi thì sửa mục này trong tệp kế hoạch; git giữ lại quyết định cũ.",
        )


class NoSuchReading(KehoachError):
    """The number of a reading that is not there."""

    def __init__(self, ref: str, choice: int, count: int) -> None:
        super().__init__(
            f"'{ref}' không có cách hiểu số {choice}.", f"Chọn từ 0 (như bản ghi) đến {count - 1}; xem: `kehoach decide {ref}`."
        )


def decide_reading(registry: Registry, plan: Plan, target: Target, choice: int, settled: Record) -> str:
    """Record which reading holds (0 is the record's own) with *settled* (by, date, basis); return the file.

    Raises:
        NothingToDecide: the target has no open reading.
        AlreadyDecided: it was settled before.
        NoSuchReading: there is no reading of this number.
    """
    ref, reading = plan.ref(target.id), target.reading
    if reading is None:
        raise NothingToDecide(ref, "cách hiểu nào phải chọn")
    if reading.decided is not None:
        raise AlreadyDecided(ref, reading.decided.by, reading.decided.date, reading.decided.basis)
    if not 0 <= choice <= len(reading.alternatives):
        raise NoSuchReading(ref, choice, len(reading.alternatives) + 1)
    return _edit(registry, plan, target, lambda t: {**t, "reading": {**t["reading"], "decided": {"choice": choice, **settled}}})


def decide_condition(registry: Registry, plan: Plan, target: Target, settled: Record, *, holds: bool) -> str:
    """Record that the target's condition holds, or does not, with *settled* (by, date, basis); return the file.

    Raises:
        NothingToDecide: the target has no condition.
        AlreadyDecided: it was settled before.
    """
    ref, condition = plan.ref(target.id), target.condition
    if condition is None:
        raise NothingToDecide(ref, "điều kiện nào kèm theo")
    if condition.confirmed is not None:
        raise AlreadyDecided(ref, condition.confirmed.by, condition.confirmed.date, condition.confirmed.basis)
    confirmed = settled if holds else {**settled, "holds": False}
    return _edit(registry, plan, target, lambda t: {**t, "condition": {**t["condition"], "confirmed": confirmed}})


def _edit(registry: Registry, plan: Plan, target: Target, change: Callable[[Record], Record]) -> str:
    def changed(tree: Record) -> Record:
        return {**tree, "targets": tuple(change(t) if t["id"] == target.id else t for t in tree["targets"])}

    edit(registry.root, plan_file(plan.id), "plan", changed)
    return plan_file(plan.id)
