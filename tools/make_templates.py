"""Writes the starter set of Word templates: ``templates/*.docx``.

Run once; since then the files are owned as they are (opened and restyled in Word), so nothing is written over without ``--force``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.shared import Pt
from word_kit import TEXT_WIDTH, WIDE, merged, new_document, page, page_numbers, paragraph, row, rule, table

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
HEAD, COLUMN, CELL, MIDDLE, NUMBER, GROUP = (f"VB Bảng - {name}" for name in ("đầu cột", "số cột", "chữ", "giữa", "số", "nhóm"))
BODY = "VB Nội dung"
OWN = "{% if co_quan %}{{ co_quan }}{% else %}[cơ quan ban hành]{% endif %}"
FIRST = "{% if viec %} I{% endif %}"
PLACE_AND_DAY = "{% if dia_danh %}{{ dia_danh }}{% else %}[địa danh]{% endif %}, {{ ngay_lap | ngay_dai }}"
ENCLOSED = "{{ ngay_lap | ngay_dai }} của " + OWN + ")"
Column = tuple[float, str, str, str]
"""Width in mm, head, content, style of a cell."""


def main() -> int:
    """Write every template that is not there yet, or all of them with ``--force``."""
    force = "--force" in sys.argv[1:]
    for name, make in {
        "bao-cao.docx": lambda: report(party=False),
        "bao-cao-dang.docx": lambda: report(party=True),
        "tom-tat.docx": summary,
        "giao-viec.docx": worklist,
    }.items():
        path = TEMPLATES / name
        if path.exists() and not force:
            print(f"{path} is there and stays; --force writes it anew", file=sys.stderr)
            continue
        make().save(str(path))
    return 0


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
    row(made, [(symbol, "VB Số, ký hiệu"), (PLACE_AND_DAY, "VB Địa danh, ngày")])


def party_head(document: Document, symbol: str) -> None:
    """Write the head of a document of the Party; sizes are the template's own."""
    made = table(document, (74, 86), borders=False)
    cells = row(made, [("", "VB Cơ quan chủ quản"), ("ĐẢNG CỘNG SẢN VIỆT NAM", "VB Quốc hiệu")]).cells
    _body_lines(cells[0])
    paragraph(cells[0], "*", "VB Cơ quan ban hành")
    rule(cells[1], 9, 9)
    row(made, [(symbol, "VB Số, ký hiệu"), (PLACE_AND_DAY, "VB Địa danh, ngày")])


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
    row(made, [(number, "VB Số, ký hiệu"), (PLACE_AND_DAY, "VB Địa danh, ngày")])


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
    page(section, wide=True, numbered_anew=True)
    paragraph(document, label, "VB Phụ lục")
    paragraph(document, subject, "VB Tên phụ lục")
    paragraph(document, under, "VB Dưới tên phụ lục")


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
        (55, "Chỉ tiêu", "{{ d.chi_tieu }}", CELL),
        (17, "Đơn vị tính", "{{ d.don_vi_tinh }}", MIDDLE),
        (33, "Kế hoạch", "{{ d.ke_hoach }}, {{ d.thoi_han }}", CELL),
    ]
    rest: list[Column] = [
        (14, "Tỷ lệ (%)", "{{ d.ty_le }}", NUMBER),
        (25, "Đánh giá", "{{ d.danh_gia }}", CELL),
        (30, "Cơ quan chủ trì", "{{ d.chu_tri }}", CELL),
        (36, "Ghi chú", "{{ d.ghi_chu }}", CELL),
    ]
    widths = [width for width, *_ in fixed] + [2, 18, 2] + [width for width, *_ in rest]
    made = table(document, [width * WIDE / sum(widths) for width in widths])
    start, end = ("{%tc for n in cac_nam %}", "{%tc endfor %}")

    def cells(before: Iterable[str], year: str, after: Iterable[str], style: str) -> list[tuple[str, str]]:
        return [*((text, style) for text in before), (start, style), (year, style), (end, style), *((text, style) for text in after)]

    row(made, cells((c[1] for c in fixed), "Năm {{ n.nam }}", (c[1] for c in rest), HEAD), head=True)
    numbers = [f"({{{{ so_cot - {left} }}}})" for left in (3, 2, 1, 0)]
    row(made, cells(("(1)", "(2)", "(3)", "(4)"), "({{ n.cot }})", numbers, COLUMN), head=True)
    merged(made, "{%tr for k in khoi %}", CELL)
    merged(made, "{% colspan so_cot %}{{ k.so }}. {{ k.tieu_de }}", GROUP)
    merged(made, "{%tr for d in k.dong %}", CELL)
    inner = [("{%tc for n in d.cac_nam %}", NUMBER), ("{{ n.gia_tri }}", NUMBER), (end, NUMBER)]
    row(made, [*((c[2], c[3]) for c in fixed), *inner, *((c[2], c[3]) for c in rest)])
    merged(made, "{%tr endfor %}", CELL)
    merged(made, "{%tr endfor %}", CELL)
    merged(made, "{% colspan so_cot %}{{ tong_hop }}", GROUP)


# -- the documents -----------------------------------------------------------------------------------------------------------


def report(*, party: bool) -> Document:
    """Return the report of a committee of the state or of the Party."""
    document = new_document("Báo cáo kết quả thực hiện")
    page_numbers(document.sections[0])
    if party:
        document.styles["VB Ký chức vụ"].font.bold = False  # type: ignore[attr-defined]
        document.styles["VB Quốc hiệu"].font.size = document.styles["VB Tên loại"].font.size  # type: ignore[attr-defined]
        party_head(document, "Số […]-BC/{{ ky_hieu }}")
    else:
        state_head(document, "Số: […]/BC-{{ ky_hieu }}")
    title(document, "{{ ten_loai | hoa }}", "{{ trich_yeu }}")
    paragraph(document, "Kính gửi: [nơi nhận báo cáo].", "VB Kính gửi")
    report_body(document)
    end_of_body(
        document,
        "Trên đây là báo cáo kết quả thực hiện các chỉ tiêu, nhiệm vụ {{ ky }}, " + OWN + " báo cáo [nơi nhận báo cáo]./.",
    )
    if party:
        signature(document, ("- [nơi nhận báo cáo];", "- [nơi nhận khác];", "- Lưu Văn phòng Đảng ủy."), "[BÍ THƯ]")
    else:
        signature(document, ("- [nơi nhận báo cáo];", "- [nơi nhận khác];", "- Lưu: VT, [đơn vị soạn thảo]."), "[CHỦ TỊCH]")
    report_annexes(document)
    return document


def report_body(document: Document) -> None:
    """Write the five parts of the usual report; what only people know is marked."""
    add = lambda text, style=BODY: paragraph(document, text, style)  # noqa: E731 - one word for forty lines
    add("Thực hiện [văn bản giao báo cáo], " + OWN + " báo cáo kết quả thực hiện các chỉ tiêu, nhiệm vụ {{ ky }} như sau:")
    add("I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO", "Heading 1")
    add("Các văn bản được theo dõi, đôn đốc thực hiện trong kỳ:")
    add("{%p for v in van_ban %}")
    add("- {{ v.ten }};")
    add("{%p endfor %}")
    add("[Việc quán triệt, ban hành văn bản, phân công, kiểm tra, đôn đốc của cơ quan trong kỳ.]")
    add("II. KẾT QUẢ THỰC HIỆN", "Heading 1")
    add("1. Chỉ tiêu", "Heading 2")
    add(
        "Trong {{ ky }}, cơ quan theo dõi {{ so_chi_tieu | so }} chỉ tiêu{% if so_dong != so_chi_tieu %} ({{ so_dong | so }} dòng; chỉ tiêu được "
        "nhắc lại chỉ đếm một lần){% endif %}. {{ tong_hop }}{% if ngoai_tong_so %} {{ ngoai_tong_so }}{% endif %} Chi tiết tại Phụ lục"
        + FIRST
        + "."
    )
    add("{%p if dem %}")
    add("{{ bieu_do_danh_gia }}", "VB Hình")
    add("Số chỉ tiêu theo mức đánh giá, {{ ky }}", "VB Tên hình")
    add("{%p endif %}")
    add("{%p if khong_dat %}")
    add("Các chỉ tiêu không đạt:").paragraph_format.keep_with_next = True
    add("{%p for d in khong_dat %}")
    add(
        "- {{ d.chi_tieu }}: thực hiện {{ d.thuc_hien }}{% if d.don_vi_tinh %} ({{ d.don_vi_tinh }}){% endif %}, kế hoạch {{ d.ke_hoach }}{% if d.chu_tri %}; chủ trì: {{ d.chu_tri }}{% endif %};"
    )
    add("{%p endfor %}")
    add("{%p endif %}")
    add("{%p if duong %}")
    add("Một số chỉ tiêu qua các năm so với kế hoạch:").paragraph_format.keep_with_next = True
    add("{%p for b in duong %}")
    add("{{ b.bieu_do }}", "VB Hình")
    add("{{ b.ten }} ({{ b.phuong }}){% if b.don_vi_tinh %}, {{ b.don_vi_tinh }}{% endif %}; kế hoạch: {{ b.ke_hoach }}", "VB Tên hình")
    add("{%p endfor %}")
    add("{%p endif %}")
    add("[Nhận xét kết quả theo từng lĩnh vực.]")
    add("2. Nhiệm vụ", "Heading 2")
    add("{%p if viec %}")
    add("Có {{ so_nhiem_vu | so }} nhiệm vụ và {{ so_du_an | so }} dự án đến hạn trong {{ ky }} (danh mục tại Phụ lục II).")
    add("{%p else %}")
    add("Theo các văn bản được theo dõi, không có nhiệm vụ, dự án nào ghi thời hạn trong {{ ky }}.")
    add("{%p endif %}")
    add("[Kết quả thực hiện từng nhiệm vụ: đã hoàn thành, đang thực hiện, chưa thực hiện; sản phẩm.]")
    add("III. TỒN TẠI, HẠN CHẾ, NGUYÊN NHÂN", "Heading 1")
    add("1. Tồn tại, hạn chế", "Heading 2")
    add("[Nội dung.]")
    add("2. Nguyên nhân", "Heading 2")
    add("[Nguyên nhân khách quan, chủ quan; trách nhiệm.]")
    add("IV. PHƯƠNG HƯỚNG, NHIỆM VỤ", "Heading 1")
    add("[Phương hướng, nhiệm vụ trọng tâm và giải pháp của kỳ tới.]")
    add("V. KIẾN NGHỊ, ĐỀ XUẤT", "Heading 1")
    add("[Kiến nghị, đề xuất với cấp có thẩm quyền; không có thì ghi rõ.]")


def report_annexes(document: Document) -> None:
    """Write the tables of targets and of work, each in a landscape section of its own."""
    annex(document, "Phụ lục" + FIRST, "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU {{ ky | hoa }}", "(Kèm theo Báo cáo số […], " + ENCLOSED)
    paragraph(document, "{%p if nhieu_nam %}", "Normal")
    years_table(document)
    paragraph(document, "{%p else %}", "Normal")
    loop_table(
        document,
        [
            (10, "TT", "{{ d.tt }}", MIDDLE),
            (62, "Chỉ tiêu", "{{ d.chi_tieu }}", CELL),
            (18, "Đơn vị tính", "{{ d.don_vi_tinh }}", MIDDLE),
            (37, "Kế hoạch năm", "{{ d.ke_hoach }}, {{ d.thoi_han }}", CELL),
            (22, "Thực hiện", "{{ d.thuc_hien }}", NUMBER),
            (15, "Tỷ lệ (%)", "{{ d.ty_le }}", NUMBER),
            (25, "Đánh giá", "{{ d.danh_gia }}", CELL),
            (29, "Cơ quan chủ trì", "{{ d.chu_tri }}", CELL),
            (34, "Ghi chú", "{{ d.ghi_chu }}", CELL),
        ],
        "d in k.dong",
        group=("k in khoi", "{{ k.so }}. {{ k.tieu_de }}"),
        closing="{{ tong_hop }}",
    )
    paragraph(document, "{%p endif %}", "Normal")
    paragraph(document, "{% if ngoai_tong_so %}{{ ngoai_tong_so }} {% endif %}{{ nguon_goc }}", "VB Nguồn gốc")
    paragraph(document, "{%p if viec %}", "Normal")
    annex(document, "Phụ lục II", "NHIỆM VỤ, DỰ ÁN ĐẾN HẠN TRONG {{ ky | hoa }}", "(Kèm theo Báo cáo số […], " + ENCLOSED)
    loop_table(
        document,
        [
            (10, "TT", "{{ w.tt }}", MIDDLE),
            (88, "Nhiệm vụ, dự án", "{{ w.viec }}", CELL),
            (40, "Sản phẩm, yêu cầu", "{{ w.yeu_cau }}", CELL),
            (38, "Cơ quan chủ trì", "{{ w.chu_tri }}", CELL),
            (24, "Thời hạn", "{{ w.thoi_han }}", MIDDLE),
            (24, "Điều khoản", "{{ w.dieu_khoan }}", MIDDLE),
            (28, "Kết quả", "[…]", CELL),
        ],
        "w in viec",
    )
    paragraph(document, "{{ nguon_goc }}", "VB Nguồn gốc")
    paragraph(document, "{%p endif %}", "Normal")


def summary() -> Document:
    """Return the summary of a plan."""
    document = new_document("Tóm tắt kế hoạch")
    page_numbers(document.sections[0])
    either_head(document, "", "")
    title(document, "TÓM TẮT", "{{ ten_van_ban }}")
    add = lambda text, style=BODY: paragraph(document, text, style)  # noqa: E731
    add("I. THÔNG TIN CHUNG", "Heading 1")
    facts = (
        ("Trích yếu", "trich_yeu"),
        ("Số, ký hiệu", "so_ky_hieu"),
        ("Ngày ban hành", "ngay_ban_hanh"),
        ("Cơ quan ban hành", "noi_ban_hanh"),
        ("Người ký", "nguoi_ky"),
        ("Thời kỳ", "thoi_ky"),
        ("Kính gửi", "kinh_gui"),
        ("Nơi nhận", "noi_nhan"),
    )
    made = table(document, (40, 120))
    for label, name in facts:
        row(made, [(label, CELL), (f"{{{{ {name} | default('—', true) }}}}", CELL)])
    row(made, [("Nội dung", CELL), ("{{ so_chi_tieu | so }} chỉ tiêu, {{ so_nhiem_vu | so }} nhiệm vụ, {{ so_du_an | so }} dự án", CELL)])
    add("[Ý kiến của người tóm tắt: nội dung cần lãnh đạo lưu ý, quyết định.]").paragraph_format.space_before = Pt(6)
    _part(document, "II. CHỈ TIÊU", "linh_vuc", "Văn bản không có chỉ tiêu nào.")
    loop_table(
        document,
        [
            (10, "TT", "{{ d.tt }}", MIDDLE),
            (56, "Chỉ tiêu", "{{ d.ten }}", CELL),
            (29, "Cam kết", "{{ d.cam_ket }}", CELL),
            (22, "Thời hạn", "{{ d.thoi_han }}", MIDDLE),
            (25, "Chủ trì", "{{ d.chu_tri }}", CELL),
            (18, "Điều khoản", "{{ d.dieu_khoan }}", MIDDLE),
        ],
        "d in k.chi_tieu",
        group=("k in linh_vuc", "{{ k.ten }}"),
    )
    _close(document)
    _part(document, "III. NHIỆM VỤ THEO ĐƠN VỊ CHỦ TRÌ", "don_vi", "Văn bản không giao nhiệm vụ nào.")
    loop_table(
        document,
        [
            (10, "TT", "{{ w.tt }}", MIDDLE),
            (62, "Nhiệm vụ", "{{ w.viec }}", CELL),
            (27, "Sản phẩm", "{{ w.san_pham }}", CELL),
            (20, "Thời hạn", "{{ w.thoi_han }}", MIDDLE),
            (23, "Phối hợp", "{{ w.phoi_hop }}", CELL),
            (18, "Điều khoản", "{{ w.dieu_khoan }}", MIDDLE),
        ],
        "w in u.viec",
        group=("u in don_vi", "{{ u.ten }}"),
    )
    _close(document)
    _part(document, "IV. DỰ ÁN", "du_an", "Văn bản không có danh mục dự án.")
    loop_table(
        document,
        [
            (10, "TT", "{{ p.tt }}", MIDDLE),
            (60, "Dự án", "{{ p.ten }}", CELL),
            (26, "Chủ đầu tư", "{{ p.chu_dau_tu }}", CELL),
            (22, "Thời gian", "{{ p.thoi_gian }}", MIDDLE),
            (20, "Diện tích", "{{ p.dien_tich }}", NUMBER),
            (22, "Nguồn vốn", "{{ p.nguon_von }}", CELL),
        ],
        "p in du_an",
    )
    _close(document)
    _part(document, "V. VĂN BẢN LIÊN QUAN", "vien_dan", "Văn bản không nêu căn cứ, không thực hiện hay thay thế văn bản nào.")
    loop_table(
        document,
        [
            (26, "Vai trò", "{{ v.vai_tro }}", CELL),
            (106, "Văn bản", "{{ v.van_ban }}", CELL),
            (28, "Điều khoản", "{{ v.dieu_khoan }}", MIDDLE),
        ],
        "v in vien_dan",
    )
    _close(document)
    _part(document, "VI. NHỮNG ĐIỂM CẦN XEM LẠI", "phat_hien", "Không thấy điểm nào cần xem lại.")
    loop_table(
        document,
        [
            (18, "Mức độ", "{{ f.muc_do }}", CELL),
            (22, "Điều khoản", "{{ f.dieu_khoan }}", CELL),
            (78, "Thấy gì", "{{ f.noi_dung }}", CELL),
            (42, "Đề nghị", "{{ f.de_nghi }}", CELL),
        ],
        "f in phat_hien",
    )
    _close(document)
    end_of_body(document, "[Đề xuất của đơn vị tham mưu]./.")
    signature(document, ("- [nơi nhận];", "- Lưu: VT, [đơn vị soạn thảo]."), "[CHỨC VỤ]")
    paragraph(document, "{{ nguon_goc }}", "VB Nguồn gốc")
    return document


def worklist() -> Document:
    """Return the announcement that hands every lead unit its work."""
    document = new_document("Phân công thực hiện")
    page_numbers(document.sections[0])
    either_head(document, "Số: […]/TB-{{ ky_hieu }}", "Số […]-TB/{{ ky_hieu }}")
    title(document, "THÔNG BÁO", "Phân công thực hiện chỉ tiêu, nhiệm vụ {{ ky }}")
    add = lambda text, style=BODY: paragraph(document, text, style)  # noqa: E731
    add("Căn cứ các văn bản:").paragraph_format.space_before = Pt(12)
    add("{%p for v in van_ban %}")
    add("- {{ v.ten }};")
    add("{%p endfor %}")
    add(
        OWN + " thông báo {{ so_viec | so }} việc của các đơn vị trong {{ ky }}, trong đó "
        "{{ so_den_han | so }} việc đến hạn (Phụ lục kèm theo). [Yêu cầu về chế độ báo cáo, thời hạn báo cáo của các đơn vị.]"
    )
    end_of_body(document, "Đề nghị các đơn vị nghiêm túc thực hiện./.")
    signature(document, ("- Các đơn vị có tên trong Phụ lục;", "- [nơi nhận khác];", "- Lưu: VT, [đơn vị soạn thảo]."), "[CHỨC VỤ]")
    annex(document, "Phụ lục", "VIỆC CỦA TỪNG ĐƠN VỊ CHỦ TRÌ {{ ky | hoa }}", "(Kèm theo Thông báo số […], " + ENCLOSED)
    loop_table(
        document,
        [
            (10, "TT", "{{ w.tt }}", MIDDLE),
            (20, "Đến hạn", "{% if w.den_han %}đến hạn{% endif %}", MIDDLE),
            (20, "Loại", "{{ w.loai }}", MIDDLE),
            (82, "Việc, chỉ tiêu", "{{ w.viec }}", CELL),
            (40, "Yêu cầu, sản phẩm", "{{ w.yeu_cau }}", CELL),
            (25, "Thời hạn", "{{ w.thoi_han }}", MIDDLE),
            (33, "Phối hợp", "{{ w.phoi_hop }}", CELL),
            (22, "Điều khoản", "{{ w.dieu_khoan }}", MIDDLE),
        ],
        "w in u.viec",
        group=("u in don_vi", "{{ u.so }}. {{ u.ten }} ({{ u.phuong }}): {{ u.so_viec | so }} việc, {{ u.so_den_han | so }} đến hạn"),
    )
    paragraph(document, "{{ nguon_goc }}", "VB Nguồn gốc")
    return document


def _part(document: Document, heading: str, condition: str, otherwise: str) -> None:
    """Begin a part whose table stands only where there is something in it."""
    paragraph(document, heading, "Heading 1")
    paragraph(document, f"{{%p if not {condition} %}}", "Normal")
    paragraph(document, otherwise, BODY)
    paragraph(document, "{%p else %}", "Normal")


def _close(document: Document) -> None:
    paragraph(document, "{%p endif %}", "Normal")


if __name__ == "__main__":
    sys.exit(main())
