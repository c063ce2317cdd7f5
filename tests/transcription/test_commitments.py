"""Sentences of a target list and the commitments they make, one construction each."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kehoach.model.commitment import Test, When
from tests.transcription.helpers import HEAD, drafted, listed

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
    ("Hằng năm không có chi bộ không hoàn thành nhiệm vụ", {"eq": 0}, When(each_year="period")),
    ("Thu ngân sách nhà nước trên địa bàn năm 2026 đạt và vượt 150 tỷ đồng", {"ge": 150}, When(by="2026")),
    ("Thu ngân sách nhà nước trên địa bàn hằng năm vượt dự toán tỉnh giao từ 5% trở lên", {"ge": 105}, When(each_year="period")),
    ("Các năm 2027 - 2030, mỗi năm thu ngân sách nhà nước trên địa bàn tăng ít nhất 10%", {"ge": 10}, When(each_year=("2027", "2030"))),
    ("Giảm cả 3 tiêu chí về tai nạn giao thông từ 5 - 10%/năm", {"ge": -10, "le": -5}, When(each_year="period")),
    ("Mức giảm tỷ lệ hộ nghèo bình quân 0,5%/năm", {"eq": D("-0.5")}, When(over="period")),
    ("Kéo giảm từ 5% trở lên số vụ vi phạm so với cùng kỳ năm 2025", {"le": -5}, "undated"),
    ("Tỷ lệ hộ nghèo trước năm 2029 dưới 1%", {"lt": 1}, When(by="2028")),
    ("Từ ngày 01/8/2026, BHYT đạt không dưới 95%", {"ge": 95}, When(since="2026-08-01")),
    ("Từ tháng 7/2026, 100% cán bộ sử dụng chữ ký số", {"eq": 100}, When(since="2026-07")),
    ("6 tháng đầu năm 2026 có 300 doanh nghiệp đang hoạt động", {"eq": 300}, When(by="2026-06")),
    ("Trồng mới tối thiểu 3.500 cây bóng mát trong cả giai đoạn", {"ge": 3500}, When(over="period")),
    ("Phấn đấu đến cuối nhiệm kỳ BHYT đạt 98%", {"eq": 98}, When(by="2030")),
    ("Đến hết năm 2028, có thêm 02 cụm công nghiệp được lấp đầy trên 60% diện tích", {"eq": 2}, When(over=("2026", "2028"))),
    ("Đến năm2027 BHYT đạt95% trở lên", {"ge": 95}, When(by="2027")),
    ("Tổ chức đối thoại với Nhân dân ít nhất 01 lần/quý", {"ge": 1}, "undated"),
    ("Số bác sĩ trên 1 vạn dân đạt 9,5", {"eq": D("9.5")}, "undated"),
    ("Phấn đấu đến năm 2028 được tỉnh công nhận là đơn vị kiểu mẫu", {"is_": "achieved"}, When(by="2028")),
    ("Xã hoàn thành 19/19 tiêu chí vào năm 2027", {"eq": 19}, When(by="2027")),
    ("Đến năm 2027, phường đạt chuẩn đô thị văn minh", {"is_": "achieved"}, When(by="2027")),
    ("Tỷ lệ hộ nghèo cuối kỳ dưới 0,8%", {"lt": D("0.8")}, When(by="2030")),
    ("Trồng mới 40 ha rừng trong 5 năm", {"eq": 40}, When(over="period")),
    ("Kể từ 01/7/2027, 100% chợ không dùng túi ni-lông", {"eq": 100}, When(since="2027-07-01")),
    ("Từ năm 2027, mỗi năm có 300 doanh nghiệp đang hoạt động", {"eq": 300}, When(since="2027")),
    ("Diện tích rừng phòng hộ được giữ vững ở mức 1.105 ha", {"eq": 1105}, When(each_year="period")),
    ("Lắp đặt 60 camera, xong trong 6 tháng đầu năm 2027", {"eq": 60}, When(by="2027-06")),
    ("Mỗi tổ dân phố tổ chức tối thiểu 02 buổi/năm", {"eq": 100}, When(each_year="period")),
    ("Tổ chức ít nhất 01 phiên giao dịch việc làm mỗi năm (riêng năm 2026 tổ chức trong tháng 10)", {"ge": 1}, When(each_year="period")),
    ("Hằng năm hoàn thành chỉ tiêu gọi công dân nhập ngũ", {"ge": 100}, When(each_year="period")),
    ("Phấn đấu phường ra khỏi diện đặc biệt khó khăn trước năm 2029", {"is_": "achieved"}, When(by="2028")),
    ("Giao khoán bảo vệ 900 ha rừng hiện có", {"eq": 900}, "undated"),
    ("Đến năm 2028 có 300 doanh nghiệp đang hoạt động, tăng 40 doanh nghiệp so với năm 2025", {"eq": 300}, When(by="2028")),
    ("Hằng năm khám sức khỏe cho người cao tuổi 01 lần/năm, đạt 100%", {"eq": 100}, When(each_year="period")),
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
        "Đẩy nhanh tiến độ 06 công trình chuyển tiếp",
        "Rà soát 31 điểm tập kết vật liệu, trình danh mục 15 cơ sở phải di dời",
        "Lập hồ sơ cụm công nghiệp (quy mô 49,5 ha); công khai quỹ đất (khoảng 64 ha)",
        "Sửa chữa ngầm tràn (dài 36 m, tải trọng 5 tấn) với kinh phí dự kiến 24,6 tỷ đồng",
        "Tổ chức Giải bóng đá thanh niên 7 người",
        "Hỗ trợ mỗi hộ 30 triệu đồng",
        "Sơ kết 5 năm thực hiện phong trào vào dịp kỷ niệm lần thứ 80",
        "Phổ cập giáo dục cho trẻ từ 3 đến 5 tuổi",
        "Triển khai quy hoạch phân khu tỷ lệ 1/2000",
        "Nâng cấp đường Vành đai 2 và cầu Rào 3",
        "Tổng kinh phí thực hiện dự kiến 18,65 tỷ đồng, trong đó ngân sách phường 4,95 tỷ đồng, huy động khác 2,5 tỷ đồng",
        "Mức hỗ trợ không quá 25 triệu đồng/hộ, 30 triệu đồng/nhà sửa chữa",
        "Rà soát đất lúa; hiện nay toàn phường có 2.410 ha, 17 kênh trục với tổng chiều dài 46,8 km",
        "Gồm 20 chỉ tiêu thuộc 04 nhóm, trong đó 14 chỉ tiêu do tỉnh giao",
        "Là một trong 10 xã phát triển của tỉnh",
        "Củng cố 27 tổ tiết kiệm, cự ly trồng 5 x 6 m",
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


def test_parts_behind_a_colon_go_on_to_the_end_of_the_sentence(tmp_path: Path) -> None:
    found = listed(
        tmp_path,
        "Tổng giá trị sản xuất tăng bình quân giai đoạn 2026 - 2030 đạt 12%/năm, trong đó: nông nghiệp tăng 3%; dịch vụ tăng trên 13%.",
    )
    assert [(target.test, target.stat, target.when) for target in found] == [
        (Test(eq=12), "avg_growth", When(over=("2026", "2030"))),
        (Test(eq=3), "avg_growth", When(over=("2026", "2030"))),
        (Test(gt=13), "avg_growth", When(over=("2026", "2030"))),
    ]
    assert [target.part_of for target in found[1:]] == [found[0].id] * 2


def test_entries_of_a_list_share_comparator_verb_and_time(tmp_path: Path) -> None:
    bounded = listed(tmp_path, "Hằng năm kiểm tra tối thiểu 04 tổ chức đảng và 10 đảng viên.")
    assert [(target.test, target.unit) for target in bounded] == [(Test(ge=4), "tổ chức đảng"), (Test(ge=10), "đảng viên")]
    falling = listed(tmp_path, "Giảm tối thiểu 10% số cuộc họp, 20% văn bản giấy so với năm 2025.")
    assert [(target.test, target.stat) for target in falling] == [(Test(le=-10), "growth"), (Test(le=-20), "growth")]
    dated = listed(tmp_path, "100% tuyến đường, 90% ngõ được chiếu sáng vào năm 2028.")
    assert [(target.test, target.when) for target in dated] == [(Test(eq=100), When(by="2028")), (Test(eq=90), When(by="2028"))]
    opened = listed(tmp_path, "Vận động Nhân dân, phấn đấu hết năm 2027 BHYT đạt 95%, người sử dụng sổ sức khỏe điện tử đạt 45%.")
    assert [target.when for target in opened] == [When(by="2027")] * 2
    headed = listed(tmp_path, "Cơ cấu kinh tế năm 2030: nông nghiệp 18%; công nghiệp 52%; dịch vụ 30%.")
    assert [(target.test, target.when) for target in headed] == [(Test(eq=v), When(by="2030")) for v in (18, 52, 30)]


def test_a_figure_whose_words_name_nothing_goes_on_with_the_measure_before(tmp_path: Path) -> None:
    found = listed(tmp_path, "Thu ngân sách nhà nước trên địa bàn năm 2026 đạt 125 tỷ đồng, tăng 12% so với ước thực hiện năm 2025.")
    assert [(target.indicator, target.test, target.stat, target.when) for target in found] == [
        ("thu-ngan-sach", Test(eq=125), "value", When(by="2026")),
        ("thu-ngan-sach", Test(eq=12), "growth", When(by="2026")),
    ]


@pytest.mark.parametrize(
    ("sentence", "near"),
    [
        ("Tỷ lệ hộ cận nghèo dưới 2%", "ho-ngheo"),
        ("Tổng chi ngân sách nhà nước trên địa bàn đạt 90 tỷ đồng", "thu-ngan-sach"),
        ("Số doanh nghiệp thành lập mới đạt 40 doanh nghiệp", "doanh-nghiep"),
        ("Tỷ lệ trường mầm non đạt chuẩn quốc gia đạt 80%", "truong-chuan"),
    ],
)
def test_a_near_indicator_of_another_measure_is_not_taken(tmp_path: Path, sentence: str, near: str) -> None:
    found = drafted(tmp_path, f"I. CHỈ TIÊU\n\n- {sentence}.\n")
    (target,) = found.plan.targets
    assert target.indicator != near
    assert target.name
    assert "# xem lại: chỉ tiêu chưa có trong danh mục" in found.text


def test_a_purpose_tells_of_things_that_are_no_promise(tmp_path: Path) -> None:
    body = "A. MỤC ĐÍCH, YÊU CẦU\n\nPhường có diện tích 12,5 km2 với 25.000 người; giai đoạn qua đã có 11/16 tổ đạt danh hiệu văn hóa.\n\nB. CHỈ TIÊU\n\n- BHYT đạt 95%.\n"
    assert [target.clause for target in drafted(tmp_path, body).plan.targets] == ["B gạch 1"]


def test_a_deadline_at_the_end_is_that_of_all_that_is_completed(tmp_path: Path) -> None:
    found = listed(tmp_path, "Hoàn thành xây mới 12 căn, sửa chữa 19 căn nhà cho hộ nghèo trước ngày 30/4/2027.")
    assert [(target.test, target.when) for target in found] == [(Test(eq=n), When(by="2027-04-30")) for n in (12, 19)]


def test_a_time_behind_a_bracket_is_that_of_the_whole_and_its_part(tmp_path: Path) -> None:
    whole, part = listed(tmp_path, "Hỗ trợ làm nhà cho 46 hộ (trong đó làm mới 31 hộ) trước tháng 11/2027.")
    assert (whole.test, part.test, part.part_of) == (Test(eq=46), Test(eq=31), whole.id)
    assert whole.when == part.when == When(by="2027-11")


def test_each_of_several_falls_is_yearly(tmp_path: Path) -> None:
    found = listed(tmp_path, "Bình quân mỗi năm giảm 40 hộ nghèo, 50 hộ cận nghèo.")
    assert [(target.test, target.when) for target in found] == [(Test(eq=n), When(each_year="period")) for n in (40, 50)]


def test_since_governs_only_the_years_right_behind_it(tmp_path: Path) -> None:
    found = listed(
        tmp_path, "Kể từ ngày 01/01/2027, 100% cơ sở có công trình xử lý chất thải; bao gói được thu gom hằng năm đạt tối thiểu 90%."
    )
    assert [target.when for target in found] == [When(since="2027-01-01"), When(each_year="period")]


def test_what_part_of_the_counted_lacks_is_another_measure(tmp_path: Path) -> None:
    (target,) = listed(tmp_path, "Đến năm 2028 không còn hộ nghèo thiếu hụt về nước sạch.")
    assert (target.test, target.unit) == (Test(eq=0), "hộ")
    assert target.indicator != "ho-ngheo"


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("Trồng mới 85 ha rừng phòng hộ trong quý II và quý III", "2026-Q3"),
        ("Hoàn thành sửa chữa 25 căn nhà trước ngày 30/9", "2026-09-30"),
        ("BHYT đạt 95% vào cuối năm", "2026"),
    ],
)
def test_a_time_without_a_year_is_in_the_plans_only_year(tmp_path: Path, sentence: str, when: str) -> None:
    body = f"I. CHỈ TIÊU CHỦ YẾU\n\n- {sentence}.\n"
    (target,) = drafted(tmp_path, body, HEAD.replace("giai đoạn 2026 - 2030", "năm 2026")).plan.targets
    assert target.when == When(by=when)
    (target,) = drafted(tmp_path, body).plan.targets
    assert target.when == "undated"


def test_letters_in_the_figures_of_a_scan_are_digits_and_recorded(tmp_path: Path) -> None:
    found = drafted(
        tmp_path, "I. CHỈ TIÊU\n\n- Đến năm 2030 BHYT đạt l00%.\n\n- Đến năm 2030 có 1 .500 doanh nghiệp đang hoạt động.\n"
    ).plan
    assert [target.test for target in found.targets] == [Test(eq=100), Test(eq=1500)]
    assert [(entry.clause, entry.printed, entry.read_as) for entry in found.corrections] == [("I gạch 1", "l00%", "100%")]


def test_two_steps_behind_one_verb_and_a_result_that_is_to_stay(tmp_path: Path) -> None:
    steps = listed(tmp_path, "Xây dựng xã đạt chuẩn nông thôn mới nâng cao vào năm 2028 và nông thôn mới kiểu mẫu vào năm 2030.")
    assert [(target.test, target.when) for target in steps] == [
        (Test(is_="achieved"), When(by="2028")),
        (Test(is_="achieved"), When(by="2030")),
    ]
    (kept,) = listed(tmp_path, "Giữ vững kết quả xóa mù chữ mức độ 2.")
    assert (kept.test, kept.when) == (Test(is_="maintained"), When(each_year="period"))


def test_entries_behind_a_yearly_one_are_yearly_and_a_norm_in_a_bracket_has_no_time(tmp_path: Path) -> None:
    found = listed(tmp_path, "Hỗ trợ thành lập mới mỗi năm 01 hợp tác xã, 02 tổ hợp tác.")
    assert [target.when for target in found] == [When(each_year="period")] * 2
    (poor,) = listed(tmp_path, "Tỷ lệ hộ nghèo còn dưới 2% (theo chuẩn giai đoạn 2026 - 2030).")
    assert poor.when == "undated"
    (yearly,) = listed(tmp_path, "Sản lượng đạt 5.600 tấn/năm vào năm 2030.")
    assert yearly.when == When(by="2030")
