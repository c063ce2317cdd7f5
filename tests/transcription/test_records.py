"""Citations, tasks and tables of whole small documents."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from kehoach.model.commitment import Test, When
from kehoach.model.target import Base
from kehoach.model.work import Area
from tests.transcription.helpers import HEAD, Drafted, drafted


def cited(found: Drafted) -> list[tuple[str, str, str]]:
    return [(c.clause, c.ref, c.role) for c in found.plan.citations]


def test_citations_with_their_roles_and_without_what_stands_in_titles(tmp_path: Path) -> None:
    body = """\
I. NHIỆM VỤ

- Triển khai Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học và công nghệ và Luật Đất đai.

- Thực hiện Kế hoạch số 20/KH-UBND ngày 01/02/2026 của Ủy ban nhân dân tỉnh thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị.

- Phát huy kết quả Nghị quyết Đại hội đại biểu Đảng bộ phường lần thứ I, nhiệm kỳ 2025 - 2030.

II. TỔ CHỨC THỰC HIỆN

1. Căn cứ Nghị định số 68/2026/NĐ-CP ngày 05/3/2026 của Chính phủ, các phòng xây dựng kế hoạch.

(Kế hoạch này thay thế Kế hoạch số 3/KH-UBND ngày 02/01/2025 của Ủy ban nhân dân phường)

Nơi nhận:
- Lưu: VT.
"""
    found = drafted(tmp_path, body)
    assert cited(found) == [
        ("Mở đầu", "kh-9-ubnd-tinh", "implements"),
        ("I gạch 1", "nq-57-tw", "mentions"),
        ("I gạch 1", "luat-dat-dai", "mentions"),
        ("I gạch 2", "kh-20-ubnd", "mentions"),
        ("I gạch 3", "nq-dai-hoi-mau", "mentions"),
        ("II.1", "nd-68-2026-nd-cp", "basis"),
        ("Kết", "kh-3-ubnd", "replaces"),
    ]
    assert "# xem lại: chưa có trong references.yaml; mục đề xuất nd-68-2026-nd-cp: {kind: NĐ, number: 68/2026/NĐ-CP" in found.text


@pytest.mark.parametrize("printed", ["57-NQ/TW", "57 - NQ/TW", "57- NQ/TW"])
def test_numbers_broken_by_blanks(tmp_path: Path, printed: str) -> None:
    found = drafted(tmp_path, f"I. NHIỆM VỤ\n\n- Quán triệt Nghị quyết số {printed} của Bộ Chính trị.\n")
    assert ("I gạch 1", "nq-57-tw", "mentions") in cited(found)


def test_a_heading_that_names_the_lead(tmp_path: Path) -> None:
    body = "I. NHIỆM VỤ\n\n1. Phòng Văn hóa - Xã hội chủ trì, phối hợp với các đơn vị liên quan\n\n(1) Tuyên truyền sâu rộng tới Nhân dân; BHYT đạt 95%.\n\n(2) Phối hợp với Công an phường quản lý lễ hội hằng năm.\n"
    found = drafted(tmp_path, body)
    assert found.task("I.1.(1)").lead == ("mau/phong-vhxh",)
    assert (found.task("I.1.(2)").support, found.task("I.1.(2)").when) == (("mau/cong-an",), When(each_year="period"))
    assert (found.target("I.1.(1)").lead, found.target("I.1.(1)").lead_at) == (("mau/phong-vhxh",), "I.1")
    assert found.task("I.1.(1)").targets == ("bhyt",)


def test_the_closing_assignment_of_a_section(tmp_path: Path) -> None:
    body = """\
I. PHÁT TRIỂN KINH TẾ

1. Chỉ tiêu

- BHYT đạt 95%.

2. Nhiệm vụ

- Mở rộng chợ và thu hút đầu tư.

3. Phân công thực hiện

Căn cứ chức năng, nhiệm vụ được giao, Phòng Kinh tế, Hạ tầng và Đô thị chịu trách nhiệm chủ trì, phối hợp với các đơn vị liên quan thực hiện.
"""
    found = drafted(tmp_path, body)
    assert (found.target("I.1 gạch 1").lead, found.target("I.1 gạch 1").lead_at) == (("mau/phong-kinh-te",), "I.3")
    assert found.task("I.2 gạch 1").lead == ("mau/phong-kinh-te",)
    assert found.task("I.3 đoạn 1").lead == ("mau/phong-kinh-te",)


def test_labelled_lines_make_the_heading_a_task(tmp_path: Path) -> None:
    body = """\
I. CÁC MÔ HÌNH

1. Mô hình “Phường xanh”

- Mục tiêu: Phấn đấu phường đạt chuẩn đô thị văn minh.

- Cơ quan chủ trì: Phòng Văn hóa - Xã hội phối hợp với Công an phường xây dựng Kế hoạch, triển khai thực hiện.

- Thời gian thực hiện: Quý III/2026.

- Kinh phí: Từ ngân sách phường.
"""
    task = drafted(tmp_path, body).task("I.1")
    assert (task.lead, task.support, task.when) == (("mau/phong-vhxh",), ("mau/cong-an",), When(by="2026-Q3"))
    assert (task.product, task.resources, task.targets) == ("Kế hoạch", "Từ ngân sách phường", ("do-thi-van-minh",))


def test_sentences_that_charge_units(tmp_path: Path) -> None:
    body = """\
I. TỔ CHỨC THỰC HIỆN

1. Giao Văn phòng HĐND và UBND phường theo dõi, đôn đốc; báo cáo trước ngày 15/12/2026.

2. Công an phường: Bảo đảm trật tự trên địa bàn.

3. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam phường tuyên truyền, vận động Nhân dân thực hiện.

4. Phòng Nội vụ tham mưu công tác thi đua, khen thưởng hằng năm.
"""
    found = drafted(tmp_path, body)
    assert [task.lead for task in found.plan.tasks] == [("mau/van-phong",), ("mau/cong-an",), ("mau/mttq",), ()]
    assert found.task("I.1").when == When(by="2026-12-15")


TASK_TABLE = """\
I. NHIỆM VỤ

- Thực hiện các nhiệm vụ tại Phụ lục.

Nơi nhận:
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn Mẫu

Phụ lục 01
DANH MỤC NHIỆM VỤ TRỌNG TÂM
STT Nhiệm vụ Đơn vị chủ
trì
Thời gian
thực hiện
Sản phẩm
1
Xây dựng kế hoạch vận động nhân dân,
phấn đấu đến 2030 BHYT đạt ≥ 98%.
Phòng Văn hóa -
Xã hội
Hằng năm
Kế hoạch được
ban hành
2
Tuần tra, bảo đảm trật tự.
Công an phường Thường
xuyên
Báo cáo
Phụ lục 02
DANH MỤC DỰ ÁN
STT Tên dự án Chủ đầu tư Nguồn vốn Quy mô Tiến độ
1
Xây dựng trường mầm non
khu dân cư số 2
UBND phường
Vốn ngân sách phường
1,25 ha
2026-2027
"""


def test_rows_of_task_and_project_tables_told_apart_from_running_text(tmp_path: Path) -> None:
    found = drafted(tmp_path, TASK_TABLE)
    first, second = found.task("PL01.1"), found.task("PL01.2")
    assert (first.lead, first.when, first.product) == (("mau/phong-vhxh",), When(each_year="period"), "Kế hoạch được ban hành")
    assert first.title == "Xây dựng kế hoạch vận động nhân dân, phấn đấu đến 2030 BHYT đạt ≥ 98%."
    assert (second.lead, second.when, second.product) == (("mau/cong-an",), "ongoing", "Báo cáo")
    target = found.target("PL01.1")
    assert (target.test, target.when, target.force, target.lead) == (Test(ge=98), When(by="2030"), "aim", ("mau/phong-vhxh",))
    (project,) = found.plan.projects
    assert (project.name, project.owner, project.funding) == (
        "Xây dựng trường mầm non khu dân cư số 2",
        "UBND phường",
        "Vốn ngân sách phường",
    )
    assert (project.area, project.when) == (Area(value=Decimal("1.25"), unit="ha"), When(over=("2026", "2027")))


def test_rows_of_a_table_of_targets(tmp_path: Path) -> None:
    body = """\
I. NHIỆM VỤ

- Thực hiện các chỉ tiêu tại Phụ lục.

Nơi nhận:
- Lưu: VT.

PHỤ LỤC
CHỈ TIÊU CHỦ YẾU NĂM 2026
TT Chỉ tiêu ĐVT TH 2025 KH 2026
1 Tổng giá trị sản xuất Tỷ đồng 1.250 1.365,5
2 Tỷ lệ hộ nghèo % 2,1 <1,5
3 Số lượt khách du lịch Lượt khách - 12.000
"""
    found = drafted(tmp_path, body, HEAD.replace("giai đoạn 2026 - 2030", "năm 2026"))
    values, poverty, visitors = (found.target(f"PL.{row}") for row in (1, 2, 3))
    assert (values.indicator, values.test, values.when) == ("gtsx", Test(eq=Decimal("1365.5")), When(by="2026"))
    assert values.base == Base(year=2025, value=1250)
    assert (poverty.test, poverty.base) == (Test(lt=Decimal("1.5")), Base(year=2025, value=Decimal("2.1")))
    assert (visitors.unit, visitors.base, visitors.test) == ("lượt khách", None, Test(eq=12000))


def test_documents_named_without_a_number(tmp_path: Path) -> None:
    body = """\
I. NHIỆM VỤ

- Thi hành Luật Đất đai số 31/2024/QH15 và Điều lệ Đảng.

- Tiếp tục đề án “Mỗi tuần một tuyến phố”, Nghị quyết Đại hội lần thứ XXIV.
"""
    found = [(c.clause, c.ref) for c in drafted(tmp_path, body).plan.citations if c.clause.startswith("I ")]
    assert found == [
        ("I gạch 1", "luat-dat-dai"),
        ("I gạch 1", "dieu-le-dang"),
        ("I gạch 2", "de-an-moi-tuan-mot-tuyen-pho"),
        ("I gạch 2", "nghi-quyet-dai-hoi-lan-thu-xxiv"),
    ]


def test_whom_the_last_line_of_a_section_charges(tmp_path: Path) -> None:
    body = """\
I. PHÁT TRIỂN KINH TẾ

- Mở rộng chợ và thu hút đầu tư.

- Quản lý thu, chi theo quy định của pháp luật.
Đơn vị chủ trì: Phòng Kinh tế, Hạ tầng và Đô thị; đơn vị phối hợp: Công an phường.

II. VĂN HÓA

- Phòng, chống dịch theo phương châm “4 tại chỗ”; Phòng Văn hóa - Xã hội thường xuyên cập nhật phương án.

- Cải tạo đường trục chính của phường. Giao Công an phường làm đầu mối theo dõi.

- Tiếp tục học tập nghị quyết. Đảng ủy phường phân công cấp ủy viên dự sinh hoạt.
"""
    found = drafted(tmp_path, body)
    assert [(task.clause, task.lead) for task in found.plan.tasks] == [
        ("I gạch 1", ("mau/phong-kinh-te",)),
        ("I gạch 2", ("mau/phong-kinh-te",)),
        ("II gạch 1", ("mau/phong-vhxh",)),
        ("II gạch 2", ("mau/cong-an",)),
        ("II gạch 3", ("mau/dang-uy",)),
    ]


def test_what_points_to_an_appendix_or_closes_a_document_is_no_task(tmp_path: Path) -> None:
    body = "I. NỘI DUNG\n\nChỉ tiêu từng năm tại Phụ lục 01 kèm theo Kế hoạch này.\n\n1. Công an phường giữ gìn trật tự trên địa bàn.\n\nKế hoạch này thay thế Kế hoạch số 3/KH-UBND ngày 12/02/2025 của UBND phường.\n"
    assert [task.clause for task in drafted(tmp_path, body).plan.tasks] == ["I.1"]
