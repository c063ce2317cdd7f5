"""What a ward is asked to report for a year: one line for each measure that its targets need, with what is known already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kehoach.errors import KehoachError
from kehoach.files.revision import Revision
from kehoach.meaning.assess import readings
from kehoach.meaning.measure import GROWTHS
from kehoach.meaning.subject import Subject, subject_of
from kehoach.meaning.time import in_force, resolve
from kehoach.meaning.wording import commitment, time_words
from kehoach.model.catalogues import FIELDS, Indicator
from kehoach.model.form import Block, Filled, Form, Line
from kehoach.model.plan import Plan
from kehoach.model.results import Actual
from kehoach.model.target import Target
from kehoach.queries import select
from kehoach.queries.select import Filter
from kehoach.registry import Registry
from kehoach.reports.words import printed
from kehoach.vietnamese import date_words

FOR_GROWTH = "mức, để tính tăng trưởng"
"""Said where a level is promised nothing itself."""


class NothingAsked(KehoachError):
    """No target of the ward binds in the year."""

    def __init__(self, ward: str, year: int) -> None:
        super().__init__(
            f"Không có chỉ tiêu nào của {ward} có hiệu lực trong năm {year} (sau khi lọc).", "Xem `kehoach list-targets --ward … --year …`."
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """A subject that somebody promised something about, and the promises in words."""

    subject: Subject
    indicator: Indicator
    promises: dict[str, None] = field(default_factory=dict)


def asked(registry: Registry, ward: str, year: int, wanted: Filter | None = None) -> dict[str, Asked]:
    """Return what the targets of *ward* that bind in *year* and pass the filter need reported, by the subjects' keys."""
    found: dict[str, Asked] = {}
    for plan, target in select.targets(registry, wanted or Filter()):
        indicator = registry.indicators.get(target.indicator)
        if plan.ward != ward or indicator is None or not in_force(resolve(target.when, plan), plan, year):
            continue
        for subject, promise in _subjects(plan, target, indicator):
            entry = found.setdefault(subject.key, Asked(subject, indicator))
            if promise:
                entry.promises[promise] = None
    return found


def _subjects(plan: Plan, target: Target, indicator: Indicator) -> Iterator[tuple[Subject, str | None]]:
    """Yield what a target needs: the level, and beside it the growth where that is promised; of every reading while it is open."""
    reading = target.reading
    chosen = readings(target) if reading is None or reading.decided is None else (readings(target)[reading.decided.choice],)
    for read in chosen:
        promise = f"{commitment(read, indicator)}, {time_words(resolve(read.when, plan))}{' (phấn đấu)' if target.force == 'aim' else ''}"
        grows = read.stat in GROWTHS
        yield subject_of(read, indicator), None if grows else promise
        if grows:
            yield subject_of(read, indicator, growth=True), promise


def standing(registry: Registry, ward: str, year: int, wanted: Mapping[str, Asked]) -> dict[str, Actual]:
    """Return the figures of the whole of *year* that are reported on what is *wanted*, by the subjects' keys."""
    reported = [r.actual for r in registry.actuals if r.ward == ward and r.actual.period == str(year)]
    return {key: a for key, ask in wanted.items() for a in reported if ask.subject.holds(a, ask.indicator)}


def form(registry: Registry, ward: str, year: int, wanted: Filter, *, made: str, revision: Revision) -> Form:
    """Return the form of *ward* for *year*; *made* is the day, *revision* the registry's state.

    Raises:
        NothingAsked: no target passes.
    """
    lines = asked(registry, ward, year, wanted)
    if not lines:
        raise NothingAsked(registry.ward_name(ward), year)
    now, before = standing(registry, ward, year, lines), standing(registry, ward, year - 1, lines)
    return Form(
        ward=ward,
        ward_name=_full(registry, ward),
        year=year,
        made=made,
        commit=revision.commit,
        provenance=_provenance(made, revision),
        blocks=tuple(_blocks(lines, now, before)),
    )


def _blocks(lines: Mapping[str, Asked], now: Mapping[str, Actual], before: Mapping[str, Actual]) -> Iterable[Block]:
    fields = dict.fromkeys((*FIELDS, *(ask.indicator.field for ask in lines.values())))
    for name in fields:
        inside = tuple(_line(key, ask, now.get(key), before.get(key)) for key, ask in lines.items() if ask.indicator.field == name)
        if inside:
            yield Block(title=FIELDS.get(name, name), lines=inside)


def _line(key: str, ask: Asked, now: Actual | None, before: Actual | None) -> Line:
    subject, indicator = ask.subject, ask.indicator
    unit = subject.unit_in(indicator) or ""
    return Line(
        key=key,
        name=name_of(subject, indicator),
        unit=unit,
        plan="; ".join(ask.promises) or FOR_GROWTH,
        before=printed(before.value, before.quality) if before else "",
        is_state=indicator.type == "state",
        is_ratio=not subject.growth and indicator.ratio is not None and subject.unit is None,
        filled=filled(now),
    )


def name_of(subject: Subject, indicator: Indicator) -> str:
    """Return the measure in words: the indicator, what it is counted on, its definition, and whether it is the growth."""
    of, definition = subject.of or indicator.of, subject.definition or indicator.definition
    name = indicator.name + (f" (tính trên {of})" if of else "") + (f"; {definition}" if definition else "")
    return f"{name} – mức tăng so với năm trước (giảm: số âm)" if subject.growth else name


def filled(actual: Actual | None) -> Filled | None:
    """Return the entries that say what *actual* says."""
    if actual is None:
        return None
    return Filled(
        value=actual.value,
        quality=actual.quality,
        document=actual.source.ref or actual.source.document,
        date=actual.source.date,
        num=actual.num,
        den=actual.den,
        note=actual.note,
    )


def _full(registry: Registry, ward: str) -> str:
    known = registry.wards.get(ward)
    return f"{known.type} {known.name}" if known else ward


def _provenance(made: str, revision: Revision) -> str:
    state = f"phiên bản {revision.commit[:12]}{'' if revision.clean else ', có sửa đổi chưa ghi vào git'}" if revision.commit else ""
    return f"lập ngày {date_words(made)} từ sổ kế hoạch" + (f" {state}" if state else "")
