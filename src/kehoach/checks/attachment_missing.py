"""Kiểm tra gì: tài liệu mà văn bản nói là kèm theo nhưng bản sao không có.

Vì sao: phần lớn con số và việc giao thường nằm trong phụ lục; không có phụ lục thì chỉ đọc được nửa văn bản.

Ví dụ sai:

    attachments: {announced: [Phụ lục danh mục dự án], present: []}

Ví dụ đúng:

    attachments: {announced: [Phụ lục danh mục dự án], present: [Phụ lục. DANH MỤC DỰ ÁN]}

Cách sửa: hỏi nơi ban hành xin bản có đủ tài liệu kèm theo; có rồi thì chép tiếp và ghi vào `attachments.present`.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.attachments import in_text, unanswered
from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding, of_plan

FAMILY, SEVERITY, ABOUT = 8, "warning", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield every attachment that is announced and neither present nor in the heading tree."""
    for plan in facts.registry.plans.values():
        attachments = plan.attachments
        there = (*attachments.present, *in_text(plan))
        for words in unanswered(attachments.announced, there, announced_first=True):
            yield of_plan(
                plan,
                ("attachments", "announced", attachments.announced.index(words)),
                f"{plan.id.partition('/')[2]} nói kèm theo “{words}” nhưng bản sao không có",
                "Hỏi nơi ban hành xin bản có đủ tài liệu kèm theo?",
                values=(words, *there),
            )
