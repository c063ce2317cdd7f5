"""Columns and tables of an export: name, type, what a column means, and how its value is read from an item.

One declaration serves the files of every format and their description in ``docs/export.md``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from kehoach.meaning.time import first_day, last_day
from kehoach.model.commitment import Test
from kehoach.model.problem import Problem
from kehoach.registry import Registry
from kehoach.vietnamese import fold

Read = Callable[[Any], Any]


class Type(StrEnum):
    """What the values of a column are; each renderer says how it writes them."""

    WORD = "word"
    """A reference, a slug, one of a few fixed words, a date as written: never folded."""
    TEXT = "text"
    """Free words."""
    FOLDED = "folded"
    """Free words for a search without accents."""
    INT = "int"
    """A count, a year, a place in a list."""
    NUMBER = "number"
    """A figure of a file: at most 15 digits before the point and six behind it."""
    COMPUTED = "computed"
    """A figure that was computed: at most 12 digits behind the point."""
    BOOL = "bool"
    DAY = "day"
    """A day of the calendar."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``read`` takes an item of its table and returns its value, ``None`` where there is none."""

    name: str
    type: Type
    words: str
    read: Read


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the registry that is exported at once: one ward, or (``ward`` is ``None``) the catalogues."""

    registry: Registry
    ward: str | None = None
    province: str | None = None
    years: tuple[int, ...] = ()
    """The years for which results are computed."""
    problems: tuple[Problem, ...] = ()
    """What could not be read."""


Columns = tuple[Column, ...]
Items = Callable[[Part], Iterable[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; ``items`` yields what its rows are read from. ``key`` names the columns that tell rows apart.

    A table that is not ``by_ward`` is made from the catalogues and stands in one file.
    """

    name: str
    words: str
    key: tuple[str, ...]
    columns: Columns
    items: Items
    by_ward: bool = True

    def rows(self, part: Part) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of *part*, in the order of the files."""
        reads = [column.read for column in self.columns]
        return (tuple(read(item) for read in reads) for item in self.items(part))


def word(name: str, words: str, read: Read) -> Columns:
    """Return a column of codes."""
    return (Column(name, Type.WORD, words, read),)


def text(name: str, words: str, read: Read) -> Columns:
    """Return a column of free words, and the same folded beside it."""

    def folded(item: Any) -> str | None:
        value = read(item)
        return None if value is None else fold(value)

    return Column(name, Type.TEXT, words, read), Column(f"{name}_folded", Type.FOLDED, f"`{name}` để tìm không dấu", folded)


def integer(name: str, words: str, read: Read) -> Columns:
    """Return a column of integers."""
    return (Column(name, Type.INT, words, read),)


def figure(name: str, words: str, read: Read) -> Columns:
    """Return a column of exact figures."""
    return (Column(name, Type.NUMBER, words, read),)


def computed(name: str, words: str, read: Read) -> Columns:
    """Return a column of figures that were computed."""
    return (Column(name, Type.COMPUTED, words, read),)


def truth(name: str, words: str, read: Read) -> Columns:
    """Return a column of yes and no."""
    return (Column(name, Type.BOOL, words, read),)


def day(name: str, words: str, read: Read) -> Columns:
    """Return a date as written, with its first and last day beside it."""

    def bound(of: Callable[[str], date]) -> Read:
        return lambda item: None if (value := read(item)) is None else of(value)

    return (
        Column(name, Type.WORD, words, read),
        Column(f"{name}_first", Type.DAY, f"Ngày đầu của `{name}`", bound(first_day)),
        Column(f"{name}_last", Type.DAY, f"Ngày cuối của `{name}`", bound(last_day)),
    )


def times(read: Read) -> Columns:
    """Return the columns of a time read against its plan (``{kind, from, to}``)."""

    def bound(key: str, of: Callable[[str], date]) -> Read:
        return lambda item: None if (when := read(item)) is None or when[key] is None else of(when[key])

    def part(key: str) -> Read:
        return lambda item: None if (when := read(item)) is None else when[key]

    return (
        Column("when_kind", Type.WORD, "Loại thời hạn: `by`, `each_year`, `over`, `since`, `ongoing`, `undated`", part("kind")),
        Column(
            "when_from", Type.WORD, "Mốc đầu như văn bản ghi (`2026`, `2026-Q3`…), đã thay `period` bằng thời kỳ của kế hoạch", part("from")
        ),
        Column("when_to", Type.WORD, "Mốc cuối như văn bản ghi", part("to")),
        Column("when_first", Type.DAY, "Ngày đầu của `when_from`", bound("from", first_day)),
        Column("when_last", Type.DAY, "Ngày cuối của `when_to`: hạn chót của `by` và `over`", bound("to", last_day)),
    )


def tests(read: Callable[[Any], Test | None]) -> Columns:
    """Return the columns of a test: its comparators as written, and its two bounds."""

    def part(key: str) -> Read:
        return lambda item: None if (test := read(item)) is None else getattr(test, key)

    return (
        Column("test_ge", Type.NUMBER, "Từ mức này trở lên", part("ge")),
        Column("test_gt", Type.NUMBER, "Trên mức này", part("gt")),
        Column("test_le", Type.NUMBER, "Không quá mức này", part("le")),
        Column("test_lt", Type.NUMBER, "Dưới mức này", part("lt")),
        Column("test_eq", Type.NUMBER, "Đúng mức này như in", part("eq")),
        Column("test_is", Type.WORD, "Trạng thái: `achieved` (đạt), `maintained` (giữ vững)", part("is_")),
        Column("lower", Type.NUMBER, "Cận dưới: `test_eq`, `test_ge` hoặc `test_gt`", part("lower")),
        Column("upper", Type.NUMBER, "Cận trên: `test_eq`, `test_le` hoặc `test_lt`", part("upper")),
    )
