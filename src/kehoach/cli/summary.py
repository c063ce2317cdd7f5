"""``kehoach summary``."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach.cli import saving
from kehoach.cli.options import BadFormat

if TYPE_CHECKING:
    from kehoach.model.plan import Plan
    from kehoach.registry import Registry


class SummaryFormat(StrEnum):
    """How a summary is printed."""

    text = "text"
    json = "json"
    md = "md"


def _format_of(text: str) -> SummaryFormat:
    if text not in list(SummaryFormat):
        raise BadFormat(text, list(SummaryFormat))
    return SummaryFormat(text)


def command(
    ctx: typer.Context,
    plan: Annotated[str, typer.Argument(metavar="KẾ_HOẠCH", help="Mã của kế hoạch, có hay không có mã phường")],
    output_file: saving.Output = None,
    template: saving.Template = None,
    force: saving.Force = False,
    form: Annotated[
        SummaryFormat | None, typer.Option("--format", metavar="text|json|md", parser=_format_of, help="Cách in (không ghi thì như `text`)")
    ] = None,
) -> None:
    """Tóm tắt một kế hoạch: việc gì, ai làm, bao giờ xong; chỉ tiêu, nhiệm vụ theo đơn vị, dự án, văn bản liên quan, điểm cần xem lại.

    Với -o, tóm tắt được ghi thành văn bản Word trình bày theo Nghị định 30/2020/NĐ-CP.

    Ví dụ:
      kehoach summary hung-dao/ke-hoach-2026-2030
      kehoach summary cong-van-2399 --format md
      kehoach summary cong-van-2399 -o tom-tat.docx
    """
    from kehoach.cli.clock import today
    from kehoach.cli.session import open_registry
    from kehoach.files.revision import revision
    from kehoach.reports.provenance import provenance
    from kehoach.reports.summary import summary

    saving.checked(output_file, saving.SUMMARY, template, force=force)
    session = open_registry(ctx)
    with session.asking():
        found = _plan(plan, session.registry)
    day = today().isoformat()
    made = summary(session.registry, found, made=day, provenance=provenance(day, revision(session.registry.root)))
    if output_file is not None:
        saving.write(output_file, saving.SUMMARY, made, template, force=force)
    elif form is SummaryFormat.json:
        from kehoach.cli import output
        from kehoach.renderers import as_summary

        output.write_object(as_summary.as_object(made))
    else:
        from kehoach.renderers import as_summary

        sys.stdout.write(as_summary.markdown(made) if form is SummaryFormat.md else as_summary.text(made))
    session.close()


def _plan(typed: str, registry: Registry) -> Plan:
    from kehoach.errors import AmbiguousName, UnknownPlan
    from kehoach.queries import names

    found = names.plans([typed], registry)
    if len(found) > 1:
        raise AmbiguousName(typed, found)
    ref = found.pop()
    if ref not in registry.plans:  # its file is there and could not be read
        raise UnknownPlan(typed, registry.plans)
    return registry.plans[ref]
