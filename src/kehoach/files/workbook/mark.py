"""A copy of a workbook in which the bad cells are coloured and say what is wrong."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from kehoach.model.form import Fault

_COLOUR = "FFC7CE"


def marked(raw: bytes, faults: Iterable[Fault]) -> bytes:
    """Return the workbook with a colour and a comment on the cell of every fault."""
    from openpyxl import load_workbook
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(BytesIO(raw))
    for place, words in _by_cell(faults).items():
        cell = book[place[0]][place[1]]
        cell.fill = PatternFill("solid", start_color=_COLOUR, end_color=_COLOUR)
        before = f"{cell.comment.text}\n" if cell.comment else ""
        cell.comment = Comment(before + "\n".join(words), "kehoach", height=140, width=360)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _by_cell(faults: Iterable[Fault]) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for fault in faults:
        found.setdefault((fault.sheet, fault.cell), []).append(f"{fault.message[:1].upper()}{fault.message[1:]}. {fault.remedy}")
    return found


def free_name(path: Path) -> Path:
    """Return the first name for the marked copy beside *path* that is not taken: ``bieu.loi.xlsx``, ``bieu.loi-2.xlsx``."""
    names = (path.with_name(f"{path.stem}.loi{'' if n == 1 else f'-{n}'}.xlsx") for n in range(1, 10_000))
    return next(name for name in names if not name.exists())
