"""``form``: what a ward is asked, as a workbook that can be filled in nowhere but where it should."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kehoach.files.workbook.columns import COLUMNS, COMMON, FORMAT, KEY_HEAD
from tests.actuals.forms import Paper, form, paper
from tests.actuals.ward import INDICATORS, PLAN, record, ward
from tests.cli.helpers import run, target, write

KEYS = ["thu", "thu+growth", "doanh-nghiep", "chuan", "bhyt", "ho-ngheo"]
LAST_YEAR = """- {indicator: bhyt, period: "2026", value: 95.5, quality: estimate, source: {document: Báo cáo 1}}
- {indicator: thu, period: "2026", stat: growth, value: -6, quality: official, source: {document: Báo cáo 1}}
"""
THIS_YEAR = """- {indicator: bhyt, period: "2027", value: 96.4, quality: estimate, source: {ref: nq-1, clause: II, date: "2028-02-05"}, note: "=1+1", num: 964, den: 1000}
- {indicator: chuan, period: "2027", value: maintained, quality: official, source: {document: Quyết định 5}}
- {indicator: thu, period: 2027-H1, value: 5, quality: official, source: {document: Báo cáo 2}}
"""


def lines(sheet: Paper) -> list[str]:
    return [key for key in sheet.rows if key not in (KEY_HEAD, COMMON)]


def test_one_line_for_each_measure(tmp_path: Path) -> None:
    made = paper(ward(tmp_path), tmp_path / "b.xlsx")
    found = lines(made)
    assert [key for key in found if ":" not in key] == KEYS, "by field, restatements once, a growth beside its level"
    assert len(found) == len(KEYS) + 2, "another population and another unit are measures of their own"
    assert [made.sheet[f"B{row}"].value for row in made.rows.values()][2:] == [str(n) for n in range(1, 9)]
    children = next(key for key in found if key.startswith("bhyt:"))
    words = [made.cell(children, head).value for head in ("Chỉ tiêu", "Đơn vị tính", "Kế hoạch")]
    assert words == ["Tỷ lệ dân số tham gia bảo hiểm y tế (tính trên trẻ em)", "%", "99,5%, đến 2030"]
    assert made.cell("thu+growth", "Kế hoạch").value == "tăng từ 10% đến 12%, hằng năm 2026-2030"
    assert made.cell("thu+growth", "Đơn vị tính").value == "%"
    assert "để tính tăng trưởng" in made.cell("thu", "Kế hoạch").value
    heads = [made.sheet[f"C{row}"].value for row in range(6, 20) if made.sheet[f"C{row}"].value and not made.sheet[f"A{row}"].value]
    assert heads == ["Kinh tế", "Đô thị", "Y tế", "An sinh xã hội"]


def test_only_the_entries_are_unlocked(tmp_path: Path) -> None:
    made = paper(ward(tmp_path), tmp_path / "b.xlsx")
    assert made.sheet.protection.sheet
    assert not made.sheet.protection.password
    entries = [column.head for column in COLUMNS if column.entry]
    for key in lines(made):
        unlocked = [column.head for column in COLUMNS if not made.cell(key, column.head).protection.locked]
        assert unlocked == (
            [e for e in entries if e not in ("Tử số", "Mẫu số")] if key != "bhyt" and not key.startswith("bhyt:") else entries
        )
    top = [cell.coordinate for row in made.sheet["A1:M5"] for cell in row if not cell.protection.locked]
    assert top == ["I4", "J4"], "the common source and its date"


def test_drop_downs(tmp_path: Path) -> None:
    made = paper(ward(tmp_path), tmp_path / "b.xlsx")
    lists = {str(rule.sqref): rule.formula1 for rule in made.sheet.data_validations.dataValidation}
    states = [place for place, words in lists.items() if words == '"đạt,không đạt,giữ vững"']
    assert states == [made.cell("chuan").coordinate]
    qualities = {place for place, words in lists.items() if words == '"chính thức,ước,sơ bộ"'}
    assert qualities == {made.cell(key, "Chất lượng").coordinate for key in lines(made)}


def test_what_is_known_stands_there(tmp_path: Path) -> None:
    made = paper(ward(tmp_path, y2026=LAST_YEAR, y2027=THIS_YEAR), tmp_path / "b.xlsx")
    assert made.cell("bhyt", "Năm trước").value == "95,5 (ước)"
    assert made.cell("thu+growth", "Năm trước").value == "-6"
    heads = [column.head for column in COLUMNS if column.entry]
    assert [made.cell("bhyt", head).value for head in heads] == [96.4, "ước", "nq-1", "05/02/2028", 964, 1000, "=1+1"]
    assert [made.cell("chuan", head).value for head in heads[:3]] == ["giữ vững", "chính thức", "Quyết định 5"]
    assert made.cell("thu").value is None, "half a year is no year"


def test_text_is_never_a_formula(tmp_path: Path) -> None:
    names = INDICATORS.replace("Số doanh nghiệp", '"=HYPERLINK(1)"').replace("unit: doanh nghiệp", 'unit: "+cmd"')
    plan = PLAN + target("la", indicator="doanh-nghiep", more="of: '@SUM(1)'\ndefinition: '-1'")
    data = write(tmp_path, {"indicators.yaml": names, "plans/mau/ke-hoach.yaml": plan, "actuals/mau/2027.yaml": THIS_YEAR})
    made = paper(data, tmp_path / "b.xlsx")
    assert all(cell.data_type != "f" for sheet in made.book.worksheets for row in sheet.iter_rows() for cell in row)
    with zipfile.ZipFile(tmp_path / "b.xlsx") as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist())
        assert not any("external" in name or "vba" in name for name in archive.namelist())


def test_the_hidden_state(tmp_path: Path) -> None:
    made = paper(ward(tmp_path, y2027=THIS_YEAR), tmp_path / "b.xlsx")
    assert made.sheet.column_dimensions["A"].hidden
    state = made.book.worksheets[1]
    assert state.sheet_state == "veryHidden"
    rows = [["" if cell is None else str(cell) for cell in row] for row in state.iter_rows(values_only=True)]
    assert rows[0][0] == FORMAT
    assert [row[:2] for row in rows[1:3]] == [["ward", "mau"], ["year", "2027"]]
    assert [row[0] for row in rows[6:]] == lines(made)
    assert next(row for row in rows if row[0] == "bhyt") == ["bhyt", "96.4", "estimate", "nq-1", "2028-02-05", "964", "1000", "=1+1"]


def test_it_prints_on_a4_across_with_its_head_on_every_page(tmp_path: Path) -> None:
    sheet = paper(ward(tmp_path), tmp_path / "b.xlsx").sheet
    assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "9")
    assert sheet.print_title_rows == "$5:$5"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0, "as many pages as it takes"
    assert sheet.freeze_panes == "D6"
    fonts = {cell.font.name for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert fonts == {"Times New Roman"}
    assert all(cell.alignment.wrap_text for cell in sheet[6][1:])


def test_filters(tmp_path: Path) -> None:
    data = ward(tmp_path)
    assert form(data, tmp_path / "a.xlsx", "--field", "y-te").status == 0
    assert [key.partition(":")[0] for key in lines(Paper(tmp_path / "a.xlsx"))] == ["bhyt", "bhyt"]
    assert form(data, tmp_path / "c.xlsx", "--plan", "ke-hoach").status == 0
    nothing = form(data, tmp_path / "d.xlsx", "--field", "quoc-phong-an-ninh")
    assert (nothing.status, nothing.out) == (2, "")
    assert "Không có chỉ tiêu nào" in nothing.err
    assert not (tmp_path / "d.xlsx").exists()


def test_an_existing_file_stays(tmp_path: Path) -> None:
    data, path = ward(tmp_path), tmp_path / "b.xlsx"
    path.write_bytes(b"cua toi")
    refused = form(data, path)
    assert (refused.status, path.read_bytes()) == (2, b"cua toi")
    assert "không ghi đè" in refused.err
    forced = form(data, path, "--force")
    assert (forced.status, (tmp_path / "b.xlsx.bak").read_bytes()) == (0, b"cua toi")
    assert load_workbook(path)
    assert form(data, tmp_path / "b.xls").status == 2


@pytest.mark.parametrize("ward_name", ["Mẫu", "phuong mau"])
def test_the_ward_by_name(tmp_path: Path, ward_name: str) -> None:
    result = run("form", "--ward", ward_name, "--year", "2027", "-o", str(tmp_path / "b.xlsx"), data=ward(tmp_path))
    assert "8 dòng cần số liệu năm 2027 của phường Mẫu, 0 dòng đã có số" in result.out


def test_keys_stay_when_the_form_is_made_again(tmp_path: Path) -> None:
    data = ward(tmp_path)
    first = lines(paper(data, tmp_path / "a.xlsx"))
    record(data, "mau/ke-hoach#bhyt-tre-em", "99")
    plan = data / "plans/mau/ke-hoach.yaml"
    plan.write_text(plan.read_text("utf-8").replace("of: trẻ em", "of: Trẻ  em"), "utf-8")
    assert lines(paper(data, tmp_path / "b.xlsx")) == first
