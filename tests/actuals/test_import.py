"""``import``: the form back into the registry, filled in by openpyxl as people fill it in, with each of their mistakes."""

from __future__ import annotations

import unicodedata
import warnings
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from kehoach.files.workbook.columns import FORMAT, KEY_HEAD
from kehoach.model.results import Actual
from tests.actuals.forms import LETTERS, Paper, form, paper
from tests.actuals.test_form import THIS_YEAR
from tests.actuals.ward import FILE, record, reported, ward
from tests.cli.helpers import Result, run, write

CHILDREN, ASSIGNED = "bhyt:", "thu:"


def known(folder: Path) -> Path:
    """The ward with figures of 2027, in canonical layout."""
    data = ward(folder, y2027=THIS_YEAR)
    assert run("fmt", data=data).status == 0
    return data


def take(path: Path, data: Path, *more: str) -> Result:
    return run("import", str(path), *more, data=data)


def standing(data: Path, indicator: str = "bhyt") -> Actual:
    return next(a for a in reported(data) if a.indicator == indicator and a.stat == "value" and not a.of and not a.unit)


def key_of(made: Paper, start: str) -> str:
    return next(key for key in made.rows if key.startswith(start))


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file() and ".kehoach" not in p.parts}


def test_a_form_filled_in_as_people_do(tmp_path: Path) -> None:
    data, path = ward(tmp_path), tmp_path / "b.xlsx"
    made = paper(data, path).source()
    made.fill("thu", "1.234,5").fill("thu+growth", "-6").fill(key_of(made, ASSIGNED), "101,5 %").fill("doanh-nghiep", 812)
    made.fill("chuan", unicodedata.normalize("NFD", "đạt")).fill("bhyt", "96,4\u00a0%").fill("ho-ngheo", 0.45)
    made.fill("bhyt", "ước", "Chất lượng").fill("bhyt", 964, "Tử số").fill("bhyt", "1.000,0", "Mẫu số")
    made.fill("ho-ngheo", "Quyết định 5", "Nguồn (văn bản)").fill("ho-ngheo", datetime(2028, 1, 9), "Ngày văn bản")  # noqa: DTZ001
    made.cell(key_of(made, CHILDREN)).value = 0.975
    made.cell(key_of(made, CHILDREN)).number_format = "0.0%"
    made.fill("ho-ngheo", "theo rà soát", "Ghi chú").save()
    seen = take(path, data, "--dry-run")
    assert (seen.status, seen.err) == (0, "")
    assert "8 số liệu: 8 mới, 0 sửa" in seen.out
    assert "chưa ghi gì" in seen.out
    assert not (data / FILE).exists()
    assert take(path, data).status == 0
    found = {(a.indicator, a.stat, a.of, a.unit): a for a in reported(data)}
    assert {key: actual.value for key, actual in found.items()} == {
        ("thu", "value", None, None): Decimal("1234.5"),
        ("thu", "growth", None, None): -6,
        ("thu", "value", None, "% kế hoạch giao"): Decimal("101.5"),
        ("doanh-nghiep", "value", None, None): 812,
        ("chuan", "value", None, None): "achieved",
        ("bhyt", "value", None, None): Decimal("96.4"),
        ("bhyt", "value", "trẻ em", None): Decimal("97.5"),
        ("ho-ngheo", "value", None, None): Decimal("0.45"),
    }
    level, poor = found["bhyt", "value", None, None], found["ho-ngheo", "value", None, None]
    assert (level.quality, level.num, level.den) == ("estimate", 964, 1000)
    assert (level.source.document, level.source.date) == ("Báo cáo số 12/BC-UBND", "2028-02-05")
    assert (poor.source.document, poor.source.date, poor.note) == ("Quyết định 5", "2028-01-09", "theo rà soát")
    assert run("fmt", "--check", str(data / FILE), data=None).status == 0
    again = take(path, data)
    assert (again.status, "Không có gì mới" in again.out) == (0, True)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("97,5", Decimal("97.5")),
        ("97,5%", Decimal("97.5")),
        ("\u00a097,5\u202f%", Decimal("97.5")),
        (97.5, Decimal("97.5")),
        (0.1 + 0.2, Decimal("0.3")),
        (97, 97),
        ("97.5", Decimal("97.5")),
        ("−0", 0),
    ],
)
def test_what_a_cell_may_hold(tmp_path: Path, typed: Any, value: Decimal) -> None:
    data, path = ward(tmp_path), tmp_path / "b.xlsx"
    paper(data, path).source().fill("bhyt", typed).save()
    assert take(path, data).status == 0
    assert standing(data).value == value


@pytest.mark.parametrize(
    ("day", "written"),
    [("05/02/2028", "2028-02-05"), ("5/2/2028", "2028-02-05"), (date(2028, 2, 5), "2028-02-05"), (2028, "2028"), ("2028-Q1", "2028-Q1")],
)
def test_dates_of_a_source(tmp_path: Path, day: Any, written: str) -> None:
    data, path = ward(tmp_path), tmp_path / "b.xlsx"
    paper(data, path).source(day=day).fill("bhyt", 97).save()
    assert take(path, data).status == 0
    assert standing(data).source.date == written


def test_a_source_that_the_registry_knows(tmp_path: Path) -> None:
    data, path = ward(tmp_path), tmp_path / "b.xlsx"
    paper(data, path).source("nq-1", None).fill("bhyt", 97).save()
    assert take(path, data).status == 0
    assert standing(data).source.ref == "nq-1"


def percent(made: Paper) -> None:
    made.cell("doanh-nghiep").value = 0.5
    made.cell("doanh-nghiep").number_format = '0.0"%"%'


def merge(made: Paper) -> None:
    made.sheet.merge_cells(f"{made.cell('bhyt').coordinate}:{made.cell('bhyt', 'Chất lượng').coordinate}")


def double(made: Paper) -> None:
    made.sheet[f"A{made.rows['chuan']}"].value = "bhyt"


def rename(made: Paper) -> None:
    made.sheet[f"A{made.rows['bhyt']}"].value = "bhyt-tinh"


def add(made: Paper) -> None:
    made.sheet["C40"].value, made.sheet["G40"].value = "Tỷ lệ tự thêm", 12


def two_sheets(made: Paper) -> None:
    made.book.copy_worksheet(made.sheet)


def put(value: Any, key: str = "bhyt", head: str = "Thực hiện") -> Callable[[Paper], object]:
    return lambda made: made.cell(key, head).__setattr__("value", value)


MISTAKES: dict[str, tuple[Callable[[Paper], object], str]] = {
    "text": (
        put("khoảng 97"),
        "ô G14, dòng 'Tỷ lệ dân số tham gia bảo hiểm y tế (tính trên dân số)': 'khoảng 97' không phải là một con số",
    ),
    "two numbers": (put("96.375"), "'96.375' có thể là 96375 hoặc 96,375. Viết 96375"),
    "other unit": (put("97 người"), "ghi theo 'người' mà đơn vị tính là %"),
    "date": (put(datetime(2027, 2, 1)), "ô là ngày tháng (1/2/2027), không phải con số. Đổi định dạng"),  # noqa: DTZ001
    "hour": (put(time(7, 30)), "ô là giờ hoặc khoảng thời gian"),
    "boolean": (put(value=True), "ô là giá trị đúng/sai (TRUE)"),
    "error": (put("#DIV/0!"), "ô báo lỗi #DIV/0!"),
    "formula": (put("=964/10"), "ô là công thức chưa có kết quả"),
    "above the cap": (put(100.5), "không thể là 100,5%: cao nhất chỉ có thể là 100%"),
    "below zero": (put(-1), "không thể dưới 0"),
    "half a thing": (put(12.5, "doanh-nghiep"), "chỉ đếm số nguyên"),
    "endless": (put(1 / 3), "quá nhiều chữ số"),
    "percent": (percent, "ô ghi theo phần trăm (50%) mà đơn vị tính là doanh nghiệp"),
    "state": (put("đạt"), "là một trạng thái, mà chỉ tiêu này là một con số"),
    "no state": (put(97, "chuan"), "'97' là một con số, mà chỉ tiêu này là một trạng thái"),
    "quality": (put("chắc", head="Chất lượng"), "không có loại số liệu 'chắc'"),
    "document": (put(12, "ho-ngheo", "Nguồn (văn bản)"), "'12' không phải là tên văn bản"),
    "day": (put("31/2/2028", "ho-ngheo", "Ngày văn bản"), "'31/2/2028' không phải là ngày hợp lệ"),
    "number as day": (put(45000, "ho-ngheo", "Ngày văn bản"), "'45000' không phải là ngày hợp lệ"),
    "fraction": (lambda made: made.fill("bhyt", 97).fill("bhyt", 960, "Tử số").fill("bhyt", 1000, "Mẫu số"), "960/1000 được 96%"),
    "half a fraction": (lambda made: made.fill("bhyt", 97).fill("bhyt", 970, "Tử số"), "thiếu mẫu số"),
    "fraction alone": (put(970, "bhyt", "Tử số"), "ô Thực hiện để trống"),
    "merged": (merge, "các ô G14:H14 bị gộp"),
    "twice": (double, "mã dòng `bhyt` có ở 2 dòng"),
    "unknown": (rename, "mã dòng `bhyt-tinh` không có trong biểu này"),
    "added": (add, "dòng này có số mà không có mã dòng"),
    "two sheets": (two_sheets, "tệp có hai trang biểu"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_named_and_nothing_is_written(tmp_path: Path, mistake: str) -> None:
    data, path = ward(tmp_path), tmp_path / "b.xlsx"
    made = paper(data, path).source().fill("ho-ngheo", 0.4)
    spoil, says = MISTAKES[mistake]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        spoil(made)
    made.save()
    before = contents(data)
    result = take(path, data)
    assert (result.status, result.out) == (2, "")
    assert says in result.err
    assert "chỗ phải sửa; chưa ghi gì" in result.err
    assert "Traceback" not in result.err
    assert contents(data) == before
    copy = load_workbook(tmp_path / "b.loi.xlsx")
    comments = [c for sheet in copy.worksheets for row in sheet.iter_rows() for c in row if c.comment]
    assert comments
    assert all(cell.fill.start_color.rgb.endswith("FFC7CE") for cell in comments)


def test_all_mistakes_at_once_and_mended_in_the_copy(tmp_path: Path) -> None:
    data, path = ward(tmp_path), tmp_path / "b.xlsx"
    made = paper(data, path).source().fill("bhyt", "khoảng 97").fill("thu", "1.234").fill("chuan", 3).fill("ho-ngheo", 0.4)
    made.fill("bhyt", "chắc", "Chất lượng").save()
    result = take(path, data)
    lines = result.err.splitlines()
    assert [line.partition("ô ")[2][:3].rstrip(",") for line in lines[:-2]] == ["G7", "G12", "G14", "H14"]
    assert "Biểu có 4 chỗ phải sửa" in lines[-2]
    copy = Paper(tmp_path / "b.loi.xlsx")
    assert "'1.234' có thể là 1234 hoặc 1,234" in copy.cell("thu").comment.text
    copy.fill("bhyt", 97).fill("thu", 1234).fill("chuan", "đạt").fill("bhyt", "ước", "Chất lượng").save()
    mended = take(copy.path, data)
    assert (mended.status, mended.err) == (0, "")
    assert len(reported(data)) == 4


def test_the_copy_never_overwrites(tmp_path: Path) -> None:
    data, path = ward(tmp_path), tmp_path / "b.xlsx"
    paper(data, path).source().fill("bhyt", "x").save()
    (tmp_path / "b.loi.xlsx").write_bytes(b"cua toi")
    assert "b.loi-2.xlsx" in take(path, data).err
    assert (tmp_path / "b.loi.xlsx").read_bytes() == b"cua toi"
    taken = take(path, data, "--bad-copy", str(tmp_path / "b.loi.xlsx"))
    assert (taken.status, "không ghi đè" in taken.err) == (2, True)
    named = take(path, data, "--dry-run", "--bad-copy", str(tmp_path / "sai.xlsx"))
    assert named.status == 2
    assert (tmp_path / "sai.xlsx").exists()
    assert take(path, data, "--dry-run").status == 2
    assert not (tmp_path / "b.loi-3.xlsx").exists(), "a look leaves nothing behind"


def test_a_formula_with_a_result_is_its_result(tmp_path: Path) -> None:
    import xlsxwriter

    data, path = ward(tmp_path), tmp_path / "b.xlsx"
    made = paper(data, path).source()
    rows = [[cell.value for cell in row] for row in made.sheet.iter_rows()]
    with xlsxwriter.Workbook(str(tmp_path / "c.xlsx")) as book:
        for old in made.book.worksheets:
            sheet = book.add_worksheet("Trang khác" if old is made.sheet else "ẩn")
            for r, row in enumerate(old.iter_rows(values_only=True)):
                for c, value in enumerate(row):
                    if value is not None:
                        sheet.write(r, c, value)
            if old is made.sheet:
                sheet.write_formula(made.rows["bhyt"] - 1, 6, "=964/10", None, 96.4)
    assert rows
    assert take(tmp_path / "c.xlsx", data).status == 0, "the sheet is found under any name"
    assert standing(data).value == Decimal("96.4")


def test_a_figure_without_a_source(tmp_path: Path) -> None:
    data, path = ward(tmp_path), tmp_path / "b.xlsx"
    paper(data, path).fill("bhyt", 97).save()
    assert "số này chưa có nguồn" in take(path, data).err


@pytest.mark.parametrize("heads", [("Thực hiện", "Chất lượng", "Nguồn (văn bản)", "Ghi chú", "Tử số", "Mẫu số"), ("Thực hiện",)])
def test_what_is_missing_or_emptied_deletes_nothing(tmp_path: Path, heads: tuple[str, ...]) -> None:
    data, path = known(tmp_path), tmp_path / "b.xlsx"
    made = paper(data, path)
    for head in heads:
        made.fill("bhyt", None, head)
    made.sheet.delete_rows(made.rows["chuan"])
    made.save()
    before = (data / FILE).read_bytes()
    result = take(path, data)
    assert (result.status, "Không có gì mới" in result.out) == (0, True)
    assert "ô Thực hiện để trống, giữ số trong sổ (là 96,4% (ước))" in result.err
    assert (data / FILE).read_bytes() == before


def test_a_form_that_nobody_touched_changes_nothing(tmp_path: Path) -> None:
    data, path = known(tmp_path), tmp_path / "b.xlsx"
    paper(data, path).source().save()
    result = take(path, data)
    assert (result.status, result.err, "Không có gì mới" in result.out) == (0, "", True)


def test_a_corrected_figure_keeps_the_old_one(tmp_path: Path) -> None:
    data, path = known(tmp_path), tmp_path / "b.xlsx"
    made = paper(data, path).source("Báo cáo số 20/BC-UBND", "10/03/2028")
    made.fill("bhyt", 97.5).fill("bhyt", "chính thức", "Chất lượng").fill("bhyt", 975, "Tử số").fill("bhyt", "số quyết toán", "Ghi chú")
    made.fill("chuan", "đạt").save()
    result = take(path, data)
    assert result.status == 0, result.err
    assert "2 số liệu: 0 mới, 2 sửa" in result.out
    level, state = standing(data), standing(data, "chuan")
    assert (level.value, level.quality, level.num, level.den, level.note) == (Decimal("97.5"), "official", 975, 1000, "số quyết toán")
    assert level.source.document == "Báo cáo số 20/BC-UBND", "the common source takes over where the figure is another"
    assert [(w.value, w.quality, w.reason) for w in level.was] == [(Decimal("96.4"), "estimate", "số quyết toán")]
    assert level.was[0].source is not None
    assert level.was[0].source.ref == "nq-1"
    assert [(w.value, w.reason) for w in state.was] == [("maintained", "đính chính theo biểu nhập, không ghi lý do")]


def test_another_source_or_note_of_the_same_figure(tmp_path: Path) -> None:
    data, path = known(tmp_path), tmp_path / "b.xlsx"
    made = paper(data, path).fill("chuan", "Quyết định 6", "Nguồn (văn bản)").fill("bhyt", "đã rà soát", "Ghi chú")
    made.save()
    assert take(path, data).status == 0
    assert (standing(data).note, standing(data).was) == ("đã rà soát", ())
    state = standing(data, "chuan")
    assert (state.source.document, [w.reason for w in state.was]) == ("Quyết định 6", ["đổi nguồn số liệu theo biểu nhập"])


def test_three_ways(tmp_path: Path) -> None:
    data, path = known(tmp_path), tmp_path / "b.xlsx"
    made = paper(data, path).source()
    record(data, "bhyt", "96,9", "--ward", "mau", "--quality", "sơ bộ")
    record(data, "ho-ngheo", "0,4", "--ward", "mau")
    before = (data / FILE).read_bytes()
    made.fill("doanh-nghiep", 812).save()
    kept = take(path, data)
    assert kept.status == 0
    assert "sổ đã đổi sau khi lập biểu, giữ số trong sổ (là 96,9% (sơ bộ))" in kept.err, "changed in the registry only"
    assert (data / FILE).read_bytes().startswith(before)
    made.fill("ho-ngheo", 0.4).save()
    assert take(path, data).status == 0, "changed in both to the same"
    before = (data / FILE).read_bytes()
    made.fill("ho-ngheo", 0.5).fill("bhyt", 97).save()
    clash = take(path, data)
    assert clash.status == 2
    assert "lúc lập biểu chưa có số, trong sổ nay là 0,4% (chính thức), trong biểu là 0,5% (chính thức)" in clash.err
    assert "lúc lập biểu là 96,4% (ước), trong sổ nay là 96,9% (sơ bộ), trong biểu là 97%" in clash.err
    assert (data / FILE).read_bytes() == before


def test_a_form_of_a_part_of_the_ward(tmp_path: Path) -> None:
    data, path = ward(tmp_path), tmp_path / "b.xlsx"
    assert form(data, path, "--field", "y-te").status == 0
    made = Paper(path).source().fill("bhyt", 97)
    made.save()
    assert take(path, data).status == 0
    other = Paper(path)
    other.sheet["A20"], other.sheet["C20"], other.sheet["G20"] = "chuan", "Phường đạt chuẩn", "đạt"
    other.save()
    assert "mã dòng `chuan` không có trong biểu này" in take(path, data).err


def test_a_form_of_another_ward_or_of_another_time(tmp_path: Path) -> None:
    data, path = ward(tmp_path), tmp_path / "b.xlsx"
    paper(data, path).save()
    elsewhere = write(
        tmp_path / "khac", {"plans/dong/a.yaml": (data / "plans/mau/ke-hoach.yaml").read_text("utf-8").replace("mau/", "dong/")}
    )
    result = take(path, elsewhere)
    assert (result.status, "sổ kế hoạch đang mở không có phường ấy" in result.err) == (2, True)
    made = Paper(path)
    made.book.worksheets[1]["A1"] = "kehoach/form/9"
    made.save()
    result = take(path, data)
    assert (result.status, f"biểu theo mẫu kehoach/form/9, chương trình này đọc mẫu {FORMAT}" in result.err) == (2, True)
    del made.book[made.book.worksheets[1].title]
    made.save()
    assert "thiếu trang trạng thái ẩn" in take(path, data).err


def test_a_plan_that_changed_since(tmp_path: Path) -> None:
    data, path = ward(tmp_path), tmp_path / "b.xlsx"
    paper(data, path).source().fill("chuan", "đạt").save()
    plan = data / "plans/mau/ke-hoach.yaml"
    text = plan.read_text("utf-8")
    plan.write_text(text.replace("indicator: chuan", "indicator: bhyt").replace("{is: achieved}", "{ge: 9}"), "utf-8")
    assert "mã dòng `chuan` không có trong biểu này" in take(path, data).err


def test_columns_and_rows_may_have_been_moved(tmp_path: Path) -> None:
    data, path = ward(tmp_path), tmp_path / "b.xlsx"
    made = paper(data, path).source().fill("bhyt", 97)
    made.sheet.insert_rows(1, 2)
    made.sheet.insert_cols(3)
    made.sheet.title = "Của tôi"
    made.save()
    assert take(path, data).status == 0
    assert standing(data).value == 97


def test_headings_that_were_merged_do_no_harm(tmp_path: Path) -> None:
    data, path = ward(tmp_path), tmp_path / "b.xlsx"
    made = paper(data, path).source().fill("bhyt", 97)
    made.sheet.merge_cells("C6:M6")
    made.save()
    assert take(path, data).status == 0


@pytest.mark.parametrize("what", ["empty", "other"])
def test_a_workbook_that_is_no_form(tmp_path: Path, what: str) -> None:
    data, path = ward(tmp_path), tmp_path / "b.xlsx"
    book = Workbook()
    if what == "other":
        book.worksheets[0].append([KEY_HEAD, "Chỉ tiêu"])
    book.save(path)
    result = take(path, data)
    assert (result.status, "không phải biểu do `kehoach form` lập ra" in result.err) == (2, True)


def test_a_sheet_whose_format_reaches_to_its_last_row(tmp_path: Path) -> None:
    data, path = ward(tmp_path), tmp_path / "b.xlsx"
    made = paper(data, path).source().fill("bhyt", 97)
    made.sheet["XFD1048576"].number_format = "0.0"
    made.save()
    assert take(path, data).status == 0


def test_the_file_is_left_alone_where_it_is_not_in_order(tmp_path: Path) -> None:
    data, path = known(tmp_path), tmp_path / "b.xlsx"
    paper(data, path).source().fill("ho-ngheo", 0.4).save()
    (data / FILE).write_text(THIS_YEAR, "utf-8")
    result = take(path, data)
    assert (result.status, "chưa đúng khuôn" in result.err) == (2, True)


def test_places_of_the_columns() -> None:
    """The tests above name cells; this is where those names come from."""
    assert (LETTERS["Thực hiện"], LETTERS["Chất lượng"], LETTERS["Ghi chú"]) == ("G", "H", "M")
