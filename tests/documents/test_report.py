"""What a report says: the annex, the totals, the missed ones, the work, the charts."""

from __future__ import annotations

import io
from zipfile import ZipFile

import openpyxl
import pytest
from lxml import etree

from tests.documents.word import NS, Opened

HEAD = ["TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm", "Thực hiện", "Tỷ lệ (%)", "Đánh giá", "Cơ quan chủ trì", "Ghi chú"]


def annex(opened: Opened) -> list[list[str]]:
    (position,) = opened.tables_with("Đánh giá")
    return opened.rows(position)


def test_the_usual_parts(written: dict[str, Opened]) -> None:
    parts = [text for text in written["report"].paragraphs if text[:2] in ("I.", "II", "IV", "V.") and text.isupper()]
    assert parts[:5] == [
        "I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO",
        "II. KẾT QUẢ THỰC HIỆN",
        "III. TỒN TẠI, HẠN CHẾ, NGUYÊN NHÂN",
        "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ",
        "V. KIẾN NGHỊ, ĐỀ XUẤT",
    ]
    assert "- Kế hoạch số 12/KH-UBND ngày 15/1/2026 của Ủy ban nhân dân phường Mẫu: Phát triển kinh tế" in written["report"].text


def test_the_annex(written: dict[str, Opened]) -> None:
    rows = annex(written["report"])
    assert rows[0] == HEAD
    assert [row[0] for row in rows if len(row) == 1] == [
        "I. Kinh tế",
        "II. Đô thị",
        "III. Môi trường",
        "IV. Y tế",
        "V. An sinh xã hội",
        "4/5 chỉ tiêu đạt và vượt, trong đó 1 chỉ tiêu vượt; 1 chỉ tiêu không đạt.",
    ]
    lines = {row[0]: row for row in rows if len(row) == len(HEAD) and row[0].isdecimal()}
    assert list(lines) == [str(number) for number in range(1, 10)]
    assert lines["1"][1:7] == [
        "Số doanh nghiệp thành lập mới",
        "doanh nghiệp",
        "1.100 doanh nghiệp, hằng năm 2026-2030",
        "1.234",
        "112,2",
        "Vượt",
    ]
    assert lines["3"][4:7] == ["4,5 (ước)", "", "Đạt"], "no ratio where lower is better"
    assert lines["4"][4:7] == ["—", "", "Chưa có số liệu"], "no figure is a dash, never 0"
    assert lines["5"][4:7] == ["đạt", "", "Đạt"]


def test_one_column_per_year(written: dict[str, Opened]) -> None:
    rows = annex(written["several-years"])
    years = ["Năm 2025", "Năm 2026", "Năm 2027", "Năm 2028"]
    assert rows[0] == [*HEAD[:3], "Kế hoạch", *years, *HEAD[5:]]
    assert "Thực hiện" not in rows[0]
    budget = next(row for row in rows if row[1:2] == ["Thu ngân sách trên địa bàn"])
    assert budget[4:8] == ["", "1.190", "1.302,25", "—"], "the target binds from 2026 on"


def test_the_text_agrees_with_the_annex(written: dict[str, Opened]) -> None:
    text = written["report"].text
    assert "Trong năm 2027, cơ quan theo dõi 9 chỉ tiêu. 4/5 chỉ tiêu đạt và vượt" in text
    assert "Ngoài tổng số: 2 chưa đến hạn, 1 chưa có số liệu, 1 không có thời hạn." in text
    assert "- Tỷ lệ dân số tham gia bảo hiểm y tế: thực hiện 96,4 (%), kế hoạch từ 97% trở lên; chủ trì: Phòng Văn hóa - Xã hội;" in text
    assert "Có 2 nhiệm vụ và 1 dự án đến hạn trong năm 2027 (danh mục tại Phụ lục II)." in text
    assert "sổ kế hoạch không có phiên bản git." in text


def test_the_work_that_is_due(written: dict[str, Opened]) -> None:
    (position,) = written["report"].tables_with("Nhiệm vụ, dự án")
    rows = written["report"].rows(position)[2:]
    assert [row[:4] for row in rows] == [
        ["1", "Xây dựng Đề án chuyển đổi số của phường", "Đề án", "Phòng Văn hóa - Xã hội"],
        ["2", "Rà soát quy hoạch", "", ""],
        ["3", "Xây dựng trạm y tế", "", "Phòng Kinh tế, Hạ tầng và Đô thị"],
    ]
    assert {row[-1] for row in rows} == {"[…]"}


def test_without_work_there_is_one_annex(written: dict[str, Opened]) -> None:
    text = written["party"].text
    assert "không có nhiệm vụ, dự án nào ghi thời hạn trong năm 2027" in text
    assert "Phụ lục I" not in text
    assert "Chi tiết tại Phụ lục." in text


def test_a_real_ward_has_no_verdict_without_a_figure(real: Opened) -> None:
    rows = [row for row in annex(real) if len(row) == len(HEAD) and row[0].isdecimal()]
    assert len(rows) > 30
    assert {row[4] for row in rows} == {"—"}
    assert not {"Đạt", "Vượt", "Không đạt"} & {row[6] for row in rows}
    assert "Các chỉ tiêu không đạt" not in real.text


@pytest.mark.parametrize("document", ["report", "several-years", "party", "real"])
def test_charts_are_word_s_own(written: dict[str, Opened], real: Opened, document: str) -> None:
    opened = real if document == "real" else written[document]
    charts = opened.trees(r"word/charts/[^/]+\.xml")
    drawn = opened.tree().findall(".//wp:inline", NS)
    assert len(charts) == len(drawn) == (3 if document in ("report", "several-years") else 1)
    for inline in drawn:
        assert inline.find("wp:docPr", NS).get("descr").startswith("Biểu đồ ")
    for name, chart in charts.items():
        assert chart.findall(".//c:showVal[@val='1']", NS), "values are printed on the chart"
        cached = {point.text for point in chart.iterfind(".//c:numCache//c:v", NS)}
        assert cached
        assert cached <= numbers_behind(opened, name)
        assert {font.get("typeface") for font in chart.iterfind(".//a:latin", NS)} == {"Times New Roman"}


def numbers_behind(opened: Opened, chart: str) -> set[str]:
    """The numbers in the workbook that "Edit data" opens, found by the relation of the chart."""
    folder, _, file = chart.rpartition("/")
    relations = etree.fromstring(opened.parts[f"{folder}/_rels/{file}.rels"])
    (target,) = (relation.get("Target") for relation in relations)
    sheet = openpyxl.load_workbook(io.BytesIO(opened.parts["word/" + target.removeprefix("../")])).worksheets[0]
    return {f"{value:g}" for row in sheet.values for value in row if isinstance(value, int | float)}


def test_a_course_is_broken_where_nothing_was_reported(written: dict[str, Opened]) -> None:
    chart = next(
        tree for tree in written["report"].trees(r"word/charts/[^/]+\.xml").values() if tree.find(".//c:lineChart", NS) is not None
    )
    reported, plan = chart.findall(".//c:ser", NS)
    years = [point.text for point in reported.iterfind("c:cat//c:v", NS)]
    assert years == ["2025", "2026", "2027", "2028", "2029", "2030"]
    assert [float(point.text) for point in reported.iterfind("c:val//c:v", NS)] == [1010.5, 1190, 1302.25]
    assert {point.text for point in plan.iterfind("c:val//c:v", NS)} == {"1500.5"}
    assert chart.find(".//c:dispBlanksAs", NS).get("val") == "gap"
    assert reported.find("c:marker/c:symbol", NS).get("val") == "circle"
    assert plan.find(".//a:prstDash", NS).get("val") == "dash"


def test_bars_tell_kept_from_missed_without_colour(written: dict[str, Opened]) -> None:
    chart = next(tree for tree in written["report"].trees(r"word/charts/[^/]+\.xml").values() if tree.find(".//c:barChart", NS) is not None)
    names = [point.text for point in chart.iterfind(".//c:cat//c:v", NS)]
    assert names == ["Chưa đến hạn", "Chưa có số liệu", "Đạt", "Vượt", "Không đạt", "Không có thời hạn"]
    points = {names[int(p.find("c:idx", NS).get("val"))]: p for p in chart.iterfind(".//c:dPt", NS)}
    assert points["Không đạt"].find(".//a:pattFill", NS) is not None
    assert points["Đạt"].find(".//a:solidFill", NS) is not None


def test_the_package_is_whole(written: dict[str, Opened]) -> None:
    """Every part is well-formed, has a type, and every relation points at a part."""
    for opened in written.values():
        types = etree.fromstring(opened.parts["[Content_Types].xml"])
        named = {entry.get("PartName") for entry in types if entry.get("PartName")}
        defaults = {entry.get("Extension") for entry in types if entry.get("Extension")}
        for name, part in opened.parts.items():
            assert f"/{name}" in named or name.rpartition(".")[2] in defaults, name
            if name.endswith((".xml", ".rels")):
                etree.fromstring(part)
        identifiers = [element.get("id") for element in opened.tree().iterfind(".//wp:docPr", NS)]
        assert len(identifiers) == len(set(identifiers))
        with ZipFile(io.BytesIO(opened.content)) as archive:
            assert archive.testzip() is None
