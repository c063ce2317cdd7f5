"""``-o FILE``: which renderer writes which kind of file, and the writing itself. To add a kind, write a function and its line in a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from kehoach.errors import KehoachError

if TYPE_CHECKING:
    from kehoach.registry import Registry
    from kehoach.reports.assignments import Assignments
    from kehoach.reports.edit_page import EditPage
    from kehoach.reports.results import Report
    from kehoach.reports.summary import Summary
    from kehoach.reports.view import View

Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="TỆP", help="Ghi ra tệp; đuôi tệp chọn loại: .docx, .pdf…")]
Template = Annotated[
    Path | None, typer.Option("--template", metavar="MẪU", help="Mẫu Word của cơ quan (mặc định: mẫu có sẵn); xem `kehoach template`")
]
Force = Annotated[bool, typer.Option("--force", help="Ghi đè tệp đã có; bản cũ được giữ lại cạnh đó, đuôi .bak")]
Made = TypeVar("Made")
Draft = tuple[Made, Path | None]
"""What is to be drawn, and the template for the kinds that take one."""
_WITH_TEMPLATE = (".docx", ".pdf")


@dataclass(frozen=True, slots=True)
class ReportMade:
    """A report in every form that a renderer may want."""

    view: View
    report: Report
    registry: Registry


def _report_docx(made: ReportMade, template: Path | None) -> bytes:
    from kehoach.renderers import as_word

    return as_word.report(made.view, template)


def _report_html(made: ReportMade, template: Path | None) -> bytes:  # noqa: ARG001
    from kehoach.renderers import as_html

    return as_html.report(made.view).encode()


def _report_xlsx(made: ReportMade, template: Path | None) -> bytes:  # noqa: ARG001
    from kehoach.renderers import as_excel

    return as_excel.report(made.view)


def _report_md(made: ReportMade, template: Path | None) -> bytes:  # noqa: ARG001
    from kehoach.renderers import as_markdown
    from kehoach.reports import results_table

    return as_markdown.render(results_table.table(made.report, made.registry)).encode()


def _report_csv(made: ReportMade, template: Path | None) -> bytes:  # noqa: ARG001
    from kehoach.renderers import as_csv
    from kehoach.reports import results_table

    made_table = results_table.table(made.report, made.registry)
    return as_csv.render(made_table.rows, made_table.keys).encode()


def _report_json(made: ReportMade, template: Path | None) -> bytes:  # noqa: ARG001
    from kehoach.renderers.as_json import dumps
    from kehoach.reports import results

    return dumps(results.as_object(made.report)).encode()


def _summary_docx(made: Summary, template: Path | None) -> bytes:
    from kehoach.renderers import as_word

    return as_word.summary(made, template)


def _worklist_docx(made: Assignments, template: Path | None) -> bytes:
    from kehoach.renderers import as_word

    return as_word.worklist(made, template)


def _edit_docx(made: EditPage, template: Path | None) -> bytes:
    from kehoach.renderers import as_word

    return as_word.edit(made, template)


def _pdf(word: Callable[[Made, Path | None], bytes]) -> Callable[[Made, Path | None], bytes]:
    """Return the renderer that turns what *word* writes into PDF."""

    def render(made: Made, template: Path | None) -> bytes:
        from kehoach.renderers import as_pdf

        return as_pdf.convert(word(made, template))

    return render


Renderers = Mapping[str, Callable[[Made, Path | None], bytes]]
REPORT: Renderers[ReportMade] = {
    ".docx": _report_docx,
    ".pdf": _pdf(_report_docx),
    ".xlsx": _report_xlsx,
    ".html": _report_html,
    ".md": _report_md,
    ".csv": _report_csv,
    ".json": _report_json,
}
WORKLIST: Renderers[Assignments] = {".docx": _worklist_docx, ".pdf": _pdf(_worklist_docx)}
SUMMARY: Renderers[Summary] = {".docx": _summary_docx, ".pdf": _pdf(_summary_docx)}
EDIT: Renderers[EditPage] = {".docx": _edit_docx, ".pdf": _pdf(_edit_docx)}
"""Suffix → what writes such a file."""


class UnknownSuffix(KehoachError):
    """``-o`` names a kind of file that nothing writes."""

    def __init__(self, path: Path, known: Mapping[str, object]) -> None:
        kind = f"loại tệp '{path.suffix}'" if path.suffix else f"loại tệp của '{path}': tên không có đuôi"
        super().__init__(f"Không ghi được {kind}.", f"Các loại ghi được: {', '.join(known)}.")


class OnlyWithOutput(KehoachError):
    """``--template`` or ``--force`` without ``-o``."""

    def __init__(self, option: str) -> None:
        super().__init__(f"{option} chỉ dùng khi ghi ra tệp.", "Thêm -o TỆP, ví dụ -o bao-cao.docx.")


class NoTemplateFor(KehoachError):
    """``--template`` with a kind of file that has none."""

    def __init__(self, suffix: str) -> None:
        super().__init__(f"Tệp {suffix} không dùng mẫu Word.", f"Bỏ --template, hoặc ghi ra {' hay '.join(_WITH_TEMPLATE)}.")


def checked(path: Path | None, renderers: Mapping[str, object], template: Path | None, *, force: bool) -> None:
    """See that what was typed can be done, before anything is read.

    Raises:
        UnknownSuffix, OnlyWithOutput, NoTemplateFor: it cannot.
    """
    if path is None:
        if template is not None or force:
            raise OnlyWithOutput("--force" if template is None else "--template")
        return
    suffix = path.suffix.lower()
    if suffix not in renderers:
        raise UnknownSuffix(path, renderers)
    if template is not None and suffix not in _WITH_TEMPLATE:
        raise NoTemplateFor(suffix)


def write(path: Path, renderers: Renderers[Made], made: Made, template: Path | None, *, force: bool) -> None:
    """Draw *made* as the suffix of *path* says, write the file, and say so.

    Raises:
        KehoachError: the template cannot be filled, the file is there, or cannot be written; nothing was changed.
    """
    from kehoach.files.output import save

    backup = save(path, renderers[path.suffix.lower()](made, template), force=force)
    print(f"Đã ghi {path}." + (f" Bản cũ giữ ở {backup}." if backup else ""))
