"""The form in the hands of a person: made by the command, opened by openpyxl, filled cell by cell."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from kehoach.files.workbook.columns import COLUMNS
from tests.cli.helpers import Result, run

LETTERS = {column.head: "ABCDEFGHIJKLM"[index] for index, column in enumerate(COLUMNS)}
COMMON = 4
"""The row of the common source."""


class Paper:
    """A form that is being filled in."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = load_workbook(path)
        self.sheet: Any = self.book.worksheets[0]

    @property
    def rows(self) -> dict[str, int]:
        """The row of every key."""
        return {str(cells[0].value): cells[0].row for cells in self.sheet.iter_rows() if cells[0].value}

    def cell(self, key: str, head: str = "Thực hiện") -> Any:
        """The cell of a line under a head."""
        return self.sheet[f"{LETTERS[head]}{self.rows[key]}"]

    def fill(self, key: str, value: Any, head: str = "Thực hiện") -> Paper:
        self.cell(key, head).value = value
        return self

    def source(self, words: Any = "Báo cáo số 12/BC-UBND", day: Any = "05/02/2028") -> Paper:
        self.sheet[f"{LETTERS['Nguồn (văn bản)']}{COMMON}"] = words
        self.sheet[f"{LETTERS['Ngày văn bản']}{COMMON}"] = day
        return self

    def save(self, path: Path | None = None) -> Path:
        self.book.save(path or self.path)
        return path or self.path


def form(data: Path, path: Path, *more: str) -> Result:
    """Make the form of the ward for 2027."""
    return run("form", "--ward", "mau", "--year", "2027", "-o", str(path), *more, data=data)


def paper(data: Path, path: Path) -> Paper:
    """Make the form and take it in hand."""
    made = form(data, path)
    assert (made.status, made.err) == (0, ""), made.err
    return Paper(path)
