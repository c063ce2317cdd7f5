"""An export as CSV: one file per table, UTF-8, commas, a point for decimals; words that look like a formula are made harmless."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

from kehoach.renderers.as_csv import cell
from kehoach.reports.export import Part, Table

TYPES = {
    "word": "chữ", "text": "chữ", "folded": "chữ", "int": "số nguyên", "number": "số, dấu chấm thập phân", "computed": "số, dấu chấm thập phân",
    "bool": "`true`, `false`", "day": "`YYYY-MM-DD`",
}  # fmt: skip
"""How each type of column is written."""


class Writer:
    """Writes tables into *folder*, part by part."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open = ExitStack()
        self._writers: dict[str, Any] = {}

    def write(self, table: Table, _part: Part, rows: Iterable[tuple[Any, ...]]) -> int:
        """Append *rows* to the file of *table* and return how many they were."""
        writer = self._writer(table)
        count = 0
        for row in rows:
            writer.writerow([value.isoformat() if isinstance(value, date) else cell(value, excel=False) for value in row])
            count += 1
        return count

    def finish(self) -> None:
        """Nothing is left to do when all rows are there."""

    def close(self) -> None:
        """Close the files, whether they are whole or not."""
        self._open.close()

    def _writer(self, table: Table) -> Any:
        if table.name not in self._writers:
            file = self._open.enter_context((self._folder / f"{table.name}.csv").open("w", encoding="utf-8", newline=""))
            self._writers[table.name] = writer = csv.writer(file, lineterminator="\n")
            writer.writerow([column.name for column in table.columns])
        return self._writers[table.name]
