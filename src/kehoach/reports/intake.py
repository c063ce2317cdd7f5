"""A form that came back, compared three ways: what it was made from, what the registry holds now, what people wrote. Nothing is written here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kehoach.errors import KehoachError
from kehoach.files.workbook.reader import Returned, Row
from kehoach.meaning.entered import QUALITY_WORDS
from kehoach.meaning.measure import QUALITIES
from kehoach.meaning.wording import value_words
from kehoach.model.form import Fault, Filled
from kehoach.model.results import Actual, ActualSource
from kehoach.queries.names import source_ref
from kehoach.recording.actuals import Reporting
from kehoach.registry import Registry
from kehoach.reports.entries import Entries, entries_of, fault, see_fraction
from kehoach.reports.form import Asked, asked, filled, name_of, standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A figure that the form brings: what stood in the registry, and what is to be recorded."""

    key: str
    name: str
    unit: str | None
    old: Actual | None
    new: Reporting


@dataclass(slots=True, kw_only=True)
class Intake:
    """Everything that a form says: changes, remarks on what is left alone, faults; ``seen`` is what the changes were compared with."""

    changes: list[Change] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    seen: Mapping[str, Actual | None] = field(default_factory=dict)


class NoDocument(KehoachError):
    """A figure without a source."""

    def __init__(self) -> None:
        super().__init__("Số này chưa có nguồn.", "Ghi văn bản vào ô Nguồn của dòng, hoặc vào ô Nguồn chung ở đầu biểu.")


class ChangedInBoth(KehoachError):
    """The registry and the form have each another figure than the one that stood when the form was made."""

    def __init__(self, base: str, theirs: str, mine: str) -> None:
        super().__init__(
            f"Đã đổi ở cả hai nơi: lúc lập biểu {base}, trong sổ nay {theirs}, trong biểu {mine}.",
            "Hỏi lại số nào đúng. Sổ đúng: xóa số ở ô này; biểu đúng: lập biểu mới bằng `kehoach form`, hoặc dùng `kehoach record`.",
        )


def intake(form: Returned, registry: Registry) -> Intake:
    """Return what *form* would change in *registry*, and everything that is wrong with it."""
    lines = asked(registry, form.ward, form.year)
    now = standing(registry, form.ward, form.year, lines)
    found = Intake(faults=list(form.faults), seen={key: now.get(key) for key in lines})
    common, faults = entries_of(form.sheet, "Nguồn chung", form.common, None, None)
    found.faults.extend(faults)
    for row in form.rows:
        ask = lines.get(row.key)
        if ask is None or row.key not in form.state:
            message = f"mã dòng `{row.key}` không có trong biểu này"
            remedy = "Lập biểu mới bằng `kehoach form`; chỉ tiêu của năm khác, phường khác không nhập ở đây."
            found.faults.append(Fault(sheet=form.sheet, cell=row.name_place, row=row.name, message=message, remedy=remedy))
            continue
        entries, faults = entries_of(form.sheet, row.name, row.entries, ask.subject, ask.indicator)
        found.faults.extend(faults)
        if not faults:
            line = _Line(form, row, ask, form.state[row.key], now.get(row.key), entries, common)
            found.faults.extend(_fraction(line))
            _compare(found, line, registry)
    return found


@dataclass(frozen=True, slots=True)
class _Line:
    """A row with what it is about, what stood there (``base``), what stands there now, and what was written."""

    form: Returned
    row: Row
    ask: Asked
    base: Filled | None
    now: Actual | None
    written: Entries
    common: Entries

    def words(self, value: Filled | None) -> str:
        """A figure as people say it."""
        if value is None:
            return "chưa có số"
        unit = self.ask.subject.unit_in(self.ask.indicator)
        return f"là {value_words(value.value, unit)} ({next(w for c, w in QUALITY_WORDS.items() if c == value.quality)})"


def _fraction(line: _Line) -> Iterator[Fault]:
    """Yield what is wrong with numerator and denominator; those left standing beside an emptied figure are not."""
    written, base = line.written, line.base
    if written.value is None and base is not None and (written.num, written.den) == (base.num, base.den):
        return
    try:
        see_fraction(written, line.ask.subject, line.ask.indicator)
    except KehoachError as error:
        yield fault(line.form.sheet, line.row.entries["num"].place, line.row.name, error)


def _compare(found: Intake, line: _Line, registry: Registry) -> None:
    """Add what a row changes, leaves alone, or clashes with."""
    theirs = filled(line.now)
    if line.written.value is None:
        if line.base is not None and theirs is not None:
            found.remarks.append(f"{line.row.name}: ô Thực hiện để trống, giữ số trong sổ ({line.words(theirs)}).")
        return
    try:
        new = _reporting(line, registry)
    except KehoachError as error:
        place = line.row.entries["value"].place
        found.faults.append(fault(line.form.sheet, place, line.row.name, error))
        return
    if new is None:
        if theirs != line.base:
            found.remarks.append(f"{line.row.name}: sổ đã đổi sau khi lập biểu, giữ số trong sổ ({line.words(theirs)}).")
        return
    mine = Filled(value=new.value, quality=new.quality)
    if theirs != line.base:
        if theirs is None or (theirs.value, theirs.quality) != (mine.value, mine.quality):
            clash = ChangedInBoth(line.words(line.base), line.words(theirs), line.words(mine))
            found.faults.append(fault(line.form.sheet, line.row.entries["value"].place, line.row.name, clash))
        return
    ask = line.ask
    change = Change(
        key=line.row.key, name=name_of(ask.subject, ask.indicator), unit=ask.subject.unit_in(ask.indicator), old=line.now, new=new
    )
    found.changes.append(change)


def _reporting(line: _Line, registry: Registry) -> Reporting | None:
    """Return what the row asks to record, ``None`` where it says what it said when it was made.

    Raises:
        KehoachError: it has no source, or one that cannot be.
    """
    base, written = line.base, line.written
    assert written.value is not None  # noqa: S101  # the caller's condition, for the type checker
    same_value = base is not None and base.value == written.value
    quality = written.quality or (base.quality if base and same_value else "official")
    num, den = written.num, written.den
    if base is not None and same_value and num is None and den is None:
        num, den = base.num, base.den
    source = _source(line, registry, replaced=not same_value or (base is not None and base.quality != quality))
    note = written.note if written.note != (base.note if base else None) else None
    if base is not None and same_value and (quality, num, den) == (base.quality, base.num, base.den) and source is None and note is None:
        return None
    if source is None and line.now is None:
        raise NoDocument
    return Reporting(
        subject=line.ask.subject,
        period=str(line.form.year),
        value=written.value,
        quality=quality,  # type: ignore[arg-type]  # read as one
        source=source or line.now.source,  # type: ignore[union-attr]  # one of them stands
        note=note,
        num=num,
        den=den,
        reason=note or _reason(base, quality, same_value=same_value),
    )


def _reason(base: Filled | None, quality: str, *, same_value: bool) -> str | None:
    """Return why a figure is replaced where nobody says why; ``None`` leaves it to the surer quality."""
    if base is None or QUALITIES.index(quality) < QUALITIES.index(base.quality):
        return None
    return "đổi nguồn số liệu theo biểu nhập" if same_value and quality == base.quality else "đính chính theo biểu nhập, không ghi lý do"


def _source(line: _Line, registry: Registry, *, replaced: bool) -> ActualSource | None:
    """Return the source that a row gives: its own where somebody wrote one, the common one for a new figure; ``None`` keeps the old."""
    base, written, common = line.base, line.written, line.common
    old = (base.document, base.date) if base else (None, None)
    own = written.document is not None and written.document != old[0]
    if own or (written.document is not None and base is None):
        return _named(written.document or "", written.date, registry)
    if replaced and common.document is not None:
        return _named(common.document, written.date if written.date not in (None, old[1]) else common.date, registry)
    if base is not None and line.now is not None and written.date not in (None, old[1]):
        return ActualSource(ref=line.now.source.ref, document=line.now.source.document, clause=line.now.source.clause, date=written.date)
    return None


def _named(document: str, date: str | None, registry: Registry) -> ActualSource:
    """Return a source in words, or by its reference where the registry has a document of that name."""
    try:
        return ActualSource(ref=source_ref(document, registry), date=date)
    except KehoachError:
        return ActualSource(document=document, date=date)


def lines_of(found: Intake) -> Iterator[str]:
    """Yield the faults as lines: sheet, cell, row, what, remedy; each once, from the top of the sheet."""
    for one in sorted(dict.fromkeys(found.faults), key=_place):
        where = f"trang '{one.sheet}', ô {one.cell}" + (f", dòng '{one.row}'" if one.row else "")
        yield f"{where}: {one.message}. {one.remedy}"


def _place(one: Fault) -> tuple[str, int, str]:
    letters = one.cell.rstrip("0123456789")
    return one.sheet, int(one.cell[len(letters) :] or 0), letters.rjust(3)
