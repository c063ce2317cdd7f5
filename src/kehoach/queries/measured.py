"""What a reported figure is for: a target, or an indicator of a ward, as a user names it."""

from __future__ import annotations

from kehoach.errors import KehoachError, UnknownRecord
from kehoach.meaning.assess import readings
from kehoach.meaning.measure import GROWTHS
from kehoach.meaning.subject import Subject, subject_of
from kehoach.model.catalogues import Indicator
from kehoach.queries import names
from kehoach.queries.show import show
from kehoach.registry import Registry

_NOUNS = {
    "plan": "kế hoạch",
    "task": "nhiệm vụ",
    "project": "dự án",
    "unit": "đơn vị",
    "reference": "văn bản",
    "ward": "phường",
}


class NotMeasured(KehoachError):
    """A record that no figure can be reported for."""

    def __init__(self, ref: str, kind: str) -> None:
        super().__init__(
            f"'{ref}' là {_NOUNS[kind]}, không phải chỉ tiêu.", "Ghi số liệu cho một chỉ tiêu: xem mã bằng `kehoach list-targets`."
        )


class WhichWard(KehoachError):
    """An indicator without a ward."""

    def __init__(self, ref: str) -> None:
        super().__init__(f"'{ref}' là chỉ tiêu chung: chưa rõ số liệu của phường nào.", "Thêm --ward, ví dụ --ward le-chan.")


class OfAnotherWard(KehoachError):
    """A target of one ward with the name of another."""

    def __init__(self, ref: str, ward: str) -> None:
        super().__init__(f"'{ref}' không phải chỉ tiêu của phường '{ward}'.", "Bỏ --ward, hoặc viết đúng mã chỉ tiêu của phường ấy.")


def measured(ref: str, registry: Registry, ward: str | None, *, growth: bool = False) -> tuple[str, Subject, bool]:
    """Return the ward and the subject of a figure for *ref*: a target (its own measure), or an indicator of *ward*.

    The third value tells whether what is promised is a growth.

    Raises:
        UnknownRecord, AmbiguousName: nothing, or more than one thing, is called so.
        NotMeasured: it is a plan, a task or another record without a measure.
        WhichWard, OfAnotherWard: an indicator without a ward, a target of another one.
    """
    kind, full = _found(ref, registry)
    if kind == "indicator":
        if ward is None:
            raise WhichWard(ref)
        return ward, Subject(indicator=full, growth=growth), growth
    if kind != "target":
        raise NotMeasured(full, kind)
    plan = registry.plans[full.partition("#")[0]]
    if ward is not None and plan.ward != ward:
        raise OfAnotherWard(full, ward)
    target = next(t for t in plan.targets if plan.ref(t.id) == full)
    read = readings(target)[target.reading.decided.choice if target.reading and target.reading.decided else 0]
    return plan.ward, subject_of(read, registry.indicators.get(target.indicator), growth=growth), read.stat in GROWTHS


def _found(ref: str, registry: Registry) -> tuple[str, str]:
    """Return kind and reference of what `show` calls *ref*, or of the indicator that has this name."""
    try:
        found = show(ref, registry)
    except UnknownRecord:
        named = names.indicators_named(ref, registry)
        if len(named) != 1:
            raise
        return "indicator", named[0]
    return found.kind, found.ref


def indicator_of(subject: Subject, registry: Registry) -> Indicator:
    """Return the indicator of a subject.

    Raises:
        UnknownRecord: it is not in the catalogue.
    """
    if subject.indicator not in registry.indicators:
        raise UnknownRecord(subject.indicator, registry.indicators)
    return registry.indicators[subject.indicator]
