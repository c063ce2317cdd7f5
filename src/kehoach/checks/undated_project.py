"""Kiểm tra gì: danh mục dự án mà không dòng nào ghi thời gian thực hiện.

Vì sao: không có năm thì không biết dự án nào làm trước, không đôn đốc, không bố trí vốn được.

Ví dụ sai:

    sections: [{label: PL01, title: DANH MỤC DỰ ÁN}]
    projects:
      - {id: p-1, clause: PL01.1, name: Cầu}
      - {id: p-2, clause: PL01.2, name: Chợ}

Ví dụ đúng:

    sections: [{label: PL01, title: DANH MỤC DỰ ÁN}]
    projects:
      - {id: p-1, clause: PL01.1, name: Cầu, when: {over: [2026, 2028]}}
      - {id: p-2, clause: PL01.2, name: Chợ, when: {by: 2027}}

Cách sửa: hỏi nơi ban hành từng dự án khởi công, hoàn thành năm nào; cả một danh mục là một phát hiện, giai đoạn ở tên danh mục
không phải là thời gian của dự án.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding, Place

FAMILY, SEVERITY, ABOUT = 4, "notice", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield each list of projects none of which has a time."""
    outlines = facts.outlines
    lists: dict[tuple[str, str], list[Place]] = {}
    for place in facts.projects.values():
        lists.setdefault((place.plan.id, outlines[place.plan.id].section(place.record.clause)), []).append(place)
    for (plan, heading), places in lists.items():
        if len(places) > 1 and all(getattr(place.record, "when", None) == "undated" for place in places):
            yield places[0].finding(
                "clause",
                f"danh mục {heading} ({plan.partition('/')[2]}): {len(places)} dự án đều không ghi thời gian thực hiện",
                "Hỏi nơi ban hành từng dự án khởi công, hoàn thành năm nào.",
                others=tuple(place.ref for place in places[1:]),
            )
