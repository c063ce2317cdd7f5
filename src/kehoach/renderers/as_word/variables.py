"""What a Word template may use: one table, read by the check of templates, the command line and the docs; the words are for users."""

from __future__ import annotations

from kehoach.renderers.as_word.variable import Document, Variable

_HEAD = (
    Variable("co_quan", "Cơ quan ban hành, như trong units.yaml; rỗng nếu sổ không rõ"),
    Variable("cap_tren", "Cơ quan cấp trên; rỗng nếu sổ không rõ"),
    Variable("thay_mat", "Thẩm quyền ký: TM. ỦY BAN NHÂN DÂN, T/M ĐẢNG ỦY…; rỗng nếu không rõ cơ quan"),
    Variable("ky_hieu", "Chữ viết tắt của cơ quan trong số, ký hiệu: UBND, ĐU"),
    Variable("dia_danh", "Địa danh ghi trước ngày tháng, như văn bản của phường in; rỗng nếu sổ không rõ"),
    Variable("dang", "Đúng khi là văn bản của Đảng", "flag"),
    Variable("ngay_lap", "Ngày lập, dạng 2027-02-05; in bằng bộ lọc ngay_dai"),
    Variable("nguon_goc", "Lập ngày nào, từ phiên bản nào của sổ; in nhỏ ở cuối"),
)
_TEXT_OF_YEAR = (Variable("gia_tri", "Số của năm đó, như in"),)
_LINE = (
    Variable("tt", "Số thứ tự"),
    Variable("ma", "Mã chỉ tiêu trong sổ"),
    Variable("dieu_khoan", "Điều khoản trong văn bản"),
    Variable("chi_tieu", "Tên chỉ tiêu"),
    Variable("don_vi_tinh", "Đơn vị tính"),
    Variable("ke_hoach", "Mức cam kết bằng chữ: từ 97% trở lên"),
    Variable("thoi_han", "Thời hạn: đến 2030, hằng năm 2026-2030"),
    Variable("thuc_hien", "Số đã báo cáo; — khi chưa có"),
    Variable("ty_le", "Tỷ lệ thực hiện so với kế hoạch (%); trống khi không có nghĩa"),
    Variable("danh_gia", "Đánh giá: Đạt, Vượt, Không đạt, Chưa có số liệu…"),
    Variable("chu_tri", "Cơ quan chủ trì"),
    Variable("ghi_chu", "Ghi chú"),
    Variable("nguon", "Văn bản đã báo cáo số liệu"),
    Variable("thanh_phan", "Đúng khi là chỉ tiêu thành phần (trong đó)", "flag"),
    Variable("phan_dau", "Đúng khi là chỉ tiêu phấn đấu", "flag"),
    Variable("cac_nam", "Số của từng năm, khi báo cáo nhiều năm", "list", _TEXT_OF_YEAR, short=True),
)
_WORK = (
    Variable("tt", "Số thứ tự"),
    Variable("loai", "chỉ tiêu, nhiệm vụ hay dự án"),
    Variable("viec", "Tên việc"),
    Variable("yeu_cau", "Mức cam kết, sản phẩm hay tình trạng"),
    Variable("thoi_han", "Thời hạn"),
    Variable("den_han", "Đúng khi đến hạn trong kỳ", "flag"),
    Variable("chu_tri", "Cơ quan chủ trì"),
    Variable("phoi_hop", "Cơ quan phối hợp"),
    Variable("dieu_khoan", "Điều khoản trong văn bản"),
    Variable("van_ban", "Văn bản giao việc: loại và số"),
)
_DOCUMENTS = Variable("van_ban", "Các văn bản được theo dõi", "list", (Variable("ten", "Tên văn bản, với số và ngày"),))
_PERIOD = Variable("ky", "Kỳ báo cáo: năm 2027, giai đoạn 2026-2028")

REPORT = Document(
    "bao-cao",
    "Báo cáo kết quả thực hiện (kehoach report -o)",
    ("bao-cao.docx", "bao-cao-dang.docx"),
    (
        *_HEAD,
        Variable("ten_loai", "Tên loại văn bản: Báo cáo"),
        Variable("trich_yeu", "Trích yếu nội dung"),
        _PERIOD,
        Variable("nam", "Năm cuối của kỳ", "number"),
        Variable("cac_phuong", "Tên các phường trong báo cáo"),
        _DOCUMENTS,
        Variable("so_chi_tieu", "Số chỉ tiêu; chỉ tiêu được nhắc lại chỉ đếm một lần", "number"),
        Variable("so_dong", "Số dòng chỉ tiêu trong bảng", "number"),
        Variable("tong_hop", "Câu tổng hợp: bao nhiêu chỉ tiêu đạt và vượt"),
        Variable("ngoai_tong_so", "Câu nói những gì đứng ngoài tổng số; rỗng nếu không có"),
        Variable(
            "dem",
            "Số chỉ tiêu theo từng mức đánh giá",
            "list",
            (Variable("danh_gia", "Mức đánh giá"), Variable("so_luong", "Bao nhiêu", "number")),
            short=True,
        ),
        Variable("bieu_do_danh_gia", "Biểu đồ số chỉ tiêu theo mức đánh giá; chỉ đặt được trong thân văn bản", "chart"),
        Variable("khong_dat", "Các chỉ tiêu không đạt", "list", _LINE),
        Variable(
            "duong",
            "Chỉ tiêu qua các năm so với kế hoạch, nhiều nhất 6",
            "list",
            (
                Variable("ten", "Tên chỉ tiêu"),
                Variable("phuong", "Tên phường"),
                Variable("don_vi_tinh", "Đơn vị tính"),
                Variable("ke_hoach", "Mức cam kết và thời hạn"),
                Variable("bieu_do", "Biểu đồ đường; chỉ đặt được trong thân văn bản", "chart"),
            ),
            short=True,
        ),
        Variable("nhieu_nam", "Đúng khi báo cáo nhiều năm", "flag"),
        Variable(
            "cac_nam",
            "Các năm của báo cáo",
            "list",
            (Variable("nam", "Năm", "number"), Variable("cot", "Cột thứ mấy trong bảng của phụ lục", "number")),
            short=True,
        ),
        Variable("so_cot", "Số cột của bảng trong phụ lục", "number"),
        Variable(
            "khoi",
            "Các lĩnh vực (của từng phường)",
            "list",
            (
                Variable("so", "Số La Mã của khối: I, II…"),
                Variable("phuong", "Tên phường"),
                Variable("linh_vuc", "Tên lĩnh vực"),
                Variable("tieu_de", "Tên lĩnh vực, kèm tên phường khi báo cáo nhiều phường"),
                Variable("dong", "Các chỉ tiêu của khối", "list", _LINE),
            ),
        ),
        Variable("viec", "Nhiệm vụ, dự án đến hạn trong kỳ", "list", _WORK),
        Variable("so_nhiem_vu", "Số nhiệm vụ đến hạn trong kỳ", "number"),
        Variable("so_du_an", "Số dự án đến hạn trong kỳ", "number"),
    ),
)
WORKLIST = Document(
    "giao-viec",
    "Danh sách việc của từng đơn vị chủ trì (kehoach report --units -o)",
    ("giao-viec.docx",),
    (
        *_HEAD,
        _PERIOD,
        Variable("cac_phuong", "Tên các phường"),
        _DOCUMENTS,
        Variable(
            "don_vi",
            "Các đơn vị chủ trì",
            "list",
            (
                Variable("so", "Số thứ tự của đơn vị", "number"),
                Variable("ten", "Tên đơn vị"),
                Variable("phuong", "Tên phường"),
                Variable("so_viec", "Bao nhiêu việc", "number"),
                Variable("so_den_han", "Bao nhiêu việc đến hạn trong kỳ", "number"),
                Variable("viec", "Các việc của đơn vị, việc đến hạn trước", "list", _WORK),
            ),
        ),
        Variable("so_viec", "Tổng số việc; việc có hai đơn vị chủ trì chỉ đếm một lần", "number"),
        Variable("so_den_han", "Tổng số việc đến hạn trong kỳ", "number"),
    ),
)
SUMMARY = Document(
    "tom-tat",
    "Tóm tắt một kế hoạch (kehoach summary -o)",
    ("tom-tat.docx",),
    (
        *_HEAD,
        Variable("ten_van_ban", "Loại, số, ngày của kế hoạch"),
        Variable("loai", "Loại văn bản: Kế hoạch, Chương trình…"),
        Variable("so_ky_hieu", "Số, ký hiệu; … ở chỗ bản sao để trống"),
        Variable("ngay_ban_hanh", "Ngày ban hành; rỗng nếu văn bản không ghi"),
        Variable("trich_yeu", "Trích yếu của kế hoạch"),
        Variable("noi_ban_hanh", "Cơ quan ban hành kế hoạch"),
        Variable("nguoi_ky", "Người ký và chức vụ; rỗng nếu sổ không ghi"),
        Variable("thoi_ky", "Thời kỳ; rỗng nếu văn bản không ghi"),
        Variable("kinh_gui", "Nơi được gửi (Kính gửi); rỗng nếu không có"),
        Variable("noi_nhan", "Nơi nhận; rỗng nếu sổ không ghi"),
        Variable("so_chi_tieu", "Số chỉ tiêu", "number"),
        Variable("so_nhiem_vu", "Số nhiệm vụ", "number"),
        Variable("so_du_an", "Số dự án", "number"),
        Variable(
            "linh_vuc",
            "Chỉ tiêu theo lĩnh vực",
            "list",
            (
                Variable("so", "Số La Mã của lĩnh vực"),
                Variable("ten", "Tên lĩnh vực"),
                Variable(
                    "chi_tieu",
                    "Các chỉ tiêu",
                    "list",
                    (
                        Variable("tt", "Số thứ tự"),
                        Variable("ten", "Tên chỉ tiêu"),
                        Variable("cam_ket", "Mức cam kết"),
                        Variable("thoi_han", "Thời hạn"),
                        Variable("chu_tri", "Cơ quan chủ trì"),
                        Variable("dieu_khoan", "Điều khoản"),
                        Variable("thanh_phan", "Đúng khi là chỉ tiêu thành phần (trong đó)", "flag"),
                    ),
                ),
            ),
        ),
        Variable(
            "don_vi",
            "Nhiệm vụ theo đơn vị chủ trì",
            "list",
            (
                Variable("so", "Số La Mã của đơn vị"),
                Variable("ten", "Tên đơn vị"),
                Variable(
                    "viec",
                    "Các nhiệm vụ",
                    "list",
                    (
                        Variable("tt", "Số thứ tự"),
                        Variable("viec", "Tên nhiệm vụ"),
                        Variable("san_pham", "Sản phẩm"),
                        Variable("thoi_han", "Thời hạn"),
                        Variable("phoi_hop", "Cơ quan phối hợp"),
                        Variable("dieu_khoan", "Điều khoản"),
                    ),
                ),
            ),
        ),
        Variable(
            "du_an",
            "Các dự án",
            "list",
            (
                Variable("tt", "Số thứ tự"),
                Variable("ten", "Tên dự án"),
                Variable("chu_dau_tu", "Chủ đầu tư"),
                Variable("thoi_gian", "Thời gian"),
                Variable("dien_tich", "Diện tích"),
                Variable("nguon_von", "Nguồn vốn"),
                Variable("tinh_trang", "Tình trạng"),
                Variable("dieu_khoan", "Điều khoản"),
            ),
        ),
        Variable(
            "vien_dan",
            "Văn bản được viện dẫn, theo vai trò",
            "list",
            (
                Variable("vai_tro", "Căn cứ, Thực hiện, Thay thế"),
                Variable("van_ban", "Văn bản"),
                Variable("dieu_khoan", "Điều khoản viện dẫn"),
            ),
        ),
        Variable(
            "phat_hien",
            "Điều `kehoach check` thấy ở văn bản này",
            "list",
            (
                Variable("muc_do", "lỗi, cảnh báo hay lưu ý"),
                Variable("dieu_khoan", "Điều khoản; rỗng nếu là cả văn bản"),
                Variable("noi_dung", "Thấy gì"),
                Variable("de_nghi", "Xử lý thế nào"),
            ),
        ),
    ),
)
EDIT = Document(
    "so-sanh",
    "So sánh một lần sửa: `kehoach diff … -o`",
    ("so-sanh.docx",),
    (
        *_HEAD,
        Variable("ban_cu", "Bản trước khi sửa"),
        Variable("ban_moi", "Bản sau khi sửa"),
        Variable("tong_ket", "Câu đếm các thay đổi theo mức độ"),
        Variable("so_can_duyet", "Số thay đổi còn chờ căn cứ", "number"),
        Variable(
            "van_ban",
            "Các văn bản có thay đổi",
            "list",
            (
                Variable("ten", "Tên văn bản, với số và ngày"),
                Variable(
                    "thay_doi",
                    "Các thay đổi của văn bản, nặng trước",
                    "list",
                    (
                        Variable("tt", "Số thứ tự"),
                        Variable("noi_dung", "Thay đổi gì, ở đâu"),
                        Variable("cu", "Trước khi sửa"),
                        Variable("moi", "Sau khi sửa"),
                        Variable("can_cu", "Căn cứ đã khai; rỗng khi chưa có"),
                        Variable("muc_do", "cần duyệt, đã có căn cứ, lưu ý, thông tin"),
                        Variable("can_duyet", "Đúng khi còn chờ căn cứ", "flag"),
                        Variable("cho", "Tệp và dòng"),
                    ),
                ),
            ),
        ),
    ),
)
DOCUMENTS = (REPORT, SUMMARY, WORKLIST, EDIT)
FILTERS = {
    "hoa": "viết hoa cả chữ",
    "ngay_dai": "ngày 05 tháng 02 năm 2027",
    "so": "số kiểu Việt Nam: 1.234,5",
    "hai_dong": "xuống dòng trước tên phường, xã, thành phố",
    "viet_tat": "Ủy ban nhân dân thành UBND",
    "length": "số phần tử của danh sách",
    "default": "giá trị thay khi rỗng: {{ dia_danh | default('…', true) }}",
    "join": "nối các phần tử",
    "first": "phần tử đầu",
    "last": "phần tử cuối",
    "upper": "như hoa",
    "lower": "viết thường",
    "trim": "bỏ dấu cách hai đầu",
}
"""Filters a template may use."""
