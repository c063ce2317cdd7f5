"""The commands, in the order help prints them; each lives in a module of this package and is loaded when it is called."""

from __future__ import annotations

COMMANDS: dict[str, str] = {
    "list-plans": "Liệt kê kế hoạch",
    "list-targets": "Liệt kê chỉ tiêu: của ai, bao nhiêu, đến khi nào, ở điều khoản nào",
    "list-tasks": "Liệt kê nhiệm vụ đã giao",
    "list-projects": "Liệt kê dự án trong các phụ lục",
    "list-units": "Liệt kê cơ quan, đơn vị",
    "list-indicators": "Liệt kê danh mục chỉ tiêu (thứ được đo)",
    "list-references": "Liệt kê văn bản được viện dẫn",
    "show": "Xem một bản ghi và mọi chỗ trỏ tới nó",
    "compare": "So một chỉ tiêu giữa các phường, các kế hoạch; nói rõ chỗ không so được",
    "due": "Việc đến hạn trước một ngày, theo đơn vị chủ trì",
    "report": "Chỉ tiêu áp dụng trong năm và kết quả đã báo cáo",
    "decide": "Chốt một cách hiểu hay một điều kiện: ai, ngày nào, căn cứ gì",
    "check": "Kiểm tra sổ và soát văn bản: mâu thuẫn, bỏ trống, không chấm được",
    "accept": "Ghi nhận một phát hiện đã được xem xét",
    "explain": "Xem một quy tắc soát văn bản: kiểm tra gì, vì sao, ví dụ, cách sửa",
    "clarity": "Đo kế hoạch theo “6 rõ”: người, việc, thời gian, sản phẩm, nguồn lực, thẩm quyền",
    "verify": "Đối chiếu từng câu trích với văn bản gốc",
    "fmt": "Trình bày lại tệp theo khuôn chuẩn",
    "schema": "Xuất JSON Schema của các loại tệp",
    "migrate": "Nâng tệp lên định dạng mới",
    "init": "Tạo một sổ kế hoạch mới",
    "new": "Tạo tệp cho một kế hoạch mới",
    "draft": "Đọc một văn bản (.docx, .pdf, .txt) và viết bản nháp của kế hoạch",
}
"""Name → the short help; the module is the name with underscores."""


def module_of(command: str) -> str:
    """Return the module that holds a command."""
    return f"kehoach.cli.{command.replace('-', '_')}"
