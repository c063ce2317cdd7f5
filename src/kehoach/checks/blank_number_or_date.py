"""Kiểm tra gì: bản sao để trống số, ký hiệu hoặc ngày, tháng ban hành.

Vì sao: văn bản không có số và ngày thì không ai viện dẫn được, không biết bản nào có hiệu lực, việc nào có hạn tính từ ngày nào.

Ví dụ sai:

    number: null
    issued: "2026"

Ví dụ đúng:

    number: "12"
    issued: "2026-03-02"

Cách sửa: hỏi nơi ban hành số và ngày của bản chính thức; có rồi thì ghi `number`, `issued` kèm căn cứ.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding, of_plan
from kehoach.model.plan import Plan
from kehoach.vietnamese import date_words

FAMILY, SEVERITY, ABOUT = 8, "warning", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield one finding for each plan whose number, symbol or day of issue is blank."""
    for plan in facts.registry.plans.values():
        blank = list(_blank(plan))
        if blank:
            yield of_plan(
                plan,
                ("number" if plan.number is None else "issued",),
                f"bản sao của {plan.id.partition('/')[2]} không có {', '.join(blank)}{_printed(plan)}",
                "Hỏi nơi ban hành số, ký hiệu và ngày của bản chính thức?",
                values=(plan.number, plan.symbol, plan.issued),
            )


def _blank(plan: Plan) -> Iterator[str]:
    if not plan.number:
        yield "số"
    if not plan.symbol:
        yield "ký hiệu"
    precision = len((plan.issued or "").split("-"))
    if not plan.issued:
        yield "ngày ban hành"
    elif precision == 1:
        yield "ngày, tháng ban hành"
    elif precision == 2:
        yield "ngày trong tháng ban hành"


def _printed(plan: Plan) -> str:
    words = [f"số {plan.number or '…'}/{plan.symbol or '…'}"] if plan.number or plan.symbol else []
    words += [f"ban hành {date_words(plan.issued)}"] if plan.issued else []
    return f" (chỉ ghi {', '.join(words)})" if words else ""
