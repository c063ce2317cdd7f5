"""What each verdict means, in a sentence for whoever reads a report."""

from __future__ import annotations

MEANINGS: dict[str, str] = {
    "not_due": "Chưa tới năm phải đạt; số liệu, nếu đã có, chỉ để theo dõi.",
    "no_data": "Đã đến hạn nhưng chưa có số liệu báo cáo; không có nghĩa là không đạt.",
    "met": "Đã đến hạn, số liệu báo cáo đạt mức đề ra.",
    "exceeded": "Đã đến hạn, số liệu báo cáo vượt mức đề ra theo chiều tốt lên của chỉ tiêu.",
    "missed": "Đã đến hạn, số liệu báo cáo không đạt mức đề ra.",
    "met_early": "Chưa tới năm phải đạt mà số liệu báo cáo đã đạt mức đề ra; khi đến hạn sẽ xét lại.",
    "met_late": "Được công nhận, hoàn thành sau năm phải đạt.",
    "conditional": "Chỉ tiêu có kèm điều kiện, điều kiện ấy chưa được xác nhận hoặc không xảy ra, nên chưa xét.",
    "ambiguous": "Câu chữ của văn bản có nhiều cách hiểu, chưa chốt cách nào; nêu kết quả theo từng cách.",
    "undated": "Văn bản không nêu thời hạn; chỉ nêu số liệu gần nhất.",
    "unscored": "Chỉ tiêu duy trì, giữ vững không có tiêu chí đo; nêu như báo cáo, không chấm.",
}
"""Verdict → its meaning."""
