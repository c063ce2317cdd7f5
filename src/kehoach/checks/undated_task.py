"""Kiểm tra gì: việc làm một lần rồi xong (xây dựng, ban hành một kế hoạch, đề án, quy chế…) mà không ghi thời hạn.

Vì sao: việc thường xuyên thì không cần hạn, nhưng một văn bản phải xong vào một ngày; không có ngày thì không đôn đốc được.

Ví dụ sai:

    tasks:
      - {id: t-1, clause: II.2 gạch 1, title: Xây dựng Đề án, quote: Xây dựng Đề án, product: Đề án, lead: [phuong-mau/cong-an], when: undated}

Ví dụ đúng:

    tasks:
      - {id: t-1, clause: II.2 gạch 1, title: Xây dựng Đề án, quote: Xây dựng Đề án, product: Đề án, lead: [phuong-mau/cong-an], when: {by: 2027}}

Cách sửa: hỏi nơi ban hành văn bản phải xong lúc nào; các việc trong cùng một đề mục được gộp thành một phát hiện.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding, Place
from kehoach.checks.one_off import draws_up_once
from kehoach.checks.outline import Outline
from kehoach.checks.together import clauses
from kehoach.model.work import Task

FAMILY, SEVERITY, ABOUT = 4, "notice", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield the undated tasks that draw up a document, those below one heading together."""
    outlines = {plan.id: Outline(plan) for plan in facts.registry.plans.values()}
    groups: dict[tuple[str, str], list[Place]] = {}
    for place in facts.tasks.values():
        task = place.record
        if isinstance(task, Task) and task.when == "undated" and draws_up_once(task):
            groups.setdefault((place.plan.id, outlines[place.plan.id].section(task.clause)), []).append(place)
    for places in groups.values():
        first = places[0]
        products = "; ".join(dict.fromkeys(str(getattr(place.record, "product", "")) for place in places))
        what = f"phải có văn bản ({products}) nhưng không ghi thời hạn"
        yield first.finding(
            "when",
            f"việc ở {first.said} {what}" if len(places) == 1 else f"{len(places)} việc ({clauses(places)}) {what}",
            "Hỏi nơi ban hành văn bản phải xong lúc nào.",
            others=tuple(place.ref for place in places[1:]),
        )
