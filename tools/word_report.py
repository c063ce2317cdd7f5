"""The template of the usual report: of a committee of the state, or of the Party."""

from __future__ import annotations

from docx.document import Document
from word_blocks import (
    BODY,
    CELL,
    ENCLOSED,
    FIRST,
    MIDDLE,
    NUMBER,
    OWN,
    annex,
    end_of_body,
    loop_table,
    party_head,
    signature,
    state_head,
    title,
    years_table,
)
from word_kit import new_document, page_numbers, paragraph


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
    paragraph(document, "Nhiệm vụ, dự án đến hạn trong {{ ky }}: xem Phụ lục II.", "VB Nguồn gốc")
    annex(document, "Phụ lục II", "NHIỆM VỤ, DỰ ÁN ĐẾN HẠN TRONG {{ ky | hoa }}", "(Kèm theo Báo cáo số […], " + ENCLOSED)
    loop_table(
        document,
        [
            (10, "TT", "{{ w.tt }}", MIDDLE),
            (80, "Nhiệm vụ, dự án", "{{ w.viec }}", CELL),
            (40, "Sản phẩm, yêu cầu", "{{ w.yeu_cau }}", CELL),
            (38, "Cơ quan chủ trì", "{{ w.chu_tri }}", CELL),
            (24, "Thời hạn", "{{ w.thoi_han }}", MIDDLE),
            (32, "Điều khoản, văn bản", "{{ w.dieu_khoan }}, {{ w.van_ban }}", CELL),
            (28, "Kết quả", "[…]", CELL),
        ],
        "w in viec",
    )
    paragraph(document, "{{ nguon_goc }}", "VB Nguồn gốc")
    paragraph(document, "{%p endif %}", "Normal")
