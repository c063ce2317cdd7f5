"""The documents against the layout rules of Nghị định 30/2020/NĐ-CP, Phụ lục I: opened again, never trusted."""

from __future__ import annotations

import re
import unicodedata

import pytest

from tests.documents import sample
from tests.documents.conftest import DOCUMENTS
from tests.documents.word import Opened, W

MM = 1440 / 25.4
EVERY = (*DOCUMENTS, "real")


@pytest.fixture(params=EVERY)
def opened(request: pytest.FixtureRequest, written: dict[str, Opened], real: Opened) -> Opened:
    return real if request.param == "real" else written[request.param]


def style(opened: Opened, name: str) -> dict[str, object]:
    """Size in points, bold, italic and alignment of a paragraph style."""
    found = opened.document.styles[name]
    font = found.font
    return {"size": font.size.pt, "bold": font.bold, "italic": font.italic, "align": found.paragraph_format.alignment}


def styled(opened: Opened, name: str) -> list[str]:
    """The texts in a style, tables and all."""
    ident = opened.document.styles[name].style_id
    paragraphs = opened.tree().iter(f"{W}p")
    return [
        "".join("\n" if node.tag == f"{W}br" else node.text or "" for node in p.iter(f"{W}t", f"{W}br"))
        for p in paragraphs
        if p.find(f"{W}pPr/{W}pStyle") is not None and p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == ident
    ]


def test_pages(opened: Opened) -> None:
    sections = opened.document.sections
    for section in sections:
        short, long = sorted((section.page_width or 0, section.page_height or 0))
        assert (round(short / 635), round(long / 635)) == (11906, 16838)
        for size, low, high in (
            (section.top_margin, 20, 25),
            (section.bottom_margin, 20, 25),
            (section.left_margin, 30, 35),
            (section.right_margin, 15, 20),
        ):
            assert low - 0.1 <= (size or 0) / 36000 <= high + 0.1
    assert (sections[0].page_height or 0) > (sections[0].page_width or 0)


def test_page_numbers_stand_in_the_top_margin_but_not_on_the_first_page(opened: Opened) -> None:
    tree = opened.tree()
    for section in tree.iter(f"{W}sectPr"):
        assert section.find(f"{W}titlePg") is not None
    header = opened.document.sections[0].header
    assert 'w:instr="PAGE"' in header._element.xml  # noqa: SLF001 - python-docx has no word for fields
    assert "PAGE" not in opened.document.sections[0].first_page_header._element.xml  # noqa: SLF001
    found = style(opened, "Header")
    assert 13 <= float(str(found["size"])) <= 14
    assert found["align"] == 1
    for section in opened.document.sections:
        assert section.header.is_linked_to_previous or section is opened.document.sections[0] or section.header.paragraphs
        assert (section.header_distance or 0) < (section.top_margin or 0)


def test_annexes_lie_across_and_are_numbered_on_their_own(written: dict[str, Opened]) -> None:
    for name, annexes in (("report", 2), ("several-years", 2), ("party", 1), ("work", 1), ("summary", 0)):
        sections = list(written[name].document.sections)
        assert len(sections) == 1 + annexes, name
        for section in sections[1:]:
            assert (section.page_width or 0) > (section.page_height or 0)
            assert section._sectPr.find(f"{W}pgNumType").get(f"{W}start") == "1"  # noqa: SLF001


def test_times_new_roman_in_all_four_slots(opened: Opened) -> None:
    found = list(opened.fonts())
    assert len(found) > 20
    for name, slots in found:
        assert set(slots.values()) == {"Times New Roman"}, (name, slots)


def test_nothing_is_coloured(opened: Opened) -> None:
    for tree in opened.trees(r"word/(document|styles|header\d*)\.xml").values():
        assert {c.get(f"{W}val") for c in tree.iter(f"{W}color")} <= {"000000", "auto"}


@pytest.mark.parametrize(
    ("name", "low", "high", "bold", "italic"),
    [
        ("VB Quốc hiệu", 12, 13, True, False),
        ("VB Tiêu ngữ", 13, 14, True, False),
        ("VB Cơ quan chủ quản", 12, 13, False, False),
        ("VB Cơ quan ban hành", 12, 13, True, False),
        ("VB Số và ký hiệu", 13, 13, False, False),
        ("VB Địa danh và ngày", 13, 14, False, True),
        ("VB Tên loại", 13, 14, True, False),
        ("VB Trích yếu", 13, 14, True, False),
        ("VB Nội dung", 13, 14, False, False),
        ("VB Ký thay mặt", 13, 14, True, False),
        ("VB Ký chức vụ", 13, 14, True, False),
        ("VB Ký họ tên", 13, 14, True, False),
        ("VB Nơi nhận - nhãn", 12, 12, True, True),
        ("VB Nơi nhận", 11, 11, False, False),
        ("VB Phụ lục", 14, 14, True, False),
        ("VB Tên phụ lục", 13, 14, True, False),
    ],
)
def test_sizes(written: dict[str, Opened], name: str, low: float, high: float, bold: bool, italic: bool) -> None:
    for document in ("report", "work", "summary"):
        found = style(written[document], name)
        assert low <= float(str(found["size"])) <= high
        assert (found["bold"], found["italic"]) == (bold, italic)


def test_body_text(opened: Opened) -> None:
    form = opened.document.styles["VB Nội dung"].paragraph_format
    assert form.alignment == 3
    assert round(form.first_line_indent.mm, 1) in (10.0, 12.7)
    assert form.space_after.pt >= 6
    assert 1 <= form.line_spacing <= 1.5


def test_head_of_the_state(written: dict[str, Opened]) -> None:
    opened = written["report"]
    assert styled(opened, "VB Quốc hiệu") == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert styled(opened, "VB Tiêu ngữ") == ["Độc lập - Tự do - Hạnh phúc"]
    assert styled(opened, "VB Cơ quan chủ quản") == ["UBND TỈNH MẪU LỚN"]
    assert styled(opened, "VB Cơ quan ban hành") == ["ỦY BAN NHÂN DÂN\nPHƯỜNG MẪU"]
    assert styled(opened, "VB Số và ký hiệu") == ["Số: […]/BC-UBND"]
    assert re.fullmatch(r"Phường Mẫu, ngày \d\d tháng (0[12]|[3-9]|1[0-2]) năm \d{4}", styled(opened, "VB Địa danh và ngày")[0])
    assert styled(opened, "VB Tên loại") == ["BÁO CÁO"]
    assert styled(opened, "VB Trích yếu") == ["Kết quả thực hiện các chỉ tiêu năm 2027 của phường Mẫu"]
    assert styled(opened, "VB Ký thay mặt") == ["TM. ỦY BAN NHÂN DÂN"]


def test_head_of_the_party(written: dict[str, Opened]) -> None:
    opened = written["party"]
    assert "CỘNG HÒA" not in opened.text
    assert styled(opened, "VB Quốc hiệu") == ["ĐẢNG CỘNG SẢN VIỆT NAM"]
    assert styled(opened, "VB Cơ quan ban hành") == ["ĐẢNG ỦY\nPHƯỜNG MẪU", "*"]
    assert styled(opened, "VB Cơ quan chủ quản") == ["TỈNH ỦY MẪU LỚN"]
    assert styled(opened, "VB Số và ký hiệu") == ["Số […]-BC/ĐU"]
    assert styled(opened, "VB Ký thay mặt") == ["T/M ĐẢNG ỦY"]
    assert style(opened, "VB Ký chức vụ")["bold"] is False


def test_the_end(opened: Opened) -> None:
    body = [text for text in styled(opened, "VB Nội dung") if text]
    assert body[-1].endswith("./.")
    assert styled(opened, "VB Nơi nhận")[-1].startswith("- Lưu")
    assert styled(opened, "VB Nơi nhận - nhãn") == ["Nơi nhận:"]


def test_the_signature_is_never_split(opened: Opened) -> None:
    tree = opened.tree()
    name = next(p for p in tree.iter(f"{W}p") if "".join(t.text or "" for t in p.iter(f"{W}t")) == "[Họ và tên]")
    row = next(name.iterancestors(f"{W}tr"))
    assert row.find(f"{W}trPr/{W}cantSplit") is not None
    before = next(name.iterancestors(f"{W}tbl")).getprevious()
    assert before.find(f"{W}pPr/{W}keepNext") is not None
    for style_name in ("VB Ký thay mặt", "VB Ký chức vụ", "VB Nơi nhận"):
        assert opened.document.styles[style_name].paragraph_format.keep_with_next


def test_rows_are_never_split_and_heads_repeat(opened: Opened) -> None:
    tree = opened.tree()
    repeated = 0
    for table in tree.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        heads = [row for row in rows if row.find(f"{W}trPr/{W}tblHeader") is not None]
        repeated += len(heads) == 2
        if heads:
            assert heads == rows[:2]
            numbers = ["".join(t.text or "" for t in cell.iter(f"{W}t")) for cell in heads[1].findall(f"{W}tc")]
            assert numbers == [f"({position})" for position in range(1, len(numbers) + 1)]
    assert repeated


def test_tables_fit_their_page_and_their_grid(opened: Opened) -> None:
    for table in opened.tree().iter(f"{W}tbl"):
        grid = [int(column.get(f"{W}w")) for column in table.find(f"{W}tblGrid")]
        assert sum(grid) <= 253 * MM
        for row in table.findall(f"{W}tr"):
            spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(f"{W}tc")]
            assert sum(1 if span is None else int(span.get(f"{W}val")) for span in spans) == len(grid)


def test_no_tag_is_left_and_all_is_composed(opened: Opened) -> None:
    for name, part in opened.parts.items():
        if name.endswith(".xml"):
            text = part.decode("utf-8")
            assert not re.search(r"\{\{|\}\}|\{%|%\}", text), name
            assert unicodedata.is_normalized("NFC", text), name


def test_places_to_write_are_marked(opened: Opened) -> None:
    marked = opened.marked()
    assert "[Họ và tên]" in marked
    assert len(marked) >= 4
    assert all(text.startswith("[") and text.endswith("]") for text in marked)
    shade = opened.document.styles["VB Chỗ cần viết"].element.find(f"{W}rPr/{W}shd")
    assert shade is not None


def test_hard_names_come_through(written: dict[str, Opened]) -> None:
    for name in ("report", "several-years", "work", "summary"):
        assert sample.HARD in written[name].text


def test_styles_have_names_that_word_keeps(opened: Opened) -> None:
    """Word takes what follows a comma in a style's name for another name of it."""
    names = [name.get(f"{W}val") for name in opened.tree("word/styles.xml").iterfind(f"{W}style/{W}name")]
    assert len([name for name in names if name.startswith("VB ")]) > 20
    assert not [name for name in names if "," in name]
