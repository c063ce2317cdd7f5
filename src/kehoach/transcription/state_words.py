"""The words of commitments without a figure: assigned plans, nothing left, states kept, reached and recognised."""

from __future__ import annotations

import re

PLAN_MET = re.compile(
    r"(?P<verb>đạt và vượt|hoàn thành và vượt(?: mức)?|hoàn thành đạt và vượt|hoàn thành vượt mức|hoàn thành|thực hiện đạt|đạt)\s+(?:các\s+|mức\s+)?"
    r"(?:(?:chỉ tiêu|kế hoạch|dự toán)\b(?P<what>[^,;.()\d]*?)\s*(?:được\s+)?(?:do\s+)?(?:thành phố|tỉnh|cấp trên|trung ương|huyện|trên|HĐND|UBND)?(?:\s+(?:thành phố|tỉnh|phường|xã))?\s*\bgiao\b|chỉ tiêu (?=tuyển (?:chọn|quân)|gọi (?:công dân|thanh niên)|giao quân)(?P<called>[^,;.()\d]*)|dự toán\s+(?P<budget>thu|chi)\b[^,;.()\d]*)",
    re.IGNORECASE,
)
COUNTED = (
    "tổ chức cơ sở đảng|tổ chức đảng|tổ chức|tổ dân phố|hộ|nhà|người|trẻ|lao động|thôn|học sinh|tổ|điểm|tụ điểm|chi bộ|đảng viên|xã|phường|bản|xóm|ấp|khu phố|trường hợp|trường|vụ|cơ sở|công trình|hồ sơ|cán bộ|"
    "sự cố|phòng học|tuyến|đơn vị|doanh nghiệp|văn bản|nhiệm vụ|dự án|lò|bến|chợ"
)
NONE = re.compile(
    rf"(?P<verb>không còn|không có|không để (?:phát sinh|tái|còn|xảy ra)|không phát sinh|xóa hết|xoá hết|xóa toàn bộ)\s+(?:mới\s+)?(?P<what>(?P<noun>{COUNTED})\b(?! (?:nóng|việc))\s+[^\W\d_][^,;.()]*)",
    re.IGNORECASE,
)
LACKING = re.compile(r"\b(?:thiếu hụt|thiếu|chưa có)\b", re.IGNORECASE)
"""``hộ nghèo thiếu hụt về nước sạch``: some of those whom the catalogue's indicator counts."""
KEEPS = re.compile(r"\b(?:giữ vững|duy trì)\b", re.IGNORECASE)
KEPT = re.compile(
    r"(?:\b[Gg]iữ vững\s+(?:sự\s+)?(?:ổn định\s+)?(?:tình hình\s+)?(?=an ninh|trật tự|chính trị|quốc phòng|chủ quyền|ổn định)|(?:an ninh|trật tự|quốc phòng|an toàn xã hội)[^,;.]*\sđược (?:giữ vững|bảo đảm|đảm bảo))"
)
REACHES = re.compile(
    r"\b(?:được công nhận|công nhận|đạt chuẩn|đạt danh hiệu|đạt tiêu chuẩn|đạt tiêu chí|đạt Bộ tiêu chí|đạt|trở thành|ra khỏi (?:diện|danh sách|tình trạng)|thoát (?:khỏi )?diện|về đích)\b",
    re.IGNORECASE,
)
CUE = re.compile(
    r"\b(?:phấn đấu|phân đấu|phân đầu|phần đấu|xây dựng|đạt|công nhận|trở thành|duy trì|giữ vững|hướng tới|bao phủ|bảo đảm|đảm bảo|mục tiêu|hoàn thành|được|không sử dụng|hạn chế)\b",
    re.IGNORECASE,
)
ASIDE = re.compile(
    r"\b(?:góp phần|nhằm|tuyên truyền|khuyến khích|qua đó|vai trò|(?<!duy trì )(?<!giữ vững )(?<!vững chắc )(?<!nâng cao )kết quả|gắn với|phong trào|cuộc vận động|mô hình|đề án|kế hoạch|quy hoạch|nâng cao ý thức)\b",
    re.IGNORECASE,
)
RECOGNISED = re.compile(
    r"(?P<what>[^,;.()]{0,120}?\b(?:được công nhận|đạt chuẩn|đạt danh hiệu|đạt (?:phường |xã )?nông thôn mới|đạt đô thị|được (?:[^,;.()\s]+\s+){1,5}?công nhận|ra khỏi (?:diện|danh sách|tình trạng)|thoát (?:khỏi )?diện|về đích|trở thành (?:phường|xã|đặc khu|đô thị|thành phố|đơn vị|địa phương|trung tâm|một trong))\b[^,;.()]{2,140})",
    re.IGNORECASE,
)


STANDARD = re.compile(r"\b(?:TCVN|QCVN|ISO)\s*\d[\d:./-]*(?<![./-])")
"""``TCVN 11856:2017``: a standard's number is no figure of the plan."""
SAYS = re.compile(r"\b(?:đạt|được|có|còn|tham gia|sử dụng|hoàn thành|áp dụng|đáp ứng|bảo đảm|đảm bảo)\b", re.IGNORECASE)
PIECE = re.compile(r";|\s(?:và|đồng thời)\s+(?=(?:phấn đấu\s+)?(?:đến|từ|trước|trong)\s+(?:hết\s+|cuối\s+)?(?:năm\s+)?20\d\d|phấn đấu\s)")

KEPT_UP = re.compile(
    r"\b(?P<verb>giữ vững|duy trì)(?:\s+(?:và|,)\s+(?:nâng cao|phát huy)(?:\s+chất lượng)?)?\s+(?P<what>(?:kết quả|chuẩn|danh hiệu|tiêu chuẩn)\s+"
    r"(?:(?:đạt\s+)?(?:chuẩn|phổ cập|xóa mù|xoá mù|nông thôn mới|đô thị|đơn vị|phường|xã|trường|tiêu chí|đặc khu))[^,;.()]*|đạt\s+(?:\u0002+|(?:chuẩn|tiêu chuẩn|bộ tiêu chí|tiêu chí)\s+[^,;.()\d]+))",
    re.IGNORECASE,
)
"""``giữ vững kết quả xóa mù chữ mức độ 2``: what was reached is to stay so."""
AND_LATER = re.compile(
    r"(?:(?:vào|đến|trước|trong|hết|cuối)\s+)+năm\s+20\d\d(?P<cut>\s+và\s+)(?=[^,;.()\d]{6,80}\s(?:(?:vào|đến|trước|trong|hết|cuối)\s+)+năm\s+20\d\d)",
    re.IGNORECASE,
)
"""``đạt chuẩn nông thôn mới nâng cao vào năm 2028 và nông thôn mới kiểu mẫu vào năm 2030``: two steps behind one verb."""
