"""Sentences of a target list and the commitments they make, one construction each."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kehoach.model.commitment import Test, When
from tests.transcription.helpers import drafted, listed

D = Decimal
CASES: list[tuple[str, dict[str, Any], Any]] = [
    ("Tỷ lệ dân số tham gia bảo hiểm y tế đến năm 2030 đạt 97%", {"eq": 97}, When(by="2030")),
    ("Tỷ lệ dân số tham gia bảo hiểm y tế đạt từ 95% trở lên vào năm 2028", {"ge": 95}, When(by="2028")),
    ("Đến hết năm 2027, BHYT đạt tối thiểu 96,5% dân số", {"ge": D("96.5")}, When(by="2027")),
    ("Tỷ lệ hộ nghèo đến 2030 dưới 0,5%", {"lt": D("0.5")}, When(by="2030")),
    ("Hằng năm, tỷ lệ hộ nghèo không quá 1%", {"le": 1}, When(each_year="period")),
    ("Giảm tỷ lệ hộ nghèo xuống còn 0,8% vào cuối năm 2029", {"eq": D("0.8")}, When(by="2029")),
    ("Tỷ lệ hộ nghèo > 2%", {"gt": 2}, "undated"),
    ("Tỷ lệ hộ nghèo từ 1,5 - 2,0% trong năm 2026", {"ge": D("1.5"), "le": 2}, When(by="2026")),
    ("Từ năm 2027, 100% trường học đạt chuẩn quốc gia", {"eq": 100}, When(since="2027")),
    ("Duy trì 100% trường học đạt chuẩn quốc gia", {"eq": 100}, When(each_year="period")),
    ("Đến năm 2028, duy trì 100% trường học đạt chuẩn quốc gia", {"eq": 100}, When(each_year=("2026", "2028"))),
    ("Mỗi trường học có ít nhất 02 phòng học thông minh vào năm 2029", {"eq": 100}, When(by="2029")),
    ("100% trường học có ít nhất một phòng học thông minh", {"eq": 100}, "undated"),
    ("Đến năm 2030 có trên 1.250 doanh nghiệp đang hoạt động", {"gt": 1250}, When(by="2030")),
    ("Trước ngày 30/6/2027 có 300 doanh nghiệp đang hoạt động", {"eq": 300}, When(by="2027-06-30")),
    ("Quý II/2026 có 300 doanh nghiệp đang hoạt động", {"eq": 300}, When(by="2026-Q2")),
    ("Đến năm 2030, 500 hộ kinh doanh được chuyển đổi thành doanh nghiệp", {"eq": 500}, When(over=("2026", "2030"))),
    ("Giai đoạn 2026 - 2030 giải quyết việc làm cho 1.500 lao động", {"eq": 1500}, When(over=("2026", "2030"))),
    ("Tổng giá trị sản xuất tăng 12% hằng năm", {"eq": 12}, When(each_year="period")),
    ("Giai đoạn 2026 - 2030, tổng giá trị sản xuất tăng bình quân 11,5%/năm", {"eq": D("11.5")}, When(over=("2026", "2030"))),
    ("Tốc độ tăng tổng giá trị sản xuất bình quân hằng năm đạt 9% trở lên", {"ge": 9}, When(over="period")),
    ("Hằng năm, tổng giá trị sản xuất giảm từ 5% đến 6%", {"ge": -6, "le": -5}, When(each_year="period")),
    ("Hằng năm hoàn thành 100% chỉ tiêu tuyển chọn và gọi công dân nhập ngũ", {"ge": 100}, When(each_year="period")),
    ("Thu ngân sách nhà nước trên địa bàn hằng năm hoàn thành và vượt dự toán tỉnh giao", {"ge": 100}, When(each_year="period")),
    ("Đến năm 2028 không còn hộ nghèo", {"eq": 0}, When(by="2028")),
    ("Đến năm 2027, phường đạt chuẩn đô thị văn minh", {"is_": "achieved"}, When(by="2027")),
    ("Xây dựng phường không ma túy", {"is_": "achieved"}, "undated"),
    ("Giữ vững an ninh chính trị, trật tự an toàn xã hội", {"is_": "maintained"}, When(each_year="period")),
]


@pytest.mark.parametrize(("sentence", "test", "when"), CASES, ids=[case[0] for case in CASES])
def test_one_sentence_makes_one_commitment(tmp_path: Path, sentence: str, test: dict[str, Any], when: Any) -> None:
    (target,) = listed(tmp_path, sentence + ".")
    assert (target.test, target.when) == (Test(**test), when)
    assert target.clause == "I gạch 1"


@pytest.mark.parametrize(
    "sentence",
    [
        "Thực hiện phương châm “4 tại chỗ” trong phòng, chống thiên tai",
        "Triển khai Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị",
        "Thực hiện hiệu quả Đề án 06",
        "Đầu tư tuyến đường rộng 12,5m qua khu dân cư số 3",
        "Sơ kết 5 năm thực hiện phong trào vào dịp kỷ niệm lần thứ 80",
        "Phổ cập giáo dục cho trẻ từ 3 đến 5 tuổi",
        "Triển khai quy hoạch phân khu tỷ lệ 1/2000",
        "Nâng cấp đường Vành đai 2 và cầu Rào 3",
    ],
)
def test_numbers_that_are_no_commitment_are_left_alone(tmp_path: Path, sentence: str) -> None:
    assert listed(tmp_path, sentence + ".") == ()


def test_an_opening_time_governs_to_the_full_stop_unless_a_part_has_its_own(tmp_path: Path) -> None:
    found = listed(
        tmp_path,
        "Hằng năm, tỷ lệ hộ nghèo dưới 2%; BHYT đạt trên 90%; đến năm 2030, BHYT đạt 98%. Tỷ lệ trường học đạt chuẩn quốc gia đạt 80%.",
    )
    assert [target.when for target in found] == [When(each_year="period"), When(each_year="period"), When(by="2030"), "undated"]


def test_an_opening_aim_governs_to_the_full_stop(tmp_path: Path) -> None:
    found = listed(tmp_path, "Phấn đấu đến năm 2030 BHYT đạt 98%, tỷ lệ hộ nghèo dưới 1%. Có 300 doanh nghiệp đang hoạt động.")
    assert [(target.force, target.when) for target in found] == [("aim", When(by="2030")), ("aim", When(by="2030")), ("firm", "undated")]


def test_parts_take_time_and_growth_of_their_whole(tmp_path: Path) -> None:
    body = "I. CHỈ TIÊU CHỦ YẾU\n\n- Hằng năm, tổng giá trị sản xuất tăng 10%, trong đó:\n\n+ Khu vực dịch vụ tăng từ 12% đến 14%.\n"
    whole, part = drafted(tmp_path, body).plan.targets
    assert (whole.stat, part.stat, part.when) == ("growth", "growth", When(each_year="period"))
    assert (part.part_of, part.clause, part.indicator) == (whole.id, "I gạch 1 cộng 1", "gtsx-dich-vu")


def test_yearly_and_average_in_one_sentence_are_a_reading(tmp_path: Path) -> None:
    (target,) = listed(tmp_path, "Hằng năm, tổng giá trị sản xuất tăng bình quân 10%.")
    assert (target.stat, target.when) == ("growth", When(each_year="period"))
    assert target.reading is not None
    assert target.reading.alternatives[0].stat == "avg_growth"


def test_brackets_break_a_whole_down(tmp_path: Path) -> None:
    found = listed(
        tmp_path,
        "Đến năm 2030 có 1.000 doanh nghiệp đang hoạt động (trong đó, số doanh nghiệp thành lập mới đạt ít nhất 200 doanh nghiệp).",
    )
    assert [(target.test, target.part_of) for target in found] == [(Test(eq=1000), None), (Test(ge=200), found[0].id)]


def test_a_level_of_the_past_is_a_base(tmp_path: Path) -> None:
    (target,) = listed(tmp_path, "Đến năm 2030, BHYT đạt 98% (năm 2025 đạt 92%).")
    assert target.base is not None
    assert (target.base.year, target.base.value) == (2025, 92)


def test_a_condition_is_kept_in_its_words(tmp_path: Path) -> None:
    (target,) = listed(
        tmp_path, "Giai đoạn 2026 - 2030, thu ngân sách nhà nước trên địa bàn đạt 150 tỷ đồng (nếu tỉnh phân cấp nguồn thu)."
    )
    assert target.condition is not None
    assert target.condition.text == "nếu tỉnh phân cấp nguồn thu"
    assert (target.stat, target.when) == ("sum", When(over=("2026", "2030")))


def test_a_count_out_of_a_total_is_marked(tmp_path: Path) -> None:
    found = drafted(tmp_path, "I. CHỈ TIÊU\n\n- Đến năm 2030 có 07/09 tổ dân phố văn hóa.\n")
    assert found.plan.targets[0].test == Test(eq=7)
    assert "# xem lại: văn bản in 7 trên tổng số 9" in found.text


def test_an_unknown_indicator_gets_an_id_and_a_name_and_is_marked(tmp_path: Path) -> None:
    found = drafted(tmp_path, "I. CHỈ TIÊU\n\n- Tỷ lệ che phủ rừng đến năm 2030 đạt 42%.\n")
    assert (found.plan.targets[0].indicator, found.plan.targets[0].name, found.plan.targets[0].unit) == (
        "che-phu-rung",
        "Tỷ lệ che phủ rừng",
        "%",
    )
    assert "# xem lại: chỉ tiêu chưa có trong danh mục" in found.text


def test_results_of_the_past_are_no_commitments(tmp_path: Path) -> None:
    body = "I. ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN NĂM 2025\n\n- BHYT đạt 92%.\n\nII. CHỈ TIÊU\n\n- BHYT đạt 95%.\n"
    found = drafted(tmp_path, body).plan
    assert [target.clause for target in found.targets] == ["II gạch 1"]
    assert [entry.clause for entry in found.uncovered] == ["I gạch 1"]


def test_what_a_scan_misread_is_read_and_recorded(tmp_path: Path) -> None:
    found = drafted(tmp_path, "I. CHỈ TIÊU\n\n- Phân đấu đến năm 2030 BHYT đạt 98%.\n").plan
    assert found.targets[0].force == "aim"
    assert (found.corrections[0].printed.split()[:2], found.corrections[0].kind) == (["Phân", "đấu"], "scan")
