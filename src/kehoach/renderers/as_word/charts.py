"""Charts that Word draws and an office restyles: the chart part and the workbook behind "Edit data", both by xlsxwriter.

Everything reads in black and white: value labels, markers, a dashed line for the plan, hatching for what was missed.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from kehoach.reports.curves import Curve
from kehoach.reports.view import Count
from kehoach.vietnamese import quantity

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

SHEET = "Số liệu"
WIDTH = 155
_DARK, _LIGHT = "#404040", "#BFBFBF"
_KEPT = ("met", "exceeded", "met_early", "met_late")
_NO_TICKS = {"major_tick_mark": "none", "minor_tick_mark": "none"}
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
Cell = str | int | Decimal | None


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart that is not drawn yet: its numbers, what a blind reader is told, its size in mm, and how xlsxwriter makes it."""

    rows: tuple[tuple[Cell, ...], ...]
    words: str
    height: int
    make: Callable[[Workbook, str], Any] = field(repr=False)

    def parts(self, font: str) -> tuple[bytes, bytes]:
        """Return the chart part and its workbook, lettered in *font*; the part refers to the workbook as ``rId1``."""
        with ZipFile(io.BytesIO(self._workbook(font))) as archive:
            drawn = archive.read("xl/charts/chart1.xml")
        blanks = {(column - 1, row - 1) for row, cells in enumerate(self.rows) for column, value in enumerate(cells) if value is None}
        return _for_word(drawn, blanks), self._workbook(None)

    def _workbook(self, font: str | None) -> bytes:
        """Return the workbook, with the chart where a *font* is given."""
        from xlsxwriter import Workbook

        out = io.BytesIO()
        with Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
            sheet = book.add_worksheet(SHEET)
            for position, row in enumerate(self.rows):
                for column, value in enumerate(row):
                    if value is not None:
                        (sheet.write_string if isinstance(value, str) else sheet.write_number)(position, column, value)
            if font is not None:
                sheet.insert_chart(0, len(self.rows[0]) + 1, self.make(book, font))
        return out.getvalue()


def bars(counts: Sequence[Count]) -> Chart:
    """Return the bars of the verdicts: dark where a promise was kept, hatched where it was missed, light where nothing can be said yet."""
    rows: tuple[tuple[Cell, ...], ...] = (("", "Số chỉ tiêu"), *((count.words, count.count) for count in counts))
    last = len(counts)

    def make(book: Workbook, font: str) -> Any:
        chart = book.add_chart({"type": "bar"})
        chart.add_series(
            {
                "name": [SHEET, 0, 1],
                "categories": [SHEET, 1, 0, last, 0],
                "values": [SHEET, 1, 1, last, 1],
                "points": [_fill(count.code) for count in counts],
                "gap": 40 if last > 2 else 150,
                "data_labels": {"value": True, "position": "outside_end", "font": _font(font)},
            }
        )
        chart.set_y_axis({"reverse": True, "num_font": _font(font), "line": {"color": "black"}, **_NO_TICKS})
        chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
        _plain(chart)
        return chart

    words = "; ".join(f"{count.words}: {count.count}" for count in counts)
    return Chart(rows, f"Biểu đồ thanh, số chỉ tiêu theo mức đánh giá. {words}.", 12 + 8 * max(last, 2), make)


def course(curve: Curve) -> Chart:
    """Return the course of an indicator: a marked line of what was reported (broken where nothing was), a dashed one for the plan."""
    goal_year, goal = curve.goal
    points = dict(curve.points)
    years = range(min(points), max(*points, goal_year) + 1)
    rows: tuple[tuple[Cell, ...], ...] = (
        ("Năm", "Thực hiện", f"Kế hoạch: {curve.goal_words}"),
        *((year, points.get(year), goal) for year in years),
    )
    last = len(rows) - 1
    form, axis = (_number_form([goal, *points.values()], axis=axis) for axis in (False, True))

    def make(book: Workbook, font: str) -> Any:
        chart = book.add_chart({"type": "line"})
        labels = {"value": True, "position": "below" if goal >= max(points.values()) else "above", "font": _font(font), "num_format": form}
        black = {"color": "black"}
        chart.add_series(
            {
                "name": [SHEET, 0, 1],
                "categories": [SHEET, 1, 0, last, 0],
                "values": [SHEET, 1, 1, last, 1],
                "line": {**black, "width": 2},
                "marker": {"type": "circle", "size": 7, "fill": black, "border": black},
                "data_labels": labels,
            }
        )
        chart.add_series(
            {
                "name": [SHEET, 0, 2],
                "categories": [SHEET, 1, 0, last, 0],
                "values": [SHEET, 1, 2, last, 2],
                "line": {"color": "#595959", "width": 1.5, "dash_type": "dash"},
                "marker": {"type": "none"},
                "data_labels": {**labels, "position": "above", "custom": [{"delete": True}] * (last - 1)},
            }
        )
        chart.set_x_axis({"num_font": _font(font), "line": black, **_NO_TICKS})
        lines = {"visible": True, "line": {"color": "#D9D9D9"}}
        chart.set_y_axis({"num_font": _font(font), "num_format": axis, "major_gridlines": lines, **_NO_TICKS})
        _plain(chart)
        chart.set_legend({"position": "bottom", "font": _font(font)})
        return chart

    said = "; ".join(f"{year}: {quantity(value, curve.unit)}" for year, value in sorted(points.items()))
    return Chart(rows, f"Biểu đồ đường, {curve.name} ({curve.ward}). {said}. Kế hoạch: {curve.goal_words}.", 62, make)


def _fill(code: str) -> dict[str, Any]:
    border = {"color": "black", "width": 0.75}
    if code == "missed":
        return {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": "black", "bg_color": "white"}, "border": border}
    return {"fill": {"color": _DARK if code in _KEPT else _LIGHT}, "border": border}


def _font(name: str) -> dict[str, Any]:
    return {"name": name, "size": 11, "color": "black", "bold": False}


def _plain(chart: Any) -> None:
    chart.set_title({"none": True})
    chart.set_legend({"none": True})
    chart.set_chartarea({"border": {"none": True}, "fill": {"none": True}})


def _number_form(values: Sequence[Decimal], *, axis: bool = False) -> str:
    """Return the form in which all *values* show as they are, grouped as Vietnamese print it; an axis needs decimals only over a short range."""
    places = max(max(0, -int(Decimal(value).normalize().as_tuple().exponent)) for value in values)
    if axis and max(values) - min(values) >= 4:
        places = 0
    return "[$-42A]#,##0" + ("." + "0" * places if places else "")


def _for_word(drawn: bytes, blanks: set[tuple[int, int]]) -> bytes:
    """Return xlsxwriter's chart as Word keeps one: rounded corners and print settings out, the workbook where :meth:`Chart.parts` puts it."""
    from lxml import etree

    root = etree.fromstring(drawn)
    _say_outright(root)
    for number, series in enumerate(root.iter(f"{_C}ser")):
        _mend_series(series, {point for place, point in blanks if place == number})
    language = root.find(f"{_C}lang")
    language.set("val", "vi-VN")
    language.addnext(_element(root, "roundedCorners", "0"))
    root.remove(root.find(f"{_C}printSettings"))
    data = etree.SubElement(root, f"{_C}externalData", {f"{_R}id": "rId1"})
    data.append(_element(root, "autoUpdate", "0"))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _say_outright(root: Any) -> None:
    """Say what Excel takes for granted: programs differ in it."""
    for scaling in root.iter(f"{_C}scaling"):
        if scaling.getnext().tag != f"{_C}delete":
            scaling.addnext(_element(root, "delete", "0"))
    for shown in list(root.iter(f"{_C}showVal")):
        shown.addprevious(_element(root, "showLegendKey", "0"))
        for name in ("showBubbleSize", "showPercent", "showSerName", "showCatName"):
            shown.addnext(_element(root, name, "0"))
    root.find(f"{_C}chart/{_C}plotVisOnly").addnext(_element(root, "dispBlanksAs", "gap"))


def _mend_series(series: Any, blanks: set[int]) -> None:
    """Draw a line straight from point to point, and take the zeros away that xlsxwriter caches for empty cells."""
    if series.getparent().tag == f"{_C}lineChart":
        series.append(_element(series, "smooth", "0"))
    for point in series.findall(f"{_C}val//{_C}pt"):
        if int(point.get("idx")) in blanks:
            point.getparent().remove(point)


def _element(near: Any, name: str, value: str) -> Any:
    return near.makeelement(f"{_C}{name}", {"val": value})
