"""An export as one SQLite file; decimals of up to 15 digits come back from its binary numbers as they were."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kehoach.errors import CannotWrite
from kehoach.reports.export import VERSION, Part, Table, Type

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE = "kehoach.sqlite"
TYPES = {
    "word": "TEXT", "text": "TEXT", "folded": "TEXT", "int": "INTEGER", "number": "NUMERIC", "computed": "NUMERIC",
    "bool": "INTEGER (0, 1)", "day": "TEXT `YYYY-MM-DD`",
}  # fmt: skip
"""How each type of column is written."""


class Writer:
    """Writes tables into ``kehoach.sqlite`` in *folder*, part by part; indexes are made at the end."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._tables: dict[str, Table] = {}
        with self._failing():
            self._base = sqlite3.connect(self._path, isolation_level=None)
            # The file gets its name only when it is whole: a journal would protect nothing.
            self._base.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA user_version = {VERSION}; BEGIN")

    def write(self, table: Table, _part: Part, rows: Iterable[tuple[Any, ...]]) -> int:
        """Append *rows* to *table* and return how many they were."""
        with self._failing():
            if table.name not in self._tables:
                self._tables[table.name] = table
                self._base.execute(f"CREATE TABLE {table.name} ({', '.join(map(_declared, table.columns))})")
            into = f"INSERT INTO {table.name} VALUES ({', '.join('?' * len(table.columns))})"  # noqa: S608  # names of our own
            casts = [_CASTS.get(column.type) for column in table.columns]
            done = self._base.executemany(into, (_row(row, casts) for row in rows))
            return max(done.rowcount, 0)

    def finish(self) -> None:
        """Make the indexes, when all rows are there."""
        with self._failing():
            for table in self._tables.values():
                for column in dict.fromkeys((table.key[0], *(c.name for c in table.columns if c.name in _INDEXED))):
                    self._base.execute(f"CREATE INDEX {table.name}_{column} ON {table.name} ({column})")
            self._base.execute("COMMIT")

    def close(self) -> None:
        """Close the file, whether it is whole or not."""
        self._base.close()

    @contextmanager
    def _failing(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            full = "full" in str(error)
            raise CannotWrite(self._path, "đĩa đã đầy" if full else str(error)) from error


_INDEXED = ("ward", "plan", "indicator", "target")


def _declared(column: Any) -> str:
    return f"{column.name} {TYPES[column.type].split()[0]}"


def _number(value: int | Decimal) -> int | float:
    return int(value) if value == int(value) else float(value)


_CASTS: dict[Type, Callable[[Any], Any]] = {Type.NUMBER: _number, Type.COMPUTED: _number, Type.BOOL: int, Type.DAY: date.isoformat}


def _row(row: tuple[Any, ...], casts: list[Callable[[Any], Any] | None]) -> tuple[Any, ...]:
    return tuple(value if value is None or cast is None else cast(value) for value, cast in zip(row, casts, strict=True))
