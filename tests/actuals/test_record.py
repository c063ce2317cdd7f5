"""``record``: one figure into its file, in the smallest edit, never over another one without a word."""

from __future__ import annotations

import subprocess
import unicodedata
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.errors import KehoachError
from kehoach.meaning import entered
from kehoach.vietnamese import number
from tests.actuals.ward import FILE, record, reported, the_only, ward
from tests.cli.helpers import run

BHYT = "mau/ke-hoach#bhyt"
MODELINE = "# yaml-language-server: $schema=../../../schemas/actuals.schema.json"


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("97,5", Decimal("97.5")),
        ("97,5%", Decimal("97.5")),
        ("97,5 %", Decimal("97.5")),
        ("97,5\u00a0%", Decimal("97.5")),
        ("97.5", Decimal("97.5")),
        ("97", 97),
        ("04", 4),
        ("0,125", Decimal("0.125")),
        ("0.125", Decimal("0.125")),
        ("46,075", Decimal("46.075")),
        ("100,0", 100),
    ],
)
def test_a_figure_as_vietnamese_type_it(tmp_path: Path, typed: str, value: Decimal) -> None:
    data = ward(tmp_path)
    result = record(data, BHYT, typed)
    assert (result.status, result.err) == (0, "")
    actual = the_only(data)
    assert (actual.indicator, actual.period, actual.value, actual.quality) == ("bhyt", "2027", value, "official")
    assert actual.source.document == "Báo cáo số 12/BC-UBND"


@pytest.mark.parametrize(
    ("typed", "value"), [("1.234.567", 1234567), ("1.234,5", Decimal("1234.5")), ("1 234", 1234), ("150 tỷ đồng", 150)]
)
def test_thousands_and_units(tmp_path: Path, typed: str, value: Decimal) -> None:
    data = ward(tmp_path)
    assert record(data, "thu", typed, "--ward", "Mẫu").status == 0
    assert the_only(data).value == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("đạt", "achieved"),
        ("ĐẠT", "achieved"),
        (unicodedata.normalize("NFD", "đạt"), "achieved"),
        ("khong dat", "not_achieved"),
        ("giữ vững", "maintained"),
        ("achieved", "achieved"),
    ],
)
def test_a_state(tmp_path: Path, typed: str, value: str) -> None:
    data = ward(tmp_path)
    assert record(data, "chuan", typed, "--ward", "mau").status == 0
    assert the_only(data).value == value


@pytest.mark.parametrize("typed", ["-6", "−6", "-6%", "- 6"])
def test_a_growth_below_zero_is_no_option(tmp_path: Path, typed: str) -> None:
    data = ward(tmp_path)
    assert record(data, "thu-tang", typed, "--growth").status == 0
    actual = the_only(data)
    assert (actual.indicator, actual.stat, actual.value, actual.unit) == ("thu", "growth", -6, None)


def test_the_measure_is_the_targets_own(tmp_path: Path) -> None:
    data = ward(tmp_path)
    for ref, value in (("bhyt-tre-em", "99"), ("thu-giao", "101,5%"), (BHYT, "96")):
        assert record(data, ref, value).status == 0
    assert [(a.indicator, a.of, a.unit) for a in reported(data)] == [
        ("bhyt", "trẻ em", None),
        ("thu", None, "% kế hoạch giao"),
        ("bhyt", None, None),
    ]
    rows = {row["ref"]: row["actual"] for row in run("report", "--year", "2027", "--format", "json", data=data).record()["rows"]}
    assert (rows["mau/ke-hoach#bhyt-tre-em"], rows["mau/ke-hoach#thu-giao"], rows[BHYT]) == (99, 101.5, 96)
    assert rows["mau/ke-hoach#bhyt-lai"] == 96, "a restatement is answered by the same figure"


def test_what_a_figure_carries(tmp_path: Path) -> None:
    data = ward(tmp_path)
    more = ("--quality", "ước", "--clause", "II.3", "--source-date", "5/2/2028", "--note", "đến 15/12", "--den", "2000", "--period", "h1")
    assert record(data, BHYT, "96,4", *more, "--num", "1.928").status == 2, "1.928 could be two things"
    assert record(data, BHYT, "96,4", *more, "--num", "1928").status == 0
    actual = the_only(data)
    assert (actual.period, actual.quality, actual.note, actual.num, actual.den) == ("2027-H1", "estimate", "đến 15/12", 1928, 2000)
    assert (actual.source.clause, actual.source.date) == ("II.3", "2028-02-05")


@pytest.mark.parametrize(
    ("ref", "status"), [("nq-1", 0), ("mau/ke-hoach", 0), ("mau/ke-hoach#bhyt", 0), ("ke-hoach", 0), ("nq-2", 2), ("dong/x", 2)]
)
def test_a_source_of_the_registry(tmp_path: Path, ref: str, status: int) -> None:
    data = ward(tmp_path)
    result = record(data, BHYT, "97", source=("--source-ref", ref))
    assert result.status == status
    if status == 0:
        assert (the_only(data).source.ref or "").endswith(ref)
    else:
        assert f"Không có văn bản nguồn '{ref}'" in result.err


@pytest.mark.parametrize(
    ("ref", "value", "more", "says"),
    [
        (BHYT, "96.375", (), "'96.375' có thể là 96375 hoặc 96,375"),
        (BHYT, "khoảng 97", (), "không phải là một con số"),
        (BHYT, "97,5,1", (), "không đọc được"),
        (BHYT, "97 người", (), "ghi theo 'người' mà đơn vị tính là %"),
        (BHYT, "0,1234567", (), "quá nhiều chữ số"),
        (BHYT, "101", (), "cao nhất chỉ có thể là 100%"),
        (BHYT, "-1", (), "không thể dưới 0"),
        (BHYT, "đạt", (), "là một trạng thái, mà chỉ tiêu này là một con số"),
        ("chuan", "97", ("--ward", "mau"), "là một con số, mà chỉ tiêu này là một trạng thái"),
        ("chuan", "tốt", ("--ward", "mau"), "không phải là một trạng thái"),
        ("chuan", "đạt", ("--ward", "mau", "--growth"), "không có tăng trưởng"),
        ("thu", "12%", ("--ward", "mau"), "đơn vị tính là tỷ đồng"),
        ("thu", "-101", ("--ward", "mau", "--growth"), "nhiều nhất là 100%"),
        ("doanh-nghiep", "12,5", ("--ward", "mau"), "chỉ đếm số nguyên"),
        (BHYT, "97,5", ("--num", "970", "--den", "1000"), "970/1000 được 97%, không phải 97,5%"),
        (BHYT, "97,5", ("--num", "975"), "Thiếu mẫu số"),
        (BHYT, "97,5", ("--num", "975", "--den", "0"), "975/0"),
        ("thu", "97", ("--ward", "mau", "--num", "97", "--den", "100"), "không phải là tỷ lệ"),
        (BHYT, "97", ("--quality", "chắc"), "Không có loại số liệu 'chắc'"),
        (BHYT, "97", ("--period", "2028-Q1"), "không thuộc năm 2027"),
        (BHYT, "97", ("--period", "2027-Q5"), "không phải là kỳ báo cáo"),
        (BHYT, "97", ("--source-date", "31/2/2028"), "không phải là ngày"),
        (BHYT, "97", ("--source-ref", "nq-1"), "--source-ref không đi cùng --source"),
        (BHYT, "97", ("--ward", "dong"), "không phải chỉ tiêu của phường 'dong'"),
        ("thu", "97", (), "chưa rõ số liệu của phường nào"),
        ("mau/ke-hoach", "97", (), "là kế hoạch, không phải chỉ tiêu"),
        ("bhyyt", "97", (), "Không có bản ghi 'bhyyt'"),
    ],
)
def test_what_is_refused(tmp_path: Path, ref: str, value: str, more: tuple[str, ...], says: str) -> None:
    data = ward(tmp_path)
    result = record(data, ref, value, *more)
    assert (result.status, result.out) == (2, "")
    assert says in result.err
    assert not (data / FILE).exists()


def test_a_figure_needs_a_source_and_a_year(tmp_path: Path) -> None:
    data = ward(tmp_path)
    assert "từ văn bản nào" in record(data, BHYT, "97", source=()).err
    assert "của năm nào" in run("record", BHYT, "97", "--source", "x", data=data).err


def test_where_a_falling_indicator_ends_is_no_ceiling(tmp_path: Path) -> None:
    data = ward(tmp_path)
    catalogue = data / "indicators.yaml"
    catalogue.write_text(catalogue.read_text("utf-8").replace("direction: down,", "direction: down, cap: 0,"), "utf-8")
    assert record(data, "ngheo", "0,4").status == 0
    assert record(data, "ngheo", "-0,1", "--reason", "x").status == 2


def test_the_fraction_is_held_to_the_digits_that_were_typed(tmp_path: Path) -> None:
    data = ward(tmp_path)
    ratio = ("--num", "2", "--den", "3")
    assert record(data, BHYT, "66,66", *ratio).status == 2
    assert record(data, BHYT, "66,7", *ratio).status == 0
    assert record(data, BHYT, "67", *ratio, "--reason", "làm tròn như báo cáo").status == 0


def test_the_same_figure_again_has_nothing_to_do(tmp_path: Path) -> None:
    data = ward(tmp_path)
    record(data, BHYT, "97,5")
    before = (data / FILE).read_bytes()
    again = record(data, BHYT, "97,50")
    assert (again.status, "Không có gì phải ghi" in again.out) == (0, True)
    other = record(data, BHYT, "97,5", source=("--source", "Báo cáo khác"))
    assert (other.status, "Nguồn đang ghi khác" in other.out) == (0, True)
    assert (data / FILE).read_bytes() == before


def test_another_figure_needs_a_reason_and_the_old_one_stays(tmp_path: Path) -> None:
    data = ward(tmp_path)
    record(data, BHYT, "96,4", "--num", "964", "--den", "1000", "--note", "lần đầu")
    before = (data / FILE).read_bytes()
    refused = record(data, BHYT, "97,5")
    assert (refused.status, refused.out) == (2, "")
    assert "trong sổ đang là 96,4% (chính thức), khác với 97,5% (chính thức)" in refused.err
    assert (data / FILE).read_bytes() == before
    today = date.today().isoformat()  # noqa: DTZ011  # as the command counts days
    assert record(data, BHYT, "97,5", "--reason", "cộng sót một tổ", source=("--source", "Báo cáo 15")).status == 0
    actual = the_only(data)
    assert (actual.value, actual.num, actual.note) == (Decimal("97.5"), None, "lần đầu")
    (was,) = actual.was
    assert (was.value, was.quality, was.reason) == (Decimal("96.4"), "official", "cộng sót một tổ")
    assert was.until >= today
    assert was.source is not None
    assert was.source.document == "Báo cáo số 12/BC-UBND"
    assert record(data, BHYT, "98", "--reason", "lần ba").status == 0
    assert [w.value for w in the_only(data).was] == [Decimal("96.4"), Decimal("97.5")]


def test_a_surer_figure_takes_the_place_of_a_less_sure_one(tmp_path: Path) -> None:
    data = ward(tmp_path)
    record(data, BHYT, "96", "--quality", "ước")
    assert record(data, BHYT, "96,2", "--quality", "sơ bộ").status == 0
    assert record(data, BHYT, "96,2").status == 0
    actual = the_only(data)
    assert actual.quality == "official"
    assert [w.reason for w in actual.was] == ["số sơ bộ thay số ước", "số chính thức thay số sơ bộ"]
    assert record(data, BHYT, "96,2", "--quality", "ước").status == 2, "not the other way round"


def test_a_note_is_added_without_a_correction(tmp_path: Path) -> None:
    data = ward(tmp_path)
    record(data, BHYT, "96")
    assert "Đã bổ sung" in record(data, BHYT, "96", "--note", "theo BHXH").out
    assert (the_only(data).note, the_only(data).was) == ("theo BHXH", ())
    assert record(data, BHYT, "96", "--note", "").status == 0
    assert the_only(data).note is None


def test_level_growth_and_part_of_the_year_stand_side_by_side(tmp_path: Path) -> None:
    data = ward(tmp_path)
    level = record(data, "thu-tang", "1.200")
    assert level.status == 2, "1.200 could be two things"
    level = record(data, "thu-tang", "1200")
    assert "Đây là mức" in level.out
    assert record(data, "thu-tang", "11", "--growth").status == 0
    assert record(data, "thu-tang", "600", "--period", "2027-H1").status == 0
    assert [(a.period, a.stat, a.value) for a in reported(data)] == [
        ("2027", "value", 1200),
        ("2027", "growth", 11),
        ("2027-H1", "value", 600),
    ]


EXISTING = f"""{MODELINE}
# số liệu của phường Mẫu
- {{indicator: ho-ngheo, period: "2027", value: 0.4, quality: official, source: {{document: Báo cáo 1}}}}  # đã rà soát
# chỉ tiêu này lấy từ bảo hiểm xã hội
- indicator: bhyt
  period: "2027"  # cả năm
  value: 96.4
  quality: official
  source: {{document: Báo cáo số 12/BC-UBND}}
- {{indicator: thu, period: "2027", value: 1200, quality: official, source: {{document: Báo cáo 1}}}}
# cuối tệp
"""


def git(folder: Path, *args: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(folder), "-c", "user.name=t", "-c", "user.email=t@example.org", *args], capture_output=True, check=True, text=True
    )
    return done.stdout


@pytest.mark.parametrize(
    ("ref", "value", "more", "removed"),
    [
        ("chuan", "đạt", ("--ward", "mau"), 0),
        (BHYT, "97", ("--reason", "rà soát lại"), 1),
        (
            "ngheo",
            "0,45",
            ("--reason", "một lý do dài để dòng ấy không còn đứng được trên một dòng như trước nữa, đủ một trăm năm mươi chữ"),
            1,
        ),
    ],
)
def test_git_sees_one_hunk_and_no_other_line(tmp_path: Path, ref: str, value: str, more: tuple[str, ...], removed: int) -> None:
    data = ward(tmp_path, y2027=EXISTING)
    assert run("fmt", data=data).status == 0
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "trước")
    before = (data / FILE).read_text("utf-8")
    assert record(data, ref, value, *more).status == 0
    assert git(tmp_path, "status", "--porcelain").split() == ["M", f"data/{FILE}"], "nothing else is left in the folder"
    changed = git(tmp_path, "diff", "--", "data").splitlines()
    assert sum(line.startswith("@@") for line in changed) == 1
    gone = [line[1:] for line in changed if line.startswith("-") and not line.startswith("---")]
    assert len(gone) <= removed
    after = (data / FILE).read_text("utf-8")
    for comment in ("# số liệu của phường Mẫu", "# đã rà soát", "# chỉ tiêu này lấy từ bảo hiểm xã hội", "# cả năm", "# cuối tệp"):
        assert after.count(comment) == 1, comment
    lines = iter(after.splitlines())
    assert all(line in lines for line in before.splitlines() if line not in gone), "the others stand where they stood"
    assert run("fmt", "--check", data=data).status == 0


def test_a_new_file_has_the_line_for_editors(tmp_path: Path) -> None:
    data = ward(tmp_path)
    record(data, BHYT, "97")
    text = (data / FILE).read_text("utf-8")
    assert text.splitlines()[0] == MODELINE
    record(data, "chuan", "đạt", "--ward", "mau")
    assert (data / FILE).read_text("utf-8").startswith(text), "the second figure stands under the first"


def test_a_file_with_nothing_but_comments(tmp_path: Path) -> None:
    data = ward(tmp_path, y2027=f"{MODELINE}\n# chưa có gì\n")
    assert record(data, BHYT, "97").status == 0
    assert (data / FILE).read_text("utf-8").startswith(f"{MODELINE}\n# chưa có gì\n- ")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("-   {indicator: thu, period: 2027, value: 1, quality: official, source: {document: x}}\n", "chưa đúng khuôn"),
        ('- {indicator: thu, period: "2027", value: 1, quality: chac, source: {document: x}}\n', "đang có lỗi"),
        ('- {indicator: bhyt, period: "2027", value: 1, quality: official, source: {document: x}}\n' * 2, "2 số liệu cho cùng kỳ"),
    ],
)
def test_a_file_that_is_not_in_order_is_left_alone(tmp_path: Path, text: str, says: str) -> None:
    data = ward(tmp_path, y2027=text)
    result = record(data, BHYT, "97")
    assert result.status == 2
    assert says in result.err
    assert (data / FILE).read_text("utf-8") == text


@given(value=st.decimals(min_value=0, max_value=99999999, places=3).map(Decimal.normalize))
def test_what_is_printed_can_be_typed(value: Decimal) -> None:
    """The law: a figure as kehoach prints it is read as itself, or asked about, never as another."""
    try:
        assert entered.figure(number(value), None) == value
    except entered.TwoReadings:
        assert number(value).count(".") == 1
        assert "," not in number(value)
    assert entered.figure(number(value).replace(".", ""), None) == value


@given(text=st.text(alphabet="0123456789.,- %\u00a0", max_size=12))
def test_whatever_is_typed_is_a_number_or_a_sentence(text: str) -> None:
    """The law: never another number than the digits typed, and never a failure without a remedy."""
    try:
        found = Decimal(entered.figure(text, "%"))
    except KehoachError as error:
        remedy = error.remedy
    else:
        remedy = "none needed"
        digits = "".join(char for char in text if char.isdigit())
        assert digits.strip("0") == "".join(map(str, found.normalize().as_tuple().digits)).strip("0")
    assert remedy
