"""Kiểm tra gì: nhiều đơn vị cùng chủ trì mà không nói đơn vị nào đứng đầu.

Vì sao: nhiều người cùng chịu trách nhiệm thì không ai chịu trách nhiệm; không biết ai tổng hợp, ai báo cáo.

Ví dụ sai:

    tasks:
      - {id: t-1, clause: II.2 gạch 1, title: A, quote: A, when: ongoing, lead: [phuong-mau/cong-an, phuong-mau/phong-vhxh]}

Ví dụ đúng:

    tasks:
      - {id: t-1, clause: II.2 gạch 1, title: A, quote: A, when: ongoing, lead: [phuong-mau/cong-an], support: [phuong-mau/phong-vhxh]}

Cách sửa: hỏi nơi ban hành đơn vị nào chủ trì, đơn vị nào phối hợp. Việc giao cho mỗi đơn vị tự làm phần của mình ("các phòng, đơn vị",
"trưởng các phòng") không tính; cùng một nhóm đơn vị của một văn bản được gộp thành một phát hiện,
và câu phân công đã giao riêng cho từng đơn vị một phần thì cũng không tính.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding, Place
from kehoach.checks.together import clauses, each_for_itself, unit_names

FAMILY, SEVERITY, ABOUT = 5, "warning", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield each set of leads that a plan names without a first among them, once per plan, unless a clause divides the work."""
    groups: dict[tuple[str, frozenset[str]], list[Place]] = {}
    for place in facts.places:
        leads = place.record.lead
        if len(leads) > 1 and not each_for_itself(facts, place):
            groups.setdefault((place.plan.id, frozenset(leads)), []).append(place)
    shared = {place.record.clause for places in groups.values() for place in places}
    alone = {
        (place.plan.id, place.record.clause, place.record.lead[0])
        for place in facts.places
        if len(place.record.lead) == 1 and place.record.clause in shared
    }
    for places in groups.values():
        first = places[0]
        if any(all((p.plan.id, p.record.clause, ref) in alone for ref in p.record.lead) for p in places):
            continue
        yield first.finding(
            "lead",
            f"{unit_names(facts, first.record.lead)} cùng chủ trì, không nói đơn vị nào đứng đầu: {clauses(places)}",
            "Hỏi nơi ban hành đơn vị nào chủ trì, đơn vị nào phối hợp.",
            others=tuple(place.ref for place in places[1:]),
            values=tuple(sorted(first.record.lead)),
        )
