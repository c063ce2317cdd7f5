"""A table: columns with Vietnamese heads over rows of JSON keys; what every renderer of a listing draws."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, the words of its cell, and how dear it is to the reader (0 stays on the narrowest terminal).

    A ``common`` column is said once above the table where every row agrees.
    """

    head: str
    cell: Callable[[Row], str]
    rank: int = 0
    number: bool = False
    common: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with the columns that show them and the keys that CSV writes; ``closing`` is a line under the table, ``group`` a cell that heads a block of rows."""

    columns: tuple[Column, ...]
    rows: list[Row]
    keys: tuple[str, ...]
    closing: str = ""
    group: Callable[[Row], str] | None = None
    title: str = ""
