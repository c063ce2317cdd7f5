"""``kehoach report``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach.cli import options, saving
from kehoach.cli.options import Format
from kehoach.errors import KehoachError

if TYPE_CHECKING:
    from kehoach.queries.select import Filter
    from kehoach.registry import Registry
    from kehoach.reports.results import Report


class NoYear(KehoachError):
    """Neither a year nor a span was asked for."""

    def __init__(self) -> None:
        super().__init__("Chưa nói báo cáo năm nào.", "Viết --year 2027, hoặc --from 2026 --to 2028 cho cả giai đoạn.")


class YearAndSpan(KehoachError):
    """A year and a span at once."""

    def __init__(self) -> None:
        super().__init__("--year không đi cùng --from, --to.", "Chọn một năm (--year) hoặc một giai đoạn (--from … --to …).")


class Backwards(KehoachError):
    """A span that ends before it begins."""

    def __init__(self, first: int, last: int) -> None:
        super().__init__(f"Giai đoạn {first}-{last} đảo ngược.", "Viết năm đầu sau --from, năm cuối sau --to.")


def command(
    ctx: typer.Context,
    year: Annotated[int | None, typer.Option("--year", metavar="NĂM", parser=options.year_of, help="Năm báo cáo")] = None,
    first: Annotated[int | None, typer.Option("--from", metavar="NĂM", parser=options.year_of, help="Báo cáo cả giai đoạn: từ năm")] = None,
    last: Annotated[int | None, typer.Option("--to", metavar="NĂM", parser=options.year_of, help="… đến năm")] = None,
    ward: options.Ward = None,
    plan: options.Plan = None,
    field: options.Field = None,
    unit: options.Unit = None,
    as_of: options.AsOf = None,
    units: Annotated[bool, typer.Option("--units", help="Thay vào đó: việc của từng đơn vị chủ trì, việc đến hạn đứng trước")] = False,
    form: options.Output = Format.table,
    csv_excel: options.CsvExcel = False,
    output_file: saving.Output = None,
    template: saving.Template = None,
    force: saving.Force = False,
) -> None:
    """Chỉ tiêu áp dụng trong năm (hay cả giai đoạn), theo phường và lĩnh vực, bên cạnh kết quả đã báo cáo.

    Chỉ tiêu chưa có kết quả ghi "Chưa có số liệu", không bao giờ ghi "Không đạt". Với -o, báo cáo được ghi thành văn bản
    trình bày theo Nghị định 30/2020/NĐ-CP, chỗ chỉ người mới biết được tô để viết thêm.

    Ví dụ:
      kehoach report --year 2027
      kehoach report --year 2027 --ward le-chan --format json
      kehoach report --from 2026 --to 2028 --ward hung-dao
      kehoach report --year 2027 --ward le-chan --units
      kehoach report --year 2027 --ward hung-dao -o bao-cao.docx
      kehoach report --year 2027 --ward hung-dao --units -o giao-viec.docx
    """
    from kehoach.cli import report_kept
    from kehoach.cli.clock import today
    from kehoach.cli.session import make_filter, open_registry
    from kehoach.files.revision import revision
    from kehoach.queries import names
    from kehoach.reports import results

    start, end = _span(year, first, last)
    saving.checked(output_file, saving.WORKLIST if units else saving.REPORT, template, force=force)
    if form is Format.json and not (csv_excel or units or output_file or as_of or plan or field or unit):
        report_kept.write(ctx, ward or (), names.year(start), names.year(end))
        return
    day = names.day(as_of) if as_of is not None else None
    session = open_registry(ctx, ward or (), as_of)
    wanted = make_filter(session, plans=plan or (), fields=field or (), units=unit or ())
    made = results.report(
        session.registry,
        wanted,
        names.year(end),
        first=names.year(start),
        as_of=day,
        made=(day or today()).isoformat(),
        revision=revision(session.registry.root),
    )
    if output_file is not None:
        _save(made, session.registry, wanted, output_file, template, units=units, force=force)
    elif units:
        _print_work(made, session.registry, wanted, form, csv_excel=csv_excel)
    else:
        _print(made, session.registry, form, csv_excel=csv_excel)
    session.close()


def _print(made: Report, registry: Registry, form: Format, *, csv_excel: bool) -> None:
    from kehoach.cli import output
    from kehoach.reports import results, results_table

    if form is Format.json and not csv_excel:
        output.write_object(results.as_object(made))
    else:
        output.write(results_table.table(made, registry), form, csv_excel=csv_excel)


def _print_work(made: Report, registry: Registry, wanted: Filter, form: Format, *, csv_excel: bool) -> None:
    from kehoach.cli import output
    from kehoach.reports import worklist

    rows = worklist.by_unit(worklist.work(registry, wanted, made.years), registry, wanted.units)
    output.write(worklist.table(rows, registry, made.span), form, csv_excel=csv_excel)


def _save(made: Report, registry: Registry, wanted: Filter, path: Path, template: Path | None, *, units: bool, force: bool) -> None:
    """Write the report or the work lists, issued by the body that issued the one plan asked for, where there is only one."""
    from kehoach.reports.assignments import assignments
    from kehoach.reports.letterhead import issuer_of
    from kehoach.reports.view import provenance, view

    issuer = issuer_of(registry, wanted.plans)
    if units:
        lists = assignments(registry, wanted, made.years, span=made.span, made=made.date, provenance=provenance(made), issuer=issuer)
        saving.write(path, saving.WORKLIST, lists, template, force=force)
    else:
        words = view(made, registry, wanted, issuer)
        saving.write(path, saving.REPORT, saving.ReportMade(words, made, registry), template, force=force)


def _span(year: int | None, first: int | None, last: int | None) -> tuple[int, int]:
    """Return the first and the last year asked for."""
    if year is not None:
        if first is not None or last is not None:
            raise YearAndSpan
        return year, year
    if first is None or last is None:
        raise NoYear
    if first > last:
        raise Backwards(first, last)
    return first, last
