"""The sheet of totals: how many commitments have each verdict, and indicators over the years, each as numbers and as a chart."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kehoach.renderers.as_excel import charts
from kehoach.renderers.as_excel.charts import Place
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


def _counts(book: Workbook, sheet: Worksheet, counts: tuple[Count, ...], formats: Formats, top: int) -> int:
    """Write the verdicts with their bars from the row *top*; return the first row below."""
    _heads(sheet, ("Đánh giá", "Số cam kết"), top, formats)
    for row, count in enumerate(counts, top + 1):
        sheet.write_string(row, 0, f"{count.mark} {count.words}".strip(), formats.verdicts[TONES[count.code]])
        sheet.write_number(row, 1, count.count, formats.number(count.count))
    place = Place(sheet.get_name(), top, top + len(counts))
    chart = charts.bars(book, place, [count.code for count in counts])
    words = "Biểu đồ thanh, số cam kết theo mức đánh giá. " + "; ".join(f"{count.words}: {count.count}" for count in counts) + "."
    return _insert(sheet, chart, place, 80 + 28 * len(counts), words)


def _curve(book: Workbook, sheet: Worksheet, curve: Curve, formats: Formats, top: int, *, several: bool) -> int:
    """Write the years of *curve* with its lines from the row *top*; return the first row below."""
    title = curve.name + (f" - {curve.ward}" if several else "") + (f" ({curve.unit})" if curve.unit else "")
    sheet.write_string(top, 0, title, formats.heading)
    sheet.write_string(top + 1, 0, f"Kế hoạch: {curve.goal_words}", formats.plain)
    reported, (due, goal) = dict(curve.points), curve.goal
    years = range(min(*reported, due), max(*reported, due) + 1)
    place = Place(sheet.get_name(), top + 2, top + 2 + len(years))
    _heads(sheet, ("Năm", "Đã báo cáo", "Mức kế hoạch"), place.heads, formats)
    for row, year in enumerate(years, place.heads + 1):
        sheet.write_number(row, 0, year, formats.year)
        if year in reported:
            sheet.write_number(row, 1, reported[year], formats.number(reported[year]))
        else:
            sheet.write_blank(row, 1, None, formats.text)
        sheet.write_number(row, 2, goal, formats.number(goal))
    chart = charts.lines(book, place, title, [*reported.values(), goal], years.index(due))
    words = "; ".join(f"{year}: {quantity(value, curve.unit)}" for year, value in curve.points)
    return _insert(sheet, chart, place, 260, f"{title}. Đã báo cáo: {words}. Kế hoạch: {curve.goal_words}.")


def _heads(sheet: Worksheet, heads: tuple[str, ...], row: int, formats: Formats) -> None:
    for column, head in enumerate(heads):
        sheet.write_string(row, column, head, formats.head)


def _insert(sheet: Worksheet, chart: Chart, place: Place, height: int, words: str) -> int:
    """Put *chart*, *height* pixels high, beside its numbers, with *words* for who cannot see it; return the first row below both."""
    chart.set_size({"width": _CHART_WIDTH, "height": height})
    sheet.insert_chart(place.heads, _CHART_COLUMN, chart, {"description": words, "object_position": 2, "x_offset": 20})
    return max(place.last, place.heads + height // _ROW) + 3


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
