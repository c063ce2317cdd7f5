"""The same indicator side by side; figures that do not measure the same are not set against each other, and why is said.

What must agree is a *measure*: standard, denominator, unit, how the figure is made, and the kind of time. The measure that most wards
share is the one compared with; a target that is measured otherwise is shown and refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from kehoach.meaning.time import Due, resolve
from kehoach.meaning.wording import unit_of
from kehoach.model.plan import Plan
from kehoach.model.target import Target
from kehoach.queries import rows
from kehoach.registry import Registry
from kehoach.vietnamese import canonical

Row = dict[str, Any]
ALONE = "chỉ có một cam kết về chỉ tiêu này"
FIRST = "được lấy làm mốc, nhưng không cam kết nào khác đo cùng cách"
_STATS = {"value": "giá trị", "sum": "cộng dồn", "growth": "tốc độ tăng so với năm trước", "avg_growth": "tốc độ tăng bình quân"}
_TIMES = {
    "by": "đến một năm",
    "each_year": "hằng năm",
    "over": "cả giai đoạn",
    "since": "từ một năm trở đi",
    "ongoing": "thường xuyên",
    "undated": "không ghi",
}


@dataclass(frozen=True, slots=True)
class Measure:
    """How a target is measured: for each thing that must agree, its name and its words; two measures are one where these are."""

    words: tuple[tuple[str, str], ...]
    dated: bool

    @property
    def key(self) -> tuple[str, ...]:
        """What is compared: the words without regard to case, kind of dash or place of the tone."""
        return tuple(canonical(word) for _, word in self.words)

    def against(self, other: Measure) -> str:
        """Say in what this measure is another than *other*."""
        pairs = zip(self.words, other.words, self.key, other.key, strict=True)
        return "; ".join(f"{name}: {mine} (chỗ so: {theirs})" for (name, mine), (_, theirs), one, two in pairs if one != two)


def compare(registry: Registry, indicators: Iterable[str]) -> list[Row]:
    """Return a row for each target on each indicator, in the order of the indicators and of the files."""
    found: dict[str, list[tuple[Plan, Target]]] = {indicator: [] for indicator in indicators}
    for plan, target in registry.targets():
        if target.indicator in found:
            found[target.indicator].append((plan, target))
    return [row for targets in found.values() for row in _side_by_side(targets, registry)]


def _side_by_side(targets: Sequence[tuple[Plan, Target]], registry: Registry) -> list[Row]:
    measured = [(plan, _measure(plan, target, registry)) for plan, target in targets]
    return [_row(plan, target, registry, _why(measure, measured)) for (plan, target), (_, measure) in zip(targets, measured, strict=True)]


def _why(measure: Measure, measured: Sequence[tuple[Plan, Measure]]) -> str | None:
    """Say why a target cannot be set against the others; two statements in one plan are no comparison."""
    if len(measured) == 1:
        return ALONE
    shared = _shared(measured)
    if measure.key != shared.key:
        return measure.against(shared)
    return None if len({plan.id for plan, other in measured if other.key == shared.key}) > 1 else FIRST


def _shared(measured: Sequence[tuple[Plan, Measure]]) -> Measure:
    """Return the measure that most wards share, then most plans, a dated one before an undated one, the first of several."""
    plans: dict[tuple[str, ...], set[str]] = {}
    for plan, measure in measured:
        plans.setdefault(measure.key, set()).add(plan.id)

    def weight(measure: Measure) -> tuple[int, int, bool]:
        found = plans[measure.key]
        return len({plan.partition("/")[0] for plan in found}), len(found), measure.dated

    return max((measure for _, measure in measured), key=weight)


def _measure(plan: Plan, target: Target, registry: Registry) -> Measure:
    indicator, due = registry.indicators.get(target.indicator), resolve(target.when, plan)
    return Measure(
        (
            ("phạm vi, tiêu chuẩn", target.definition or (indicator.definition if indicator else None) or "không nêu"),
            ("tính trên", target.of or (indicator.of if indicator else None) or "không nêu"),
            ("đơn vị tính", unit_of(target, indicator) or "không có"),
            ("cách chấm", "trạng thái" if target.test.is_ is not None else "con số"),
            ("cách tính", _STATS[target.stat]),
            ("mốc", str(target.base.year) if target.base and target.stat != "value" else "không nêu"),
            ("thời hạn", _TIMES[due.kind] + _length(target, due)),
        ),
        due.kind not in ("undated", "ongoing"),
    )


def _length(target: Target, due: Due) -> str:
    """Return how many years a sum adds up: five years' worth is not six years' worth."""
    if target.stat != "sum" or due.kind != "over" or not due.first or not due.last:
        return ""
    return f" {int(due.last[:4]) - int(due.first[:4]) + 1} năm"


def _row(plan: Plan, target: Target, registry: Registry, why: str | None) -> Row:
    full = rows.target(plan, target, registry)
    first = {key: full[key] for key in ("indicator", "ward", "ref", "text")}
    rest = ("name", "plan", "clause", "when", "force", "unit", "stat", "of", "definition", "restates", "condition", "reading")
    return {**first, "comparable": why is None, "why": why, **{key: full[key] for key in rest}}
