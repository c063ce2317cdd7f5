"""The sheet that says what the report was made from, and what its words mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.renderers.tones import TONES
from kehoach.reports.meanings import MEANINGS
from kehoach.reports.view import View
from kehoach.reports.words import MARKS, VERDICTS
from kehoach.vietnamese import date_words

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from kehoach.renderers.as_excel.formats import Formats


def draw(sheet: Worksheet, view: View, formats: Formats) -> None:
    """Fill *sheet*."""
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 90)
    said = {
        "Báo cáo": view.subject,
        "Cơ quan": view.head.body,
        "Phường, xã": ", ".join(view.wards),
        "Ngày lập": date_words(view.made) if view.made else "",
        "Nguồn": view.provenance,
        "Tra cứu": "Mỗi dòng của trang Kết quả có mã; lệnh `kehoach show MÃ` cho biết văn bản, điều khoản, câu trích và nguồn số liệu.",
    }
    rows = [(label, words) for label, words in said.items() if words]
    for row, (label, words) in enumerate(rows):
        sheet.write_string(row, 0, label, formats.strong)
        sheet.write_string(row, 1, words, formats.wrapped)
    top = len(rows) + 1
    sheet.write_string(top, 0, "Đánh giá", formats.head)
    sheet.write_string(top, 1, "Nghĩa là", formats.head)
    for row, (code, words) in enumerate(VERDICTS.items(), top + 1):
        sheet.write_string(row, 0, f"{MARKS.get(code, '')} {words}".strip(), formats.verdicts[TONES[code]])
        sheet.write_string(row, 1, MEANINGS[code], formats.text)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
