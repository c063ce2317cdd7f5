"""Writes the starter set of Word templates: ``templates/*.docx``.

Run once; since then the files are owned as they are (opened and restyled in Word), so nothing is written over without ``--force``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from docx.document import Document
from docx.shared import Pt
from word_blocks import BODY, CELL, ENCLOSED, MIDDLE, NUMBER, OWN, annex, either_head, end_of_body, loop_table, signature, title
from word_kit import new_document, page_numbers, paragraph, row, table
from word_report import report

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"


def main() -> int:
    """Write every template that is not there yet, or all of them with ``--force``."""
    force = "--force" in sys.argv[1:]
    for name, make in {
        "bao-cao.docx": lambda: report(party=False),
        "bao-cao-dang.docx": lambda: report(party=True),
        "tom-tat.docx": summary,
        "giao-viec.docx": worklist,
        "so-sanh.docx": edit,
    }.items():
        path = TEMPLATES / name
        if path.exists() and not force:
            print(f"{path} is there and stays; --force writes it anew", file=sys.stderr)
            continue
        make().save(str(path))
    return 0


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
            (70, "Việc, chỉ tiêu", "{{ w.viec }}", CELL),
            (40, "Yêu cầu, sản phẩm", "{{ w.yeu_cau }}", CELL),
            (25, "Thời hạn", "{{ w.thoi_han }}", MIDDLE),
            (33, "Phối hợp", "{{ w.phoi_hop }}", CELL),
            (34, "Điều khoản, văn bản", "{{ w.dieu_khoan }}, {{ w.van_ban }}", CELL),
        ],
        "w in u.viec",
        group=("u in don_vi", "{{ u.so }}. {{ u.ten }} ({{ u.phuong }}): {{ u.so_viec | so }} việc, {{ u.so_den_han | so }} đến hạn"),
    )
    paragraph(document, "{{ nguon_goc }}", "VB Nguồn gốc")
    return document


def edit() -> Document:
    """Return the page that shows an approver what an edit changes, old beside new."""
    document = new_document("So sánh sửa đổi")
    page_numbers(document.sections[0])
    either_head(document, "", "")
    title(document, "BẢNG SO SÁNH", "Nội dung sửa đổi sổ kế hoạch: {{ ban_cu }} – {{ ban_moi }}")
    paragraph(document, "{{ tong_ket }} [Ý kiến của người trình.]", BODY).paragraph_format.space_before = Pt(12)
    loop_table(
        document,
        [
            (9, "TT", "{{ d.tt }}", MIDDLE),
            (55, "Thay đổi", "{{ d.noi_dung }}", CELL),
            (25, "Cũ", "{{ d.cu }}", CELL),
            (25, "Mới", "{{ d.moi }}", CELL),
            (27, "Căn cứ", "{{ d.can_cu }}", CELL),
            (19, "Mức độ", "{{ d.muc_do }}", MIDDLE),
        ],
        "d in v.thay_doi",
        group=("v in van_ban", "{{ v.ten }}"),
    )
    signature(document, ("- [nơi nhận];", "- Lưu: VT, [đơn vị soạn thảo]."), "[CHỨC VỤ]")
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
