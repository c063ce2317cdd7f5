"""Tables of targets and of tasks: what a row, a column and a cell say, in Word, in a PDF, and where the cells are lost."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from kehoach.files.source.headings import heading_clauses
from kehoach.model.commitment import Test, When
from kehoach.model.target import Base, Target
from tests.cli.helpers import run
from tests.transcription.helpers import HEAD, Drafted, draft, drafted, loaded, registry
from tests.transcription.papers import FOOT, Rows, pdf_paper, word_paper

D = Decimal
YEAR = HEAD.replace("giai đoạn 2026 - 2030", "năm 2026")


def word(folder: Path, *parts: str | Rows, head: str = HEAD) -> Drafted:
    return loaded(draft(folder, word_paper(folder, *parts, head=head)))


def read_of(found: Drafted) -> list[tuple[str, Test, object]]:
    return [(target.clause, target.test, target.when) for target in found.plan.targets]


YEARS: Rows = [
    ["TT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2025", "Kế hoạch", "<", "Cơ quan theo dõi"],
    ["^", "^", "^", "^", "Năm 2026", "Năm 2030", "^"],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
    ["I", "KINH TẾ", "<", "<", "<", "<", "<"],
    ["1", "Tổng giá trị sản xuất", "Tỷ đồng", "900", "1.050", "Trên 1.600", "Phòng Kinh tế, Hạ tầng và Đô thị"],
    ["-", "Trong đó: khu vực dịch vụ", "Tỷ đồng", "300", "-", "700", "Phòng Kinh tế, Hạ tầng và Đô thị"],
    ["II", "XÃ HỘI", "<", "<", "<", "<", "<"],
    ["1", "Tỷ lệ hộ nghèo", "%", "2,1", "Không quá 1,8", "Không còn hộ nghèo", "Phòng Văn hóa - Xã hội"],
    ["2", "Phường đạt chuẩn đô thị văn minh", "Đạt", "Chưa đạt", "", "Đạt", "^"],
]


def test_a_table_in_the_text_by_years_and_groups(tmp_path: Path) -> None:
    found = word(
        tmp_path, "I. MỤC TIÊU", "1. Chỉ tiêu chủ yếu", YEARS, "Ghi chú: số liệu năm 2025 là số ước.", "II. NHIỆM VỤ", "- Tuyên truyền."
    )
    assert [(clause, section.title) for clause, section in heading_clauses(found.plan.sections)] == [
        ("I", "MỤC TIÊU"),
        ("I.1", "Chỉ tiêu chủ yếu"),
        ("I.1.I", "KINH TẾ"),
        ("I.1.II", "XÃ HỘI"),
        ("II", "NHIỆM VỤ"),
    ]
    assert read_of(found) == [
        ("I.1.I.1", Test(eq=1050), When(by="2026")),
        ("I.1.I.1", Test(gt=1600), When(by="2030")),
        ("I.1.I.1 gạch 1", Test(eq=700), When(by="2030")),
        ("I.1.II.1", Test(le=D("1.8")), When(by="2026")),
        ("I.1.II.1", Test(eq=0), When(by="2030")),
        ("I.1.II.2", Test(is_="achieved"), When(by="2030")),
    ]
    whole, _, part, poverty, none, town = found.plan.targets
    assert (whole.indicator, whole.base, whole.lead) == ("gtsx", Base(year=2025, value=900), ("mau/phong-kinh-te",))
    assert part.part_of == whole.id
    assert (poverty.base, none.implied, town.lead) == (Base(year=2025, value=D("2.1")), (0,), ("mau/phong-vhxh",))


PLACES: Rows = [
    ["TT", "Tổ dân phố", "Số hộ hiện có", "Chỉ tiêu giao năm 2027", "<"],
    ["^", "^", "^", "Tỷ lệ hộ nghèo (%)", "Thu quỹ (triệu đồng)"],
    ["1", "Số 1", "312", "Không quá 2", "15"],
    ["2", "Số 2", "276", "", "12,5"],
    ["", "Tổng cộng", "588", "1,9", "27,5"],
]
WORK: Rows = [
    ["STT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Sản phẩm"],
    ["I", "Kinh tế", "<", "<", "<", "<"],
    [
        "1",
        "Rà soát quỹ đất công",
        "Phòng Kinh tế, Hạ tầng và Đô thị",
        "Công an phường",
        "6 tháng đầu năm 2026",
        "Danh mục, 01 lớp tập huấn",
    ],
    ["2", "Cấp giấy chứng nhận quyền sử dụng đất", "^", "", "Quý III/2026", "Trên 95% hồ sơ được cấp giấy"],
    ["II", "Xã hội", "<", "<", "<", "<"],
    ["3", "Vận động người dân tham gia BHYT", "Phòng Văn hóa - Xã hội", "", "Thường xuyên", "Báo cáo"],
]


def test_every_record_of_a_table_stands_in_its_document(tmp_path: Path) -> None:
    path = word_paper(
        tmp_path, "I. MỤC TIÊU", "1. Chỉ tiêu chủ yếu", YEARS, "II. NHIỆM VỤ", WORK, FOOT, "Phụ lục 01", "CHỈ TIÊU GIAO CHO CÁC TỔ", PLACES
    )
    data = registry(tmp_path)
    file = data / "plans" / "mau" / "ke-hoach-07.yaml"
    assert run("draft", str(path), "--ward", "mau", "-o", str(file), data=data).status == 0
    verified = run("verify", "--sources", str(tmp_path), data=data)
    assert verified.status == 0, verified.out + verified.err


def row(folder: Path, name: str, unit: str, cell: str) -> tuple[Target, ...]:
    table = [
        ["TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm 2026"],
        ["1", name, unit, cell],
        ["2", "Tỷ lệ dân số tham gia bảo hiểm y tế", "%", "95"],
    ]
    return tuple(target for target in word(folder, "I. CHỈ TIÊU", table, head=YEAR).plan.targets if target.clause == "I.1")


@pytest.mark.parametrize(
    ("name", "unit", "cell", "test", "said", "stat"),
    [
        ("Tỷ lệ hộ nghèo", "%", "Dưới 5", Test(lt=5), None, "value"),
        ("Tỷ lệ hộ nghèo", "%", "≤ 1,2", Test(le=D("1.2")), None, "value"),
        ("Tỷ lệ che phủ rừng", "%", "42 trở lên", Test(ge=42), "%", "value"),
        ("Số hộ thoát nghèo", "Hộ", "25 - 30", Test(ge=25, le=30), "hộ", "value"),
        ("Trường đạt chuẩn quốc gia", "Trường", "4/6", Test(eq=4), "trường", "value"),
        ("Số vụ tai nạn giao thông", "Vụ", "Giảm 10%", Test(eq=-10), None, "growth"),
        ("Mức giảm số vụ tai nạn giao thông", "%", "5 - 10", Test(ge=-10, le=-5), None, "growth"),
        ("Tốc độ tăng tổng giá trị sản xuất", "%", "> 11", Test(gt=11), None, "growth"),
        ("Hoàn thành chỉ tiêu tuyển chọn và gọi công dân nhập ngũ", "%", "100", Test(ge=100), None, "value"),
        ("Số lượt khách du lịch (lượt khách)", "", "12.000", Test(eq=12000), "lượt khách", "value"),
        ("Phường đạt chuẩn đô thị văn minh", "Đạt/Chưa đạt", "Đạt", Test(is_="achieved"), None, "value"),
        ("Thu nhập bình quân đầu người", "Triệu đồng/ người/ năm", "75", Test(eq=75), "triệu đồng/người/năm", "value"),
    ],
)
def test_what_a_cell_says(tmp_path: Path, name: str, unit: str, cell: str, test: Test, said: str | None, stat: str) -> None:
    (target,) = row(tmp_path, name, unit, cell)
    assert (target.test, target.unit, target.stat, target.when) == (test, said, stat, When(by="2026"))


@pytest.mark.parametrize("cell", ["", "-", "–", "x", "Chưa đạt", "..."])
def test_a_cell_that_sets_nothing(tmp_path: Path, cell: str) -> None:
    assert row(tmp_path, "Tỷ lệ hộ nghèo", "%", cell) == ()


def test_measures_over_the_columns_and_places_down_the_rows(tmp_path: Path) -> None:
    found = word(
        tmp_path, "I. NHIỆM VỤ", "- Thực hiện chỉ tiêu tại Phụ lục 01.", FOOT, "Phụ lục 01", "CHỈ TIÊU GIAO CHO CÁC TỔ DÂN PHỐ", PLACES
    )
    assert read_of(found) == [
        ("PL01.1", Test(le=2), When(by="2027")),
        ("PL01.1", Test(eq=15), When(by="2027")),
        ("PL01.2", Test(eq=D("12.5")), When(by="2027")),
        ("PL01 dòng cộng", Test(eq=D("1.9")), When(by="2027")),
        ("PL01 dòng cộng", Test(eq=D("27.5")), When(by="2027")),
    ]
    assert [(t.indicator, t.definition, t.unit) for t in found.plan.targets[:2]] == [
        ("ho-ngheo", "Số 1", None),
        ("thu-quy", "Số 1", "triệu đồng"),
    ]


def test_what_is_compared_and_what_was_is_no_goal(tmp_path: Path) -> None:
    table = [
        ["STT", "Chỉ tiêu", "ĐVT", "Năm 2025", "<", "KH 2026", "So sánh (%)", "<"],
        ["^", "^", "^", "Kế hoạch", "Ước TH", "^", "KH26/ƯTH25", "KH26/KH25"],
        ["1", "2", "3", "4", "5", "6", "7=6/5", "8=6/4"],
        ["1", "Tổng giá trị sản xuất", "Tỷ đồng", "1.200", "1.250", "1.365", "109,2", "113,8"],
        ["1.1", "Khu vực dịch vụ", '"', "400", "410", "450", "109,8", "112,5"],
    ]
    found = word(tmp_path, "I. CHỈ TIÊU", table, head=YEAR)
    assert read_of(found) == [("I.1", Test(eq=1365), When(by="2026")), ("I.1.1", Test(eq=450), When(by="2026"))]
    assert found.plan.targets[0].base == Base(year=2025, value=1250)


def test_a_table_of_tasks_with_groups_and_joined_cells(tmp_path: Path) -> None:
    found = word(tmp_path, "I. NHIỆM VỤ", "1. Nhiệm vụ trọng tâm", WORK)
    assert [task.clause for task in found.plan.tasks] == ["I.1.I.1", "I.1.I.2", "I.1.II.3"]
    first, second, third = found.plan.tasks
    assert (first.lead, first.support, first.when) == (("mau/phong-kinh-te",), ("mau/cong-an",), When(by="2026-06"))
    assert (second.lead, second.when, third.when) == (("mau/phong-kinh-te",), When(by="2026-Q3"), "ongoing")
    assert read_of(found) == [("I.1.I.2", Test(gt=95), "undated")]


def test_a_ruled_table_that_goes_on_over_the_pages_of_a_pdf(tmp_path: Path) -> None:
    head = ["STT", "Chỉ tiêu", "ĐVT", "Ước TH 2025", "KH 2026"]
    lines = [line for line in YEAR.split("\n") if line]
    first = [head, ["A", "KINH TẾ", "", "", ""], ["1", "Tổng giá trị sản xuất", "Tỷ đồng", "1.200", "1.365"]]
    second = [
        head,
        ["B", "XÃ HỘI", "", "", ""],
        ["2", "Tỷ lệ hộ nghèo", "%", "2,1", "<1,5"],
        ["3", "Tỷ lệ dân số tham gia", "%", "92", "95"],
    ]
    third = [head, ["", "bảo hiểm y tế", "", "", ""]]
    path = pdf_paper(tmp_path, [*lines, "I. CHỈ TIÊU"], [first, second, third], ["II. NHIỆM VỤ", "- Tuyên truyền sâu rộng tới Nhân dân."])
    found = loaded(draft(tmp_path, path))
    assert read_of(found) == [
        ("I.A.1", Test(eq=1365), When(by="2026")),
        ("I.B.2", Test(lt=D("1.5")), When(by="2026")),
        ("I.B.3", Test(eq=95), When(by="2026")),
    ]
    assert found.plan.targets[2].indicator == "bhyt"
    assert [task.clause for task in found.plan.tasks] == ["II gạch 1"]


def test_a_table_of_targets_whose_cells_are_lost(tmp_path: Path) -> None:
    body = """\
I. MỤC TIÊU

1. Chỉ tiêu chủ yếu
STT Chỉ tiêu ĐVT Năm 2025 Mục tiêu 2030
A KINH TẾ
1 Tổng giá trị sản xuất Tỷ đồng 1.250 2.000
B XÃ HỘI
2 Tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều
giai đoạn mới % 2,1 < 1
3 Trường đạt chuẩn quốc gia Trường 4/7 7/7

2. Về xây dựng Đảng

- Mỗi năm kết nạp từ 25 đảng viên trở lên.
"""
    found = drafted(tmp_path, body)
    assert read_of(found) == [
        ("I.1.A.1", Test(eq=2000), When(by="2030")),
        ("I.1.B.2", Test(lt=1), When(by="2030")),
        ("I.1.B.3", Test(eq=7), When(by="2030")),
        ("I.2 gạch 1", Test(ge=25), When(each_year="period")),
    ]
    assert found.plan.targets[0].base == Base(year=2025, value=1250)


def test_rows_whose_numbers_stand_before_their_names(tmp_path: Path) -> None:
    table = [
        ["Chỉ tiêu", "ĐVT", "TH 2025", "KH 2026"],
        ["A. KINH TẾ", "<", "<", "<"],
        ["1. Tổng giá trị sản xuất", "Tỷ đồng", "1.200", "1.365"],
        ["- Khu vực dịch vụ", "Tỷ đồng", "400", "450"],
        ["2. Thu ngân sách nhà nước trên địa bàn", "Tỷ đồng", "100", "≥ 120"],
    ]
    found = word(tmp_path, "I. CHỈ TIÊU", table, head=YEAR)
    assert read_of(found) == [
        ("I.A.1", Test(eq=1365), When(by="2026")),
        ("I.A.1 gạch 1", Test(eq=450), When(by="2026")),
        ("I.A.2", Test(ge=120), When(by="2026")),
    ]


def test_quarters_over_the_columns_and_goals_striven_for(tmp_path: Path) -> None:
    quarters = [["TT", "Chỉ tiêu", "ĐVT", "Quý II", "Cả năm 2026"], ["1", "Tỷ lệ hộ nghèo", "%", "1,9", "1,5"]]
    levels = [
        ["TT", "Chỉ tiêu", "ĐVT", "Kế hoạch năm 2026", "<"],
        ["^", "^", "^", "Tỉnh giao", "Phường phấn đấu"],
        ["1", "Tỷ lệ hộ nghèo", "%", "1,5", "1,2"],
    ]
    found = word(tmp_path, "I. CHỈ TIÊU", "1. Theo quý", quarters, "2. Theo mức", levels, head=YEAR)
    assert [(t.clause, t.test, t.when, t.force) for t in found.plan.targets] == [
        ("I.1.1", Test(eq=D("1.9")), When(by="2026-Q2"), "firm"),
        ("I.1.1", Test(eq=D("1.5")), When(by="2026"), "firm"),
        ("I.2.1", Test(eq=D("1.5")), When(by="2026"), "firm"),
        ("I.2.1", Test(eq=D("1.2")), When(by="2026"), "aim"),
    ]


def test_years_that_are_only_ticked_are_the_time_of_a_task(tmp_path: Path) -> None:
    table = [
        ["TT", "Nội dung", "Đơn vị chủ trì", "Năm 2026", "Năm 2027", "Năm 2028"],
        ["1", "Lắp camera an ninh tại các ngõ", "Công an phường", "", "x", "x"],
    ]
    found = word(tmp_path, "I. NHIỆM VỤ", "1. Lộ trình thực hiện", table)
    task = found.task("I.1.1")
    assert (task.lead, task.when, found.plan.targets) == (("mau/cong-an",), When(over=("2027", "2028")), ())


def test_years_under_a_head_of_phases_are_goals_beside_the_last_one(tmp_path: Path) -> None:
    table: Rows = [
        ["STT", "Chỉ tiêu", "Đơn vị", "Thực hiện 2025", "Mục tiêu đến năm 2030", "Phân kỳ thực hiện", "<"],
        ["^", "^", "^", "^", "^", "2026", "2028"],
        ["1", "Tỷ lệ hộ nghèo", "%", "2,5", "<1", "2,2", "1,6"],
    ]
    found = word(tmp_path, "I. MỤC TIÊU", table)
    assert [(target.test, target.when) for target in found.plan.targets] == [
        (Test(lt=1), When(by="2030")),
        (Test(eq=D("2.2")), When(by="2026")),
        (Test(eq=D("1.6")), When(by="2028")),
    ]
    assert all(target.base == Base(year=2025, value=D("2.5")) for target in found.plan.targets)


@pytest.mark.parametrize("sign", ["\t", "|"])
def test_cells_that_plain_text_parts_by_tabs_or_bars(tmp_path: Path, sign: str) -> None:
    rows = [
        ["STT", "Chỉ tiêu", "ĐVT", "Năm 2025", "KH 2026"],
        ["A", "KINH TẾ", "", "", ""],
        ["1", "Tổng giá trị sản xuất", "Tỷ đồng", "1.200", "1.365"],
        ["-", "Khu vực dịch vụ", "Tỷ đồng", "", "450"],
    ]
    lines = [f"|{sign.join(row)}|" if sign == "|" else sign.join(row) for row in rows]
    if sign == "|":
        lines.insert(1, "|---|---|---|---|---|")
    found = drafted(tmp_path, "I. CHỈ TIÊU\n\n" + "\n".join(lines) + "\n\nII. NHIỆM VỤ\n\n- Tuyên truyền sâu rộng tới Nhân dân.\n", YEAR)
    assert read_of(found) == [("I.A.1", Test(eq=1365), When(by="2026")), ("I.A.1 gạch 1", Test(eq=450), When(by="2026"))]
    assert [task.clause for task in found.plan.tasks] == ["II gạch 1"]
