"""Kiểm tra gì: phụ lục có trong bản sao mà thân văn bản không hề nhắc tới là kèm theo.

Vì sao: không rõ phụ lục có phải là một phần của văn bản đã ký hay không, và ràng buộc đến đâu.

Ví dụ sai:

    attachments: {announced: [], present: [Phụ lục. DANH MỤC DỰ ÁN]}

Ví dụ đúng:

    attachments: {announced: [Phụ lục danh mục dự án], present: [Phụ lục. DANH MỤC DỰ ÁN]}

Cách sửa: hỏi nơi ban hành phụ lục có kèm theo văn bản này không; nếu thân văn bản có nhắc thì ghi vào `attachments.announced`.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.attachments import unanswered
from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding, of_plan

FAMILY, SEVERITY, ABOUT = 8, "warning", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield one finding for each plan that holds attachments which it never announces."""
    for plan in facts.registry.plans.values():
        attachments = plan.attachments
        strange = unanswered(attachments.present, attachments.announced, announced_first=False)
        if strange:
            more = f" và {len(strange) - 1} tài liệu nữa, đến “{strange[-1]}”" if len(strange) > 1 else ""
            yield of_plan(
                plan,
                ("attachments", "present", attachments.present.index(strange[0])),
                f"thân của {plan.id.partition('/')[2]} không chỗ nào nói là kèm theo “{strange[0]}”{more}",
                "Hỏi nơi ban hành các tài liệu này có phải là một phần của văn bản không?",
                values=tuple(strange),
            )
