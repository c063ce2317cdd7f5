"""Kiểm tra gì: phần đề mục của mỗi điều khoản (`II.1` trong `II.1.(9)`) có trong cây đề mục `sections`.

Vì sao: điều khoản là đường dẫn về văn bản; đề mục không có thì không ai tìm lại được câu.

Cách sửa: sửa điều khoản theo số in trong văn bản, hoặc thêm đề mục còn thiếu vào `sections`.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding
from kehoach.model.plan import Plan
from kehoach.model.target import Target
from kehoach.registry import plan_file

FAMILY, SEVERITY, ABOUT = 0, "error", "registry"
_REMEDY = "Sửa điều khoản theo số in trong văn bản, hoặc thêm đề mục vào `sections`."


def find(facts: Facts) -> Iterator[Finding]:
    """Yield every clause whose heading the plan does not have."""
    for place in facts.places:
        record, outline = place.record, facts.outlines[place.plan.id]
        if outline.heading(record.clause) is None:
            yield place.finding("clause", f"điều khoản `{record.clause}` không nằm dưới đề mục nào", _REMEDY)
        if isinstance(record, Target) and record.lead_at and outline.heading(record.lead_at) is None:
            yield place.finding("lead_at", f"điều khoản `{record.lead_at}` không nằm dưới đề mục nào", _REMEDY)
    for plan in facts.registry.plans.values():
        for key, index, clause in _others(plan):
            if facts.outlines[plan.id].heading(clause) is None:
                yield Finding(
                    file=plan_file(plan.id),
                    path=(key, index, "clause"),
                    message=f"điều khoản `{clause}` không nằm dưới đề mục nào",
                    remedy=_REMEDY,
                    ref=plan.id,
                )


def _others(plan: Plan) -> Iterator[tuple[str, int, str]]:
    for key in ("citations", "corrections", "uncovered"):
        for index, entry in enumerate(getattr(plan, key)):
            yield key, index, entry.clause
