"""Reported figures into ``actuals/<ward>/<year>.yaml``: new ones at its end, corrected ones in place, with the old figure kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from kehoach.errors import KehoachError
from kehoach.files import adapters, folder
from kehoach.files.starters import actuals as starter
from kehoach.meaning.entered import QUALITY_WORDS
from kehoach.meaning.measure import QUALITIES
from kehoach.meaning.subject import Subject
from kehoach.meaning.wording import value_words
from kehoach.model.catalogues import Indicator
from kehoach.model.results import Actual, ActualSource, Quality
from kehoach.recording.edit import ChangedMeanwhile, edit
from kehoach.registry import Registry
from kehoach.vietnamese import period_words

Entry = dict[str, Any]
"""A figure as its file has it."""


class NeedsReason(KehoachError):
    """A figure that was published would be replaced without a word."""

    def __init__(self, name: str, period: str, old: str, new: str) -> None:
        super().__init__(
            f"{name}, {period_words(period)}: trong sổ đang là {old}, khác với {new}.",
            "Nếu đúng là đính chính thì thêm --reason 'vì sao đổi' (số cũ được giữ lại ở `was`).",
        )


class Faulty(KehoachError):
    """The file has faults, so that nobody knows what an edit would mean."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"'{folder.near(path)}' đang có lỗi: {why}.", "Chạy `kehoach check`, sửa tệp rồi chạy lại.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporting:
    """A figure to be recorded. ``note``: ``None`` keeps what stands there, an empty one takes it away; ``reason`` is for a correction."""

    subject: Subject
    period: str
    value: int | Decimal | str
    quality: Quality
    source: ActualSource
    note: str | None = None
    num: int | Decimal | None = None
    den: int | Decimal | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a figure: ``added``, ``replaced``, ``amended`` (its note or fraction), or ``same``: it stood there already."""

    kind: Literal["added", "replaced", "amended", "same"]
    old: Actual | None = None
    reason: str | None = None


def actuals_file(ward: str, year: str) -> str:
    """Return the file of a ward's figures of a year, relative to the registry."""
    return f"{folder.ACTUALS}/{ward}/{year}.yaml"


def report(
    registry: Registry, ward: str, figures: Sequence[Reporting], today: str, seen: Mapping[str, Actual | None] | None = None
) -> list[Outcome]:
    """Record *figures* of one ward and year in one edit, and return what became of each.

    *seen* is what stood in the file when the figures were compared with it, by their subjects' keys: refused where that has changed.

    Raises:
        NeedsReason: another figure stands there, and no reason is given.
        Faulty: the file has faults.
        ChangedMeanwhile: it is not as it was *seen*.
    """
    file = actuals_file(ward, figures[0].period[:4])
    outcomes: list[Outcome] = []

    def change(tree: Any) -> Any:
        entries: tuple[Entry, ...] = tree or ()
        for reporting in figures:
            found = _standing(entries, reporting, registry, file)
            if seen is not None and seen.get(reporting.subject.key) != (found[1] if found else None):
                raise ChangedMeanwhile(folder.near(registry.root / file))
            outcome, entries = _entered(entries, reporting, found, registry.indicators[reporting.subject.indicator], today)
            outcomes.append(outcome)
        return entries

    edit(registry.root, file, adapters.ACTUALS, change, first=starter())
    return outcomes


def _standing(entries: tuple[Entry, ...], reporting: Reporting, registry: Registry, file: str) -> tuple[int, Actual] | None:
    """Return the figure that stands for the same subject and period, and its place."""
    path, indicator = registry.root / file, registry.indicators[reporting.subject.indicator]
    records, problems = adapters.read(adapters.ACTUALS, entries, file)
    if problems:
        raise Faulty(path, problems[0].message)
    same = [(i, a) for i, a in enumerate(records) if a.period == reporting.period and reporting.subject.holds(a, indicator)]
    if len(same) > 1:
        raise Faulty(path, f"chỉ tiêu `{reporting.subject.indicator}` có {len(same)} số liệu cho cùng kỳ")
    return same[0] if same else None


def _entered(
    entries: tuple[Entry, ...], reporting: Reporting, found: tuple[int, Actual] | None, indicator: Indicator, today: str
) -> tuple[Outcome, tuple[Entry, ...]]:
    if found is None:
        return Outcome(kind="added"), (*entries, _new(reporting))
    place, old = found
    same = (old.value, old.quality) == (reporting.value, reporting.quality)
    if same and (old.source == reporting.source or reporting.reason is None):
        entry = {**entries[place], **_beside(reporting)} if old.source == reporting.source else entries[place]
        entry = {key: value for key, value in entry.items() if value is not None}
        kind: Literal["amended", "same"] = "same" if entry == entries[place] else "amended"
        return Outcome(kind=kind, old=old), _with(entries, place, entry)
    why = reporting.reason or _surer(old, reporting) or _ask(old, reporting, indicator)
    kept = {"num": None, "den": None} if old.value != reporting.value else {}
    entry = {**entries[place], **kept, **_figure(reporting), **_beside(reporting)}
    entry["was"] = (*entries[place].get("was", ()), _earlier(entries[place], why, today))
    entry = {key: value for key, value in entry.items() if value is not None}
    return Outcome(kind="replaced", old=old, reason=why), _with(entries, place, entry)


def _with(entries: tuple[Entry, ...], place: int, entry: Entry) -> tuple[Entry, ...]:
    return (*entries[:place], entry, *entries[place + 1 :])


def _new(reporting: Reporting) -> Entry:
    subject = reporting.subject
    measure = {
        "stat": "growth" if subject.growth else None,
        "unit": subject.unit,
        "of": subject.of,
        "definition": subject.definition,
    }
    entry = {"indicator": subject.indicator, "period": reporting.period, **measure, **_figure(reporting), **_beside(reporting)}
    return {key: value for key, value in entry.items() if value is not None}


def _figure(reporting: Reporting) -> Entry:
    return {"value": reporting.value, "quality": reporting.quality, "source": _plain(reporting.source)}


def _beside(reporting: Reporting) -> Entry:
    """Return the keys beside the figure that were given; an empty note becomes ``None``, which takes the key away."""
    given: Entry = {key: value for key in ("num", "den") if (value := getattr(reporting, key)) is not None}
    return given if reporting.note is None else {**given, "note": reporting.note or None}


def _earlier(entry: Entry, reason: str, today: str) -> Entry:
    return {"value": entry["value"], "quality": entry["quality"], "reason": reason, "until": today, "source": entry["source"]}


def _plain(source: ActualSource) -> Entry:
    return {key: value for key in ("ref", "document", "clause", "date") if (value := getattr(source, key)) is not None}


def _surer(old: Actual, new: Reporting) -> str | None:
    """Return the reason that needs no words: a surer figure takes the place of a less sure one."""
    surer = QUALITIES.index(new.quality) < QUALITIES.index(old.quality)
    return f"số {QUALITY_WORDS[new.quality]} thay số {QUALITY_WORDS[old.quality]}" if surer else None


def _ask(old: Actual, new: Reporting, indicator: Indicator) -> str:
    unit = new.subject.unit_in(indicator)
    standing, typed = ((value_words(f.value, unit), f"({QUALITY_WORDS[f.quality]})") for f in (old, new))
    raise NeedsReason(indicator.name, new.period, " ".join(standing), " ".join(typed))
