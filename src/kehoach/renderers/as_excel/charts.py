"""Charts that Excel draws from the numbers beside them; patterns, marks and labels so that they read in black and white."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kehoach.renderers.as_excel.formats import WHOLE
from kehoach.renderers.ticks import ticks
from kehoach.renderers.tones import TONES

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart
    from xlsxwriter.workbook import Workbook

_DARK, _MID, _LIGHT = "#17497A", "#5B6673", "#D5DBE3"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the numbers of a chart stand: the row of their heads and the last row; names or years are in the first column."""

    sheet: str
    heads: int
    last: int

    def series(self, column: int) -> dict[str, Any]:
        """Return the series of a column."""
        return {
            "name": [self.sheet, self.heads, column],
            "categories": [self.sheet, self.heads + 1, 0, self.last, 0],
            "values": [self.sheet, self.heads + 1, column, self.last, column],
        }


def bars(book: Workbook, place: Place, codes: Iterable[str]) -> Chart:
    """Return the bars of the verdicts *codes*."""
    chart = book.add_chart({"type": "bar"})
    chart.add_series(place.series(1) | {"points": [_fill(code) for code in codes], "gap": 50, "data_labels": {"value": True}})
    _title(chart, "Số cam kết theo mức đánh giá")
    chart.set_y_axis({"reverse": True, "line": {"color": _MID}, "major_tick_mark": "none"})
    chart.set_x_axis({"visible": False, "min": 0, "major_gridlines": {"visible": False}})
    chart.set_legend({"none": True})
    return chart


def lines(book: Workbook, place: Place, title: str, values: Sequence[Decimal], due: int) -> Chart:
    """Return the line of what was reported beside the level promised; *values* are all that it shows, *due* is the row of the promise's year."""
    chart = book.add_chart({"type": "line"})
    chart.add_series(place.series(1) | _REPORTED)
    chart.add_series(place.series(2) | _promised(due, place.last - place.heads))
    _title(chart, title)
    chart.set_legend({"position": "bottom"})
    chart.set_y_axis(_levels(values))
    chart.show_blanks_as("gap")
    return chart


def _title(chart: Chart, words: str) -> None:
    chart.set_title({"name": words, "name_font": {"size": 11}, "overlay": False})


def _fill(code: str) -> dict[str, Any]:
    """Return what a bar is filled with: solid, hatched, dotted or light."""
    tone = TONES[code]
    if tone == "kept":
        return {"fill": {"color": "#14652F"}, "border": {"color": "#14652F"}}
    if tone == "calm":
        return {"fill": {"color": _LIGHT}, "border": {"color": _MID}}
    pattern, color = {
        "missed": ("wide_upward_diagonal", "#9C1C16"),
        "missing": ("percent_30", "#6F4A00"),
        "open": ("outlined_diamond", "#4A3A9A"),
    }[tone]
    return {"pattern": {"pattern": pattern, "fg_color": color, "bg_color": "white"}, "border": {"color": color}}


_REPORTED: dict[str, Any] = {
    "line": {"color": _DARK, "width": 2.25},
    "marker": {"type": "circle", "size": 6, "fill": {"color": _DARK}, "border": {"color": _DARK}},
    "data_labels": {"value": True, "position": "above"},
}


def _promised(due: int, years: int) -> dict[str, Any]:
    """Return the clothes of the level that was promised: dashed, its figure once, in the year it is due."""
    return {
        "line": {"color": _MID, "width": 1.5, "dash_type": "dash"},
        "marker": {"type": "none"},
        "data_labels": {"value": True, "position": "below", "custom": [{"delete": index != due} for index in range(years)]},
    }


def _levels(values: Sequence[Decimal]) -> dict[str, Any]:
    """Return the axis of *values*, at round levels."""
    levels = ticks(min(values), max(values))
    step = levels[1] - levels[0]
    places = max(-step.adjusted(), 0)
    return {
        "min": levels[0],
        "max": levels[-1],
        "major_unit": step,
        "num_format": "#,##0." + "0" * places if places else WHOLE,
        "major_gridlines": {"visible": True, "line": {"color": _LIGHT}},
        "line": {"none": True},
    }
