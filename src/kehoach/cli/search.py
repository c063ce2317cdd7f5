"""``kehoach search``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kehoach.cli import options
from kehoach.cli.options import Format
from kehoach.errors import KehoachError
from kehoach.queries.kinds import KINDS

if TYPE_CHECKING:
    from sqlite3 import Connection

    from kehoach.index.tables import Seen
    from kehoach.model.problem import Problem
    from kehoach.queries.search import Found, Question
    from kehoach.reports.table import Table


class UnknownKind(KehoachError):
    """``--kind`` names nothing that can be found."""

    def __init__(self, text: str) -> None:
        super().__init__(f"Không có loại '{text}'.", f"Chọn một trong: {', '.join(KINDS)}.")


class NoLimit(KehoachError):
    """``--limit`` is no count."""

    def __init__(self, text: str) -> None:
        super().__init__(f"'{text}' không phải là số dòng.", "Viết một số từ 1 trở lên, ví dụ --limit 50.")


def _kind(text: str) -> str:
    if text not in KINDS:
        raise UnknownKind(text)
    return text


def _limit(text: str | int) -> int:
    if not str(text).isdecimal() or not 1 <= int(text) <= 1_000_000:
        raise NoLimit(str(text))
    return int(text)


def command(
    ctx: typer.Context,
    text: Annotated[list[str], typer.Argument(metavar="CHỮ", help="Những chữ phải có, thứ tự nào cũng được")],
    ward: options.Ward = None,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", metavar="LOẠI", parser=_kind, help=f"Chỉ tìm loại này: {', '.join(KINDS)}")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", metavar="SỐ", parser=_limit, help="Nhiều nhất bao nhiêu dòng")] = 20,
    form: options.Output = Format.table,
    csv_excel: options.CsvExcel = False,
) -> None:
    """Tìm chữ ở mọi nơi trong sổ: kế hoạch, chỉ tiêu, nhiệm vụ, dự án, đơn vị, văn bản, chỗ viện dẫn.

    Gõ có dấu hay không đều được; gõ có dấu thì chỗ đúng dấu đứng trước, rồi đến chỗ các chữ liền nhau trong tên, trong câu.
    Chữ cuối có thể để ngỏ bằng dấu *: "du an*".

    Ví dụ:
      kehoach search bao hiem y te
      kehoach search "hộ nghèo" --kind target --ward le-chan
      kehoach search 68/2026/NĐ-CP --format json
    """
    from kehoach.cli import ahead, output
    from kehoach.cli.session import close, open_memory, slugs_of
    from kehoach.index import seen

    def question() -> Question:
        from kehoach.queries import search

        counted = form in (Format.table, Format.md) and not csv_excel  # the others print rows alone
        return search.Question(search.query(" ".join(text)), frozenset(kind or ()), limit, counted)

    def table(found: Found, wanted: Question) -> Table:
        from kehoach.reports import search as shown

        output.prepare(form)
        return shown.table(shown.rows(found, wanted.query), found.total)

    def whole(index: Connection, known: Seen) -> tuple[Table, list[Problem]]:
        """Do all there is to do while a second process compares the files."""
        from kehoach.queries import asked

        wanted = question()
        found, problems = asked.answer(index, known, wanted)
        return table(found, wanted), problems

    root, slugs, database = ctx.obj.root(), slugs_of(ctx, ward or ()), ctx.obj.database()
    answer = seen.at_once(database, root, whole, ahead.taken(database)) if database is not None and slugs is None else None
    if answer is None:
        from kehoach.queries import asked

        wanted = question()
        memory = open_memory(ctx, slugs, actuals=False)
        answer = table(asked.search(memory, wanted, _shown), wanted), memory.problems()
    made, problems = answer
    output.write(made, form, csv_excel=csv_excel)
    close(root, problems)


def _shown(items: Iterable[Any], total: int) -> Iterator[Any]:
    from kehoach.cli.progress import steps

    return steps(items, total, "Đang lập mục từ để tìm")
