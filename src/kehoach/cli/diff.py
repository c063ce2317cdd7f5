"""``kehoach diff``."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach.cli import saving
from kehoach.cli.options import BadFormat, UnknownSeverity

if TYPE_CHECKING:
    from kehoach.revisions.judge import Finding

LEVELS = ("attention", "notice", "info")


class DiffFormat(StrEnum):
    """How the changes are written."""

    text = "text"
    json = "json"
    md = "md"
    github = "github"
    sarif = "sarif"


def _format(text: str) -> DiffFormat:
    if text not in list(DiffFormat):
        raise BadFormat(text, list(DiffFormat))
    return DiffFormat(text)


def _level(text: str) -> str:
    if text not in LEVELS:
        raise UnknownSeverity(text, list(LEVELS))
    return text


def command(
    ctx: typer.Context,
    revision: Annotated[
        str | None,
        typer.Argument(metavar="[PHIÊN_BẢN]", help="Nhánh hay mốc để so (từ chỗ rẽ nhánh), hoặc A..B; mặc định: lần ghi cuối (HEAD)"),
    ] = None,
    staged: Annotated[bool, typer.Option("--staged", help="So phần đã git add, thay vì bản đang sửa")] = False,
    form: Annotated[
        DiffFormat, typer.Option("--format", metavar="text|json|md|github|sarif", parser=_format, help="Cách in")
    ] = DiffFormat.text,
    fail_on: Annotated[
        str | None,
        typer.Option("--fail-on", metavar="attention|notice|info", parser=_level, help="Thoát với mã 1 khi có thay đổi từ mức này trở lên"),
    ] = None,
    output_file: saving.Output = None,
    template: saving.Template = None,
    force: saving.Force = False,
) -> None:
    """Một lần sửa sổ có nghĩa gì: lời hứa nào yếu đi, lùi hạn, mất đi, đổi người làm; có căn cứ không.

    Thay đổi "cần duyệt" chỉ qua khi có căn cứ (nature) hoặc đã được xem xét (accepted).

    Ví dụ:
      kehoach diff
      kehoach diff main
      kehoach diff HEAD~3..HEAD --format md
      kehoach diff main -o so-sanh.docx
    """
    import sys

    from kehoach.cli import diffing, output
    from kehoach.cli.options import Format
    from kehoach.files.folder import shown
    from kehoach.reports import edit

    saving.checked(output_file, saving.EDIT, template, force=force)
    root = ctx.obj.root()
    diffing.refuse_unmerged(root)
    read = diffing.read(root, revision, staged=staged)
    found = read.findings
    if output_file is not None:
        saving.write(output_file, saving.EDIT, diffing.page(root, read), template, force=force)
    elif form is DiffFormat.json:
        output.write_object(edit.rows(found, root))
    elif form is DiffFormat.md:
        output.write(edit.table(found, read.names, root), Format.md)
    elif form is DiffFormat.text and sys.stdout.isatty():
        output.write(edit.table(found, read.names, root), Format.table)
    elif form is DiffFormat.text:
        sys.stdout.write(edit.lines(found, read.names, root))
    elif form is DiffFormat.github:
        from kehoach.renderers.problems import github

        sys.stdout.write(github(edit.problems(found), root))
    else:
        from kehoach.renderers.as_sarif import log

        output.write_object(log(edit.problems(found), root, diffing.manuals()))
    for problem in read.problems:
        place = f"{shown(root, problem.file)}:{problem.line}:{problem.column}"
        print(f"{place}: lỗi [{problem.rule}] {problem.message}. {problem.remedy}", file=sys.stderr)
    if read.problems or _failing(found, fail_on):
        raise typer.Exit(1)


def _failing(found: list[Finding], fail_on: str | None) -> bool:
    """Tell whether a finding that did not pass is at or above *fail_on*."""
    if fail_on is None:
        return False
    grave = LEVELS[: LEVELS.index(fail_on) + 1]
    return any(f.severity in grave and f.passed is None for f in found)
