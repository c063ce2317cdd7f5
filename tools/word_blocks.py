"""The blocks of a document by Nghị định 30/2020/NĐ-CP: its head, its end, its annexes and their tables, as template text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Pt
from word_kit import TEXT_WIDTH, WIDE, merged, page, paragraph, row, rule, table

HEAD, COLUMN, CELL, MIDDLE, NUMBER, GROUP = (f"VB Bảng - {name}" for name in ("đầu cột", "số cột", "chữ", "giữa", "số", "nhóm"))
BODY = "VB Nội dung"
OWN = "{% if co_quan %}{{ co_quan }}{% else %}[cơ quan ban hành]{% endif %}"
FIRST = "{% if viec %} I{% endif %}"
PLACE_AND_DAY = "{% if dia_danh %}{{ dia_danh }}{% else %}[địa danh]{% endif %}, {{ ngay_lap | ngay_dai }}"
ENCLOSED = "{{ ngay_lap | ngay_dai }} của " + OWN + ")"
Column = tuple[float, str, str, str]
"""Width in mm, head, content, style of a cell."""


# -- heads and ends ----------------------------------------------------------------------------------------------------------


def state_head(document: Document, symbol: str) -> None:
    """Write the head of a document of the state; *symbol* is empty where it has no number."""
    left, right = 66, 94
    made = table(document, (left, right), borders=False)
    cells = row(made, [("", "VB Cơ quan chủ quản"), ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "VB Quốc hiệu")]).cells
    _body_lines(cells[0])
    rule(cells[0], left * 0.31, left * 0.31)
    paragraph(cells[1], "Độc lập - Tự do - Hạnh phúc", "VB Tiêu ngữ")
    rule(cells[1], 18, 18)
    row(made, [(symbol, "VB Số và ký hiệu"), (PLACE_AND_DAY, "VB Địa danh và ngày")])


def party_head(document: Document, symbol: str) -> None:
    """Write the head of a document of the Party; sizes are the template's own."""
    made = table(document, (74, 86), borders=False)
    cells = row(made, [("", "VB Cơ quan chủ quản"), ("ĐẢNG CỘNG SẢN VIỆT NAM", "VB Quốc hiệu")]).cells
    _body_lines(cells[0])
    paragraph(cells[0], "*", "VB Cơ quan ban hành")
    rule(cells[1], 9, 9)
    row(made, [(symbol, "VB Số và ký hiệu"), (PLACE_AND_DAY, "VB Địa danh và ngày")])


def either_head(document: Document, symbol: str, party_symbol: str) -> None:
    """Write a head that is the state's or the Party's, whichever body issues the document."""
    left = 66
    made = table(document, (left, TEXT_WIDTH - left), borders=False)
    cells = row(made, [("", "VB Cơ quan chủ quản"), ("{%p if dang %}", "VB Quốc hiệu")]).cells
    _body_lines(cells[0])
    for text in ("{%p if dang %}", "*", "{%p else %}"):
        paragraph(cells[0], text, "VB Cơ quan ban hành")
    rule(cells[0], left * 0.31, left * 0.31)
    paragraph(cells[0], "{%p endif %}", "VB Cơ quan ban hành")
    paragraph(cells[1], "ĐẢNG CỘNG SẢN VIỆT NAM", "VB Quốc hiệu")
    rule(cells[1], 16, 16)
    paragraph(cells[1], "{%p else %}", "VB Quốc hiệu")
    paragraph(cells[1], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "VB Quốc hiệu")
    paragraph(cells[1], "Độc lập - Tự do - Hạnh phúc", "VB Tiêu ngữ")
    rule(cells[1], 18, 18)
    paragraph(cells[1], "{%p endif %}", "VB Quốc hiệu")
    number = f"{{% if dang %}}{party_symbol}{{% else %}}{symbol}{{% endif %}}" if symbol else ""
    row(made, [(number, "VB Số và ký hiệu"), (PLACE_AND_DAY, "VB Địa danh và ngày")])


def _body_lines(cell: Any) -> None:
    """Write the superior body (where there is one) and the body into the left of a head."""
    cell.paragraphs[0].add_run("{%p if cap_tren %}")
    paragraph(cell, "{{ cap_tren | viet_tat | hoa }}", "VB Cơ quan chủ quản")
    for text in (
        "{%p endif %}",
        "{%p if co_quan %}",
        "{{ co_quan | hai_dong | hoa }}",
        "{%p else %}",
        "[TÊN CƠ QUAN BAN HÀNH]",
        "{%p endif %}",
    ):
        paragraph(cell, text, "VB Cơ quan ban hành")


def title(document: Document, kind: str, subject: str) -> None:
    """Write type and subject with the rule under them."""
    paragraph(document, kind, "VB Tên loại")
    paragraph(document, subject, "VB Trích yếu")
    rule(document, 55, 55)


def signature(document: Document, recipients: Iterable[str], position: str) -> None:
    """Write recipients and signature side by side; the row is never split and stays with the last paragraph."""
    made = table(document, (75, 85), borders=False)
    cells = row(made, [("Nơi nhận:", "VB Nơi nhận - nhãn"), ("{%p if thay_mat %}", "VB Ký thay mặt")]).cells
    for text in recipients:
        paragraph(cells[0], text, "VB Nơi nhận")
    for text in ("{{ thay_mat }}", "{%p else %}", "[TM. CƠ QUAN BAN HÀNH]", "{%p endif %}"):
        paragraph(cells[1], text, "VB Ký thay mặt")
    paragraph(cells[1], position, "VB Ký chức vụ")
    paragraph(cells[1], "[Họ và tên]", "VB Ký họ tên")


def end_of_body(document: Document, text: str) -> None:
    """Write the last paragraph of the body, which keeps with the signature."""
    form = paragraph(document, text, BODY).paragraph_format
    form.keep_with_next, form.space_before = True, Pt(6)


def annex(document: Document, label: str, subject: str, under: str) -> None:
    """Begin an appendix: a landscape section with page numbers of its own."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    _carry_break(document)
    page(section, wide=True, numbered_anew=True)
    paragraph(document, label, "VB Phụ lục")
    paragraph(document, subject, "VB Tên phụ lục")
    paragraph(document, under, "VB Dưới tên phụ lục")


def _carry_break(document: Document) -> None:
    """Move the section break that was just added into the words before it: some programs lose an empty paragraph, and a tag would eat it."""
    carrier = [element for element in document.element.body if element.tag != qn("w:sectPr")][-1]
    before = carrier.getprevious()
    if before.tag == qn("w:p") and "".join(before.itertext()).strip():
        before.get_or_add_pPr().append(carrier.pPr.find(qn("w:sectPr")))
        document.element.body.remove(carrier)


# -- tables ------------------------------------------------------------------------------------------------------------------


def loop_table(document: Document, columns: list[Column], loop: str, *, group: tuple[str, str] | None = None, closing: str = "") -> None:
    """Write a table of *loop* with a repeated head row and column numbers; *group* is an outer loop and its head."""
    made = _headed(document, columns)
    if group:
        merged(made, f"{{%tr for {group[0]} %}}", CELL)
        merged(made, group[1], GROUP)
    merged(made, f"{{%tr for {loop} %}}", CELL)
    row(made, [(text, style) for _, _, text, style in columns])
    merged(made, "{%tr endfor %}", CELL)
    if group:
        merged(made, "{%tr endfor %}", CELL)
    if closing:
        merged(made, closing, GROUP)


def _headed(document: Document, columns: list[Column]) -> Any:
    made = table(document, [width for width, *_ in columns])
    row(made, [(head, HEAD) for _, head, *_ in columns], head=True)
    row(made, [(f"({position})", COLUMN) for position in range(1, len(columns) + 1)], head=True)
    return made


def years_table(document: Document) -> None:
    """Write the annex of a report over several years: one column for each year."""
    fixed: list[Column] = [
        (9, "TT", "{{ d.tt }}", MIDDLE),
        (50, "Chỉ tiêu", "{{ d.chi_tieu }}", CELL),
        (17, "Đơn vị tính", "{{ d.don_vi_tinh }}", MIDDLE),
        (31, "Kế hoạch", "{{ d.ke_hoach }}, {{ d.thoi_han }}", CELL),
    ]
    rest: list[Column] = [
        (14, "Tỷ lệ (%)", "{{ d.ty_le }}", NUMBER),
        (22, "Đánh giá", "{{ d.danh_gia }}", CELL),
        (27, "Cơ quan chủ trì", "{{ d.chu_tri }}", CELL),
        (30, "Ghi chú", "{{ d.ghi_chu }}", CELL),
    ]
    widths = [width for width, *_ in fixed] + [14, 18, 14] + [width for width, *_ in rest]
    made = table(document, [width * WIDE / sum(widths) for width in widths])
    start, end = ("{%tc for n in cac_nam %}", "{%tc endfor %}")

    def cells(before: Iterable[str], year: str, after: Iterable[str], style: str) -> list[tuple[str, str]]:
        return [*((text, style) for text in before), (start, style), (year, style), (end, style), *((text, style) for text in after)]

    row(made, cells((c[1] for c in fixed), "Năm {{ n.nam }}", (c[1] for c in rest), HEAD), head=True)
    numbers = [*(f"({{{{ so_cot - {left} }}}})" for left in (3, 2, 1)), "({{ so_cot }})"]
    row(made, cells(("(1)", "(2)", "(3)", "(4)"), "({{ n.cot }})", numbers, COLUMN), head=True)
    merged(made, "{%tr for k in khoi %}", CELL)
    merged(made, "{% colspan so_cot %}{{ k.so }}. {{ k.tieu_de }}", GROUP)
    merged(made, "{%tr for d in k.dong %}", CELL)
    inner = [("{%tc for n in d.cac_nam %}", NUMBER), ("{{ n.gia_tri }}", NUMBER), (end, NUMBER)]
    row(made, [*((c[2], c[3]) for c in fixed), *inner, *((c[2], c[3]) for c in rest)])
    merged(made, "{%tr endfor %}", CELL)
    merged(made, "{%tr endfor %}", CELL)
    merged(made, "{% colspan so_cot %}{{ tong_hop }}", GROUP)
