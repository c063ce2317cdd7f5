"""Kiểm tra gì: thân văn bản và phụ lục cùng giao việc mà không nơi nào dẫn tới nơi nào.

Vì sao: cùng một việc có thể đứng hai nơi với hai thời hạn, hai sản phẩm; người thực hiện không biết dòng phụ lục nào cụ thể hóa mục nào của thân.

Ví dụ sai:

    sections: [{label: I, title: NHIỆM VỤ}, {label: PL01, title: CÁC NHIỆM VỤ TRỌNG TÂM}]
    tasks:
      - {id: t-1, clause: I gạch 1, title: Trồng cây xanh, quote: Trồng cây xanh, when: undated}
      - {id: t-2, clause: PL01.1, title: Lập kế hoạch trồng cây, quote: Lập kế hoạch, when: {by: 2027}}

Ví dụ đúng:

    attachments: {announced: [Phụ lục nhiệm vụ trọng tâm]}
    sections: [{label: I, title: NHIỆM VỤ}, {label: PL01, title: CÁC NHIỆM VỤ TRỌNG TÂM}]
    tasks:
      - {id: t-1, clause: I gạch 1, title: Trồng cây xanh, quote: Trồng cây xanh, when: undated}
      - {id: t-2, clause: PL01.1, title: Lập kế hoạch trồng cây, quote: Lập kế hoạch, when: {by: 2027}}

Cách sửa: hỏi nơi ban hành dòng nào của phụ lục cụ thể hóa mục nào của thân, và khi hai nơi khác nhau thì theo nơi nào. Phụ lục mà thân không
hề nhắc tới thì quy tắc `attachment-unmentioned` đã hỏi.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.checks.attachments import appendix, points_to_appendix, unanswered
from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding, of_plan
from kehoach.model.plan import Plan
from kehoach.vietnamese import squeeze

FAMILY, SEVERITY, ABOUT = 8, "warning", "document"
_BACK = re.compile(r"\b(?:tại|theo|ở|thuộc) (?:mục|phần|điểm|khoản) (?:\d|[IVX]+\b|[A-ZĐ]\b|[a-zđ]\))")


def find(facts: Facts) -> Iterator[Finding]:
    """Yield one finding for each plan whose body and appendices both assign work and never point at each other."""
    for plan in facts.registry.plans.values():
        rows = [task for task in plan.tasks if appendix(task.clause)]
        body = [task for task in plan.tasks if not appendix(task.clause)]
        strange = unanswered(plan.attachments.present, plan.attachments.announced, announced_first=False)
        if rows and body and not plan.attachments.announced and not strange and not _pointing(plan):
            first, last = (appendix(task.clause) for task in (rows[0], rows[-1]))
            names = str(first) if first == last else f"{first}-{last}"
            yield of_plan(
                plan,
                ("tasks", plan.tasks.index(rows[0]), "clause"),
                f"thân của {plan.id.partition('/')[2]} (từ {body[0].clause} đến {body[-1].clause}) giao {len(body)} việc, "
                f"phụ lục {names} giao {len(rows)} việc, không nơi nào dẫn tới nơi nào",
                "Hỏi nơi ban hành dòng nào của phụ lục cụ thể hóa mục nào của thân, và khi thời hạn hai nơi khác nhau thì theo nơi nào?",
                values=(len(body), len(rows), *dict.fromkeys(str(appendix(task.clause)) for task in rows)),
            )


def _pointing(plan: Plan) -> bool:
    """Tell whether any record's printed words lead from the body to an appendix or back."""
    printed = [(target.clause, target.quote) for target in plan.targets]
    printed += [(task.clause, text) for task in plan.tasks for text in (task.quote, task.title, task.product) if text]
    return any(_BACK.search(squeeze(text)) if appendix(clause) else points_to_appendix(text) for clause, text in printed)
