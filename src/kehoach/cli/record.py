"""``kehoach record``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kehoach.cli import options
from kehoach.errors import KehoachError

if TYPE_CHECKING:
    from kehoach.cli.session import Session
    from kehoach.model.results import ActualSource
    from kehoach.recording.actuals import Outcome, Reporting

TAKES_NUMBERS = True


class NoPeriod(KehoachError):
    """A figure of no year."""

    def __init__(self) -> None:
        super().__init__(
            "Chưa nói số liệu của năm nào.", "Viết --year 2027; của một phần năm thì thêm --period 2027-H1, 2027-Q3 hay 2027-06."
        )


class BadPeriod(KehoachError):
    """A period that is none, or of another year."""

    def __init__(self, text: str, year: int | None) -> None:
        about = f"không thuộc năm {year}" if year else "không phải là kỳ báo cáo"
        super().__init__(
            f"'{text}' {about}.",
            "Viết 2027 (cả năm), 2027-H1 (6 tháng đầu năm), 2027-Q3 (quý III) hoặc 2027-06 (tháng 6), cùng năm với --year.",
        )


class NoSource(KehoachError):
    """A figure without a document."""

    def __init__(self) -> None:
        super().__init__(
            "Chưa nói số liệu lấy từ văn bản nào.", "Thêm --source 'Báo cáo số 12/BC-UBND', hoặc --source-ref với mã văn bản có trong sổ."
        )


class TwoSources(KehoachError):
    """A document by reference and another in words."""

    def __init__(self) -> None:
        super().__init__("--source-ref không đi cùng --source.", "Văn bản có trong sổ thì dùng --source-ref, không có thì dùng --source.")


def command(
    ctx: typer.Context,
    ref: Annotated[str, typer.Argument(metavar="CHỈ_TIÊU", help="Mã chỉ tiêu của một kế hoạch, hoặc mã chỉ tiêu chung kèm --ward")],
    value: Annotated[str, typer.Argument(metavar="GIÁ_TRỊ", help="Con số (97,5; 1.234,5; -6) hoặc đạt, không đạt, giữ vững")],
    year: Annotated[int | None, typer.Option("--year", metavar="NĂM", parser=options.year_of, help="Số liệu của năm")] = None,
    period: Annotated[str | None, typer.Option("--period", metavar="KỲ", help="Một phần của năm: 2027-H1, 2027-Q3, 2027-06")] = None,
    quality: Annotated[str, typer.Option("--quality", metavar="LOẠI", help="chính thức, ước hoặc sơ bộ")] = "official",
    source_ref: Annotated[
        str | None, typer.Option("--source-ref", metavar="MÃ", help="Văn bản nguồn có trong sổ (kế hoạch, văn bản viện dẫn)")
    ] = None,
    source: Annotated[str | None, typer.Option("--source", metavar="VĂN_BẢN", help="Văn bản nguồn, viết bằng chữ")] = None,
    clause: Annotated[str | None, typer.Option("--clause", metavar="MỤC", help="Chỗ đứng trong văn bản nguồn")] = None,
    source_date: Annotated[str | None, typer.Option("--source-date", metavar="NGÀY", help="Ngày của văn bản nguồn")] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="CHỮ", help="Ghi chú")] = None,
    num: Annotated[str | None, typer.Option("--num", metavar="SỐ", help="Tử số của tỷ lệ")] = None,
    den: Annotated[str | None, typer.Option("--den", metavar="SỐ", help="Mẫu số của tỷ lệ")] = None,
    growth: Annotated[bool, typer.Option("--growth", help="Giá trị là mức tăng (giảm: số âm) so với năm trước, tính bằng %")] = False,
    reason: Annotated[str | None, typer.Option("--reason", metavar="LÝ_DO", help="Vì sao đổi số đã có; số cũ được giữ lại")] = None,
    ward: Annotated[str | None, typer.Option("--ward", metavar="PHƯỜNG", help="Phường có số liệu: mã hoặc tên")] = None,
) -> None:
    """Ghi một số liệu thực hiện vào actuals/<phường>/<năm>.yaml, chỉ chạm một chỗ trong tệp.

    Số đã có không bị ghi đè lặng lẽ: muốn đổi phải có lý do, và số cũ được giữ lại cùng lý do ấy.

    Ví dụ:
      kehoach record hung-dao/ke-hoach-2026-2030#bhyt 97,5 --year 2027 --source "Báo cáo số 12/BC-UBND" --source-date 05/02/2028
      kehoach record bhyt 96,4% --ward le-chan --year 2027 --period 2027-H1 --quality ước --source "Báo cáo 6 tháng"
    """
    from kehoach.cli.clock import today
    from kehoach.files.folder import shown
    from kehoach.meaning import checked, entered
    from kehoach.queries.measured import indicator_of, measured
    from kehoach.recording.actuals import Reporting, actuals_file, report

    when = _period(year, period)
    sort = entered.quality(quality)
    session, slug = _open(ctx, ref, ward)
    with session.asking():
        place, subject, promised = measured(ref, session.registry, slug, growth=growth)
        indicator = indicator_of(subject, session.registry)
    above, below = (None if text is None else entered.figure(text, None) for text in (num, den))
    amount = checked.value(value, subject, indicator)
    checked.fraction(above, below, amount, subject, indicator)
    reporting = Reporting(
        subject=subject,
        period=when,
        value=amount,
        quality=sort,
        source=_source(session, source_ref, source, clause, source_date),
        note=note,
        num=above,
        den=below,
        reason=reason.strip() or None if reason else None,
    )
    now = today().isoformat()
    outcome = report(session.registry, place, [reporting], now)[0]
    print(_words(session, reporting, outcome, shown(session.registry.root, actuals_file(place, when[:4]))))
    if promised and not growth:
        print("Đây là mức; chỉ tiêu này hứa mức tăng, giảm so với năm trước: báo cáo có sẵn mức ấy thì ghi thêm với --growth.")
    session.close()


def _open(ctx: typer.Context, ref: str, ward: str | None) -> tuple[Session, str | None]:
    """Read the ward that is named, alone or in the reference; the whole registry where none is."""
    from kehoach.cli.session import open_registry, slug_of
    from kehoach.files.folder import wards_on_disk

    slug = None if ward is None else slug_of(ctx, ward)
    named = ref.partition("/")[0] if "#" in ref else slug
    return open_registry(ctx, [named] if named and named in wards_on_disk(ctx.obj.root()) else ()), slug


def _period(year: int | None, period: str | None) -> str:
    """Return the period as the files have it; a part of a year may be written without it where the year is given."""
    from kehoach.model.scalars import PERIOD
    from kehoach.queries import names

    if year is not None:
        names.year(year)
    if period is None:
        if year is None:
            raise NoPeriod
        return str(year)
    full = period.strip().upper()
    if year is not None and len(full) == 2:
        full = f"{year}-{full}"
    if not PERIOD.match(full):
        raise BadPeriod(period, None)
    if year is not None and full[:4] != str(year):
        raise BadPeriod(period, year)
    return full


def _source(session: Session, ref: str | None, document: str | None, clause: str | None, date: str | None) -> ActualSource:
    from kehoach.meaning.entered import date_text
    from kehoach.model.results import ActualSource
    from kehoach.queries.names import source_ref
    from kehoach.vietnamese import squeeze

    if ref is not None and document is not None:
        raise TwoSources
    words = squeeze(document) if document else ""
    if ref is None and not words:
        raise NoSource
    return ActualSource(
        ref=source_ref(ref, session.registry) if ref is not None else None,
        document=words or None,
        clause=clause or None,
        date=date_text(date) if date is not None else None,
    )


def _words(session: Session, new: Reporting, outcome: Outcome, file: str) -> str:
    """Return what became of the figure, in one or two sentences."""
    from kehoach.meaning.entered import QUALITY_WORDS
    from kehoach.meaning.wording import value_words
    from kehoach.vietnamese import period_words

    indicator = session.registry.indicators[new.subject.indicator]
    unit = new.subject.unit_in(indicator)
    name = f"{indicator.name}{' (tăng trưởng)' if new.subject.growth else ''}, {period_words(new.period)}"
    now = f"{value_words(new.value, unit)} ({QUALITY_WORDS[new.quality]})"
    if outcome.kind == "same":
        other = outcome.old is not None and outcome.old.source != new.source
        more = " Nguồn đang ghi khác với lần này và được giữ nguyên; muốn đổi thì thêm --reason." if other else ""
        return f"Không có gì phải ghi: {name} đã là {now} trong {file}.{more}"
    if outcome.kind == "replaced" and outcome.old is not None:
        was = f"{value_words(outcome.old.value, unit)} ({QUALITY_WORDS[outcome.old.quality]})"
        return f"Đã ghi vào {file}: {name}: {was} → {now}.\nSố cũ được giữ lại ở `was`, lý do: {outcome.reason}."
    verb = "Đã bổ sung" if outcome.kind == "amended" else "Đã ghi"
    return f"{verb} vào {file}: {name}: {now}."
