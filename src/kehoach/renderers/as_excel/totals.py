"""The sheet of totals: how many commitments have each verdict, and indicators over the years, each as numbers and as a chart."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from kehoach.renderers.as_excel.formats import WHOLE
from kehoach.renderers.ticks import ticks
from kehoach.renderers.tones import TONES
from kehoach.reports.curves import Curve
from kehoach.reports.view import Count, View
from kehoach.vietnamese import quantity

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from kehoach.renderers.as_excel.formats import Formats

_CHART_COLUMN, _CHART_WIDTH = 3, 420
_ROW = 20
"""Pixels of a row; charts are laid beside their numbers, so that they never cover each other."""
_PAGE = 72
"""Rows that a printed page holds."""
_DARK, _MID, _LIGHT = "#17497A", "#5B6673", "#D5DBE3"


def draw(book: Workbook, sheet: Worksheet, view: View, formats: Formats) -> None:
    """Fill *sheet* with the totals and the curves of *view*."""
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 2, 13)
    for row, (words, form) in enumerate(((view.subject, formats.title), (view.closing, formats.strong), (view.beside, formats.plain))):
        sheet.write_string(row, 0, words, form)
    after = _counts(book, sheet, view.counts, formats, 4) if view.counts else 4
    tops = []
    for curve in view.curves:
        tops.append(after)
        after = _curve(book, sheet, curve, formats, after, several=len(view.wards) > 1)
    _set_up(sheet, [*tops, after])


def _set_up(sheet: Worksheet, tops: list[int]) -> None:
    """Print on A4, each chart whole: a page ends before the block that would cross its end; *tops* are where blocks begin, and the end."""
    sheet.set_portrait()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.set_print_scale(62)
    begin, breaks = 0, []
    for top, end in pairwise(tops):
        if end - begin > _PAGE:
            begin = top
            breaks.append(top)
    sheet.set_h_pagebreaks(breaks)


def _counts(book: Workbook, sheet: Worksheet, counts: tuple[Count, ...], formats: Formats, top: int) -> int:
    """Write the verdicts with their bars from the row *top*; return the first row below."""
    for column, head in enumerate(("Đánh giá", "Số cam kết")):
        sheet.write_string(top, column, head, formats.head)
    for row, count in enumerate(counts, top + 1):
        sheet.write_string(row, 0, f"{count.mark} {count.words}".strip(), formats.verdicts[TONES[count.code]])
        sheet.write_number(row, 1, count.count, formats.number(count.count))
    last, name = top + len(counts), sheet.get_name()
    chart = book.add_chart({"type": "bar"})
    chart.add_series(
        {
            "name": [name, top, 1],
            "categories": [name, top + 1, 0, last, 0],
            "values": [name, top + 1, 1, last, 1],
            "points": [_fill(count.code) for count in counts],
            "gap": 50,
            "data_labels": {"value": True},
        }
    )
    chart.set_title({"name": "Số cam kết theo mức đánh giá", "name_font": {"size": 12}, "overlay": False})
    chart.set_y_axis({"reverse": True, "line": {"color": _MID}, "major_tick_mark": "none"})
    chart.set_x_axis({"visible": False, "min": 0, "major_gridlines": {"visible": False}})
    chart.set_legend({"none": True})
    words = "Biểu đồ thanh, số cam kết theo mức đánh giá. " + "; ".join(f"{count.words}: {count.count}" for count in counts) + "."
    return _place(sheet, chart, top, last, height=80 + 28 * len(counts), words=words)


def _fill(code: str) -> dict[str, Any]:
    """Return what a bar is filled with: solid, hatched, dotted or light, so that it reads in black and white."""
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


def _curve(book: Workbook, sheet: Worksheet, curve: Curve, formats: Formats, top: int, *, several: bool) -> int:
    """Write the years of *curve* with its lines from the row *top*; return the first row below."""
    title = curve.name + (f" - {curve.ward}" if several else "") + (f" ({curve.unit})" if curve.unit else "")
    sheet.write_string(top, 0, title, formats.heading)
    sheet.write_string(top + 1, 0, f"Kế hoạch: {curve.goal_words}", formats.plain)
    heads = top + 2
    for column, head in enumerate(("Năm", "Đã báo cáo", "Mức kế hoạch")):
        sheet.write_string(heads, column, head, formats.head)
    reported, (goal_year, goal) = dict(curve.points), curve.goal
    years = range(min(*reported, goal_year), max(*reported, goal_year) + 1)
    for row, year in enumerate(years, heads + 1):
        sheet.write_number(row, 0, year, formats.year)
        if year in reported:
            sheet.write_number(row, 1, reported[year], formats.number(reported[year]))
        else:
            sheet.write_blank(row, 1, None, formats.text)
        sheet.write_number(row, 2, goal, formats.number(goal))
    last, name = heads + len(years), sheet.get_name()
    chart = book.add_chart({"type": "line"})
    common = {"categories": [name, heads + 1, 0, last, 0]}
    chart.add_series(common | {"name": [name, heads, 1], "values": [name, heads + 1, 1, last, 1], **_REPORTED})
    chart.add_series(
        common | {"name": [name, heads, 2], "values": [name, heads + 1, 2, last, 2], **_goal(years.index(goal_year), len(years))}
    )
    chart.set_title({"name": title, "name_font": {"size": 12}, "overlay": False})
    chart.set_legend({"position": "bottom"})
    chart.set_y_axis(_levels([*reported.values(), goal]))
    chart.show_blanks_as("gap")
    words = "; ".join(f"{year}: {quantity(value, curve.unit)}" for year, value in curve.points)
    return _place(sheet, chart, heads, last, height=260, words=f"{title}. Đã báo cáo: {words}. Kế hoạch: {curve.goal_words}.")


_REPORTED: dict[str, Any] = {
    "line": {"color": _DARK, "width": 2.25},
    "marker": {"type": "circle", "size": 6, "fill": {"color": _DARK}, "border": {"color": _DARK}},
    "data_labels": {"value": True, "position": "above"},
}


def _goal(due: int, years: int) -> dict[str, Any]:
    """Return the clothes of the level that was promised: dashed, with one mark in the year it is due."""
    mark = {"fill": {"color": "white"}, "border": {"color": _MID}}
    labels: list[dict[str, Any]] = [{"delete": index != due} for index in range(years)]
    return {
        "line": {"color": _MID, "width": 1.5, "dash_type": "dash"},
        "marker": {"type": "none"},
        "points": [None] * due + [mark],
        "data_labels": {"value": True, "position": "below", "custom": labels},
    }


def _levels(values: list[Decimal]) -> dict[str, Any]:
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


def _place(sheet: Worksheet, chart: Chart, top: int, last: int, *, height: int, words: str) -> int:
    """Put *chart* beside the rows *top* to *last* and return the first row below both."""
    chart.set_size({"width": _CHART_WIDTH, "height": height})
    sheet.insert_chart(top, _CHART_COLUMN, chart, {"description": words, "object_position": 2, "x_offset": 20})
    return max(last, top + height // _ROW) + 3
