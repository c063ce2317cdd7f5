"""Kiểm tra gì: văn bản nêu tầm nhìn đến một năm xa hơn thời kỳ (`horizon`) mà không có chỉ tiêu nào cho quãng đó.

Vì sao: tầm nhìn không có chỉ tiêu thì không đo được, không khác gì không nêu.

Ví dụ sai:

    period: {from: 2026, to: 2030, horizon: 2045}

Ví dụ đúng:

    period: {from: 2026, to: 2030, horizon: 2045}
    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 99}, when: {by: 2045}, quote: đến năm 2045 đạt 99% trở lên}

Cách sửa: hỏi nơi ban hành chỉ tiêu của tầm nhìn; không có thì bỏ tầm nhìn khỏi tiêu đề.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts, due
from kehoach.checks.finding import Finding, of_plan

FAMILY, SEVERITY, ABOUT = 4, "warning", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield plans with a vision beyond their period and no target due there."""
    latest: dict[str, int] = {}
    far = any(plan.period and plan.period.horizon for plan in facts.registry.plans.values())
    for place in facts.targets.values() if far else ():
        when = due(place)
        latest[place.plan.id] = max(latest.get(place.plan.id, 0), int((when.last or when.first or "0")[:4]))
    for plan in facts.registry.plans.values():
        period = plan.period
        if period and period.horizon and latest.get(plan.id, 0) <= period.to:
            yield of_plan(
                plan,
                ("period", "horizon"),
                f"{plan.id.partition('/')[2]} nêu tầm nhìn đến năm {period.horizon} nhưng không có chỉ tiêu nào sau năm {period.to}",
                "Hỏi nơi ban hành chỉ tiêu của tầm nhìn.",
                values=(period.to, period.horizon),
            )
