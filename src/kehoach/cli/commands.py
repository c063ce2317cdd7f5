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
    "search": "Tìm chữ ở mọi nơi trong sổ, có dấu hay không",
    "compare": "So một chỉ tiêu giữa các phường, các kế hoạch; nói rõ chỗ không so được",
    "due": "Việc đến hạn trước một ngày, theo đơn vị chủ trì",
    "report": "Chỉ tiêu áp dụng trong năm và kết quả đã báo cáo",
    "decide": "Chốt một cách hiểu hay một điều kiện: ai, ngày nào, căn cứ gì",
    "diff": "Một lần sửa sổ có nghĩa gì, có căn cứ không",
    "history": "Một bản ghi qua mọi lần sửa: ai, ngày nào, từ gì thành gì",
    "blame": "Lần sửa cuối của từng bản ghi trong một kế hoạch",
    "git": "Cài cách đọc sổ vào git diff, git log, git blame",
    "textconv": "In một tệp mỗi bản ghi một dòng (git tự gọi)",
    "record": "Ghi một số liệu thực hiện",
    "form": "Tạo biểu Excel để phường nhập số liệu thực hiện",
    "import": "Nhập biểu Excel đã điền vào sổ",
    "summary": "Tóm tắt một kế hoạch, ra màn hình hay thành văn bản Word",
    "template": "Kiểm tra một mẫu Word; xem mẫu được dùng những gì",
    "check": "Kiểm tra sổ và soát văn bản: mâu thuẫn, bỏ trống, không chấm được",
    "accept": "Ghi nhận một phát hiện đã được xem xét",
    "explain": "Xem một quy tắc soát văn bản hay duyệt lần sửa: khi nào nói, vì sao, ví dụ, phải làm gì",
    "clarity": "Đo kế hoạch theo “6 rõ”: người, việc, thời gian, sản phẩm, nguồn lực, thẩm quyền",
    "verify": "Đối chiếu từng câu trích với văn bản gốc",
    "export": "Xuất cả sổ thành bảng Parquet, SQLite hay CSV cho phần mềm khác",
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
