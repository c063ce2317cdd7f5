"""The report as a workbook, opened again by another library."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kehoach.renderers import as_excel
from kehoach.reports.meanings import MEANINGS
from kehoach.reports.view import View
from kehoach.reports.words import MARKS, VERDICTS
from tests.conftest import DATA
from tests.documents.reported import MADE, made, small

HEAD = 4
"""The row of the heads."""
ALWAYS = ["Chỉ tiêu", "Đơn vị tính", "Kế hoạch", "Kế hoạch (số)", "Thời hạn"]
BEHIND = ["Tỷ lệ (%)", "Đánh giá", "Cơ quan chủ trì", "Ghi chú", "Điều khoản", "Mã", "Nguồn"]


@pytest.fixture(scope="module")
def views(tmp_path_factory: pytest.TempPathFactory) -> dict[str, View]:
    data = small(tmp_path_factory.mktemp("excel"))
    return {
        "wards": made(data),
        "ward": made(data, wards=["mau"]),
        "years": made(data, 2028, first=2026),
        "real": made(DATA, 2027),
        "empty": made(data, 2005, wards=["dong"]),
    }


@pytest.fixture(scope="module")
def contents(views: dict[str, View]) -> dict[str, bytes]:
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # xlsxwriter warns where it leaves out what it was told to write
        return {name: as_excel.report(view) for name, view in views.items()}


@pytest.fixture(scope="module")
def books(contents: dict[str, bytes]) -> dict[str, Workbook]:
    return {name: load_workbook(io.BytesIO(content)) for name, content in contents.items()}


def heads(sheet: Worksheet) -> list[str]:
    return [cell.value for cell in sheet[HEAD]]


def rows(sheet: Worksheet) -> Iterator[dict[str, Any]]:
    """The cells of every row by their head."""
    for row in sheet.iter_rows(min_row=HEAD + 1):
        yield dict(zip(heads(sheet), row, strict=True))


def row(book: Workbook, ident: str) -> dict[str, Any]:
    return next(each for each in rows(book["Kết quả"]) if each["Mã"].value.endswith(f"#{ident}"))


def parts(content: bytes, start: str) -> list[str]:
    """The parts of a workbook whose names begin with *start*, as they stand in the file."""
    with ZipFile(io.BytesIO(content)) as archive:
        return [archive.read(name).decode() for name in sorted(archive.namelist()) if name.startswith(start) and name.endswith(".xml")]


def test_sheets_and_columns(books: dict[str, Workbook]) -> None:
    for book in books.values():
        assert book.sheetnames == ["Kết quả", "Tổng hợp", "Nguồn gốc"]
    assert heads(books["ward"]["Kết quả"]) == ["TT", "Lĩnh vực", *ALWAYS, "Thực hiện", *BEHIND]
    assert heads(books["wards"]["Kết quả"]) == ["TT", "Phường", "Lĩnh vực", *ALWAYS, "Thực hiện", *BEHIND]
    assert heads(books["years"]["Kết quả"]) == ["TT", "Phường", "Lĩnh vực", *ALWAYS, "Năm 2026", "Năm 2027", "Năm 2028", *BEHIND]


@pytest.mark.parametrize("name", ["wards", "years", "real"])
def test_every_row_as_the_report_has_it(books: dict[str, Workbook], views: dict[str, View], name: str) -> None:
    found = list(rows(books[name]["Kết quả"]))
    assert len(found) == len(views[name].lines) > 10
    for cells, line in zip(found, views[name].lines, strict=True):
        assert cells["Mã"].value == line.ref
        assert cells["Chỉ tiêu"].value == line.name
        assert cells["Đánh giá"].value == f"{line.mark} {line.verdict}".strip()
        pairs = [(cells["Kế hoạch (số)"], line.plan_value), (cells["Tỷ lệ (%)"], line.ratio_value)]
        if line.years:
            pairs += [(cells[f"Năm {year}"], value) for year, value in zip(views[name].years, line.year_values, strict=True)]
        else:
            pairs.append((cells["Thực hiện"], line.actual_value))
        for cell, value in pairs:
            if value is None:
                assert cell.data_type in ("s", "n")
                assert not isinstance(cell.value, int | float)
            else:
                assert cell.data_type == "n"
                assert Decimal(str(cell.value)) == Decimal(value)


def test_numbers_are_numbers(books: dict[str, Workbook]) -> None:
    book = books["ward"]
    falling = row(book, "nong-nghiep")["Thực hiện"]
    assert (falling.value, falling.data_type) == (-6, "n")
    assert row(book, "chuan")["Thực hiện"].value == "đạt"
    assert row(book, "an-an")["Thực hiện"].value == "—"
    many = row(book, "doanh-nghiep")
    assert (many["Thực hiện"].value, many["Thực hiện"].number_format) == (1812, "#,##0")
    assert (many["Tỷ lệ (%)"].value, many["Tỷ lệ (%)"].number_format) == (226.5, "#,##0.##")


def test_an_estimate_is_a_number_that_says_so(books: dict[str, Workbook]) -> None:
    estimate, provisional = (row(books["ward"], ident)["Thực hiện"] for ident in ("bhyt", "the"))
    assert (estimate.value, estimate.number_format) == (96.4, '#,##0.##" (ước)"')
    assert (provisional.value, provisional.number_format) == (12.5, '#,##0.##" (ước, sơ bộ)"')


def test_a_figure_per_year(books: dict[str, Workbook]) -> None:
    cells = row(books["years"], "doanh-nghiep")
    assert [cells[f"Năm {year}"].value for year in (2026, 2027, 2028)] == [790, 1812, "—"]
    assert row(books["years"], "nong-nghiep")["Năm 2027"].value == -6


def test_text_never_becomes_a_formula(books: dict[str, Workbook], contents: dict[str, bytes]) -> None:
    cells = row(books["ward"], "cong-thuc")
    assert (cells["Chỉ tiêu"].value, cells["Chỉ tiêu"].data_type) == ("=1+1", "s")
    assert (cells["Đơn vị tính"].value, cells["Đơn vị tính"].data_type) == ("@SUM(A1)", "s")
    assert row(books["ward"], "nong-nghiep")["Nguồn"].value == "=HYPERLINK(1)"
    for content in contents.values():
        sheets = parts(content, "xl/worksheets/sheet")
        assert len(sheets) == 3
        assert not any("<f>" in sheet or "<f " in sheet or "<hyperlink" in sheet for sheet in sheets)
        assert parts(content, "xl/externalLinks") == []


@pytest.mark.parametrize("name", ["ward", "years", "real"])
def test_made_to_be_filtered_and_printed(books: dict[str, Workbook], name: str) -> None:
    sheet = books[name]["Kết quả"]
    last = sheet.cell(HEAD, sheet.max_column).column_letter
    assert sheet.freeze_panes == f"A{HEAD + 1}"
    assert sheet.auto_filter.ref == f"A{HEAD}:{last}{sheet.max_row}"
    assert sheet.print_title_rows == f"${HEAD}:${HEAD}"
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    note = next(cell.column_letter for cell in sheet[HEAD] if cell.value == "Ghi chú")
    assert sheet.print_area == f"'Kết quả'!$A$1:${note}${sheet.max_row}", "what only traces stays on the screen"
    assert "phiên bản 0123456789ab" in sheet.oddFooter.left.text
    for cells in rows(sheet):
        assert cells["Chỉ tiêu"].alignment.wrap_text
        lines = len(cells["Chỉ tiêu"].value) / sheet.column_dimensions[cells["Chỉ tiêu"].column_letter].width
        assert sheet.row_dimensions[cells["Chỉ tiêu"].row].height >= 12 * lines


def test_verdicts_are_words_with_a_mark_and_a_colour(books: dict[str, Workbook]) -> None:
    cells = {ident: row(books["ward"], ident)["Đánh giá"] for ident in ("doanh-nghiep", "ho-ngheo", "an-an", "duong", "bhyt")}
    assert [cell.value for cell in cells.values()] == [
        "✓✓ Vượt",
        "✗ Không đạt",
        "Chưa có số liệu",
        "Chưa xét (có điều kiện)",
        "Chưa đến hạn",
    ]
    assert len({cell.fill.fgColor.rgb for cell in cells.values()}) == 5
    assert cells["ho-ngheo"].font.bold


def test_totals_with_their_charts(books: dict[str, Workbook], views: dict[str, View], contents: dict[str, bytes]) -> None:
    sheet, view = books["ward"]["Tổng hợp"], views["ward"]
    assert sheet["A2"].value == view.closing
    first = next(cell.row for cell in sheet["A"] if cell.value == "Đánh giá") + 1
    found = {sheet.cell(first + index, 1).value: sheet.cell(first + index, 2).value for index in range(len(view.counts))}
    assert found == {f"{count.mark} {count.words}".strip(): count.count for count in view.counts}
    bars, *lines = parts(contents["ward"], "xl/charts/")
    assert "<c:barChart>" in bars
    assert len(lines) == len(view.curves) == 2
    assert all("<c:lineChart>" in each for each in lines)
    (drawing,) = parts(contents["ward"], "xl/drawings/drawing")
    assert "Đã báo cáo: 2026: 93,25%; 2027: 96,4%. Kế hoạch: từ 97% trở lên, đến 2030." in drawing


def test_a_year_without_a_figure_is_a_gap(books: dict[str, Workbook]) -> None:
    sheet = books["ward"]["Tổng hợp"]
    top = next(cell.row for cell in sheet["A"] if cell.value == "Tỷ lệ dân số tham gia bảo hiểm y tế (%)") + 3
    found = [[sheet.cell(top + index, column).value for column in (1, 2, 3)] for index in range(5)]
    assert found == [[2026, 93.25, 97], [2027, 96.4, 97], [2028, None, 97], [2029, None, 97], [2030, None, 97]]


def test_no_chart_is_cut_by_the_end_of_a_page(views: dict[str, View]) -> None:
    many = replace(views["ward"], curves=views["ward"].curves * 6)
    sheet = load_workbook(io.BytesIO(as_excel.report(many)))["Tổng hợp"]
    blocks = [cell.row - 2 for cell in sheet["A"] if cell.value == "Năm"]
    ends = [each.id + 1 for each in sheet.row_breaks.brk]
    assert len(blocks) == 12
    assert len(ends) >= 2
    assert set(ends) < set(blocks), "a page begins where a block does"
    assert all(0 < after - before <= 72 for before, after in pairwise([1, *ends]))


def test_it_says_what_it_was_made_from_and_what_its_words_mean(books: dict[str, Workbook], views: dict[str, View]) -> None:
    said = dict(books["ward"]["Nguồn gốc"].iter_rows(max_col=2, values_only=True))
    assert said["Nguồn"] == views["ward"].provenance
    assert said["Cơ quan"] == "Ủy ban nhân dân phường Mẫu"
    for code, words in VERDICTS.items():
        assert said[f"{MARKS.get(code, '')} {words}".strip()] == MEANINGS[code]


def test_a_report_without_rows(books: dict[str, Workbook], contents: dict[str, bytes]) -> None:
    assert list(rows(books["empty"]["Kết quả"])) == []
    assert parts(contents["empty"], "xl/charts/") == []


def test_the_same_view_gives_the_same_bytes(
    contents: dict[str, bytes], books: dict[str, Workbook], views: dict[str, View], tmp_path: Path
) -> None:
    again = made(small(tmp_path), wards=["mau"])
    assert again == views["ward"]
    assert as_excel.report(again) == contents["ward"]
    assert books["ward"].properties.created == datetime.fromisoformat(MADE)
