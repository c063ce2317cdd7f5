"""Work and goals that are written out: items under a line that names the lead, appendices without columns."""

from __future__ import annotations

from pathlib import Path

from kehoach.files.source.headings import heading_clauses
from kehoach.model.commitment import Test, When
from tests.transcription.helpers import drafted

FOOT = "\nNơi nhận:\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\n\nNguyễn Văn Mẫu\n\n"


def test_a_line_that_names_the_lead_of_the_items_below_it(tmp_path: Path) -> None:
    body = """\
I. NHIỆM VỤ

1. Hạ tầng, môi trường

Cơ quan chủ trì: Phòng Kinh tế, Hạ tầng và Đô thị; phối hợp: Công an phường.

1.1. Hoàn thành hồ chứa nước ngọt (dung tích 320.000 m3) trong năm 2028.

1.2. Công an phường lắp đặt camera tại khu đông dân cư.
"""
    found = drafted(tmp_path, body)
    assert [task.clause for task in found.plan.tasks] == ["I.1.1", "I.1.2"]
    assert found.task("I.1.1").lead == ("mau/phong-kinh-te",)
    assert found.task("I.1.2").lead == ("mau/cong-an",)
    assert found.plan.targets == ()


def test_dotted_items_beside_each_other_are_one_level(tmp_path: Path) -> None:
    body = """\
I. NHIỆM VỤ

1. Trọng tâm

1.1. Phát triển kinh tế: thu hút doanh nghiệp, hoàn thành giải phóng mặt bằng khu dân cư mới.

1.2. Phát triển văn hóa; sửa chữa nhà văn hóa của các tổ dân phố trên địa bàn.
"""
    found = drafted(tmp_path, body).plan
    assert [clause for clause, _ in heading_clauses(found.sections)] == ["I", "I.1"]
    assert [task.clause for task in found.tasks] == ["I.1.1", "I.1.2"]


def test_articles_stand_below_parts(tmp_path: Path) -> None:
    body = "Phần thứ nhất\nMỤC TIÊU\n\nĐiều 1. Mục tiêu đến năm 2030\n\n1. Đến năm 2030, BHYT đạt 98%.\n\nPhần thứ hai\nTỔ CHỨC THỰC HIỆN\n\nĐiều 2. Hiệu lực\n"
    assert [clause for clause, _ in heading_clauses(drafted(tmp_path, body).plan.sections)] == [
        "Phần thứ nhất",
        "Phần thứ nhất.Điều 1",
        "Phần thứ hai",
        "Phần thứ hai.Điều 2",
    ]


def test_a_line_of_goals_and_what_the_plan_costs_are_no_tasks(tmp_path: Path) -> None:
    body = """\
I. NHIỆM VỤ

- Tỷ lệ hộ nghèo dưới 1%; đến năm 2027 có 60% hộ dân dùng nước sạch.

- Tuyên truyền sâu rộng tới Nhân dân trên địa bàn phường.

II. KINH PHÍ

Tổng kinh phí thực hiện dự kiến 18,65 tỷ đồng, trong đó ngân sách phường 4,95 tỷ đồng.

- Xã hội hóa: khoảng 80 triệu đồng.
"""
    found = drafted(tmp_path, body).plan
    assert [task.clause for task in found.tasks] == ["I gạch 2"]
    assert [(target.clause, target.test) for target in found.targets] == [("I gạch 1", Test(lt=1)), ("I gạch 1", Test(eq=60))]
    assert {entry.clause for entry in found.uncovered} == {"II đoạn 1", "II gạch 1"}


def test_appendices_written_out(tmp_path: Path) -> None:
    body = f"""\
I. NHIỆM VỤ

- Tuyên truyền sâu rộng tới Nhân dân trên địa bàn phường.
{FOOT}Biểu số 01
LỘ TRÌNH MỘT SỐ CHỈ TIÊU
1. Tỷ lệ hộ dân dùng nước sạch (%): năm 2026: 88; năm
2030: 100.
2. Sản lượng nuôi biển (tấn): năm 2027: 900; năm 2030: trên 1.500.

Biểu số 02
CHỈ TIÊU GIAO CÁC TỔ DÂN PHỐ NĂM 2027
1. Tổ dân phố Bến Trước: giảm 06 hộ nghèo; thu gom rác đạt 80% trở lên.

Biểu số 03
PHÂN CÔNG NHIỆM VỤ
1. Lắp đặt camera. Chủ trì: Công an phường. Phối hợp: Phòng Văn hóa - Xã hội. Thời gian: 2026 - 2027.
"""
    found = drafted(tmp_path, body)
    assert [(target.clause, target.test, target.unit, target.when) for target in found.plan.targets] == [
        ("PL01.1", Test(eq=88), "%", When(by="2026")),
        ("PL01.1", Test(eq=100), "%", When(by="2030")),
        ("PL01.2", Test(eq=900), "tấn", When(by="2027")),
        ("PL01.2", Test(gt=1500), "tấn", When(by="2030")),
        ("PL02.1", Test(eq=6), "hộ", When(by="2027")),
        ("PL02.1", Test(ge=80), "%", When(by="2027")),
    ]
    task = found.task("PL03.1")
    assert (task.title, task.lead, task.support) == ("Lắp đặt camera", ("mau/cong-an",), ("mau/phong-vhxh",))
    assert task.when == When(over=("2026", "2027"))


def test_two_documents_behind_one_verb_and_a_law_with_its_number(tmp_path: Path) -> None:
    body = """\
I. NHIỆM VỤ

- Thực hiện Kết luận số 81-KL/TW, ngày 04/6/2024 của Bộ Chính trị và Chỉ thị số 05-CT/TU của Ban Thường vụ Tỉnh ủy.

- Lập quy hoạch theo Luật Quy hoạch đô thị và nông thôn số 47/2024/QH15.
"""
    found = drafted(tmp_path, body).plan
    assert [(c.clause, c.ref) for c in found.citations if c.clause != "Mở đầu"] == [
        ("I gạch 1", "kl-81-tw"),
        ("I gạch 1", "ct-05-tu"),
        ("I gạch 2", "luat-47-2024-qh15"),
    ]


def test_dotted_items_with_a_dash_and_without_a_point(tmp_path: Path) -> None:
    body = """\
I- NHIỆM VỤ

1- Xây dựng đội ngũ

1.1- Tuyển đủ giáo viên theo định mức của từng trường trên địa bàn.

1.2 Đầu tư xây mới 24 phòng học tại các trường, hoàn thành trước năm học 2028 - 2029.
"""
    found = drafted(tmp_path, body)
    assert [task.clause for task in found.plan.tasks] == ["I.1.1", "I.1.2"]
    assert found.target("I.1.2").when == When(over=("2026", "2028"))


def test_points_with_a_full_stop(tmp_path: Path) -> None:
    body = """\
I. NHIỆM VỤ

1. Bảo tồn di sản

a. Lập hồ sơ xếp hạng 02 di tích trong năm 2026, 01 di tích trong năm 2027.

b. Phòng Văn hóa - Xã hội hỗ trợ 15 hộ làm du lịch, mỗi hộ tối đa 50 triệu đồng; tu bổ đình làng (hậu cung, diện tích 120 m2).
"""
    found = drafted(tmp_path, body)
    assert [task.clause for task in found.plan.tasks] == ["I.1.a)", "I.1.b)"]
    assert found.task("I.1.b)").lead == ("mau/phong-vhxh",)
    assert [(target.clause, target.test, target.when) for target in found.plan.targets] == [
        ("I.1.a)", Test(eq=2), When(by="2026")),
        ("I.1.a)", Test(eq=1), When(by="2027")),
        ("I.1.b)", Test(eq=15), "undated"),
    ]
