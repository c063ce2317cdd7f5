"""The columns of the results: what each holds, how wide it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from kehoach.reports.view import Block, Line, View
from kehoach.vietnamese import number

NAME, JUDGED = "Chỉ tiêu", "Đánh giá"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with the words that follow it in print (" (ước)"), which its format carries."""

    value: int | Decimal
    suffix: str = ""

    def __str__(self) -> str:
        return number(self.value) + self.suffix


Cell = str | Figure


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the sheet; ``width`` in characters, for figures at least that; what is not ``printed`` is for the screen alone."""

    head: str
    width: int
    cell: Callable[[Block, Line], Cell]
    number: bool = False
    printed: bool = True


def columns(view: View) -> list[Column]:
    """Return the columns for *view*: the ward's only where there are several, a year's each where it covers several."""
    ward = [Column("Phường", 12, lambda block, _: block.ward)] if len(view.wards) > 1 else []
    return [
        Column("TT", 5, lambda _, line: Figure(int(line.number)), number=True),
        *ward,
        Column("Lĩnh vực", 14, lambda block, _: block.field),
        Column(NAME, 34, lambda _, line: line.name),
        Column("Đơn vị tính", 11, lambda _, line: line.unit),
        Column("Kế hoạch", 18, lambda _, line: line.plan),
        Column("Kế hoạch (số)", 10, lambda _, line: Figure(line.plan_value) if line.plan_value is not None else "", number=True),
        Column("Thời hạn", 14, lambda _, line: line.time),
        *_reported(view),
        Column("Tỷ lệ (%)", 8, lambda _, line: _figure(line.ratio_value, line.ratio), number=True),
        Column(JUDGED, 18, lambda _, line: f"{line.mark} {line.verdict}".strip()),
        Column("Cơ quan chủ trì", 18, lambda _, line: line.lead),
        Column("Ghi chú", 24, lambda _, line: line.note),
        Column("Điều khoản", 13, lambda _, line: line.clause, printed=False),
        Column("Mã", 28, lambda _, line: line.ref, printed=False),
        Column("Nguồn", 24, lambda _, line: line.source, printed=False),
    ]


def _reported(view: View) -> list[Column]:
    if len(view.years) == 1:
        return [Column("Thực hiện", 10, lambda _, line: _figure(line.actual_value, line.actual), number=True)]
    return [Column(f"Năm {year}", 10, _of_year(index), number=True) for index, year in enumerate(view.years)]


def _of_year(index: int) -> Callable[[Block, Line], Cell]:
    return lambda _, line: _figure(line.year_values[index], line.years[index])


def _figure(value: int | Decimal | None, words: str) -> Cell:
    """Return a number with what its printed words add to it; the words where there is no number."""
    return words if value is None else Figure(value, words.removeprefix(number(value)))
