"""A report as an Excel workbook: the rows with real numbers, the totals with charts, and what it was made from."""

from __future__ import annotations

import datetime as dt
import io

from kehoach.reports.view import View

RESULTS, TOTALS, ORIGIN = "Kết quả", "Tổng hợp", "Nguồn gốc"
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def report(view: View) -> bytes:
    """Return the workbook (.xlsx); the same view gives the same bytes."""
    from xlsxwriter import Workbook

    from kehoach.renderers.as_excel import origin, results, totals
    from kehoach.renderers.as_excel.formats import Formats

    out = io.BytesIO()
    with Workbook(out, _OPTIONS) as book:
        book.set_properties(
            {
                "title": f"{view.title}: {view.subject}",
                "author": view.head.body,
                "comments": view.provenance,
                "created": _moment(view.made),
            }
        )
        formats = Formats(book)
        results.draw(book.add_worksheet(RESULTS), view, formats)
        totals.draw(book, book.add_worksheet(TOTALS), view, formats)
        origin.draw(book.add_worksheet(ORIGIN), view, formats)
    return out.getvalue()


def _moment(made: str) -> dt.datetime:
    """Return when the workbook says it was made: the report's day, not the clock, so that it can be made again."""
    return dt.datetime.fromisoformat(made or "1980-01-01")
