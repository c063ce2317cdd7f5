"""Figures that only tell of something, labelled lines below their items, lines that charge a whole list."""

from __future__ import annotations

from pathlib import Path

from kehoach.model.commitment import Test, When
from tests.transcription.helpers import drafted, listed


def test_outstanding_results_are_no_commitments(tmp_path: Path) -> None:
    body = (
        "I. KẾT QUẢ NỔI BẬT NĂM 2025\n\nThu ngân sách đạt 50 tỷ đồng; hộ nghèo còn 2%.\n\nII. MỤC TIÊU\n\n- Đến năm 2030, BHYT đạt 98%.\n"
    )
    found = drafted(tmp_path, body).plan
    assert [target.clause for target in found.targets] == ["II gạch 1"]
    assert found.tasks == ()


def test_norms_and_payments_are_no_targets(tmp_path: Path) -> None:
    body = """\
I. NHIỆM VỤ

- Hỗ trợ người trồng hoa 8 triệu đồng/ha theo quy định của thành phố.

- Bảo đảm bữa ăn của học sinh bán trú từ 30.000 đồng/suất.

- Chi trả trợ cấp tháng cho 1.205 đối tượng, 96 người cao tuổi đúng kỳ.

- Cải tạo chợ Mẫu (chợ hạng 2, 210 điểm kinh doanh) xong trước ngày 30/6/2027.
"""
    found = drafted(tmp_path, body).plan
    assert found.targets == ()
    assert len(found.tasks) == 4


def test_what_each_earns_from_a_hectare_stays_a_target(tmp_path: Path) -> None:
    (found,) = listed(tmp_path, "Đến năm 2030, giá trị sản xuất bình quân đạt 250 triệu đồng/ha.")
    assert found.test == Test(eq=250)


def test_the_size_of_what_must_not_happen(tmp_path: Path) -> None:
    (found,) = listed(tmp_path, "Hằng năm, không để xảy ra vụ cháy làm chết từ 02 người trở lên.")
    assert (found.test, found.when) == (Test(eq=0), When(each_year="period"))


def test_a_time_behind_a_semicolon_governs_the_recognition(tmp_path: Path) -> None:
    found = listed(tmp_path, "Mở 03 lớp tập huấn; phấn đấu trong năm 2028, chợ Mẫu được công nhận chợ an toàn theo TCVN 11856:2017.")
    assert When(by="2028") in [target.when for target in found if target.test.is_ == "achieved"]


def test_seven_of_seven_is_a_share(tmp_path: Path) -> None:
    (found,) = listed(tmp_path, "Đến năm 2028, nâng số trường đạt chuẩn quốc gia lên 6/7 trường.")
    assert (found.test, found.when) == (Test(eq=6), When(by="2028"))
    assert listed(tmp_path, "Trực tiếp nhận thông tin 24/7.") == ()


def test_labelled_lines_belong_to_the_item_above_them(tmp_path: Path) -> None:
    body = """\
I. NHIỆM VỤ

1. Chính quyền số

a) Rà soát, cắt giảm ít nhất 20% thời gian giải quyết thủ tục hành chính.
Đơn vị chủ trì: Văn phòng HĐND và UBND phường. Đơn vị phối hợp: Công an phường. Thời gian thực hiện: Quý II/2027. Sản phẩm: Quyết định phê duyệt.

b) Số hóa hồ sơ lưu trữ của các bộ phận chuyên môn.
Đơn vị chủ trì: Phòng Văn hóa - Xã hội. Thời gian thực hiện: Hằng năm.

2. An ninh mạng

a) Kiểm tra an toàn thông tin cho các hệ thống của phường.
Đơn vị chủ trì: Công an phường. Thời gian thực hiện: Thường xuyên.
"""
    found = drafted(tmp_path, body)
    assert [(task.clause, task.lead) for task in found.plan.tasks] == [
        ("I.1.a)", ("mau/van-phong",)),
        ("I.1.b)", ("mau/phong-vhxh",)),
        ("I.2.a)", ("mau/cong-an",)),
    ]
    first = found.task("I.1.a)")
    assert (first.support, first.when, first.product) == (("mau/cong-an",), When(by="2027-Q2"), "Quyết định phê duyệt")
    assert found.target("I.1.a)").lead == ("mau/van-phong",)


def test_a_line_that_closes_a_list_charges_all_of_it(tmp_path: Path) -> None:
    body = """\
I. NHIỆM VỤ

1. Ngân sách

- Điều hành chi ngân sách chặt chẽ, đúng dự toán được duyệt.

- Quyết toán các công trình đã hoàn thành trên địa bàn phường.

Giao Phòng Kinh tế, Hạ tầng và Đô thị chủ trì, phối hợp với Công an phường thực hiện các nội dung trên.
"""
    found = drafted(tmp_path, body).plan
    assert [(task.clause, task.lead) for task in found.tasks] == [
        ("I.1 gạch 1", ("mau/phong-kinh-te",)),
        ("I.1 gạch 2", ("mau/phong-kinh-te",)),
    ]
