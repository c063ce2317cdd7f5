"""Words of administrative prose that carry a meaning for the grammar: units of measure, verbs of flow, abbreviations.

The lists are open: a word that is missing makes a record doubtful or a figure unread, never wrong in silence.
"""

from __future__ import annotations

UNITS = (
    "tỷ đồng", "tỉ đồng", "triệu đồng", "nghìn đồng", "ngàn đồng", "đồng", "tỷ USD", "triệu USD", "USD", "tỷ", "triệu",
    "điểm phần trăm", "điểm %", "km2", "km²", "km", "m2", "m²", "m3", "m³", "ha", "mét", "m", "tấn", "tạ", "yến", "kg", "lít", "kWh", "kV", "KV", "kVA", "MW", "kW",
    "cơ số", "doanh nghiệp", "hợp tác xã", "HTX", "tổ hợp tác", "cơ sở", "hộ gia đình", "hộ nghèo", "hộ cận nghèo", "hộ dân", "hộ", "ngày công", "bãi", "di tích", "lễ hội", "sự kiện", "căn hộ", "căn nhà", "căn", "ngôi nhà", "nhà văn hóa",
    "nhà tạm", "nhà đa năng", "nhà", "trường học", "trường", "phòng học thông minh", "phòng học", "phòng", "lớp", "khóa", "khoá", "bác sỹ", "bác sĩ", "y bác sĩ", "giường bệnh", "giường",
    "trạm y tế", "trạm", "lao động", "việc làm", "người dân", "người", "trẻ em", "trẻ", "vạn dân", "dân số", "dân", "nhân khẩu", "học sinh", "sinh viên", "giáo viên", "cán bộ", "công chức", "đảng viên",
    "đoàn viên", "hội viên", "quần chúng", "chi bộ", "chi đoàn", "chi hội", "tổ chức đảng", "đồng chí", "dự án", "công trình", "tuyến đường", "tuyến phố", "tuyến", "mô hình", "thôn", "xóm", "bản", "ấp", "khu dân cư",
    "khu phố", "tổ dân phố", "tổ", "xã", "phường", "vụ", "lượt khách", "lượt người", "lượt", "lần", "buổi", "cuộc", "đợt", "phiên", "trang", "suất quà", "phần quà", "gian hàng", "hội nghị", "hội thảo", "hội thi", "hội chợ", "hồ sơ", "thủ tục", "dịch vụ công", "dịch vụ",
    "sản phẩm OCOP", "sản phẩm", "thửa đất", "thửa", "giấy chứng nhận", "giấy", "cây xanh", "cây", "con", "đầu sách", "cuốn", "điểm", "máy", "camera", "thiết bị", "chuyến", "sào", "mẫu",
    "câu lạc bộ", "đội", "nhóm", "lồng bè", "tàu", "chiếc", "bộ", "phương tiện", "cột", "bể", "công", "ca", "suất", "tin, bài", "tin bài", "bài", "chương trình", "kế hoạch", "đề án", "văn bản", "tiêu chí", "chỉ tiêu", "nhiệm vụ",
    "bé trai", "bé gái", "vùng", "sáng kiến", "đề tài", "công dân", "thanh niên", "phụ nữ", "nông dân", "công nhân", "viên chức", "trường hợp", "ngày làm việc", "con số", "tuổi", "năm", "tháng", "ngày", "giờ", "phút", "lô", "khu", "chợ", "làng nghề", "làng", "vườn", "trang trại", "cầu", "cống", "nhà máy", "cụm", "khách", "thuê bao", "tài khoản", "hạng", "bậc",
)  # fmt: skip
"""What is counted or measured; longer names win over their beginnings."""

NO_COMMITMENT_UNITS = frozenset(
    {
        "con số",
        "tiêu chí",
        "chỉ tiêu",
        "tuổi",
        "năm",
        "tháng",
        "ngày",
        "ngày làm việc",
        "giờ",
        "phút",
        "kV",
        "KV",
        "kVA",
        "hạng",
        "bậc",
        "lần",
    }
)
"""Behind these a figure is a length of time, an age, a rank or a count of the text's own, unless words say that it is to be reached."""

COUNTED_AS = {
    "trường học": "trường", "căn nhà": "căn", "căn hộ": "căn", "ngôi nhà": "nhà", "nhà tạm": "nhà", "hộ nghèo": "hộ", "hộ cận nghèo": "hộ", "hộ dân": "hộ",
    "hộ gia đình": "hộ", "sản phẩm ocop": "sản phẩm", "người dân": "người", "cây xanh": "cây", "tỉ đồng": "tỷ đồng", "ngàn đồng": "nghìn đồng",
    "y bác sĩ": "bác sĩ", "bác sỹ": "bác sĩ", "khoá": "khóa", "km²": "km2", "m²": "m2", "m³": "m3", "htx": "hợp tác xã",
}  # fmt: skip
"""The unit of a figure is the noun that counts; which kind of it is meant belongs to the measure."""

MONEY = ("tỷ đồng", "tỉ đồng", "triệu đồng", "nghìn đồng", "ngàn đồng", "đồng", "tỷ usd", "triệu usd", "usd", "tỷ")

ABBREVIATIONS = {
    "bhyt": "bảo hiểm y tế", "bhxh": "bảo hiểm xã hội", "bhtn": "bảo hiểm thất nghiệp", "tthc": "thủ tục hành chính", "csvc": "cơ sở vật chất", "dvc": "dịch vụ công", "dvctt": "dịch vụ công trực tuyến",
    "ntm": "nông thôn mới", "nsnn": "ngân sách nhà nước", "htx": "hợp tác xã", "dn": "doanh nghiệp", "gtsx": "giá trị sản xuất", "cn-xd": "công nghiệp xây dựng", "tm-dv": "thương mại dịch vụ", "ktxh": "kinh tế xã hội",
    "gd&đt": "giáo dục và đào tạo", "gdđt": "giáo dục đào tạo", "antt": "an ninh trật tự", "tndn": "thu nhập doanh nghiệp", "ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân", "mttq": "mặt trận tổ quốc",
    "tdp": "tổ dân phố", "nvqs": "nghĩa vụ quân sự", "gcn": "giấy chứng nhận", "gpmb": "giải phóng mặt bằng", "cntt": "công nghệ thông tin", "vsmt": "vệ sinh môi trường", "lđ": "lao động", "cbcc": "cán bộ công chức",
    "ttcn": "tiểu thủ công nghiệp", "đtc": "đầu tư công", "thcs": "trung học cơ sở", "thpt": "trung học phổ thông", "nltS": "nông lâm thủy sản",
}  # fmt: skip
"""Spelt out before names are compared."""

TURNING = (
    "cận nghèo", "thoát nghèo", "tái nghèo", "phát sinh", "tự nguyện", "thất nghiệp", "đúng hạn", "trước hạn", "trễ hạn", "quá hạn", "trực tuyến", "số hóa", "hài lòng", "thanh toán", "nước thải",
    "nguy hại", "phân loại", "tái chế", "chôn lấp", "mầm non", "tiểu học", "mức độ 1", "mức độ 2", "tổng chi", "chi ngân sách", "chi thường xuyên", "chi đầu tư", "sử dụng đất", "thành lập mới", "công nhận mới", "công nhận lại", "giải thể",
    "thôn văn hóa", "làng văn hóa", "cơ quan văn hóa", "xuất khẩu", "nhập khẩu", "nợ đọng", "suy dinh dưỡng", "tử vong", "sinh con thứ ba", "xuất ngũ", "hàng hóa", "đấu giá", "khiếu nại", "tố cáo",
)  # fmt: skip
"""Words that make another measure of it: where one name has them and the other has not, the two are not the same."""

FLOWS_BEFORE = (
    "chuyển đổi", "thành lập mới", "thành lập", "công nhận", "công nhận thêm", "xây mới", "xây dựng mới", "làm mới", "trồng mới", "trồng(?! trọt)", "giải quyết việc làm", "tạo việc làm", "đào tạo nghề", "đào tạo", "kết nạp", "xóa", "xoá",
    "đưa ra thị trường", "phát triển mới", "phát triển thêm", "phát triển", "tăng thêm", "có thêm", "thêm mới", "cấp mới", "hỗ trợ", "đưa", "sửa chữa", "cứng hóa", "bê tông hóa", "thu hút", "lắp đặt", "hoàn thành xây dựng", "tuyển mới", "cấp",
)  # fmt: skip
FLOWS_BEHIND = (
    "chuyển đổi",
    "công nhận lại",
    "công nhận mới",
    "công nhận thêm",
    "thành lập mới",
    "được thành lập",
    "được kết nạp",
    "được đào tạo",
    "được hỗ trợ",
    "được xây mới",
    "được xây dựng mới",
    "được cấp mới",
    "tăng thêm",
)
"""Verbs of what adds up over years, before the figure or behind it: reached by summing, not at a moment."""
