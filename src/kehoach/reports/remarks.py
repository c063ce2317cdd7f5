"""The note beside a row of the report: what the reader must know to trust its verdict."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.meaning.assess import Assessment
from kehoach.meaning.figures import Case
from kehoach.meaning.pace import Pace
from kehoach.meaning.wording import unit_of
from kehoach.model.target import Target
from kehoach.vietnamese import number, period_words, quantity

_PACES = {"ahead": "nhanh hơn lộ trình", "on_path": "đúng lộ trình", "behind": "chậm hơn lộ trình"}


def remarks(target: Target, done: Assessment, case: Case, hint: Pace | None, year: int) -> str | None:
    """Return the note of a row, ``None`` where there is nothing to say."""
    return "; ".join(_remarks(target, done, case, hint, year)) or None


def _remarks(target: Target, done: Assessment, case: Case, hint: Pace | None, year: int) -> Iterator[str]:
    if target.of:
        yield f"tính trên {target.of}"
    if target.definition:
        yield target.definition
    if target.reading is not None and target.reading.decided is None:
        yield target.reading.question
    if target.condition is not None:
        yield from _condition(target)
    yield from _figure(done, case, year)
    yield from _progress(done, case)
    if hint is not None:
        yield f"tham khảo: {_PACES[hint.state]} ({quantity(hint.expected, unit_of(case.target, case.indicator))})"


def _condition(target: Target) -> Iterator[str]:
    condition = target.condition
    if condition is None:
        return
    if condition.confirmed is None:
        yield f"điều kiện: {condition.text}"
    elif not condition.confirmed.holds:
        yield f"điều kiện không xảy ra ({condition.confirmed.basis})"


def _figure(done: Assessment, case: Case, year: int) -> Iterator[str]:
    found = done.figure
    if found is not None and found.period[:4] != str(year):
        yield f"số liệu {period_words(found.period)}"
    if found is not None and found.computed:
        yield {"sum": "cộng các năm", "growth": "tính từ mức hai năm liền nhau", "avg_growth": "tính bình quân nhân"}[case.target.stat]
    if found is None:
        part = next((p for p in reversed(case.series.parts) if p.period[:4] == str(year) and not isinstance(p.value, str)), None)
        if part is not None and case.target.stat == "value" and not isinstance(part.value, str):
            yield f"{period_words(part.period)}: {quantity(part.value, unit_of(case.target, case.indicator))}"
    if found is None and year in case.series.elsewhere:
        yield "có số liệu, nhưng theo đơn vị, mẫu số hoặc phạm vi khác"
    if found is not None and any(p.was for p in found.parts):
        yield "số đã sửa sau khi công bố"
    if found is None and case.target.base is not None:
        yield f"mốc năm {case.target.base.year}"


def _progress(done: Assessment, case: Case) -> Iterator[str]:
    progress = done.progress
    if progress is None:
        return
    if progress.missing:
        yield "chưa có số liệu năm " + ", ".join(map(str, progress.missing))
    unit = unit_of(case.target, case.indicator)
    if progress.accumulated is not None:
        yield f"đến nay {'bình quân' if case.target.stat == 'avg_growth' else 'được'} {quantity(progress.accumulated, unit)}"
    if progress.needed is not None:
        yield f"{number(progress.left)} năm còn lại cần {quantity(progress.needed, unit)} mỗi năm"
