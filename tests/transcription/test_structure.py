"""Heads and headings: what a document prints of itself, and its numbers with their gaps."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kehoach.files.source.clauses import read_clauses
from kehoach.files.source.headings import heading_clauses
from kehoach.model.plan import Plan, Signature, Span
from kehoach.transcription.blocks import document_lines, starred_lines
from kehoach.transcription.outline import outline
from kehoach.transcription.phrases import phrases
from tests.transcription.helpers import drafted


def clauses(plan: Plan) -> list[tuple[str, str]]:
    return [(clause, section.title) for clause, section in heading_clauses(plan.sections)]


def test_headings_items_and_gaps(tmp_path: Path) -> None:
    body = """\
A. MỤC ĐÍCH

Nâng cao đời sống của Nhân dân.

B. NỘI DUNG

I. KINH TẾ

1. Mục tiêu: Kinh tế phát triển nhanh, bền vững.

2. Nhiệm vụ và giải pháp

2.1. Phát triển thương mại, dịch vụ; cải thiện môi trường đầu tư

- Thu hút đầu tư vào trung tâm thương mại.

+ Rà soát quỹ đất.

III. XÃ HỘI

a) Chỉ tiêu y tế

- Duy trì trạm y tế.

* Phân công thực hiện:

Giao Phòng Văn hóa - Xã hội chủ trì thực hiện.

C. TỔ CHỨC THỰC HIỆN

1. Công an phường giữ gìn trật tự trên địa bàn.

2. Văn phòng HĐND và UBND phường theo dõi, đôn đốc.
"""
    found = drafted(tmp_path, body)
    assert clauses(found.plan) == [
        ("A", "MỤC ĐÍCH"),
        ("B", "NỘI DUNG"),
        ("B.I", "KINH TẾ"),
        ("B.I.1", "Mục tiêu"),
        ("B.I.2", "Nhiệm vụ và giải pháp"),
        ("B.I.2.1", "Phát triển thương mại, dịch vụ; cải thiện môi trường đầu tư"),
        ("B.III", "XÃ HỘI"),
        ("B.III.a)", "Chỉ tiêu y tế"),
        ("B.III.a) mục *1", "Phân công thực hiện"),
        ("C", "TỔ CHỨC THỰC HIỆN"),
    ]
    assert "# xem lại: số đề mục nhảy: I → III" in found.text
    assert [task.clause for task in found.plan.tasks][-2:] == ["C.1", "C.2"]


def test_parts_with_their_title_on_the_next_line(tmp_path: Path) -> None:
    body = "Phần thứ nhất\nTÌNH HÌNH\n\nI. KẾT QUẢ\n\n- Đã hoàn thành.\n\nPhần thứ hai\nNHIỆM VỤ\n\nI. CHỈ TIÊU\n\n- BHYT đạt 95%.\n"
    found = drafted(tmp_path, body).plan
    assert [clause for clause, _ in clauses(found)] == ["Phần thứ nhất", "Phần thứ nhất.I", "Phần thứ hai", "Phần thứ hai.I"]
    assert found.targets[0].clause == "Phần thứ hai.I gạch 1"


def test_pages_and_broken_lines_of_a_scan(tmp_path: Path) -> None:
    body = """\
I. CHỈ TIÊU

- Đến năm 2030, tỷ lệ dân số tham gia bảo hiểm y tế trên địa bàn

Kế hoạch phường Mẫu

2

phường đạt 97% trở lên.

II. NHIỆM VỤ

- Tuyên truyền sâu rộng tới mọi tầng lớp

Kế hoạch phường Mẫu

3

nhân dân.

- Vận động các hộ

Kế hoạch phường Mẫu

4

kinh doanh.
"""
    found = drafted(tmp_path, body).plan
    assert [clause for clause, _ in clauses(found)] == ["I", "II"]
    assert [(t.clause, t.test.ge) for t in found.targets] == [("I gạch 1", 97)]


def test_the_head_of_a_plan(tmp_path: Path) -> None:
    body = "I. NHIỆM VỤ\n\n- Tuyên truyền.\n\nNơi nhận:\n- UBND tỉnh (b/c);\n- Các phòng;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nTrần Thị Mẫu\n"
    plan = drafted(tmp_path, body).plan
    assert (plan.kind, plan.number, plan.symbol, plan.issued) == ("KH", "07", "KH-UBND", "2026-02-03")
    assert (plan.issuer, plan.place_line, plan.period) == ("mau/ubnd", "Phường Mẫu", Span(from_=2026, to=2030))
    assert plan.title == "Phát triển phường Mẫu giai đoạn 2026 - 2030"
    assert plan.recipients == ("UBND tỉnh (b/c)", "Các phòng", "Lưu: VT")
    assert plan.signed == Signature(by="Trần Thị Mẫu", position="Phó Chủ tịch", for_="TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH")


def test_blanks_stay_blank(tmp_path: Path) -> None:
    head = "Số:      /KH-UBND\n\nPhường Mẫu, ngày     tháng    năm 2026\n\nKẾ HOẠCH\nVề chuyển đổi số của phường\n\nThực hiện chỉ đạo của cấp trên, phường xây dựng Kế hoạch như sau:\n\n"
    found = drafted(tmp_path, "I. NHIỆM VỤ\n\n- Tuyên truyền.\n", head)
    assert (found.plan.number, found.plan.symbol, found.plan.issued, found.plan.period) == (None, "KH-UBND", "2026", None)
    assert found.plan.title == "Chuyển đổi số của phường"
    assert "# xem lại: trích yếu không in thời kỳ của văn bản" in found.text


def test_a_letter_and_a_document_of_the_party(tmp_path: Path) -> None:
    letter = "Số: 15/UBND-VX\nV/v tăng cường tuyên truyền\n\nPhường Mẫu, ngày 05 tháng 3 năm 2026\n\nKính gửi:\n- Công an phường;\n- Các trường học.\n\n"
    plan = drafted(tmp_path, "1. Nội dung tuyên truyền\n\n- Phổ biến pháp luật tới Nhân dân.\n", letter).plan
    assert (plan.kind, plan.number, plan.symbol, plan.title) == ("CV", "15", "UBND-VX", "Tăng cường tuyên truyền")
    assert plan.addressees == ("Công an phường", "Các trường học")
    party = "ĐẢNG BỘ TỈNH MẪU\nĐẢNG ỦY PHƯỜNG MẪU\n*\nSố 12-CTr/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\nMẫu, ngày 08 tháng 4 năm 2026\n\nCHƯƠNG TRÌNH HÀNH ĐỘNG\nvề cải cách hành chính giai đoạn 2026 - 2030\n\nThực hiện Nghị quyết số 57-NQ/TW, Đảng ủy phường xây dựng Chương trình như sau:\n\n"
    plan = drafted(tmp_path, "I. MỤC TIÊU\n\n- BHYT đạt 95%.\n", party).plan
    assert (plan.kind, plan.number, plan.symbol, plan.issuer) == ("CTr", "12", "CTr/ĐU", "mau/dang-uy")


PROSE = st.text(alphabet='abđêưạ 0123456789%.,;:()-–“”"/<>≥≤\n*+AIVX', max_size=300)


@given(PROSE)
def test_every_text_has_an_outline_that_is_found_again(text: str) -> None:
    lines = document_lines(text)
    found = outline(lines, starred_lines(text))
    read_clauses(text, found.sections)


@given(
    st.lists(
        st.sampled_from(
            [
                "từ",
                "đến",
                "10%",
                "12,5%",
                "2030",
                "năm",
                "giai",
                "đoạn",
                "2026-2030",
                "trên",
                "dưới",
                "ít",
                "nhất",
                "trở",
                "lên",
                "hộ",
                "tỷ",
                "đồng",
                "/",
                "mỗi",
                "04/09",
                "thôn",
                ",",
                ";",
                "(",
                ")",
                "phấn",
                "đấu",
                "-",
                ">",
                "≥",
                "1.120",
                "quý",
                "II/2026",
                "30/6/2026",
                "bình",
                "quân",
            ]
        ),
        max_size=14,
    )
)
def test_every_sentence_has_a_reading(words: list[str]) -> None:
    sentence = " ".join(words)
    found = phrases(sentence)
    assert all(0 <= a.start < a.end <= len(sentence) for a in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_a_head_and_a_foot_in_two_columns(tmp_path: Path) -> None:
    head = """\
   ĐẢNG BỘ TỈNH MẪU                    ĐẢNG CỘNG SẢN VIỆT NAM
   ĐẢNG ỦY PHƯỜNG MẪU
              *                        Mẫu, ngày 14 tháng 11 năm 2025
        Số 21-KH/ĐU

                    KẾ HOẠCH
     thực hiện Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị

Thực hiện chỉ đạo của Tỉnh ủy, Đảng ủy phường xây dựng Kế hoạch như sau:

"""
    body = """\
I. MỤC TIÊU

- BHYT đạt 95%.

     Nơi nhận:                               T/M BAN THƯỜNG VỤ
     - Tỉnh ủy (b/c),                             BÍ THƯ
     - Lưu VPĐU.
                                            Trần Văn Mẫu
"""
    plan = drafted(tmp_path, body, head).plan
    assert (plan.kind, plan.number, plan.symbol, plan.issued, plan.issuer) == ("KH", "21", "KH/ĐU", "2025-11-14", "mau/dang-uy")
    assert plan.title == "Thực hiện Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị"
    assert [section.title for section in plan.sections] == ["MỤC TIÊU"]
    assert [target.clause for target in plan.targets] == ["I gạch 1"]


def test_an_item_beside_the_topmost_headings(tmp_path: Path) -> None:
    body = """\
1. Phòng Văn hóa - Xã hội

- Phổ biến pháp luật tới Nhân dân trên địa bàn.

2. Giao Công an phường theo dõi, tổng hợp, báo cáo kết quả hằng tháng.
"""
    assert [task.clause for task in drafted(tmp_path, body).plan.tasks] == ["1 gạch 1", "2"]
