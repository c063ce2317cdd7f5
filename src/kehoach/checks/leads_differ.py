"""Kiểm tra gì: cùng một chỉ tiêu của một phường mà mỗi nơi giao một đơn vị chủ trì khác nhau.

Vì sao: hai đơn vị cùng nghĩ là việc của đơn vị kia, hoặc báo cáo hai con số khác nhau.

Ví dụ sai:

    targets:
      - {id: a, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: x, lead: [phuong-mau/phong-vhxh]}
      - {id: b, clause: II.2 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: x, restates: a, lead: [phuong-mau/cong-an]}

Ví dụ đúng:

    targets:
      - {id: a, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: x, lead: [phuong-mau/phong-vhxh]}
      - {id: b, clause: II.2 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: x, restates: a, lead: [phuong-mau/phong-vhxh]}

Cách sửa: hỏi nơi ban hành đơn vị nào chủ trì. Chỉ so các lần nêu cùng một lời hứa, hoặc cùng đo trên một phạm vi; hai bên có đơn vị chung thì quy tắc `several-leads` hỏi.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts, restated, target_of
from kehoach.checks.finding import Finding, Place
from kehoach.checks.together import unit_names

FAMILY, SEVERITY, ABOUT = 5, "warning", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield, once for each set of leads other than the first, the statements of one promise that another unit leads."""
    for places in facts.by_indicator.values():
        if len(places) == 1 or len({target_of(place).lead for place in places}) == 1:
            continue
        groups: dict[tuple[str | None, ...], dict[frozenset[str], Place]] = {}
        for place in places:
            lead = frozenset(target_of(place).lead)
            if lead:
                groups.setdefault(_promise(facts, place), {}).setdefault(lead, place)
        for by_lead in groups.values():
            (lead, first), *others = by_lead.items()
            for other, place in others:
                if lead & other:
                    continue
                yield place.finding(
                    "lead",
                    f"{facts.name(place)}: {first.said} giao {_names(facts, first)}, {place.said} giao {_names(facts, place)}",
                    "Hỏi nơi ban hành đơn vị nào chủ trì.",
                    others=(first.ref,),
                    values=(*sorted(lead), "/", *sorted(other)),
                )


def _names(facts: Facts, place: Place) -> str:
    return unit_names(facts, place.record.lead)


def _promise(facts: Facts, place: Place) -> tuple[str | None, ...]:
    """What two statements must share to be compared: the scope and standard of the first statement of the promise."""
    seen: set[str] = set()
    while (first := facts.targets.get(restated(place))) and first.ref not in seen:
        seen.add(first.ref)
        place = first
    return facts.scope(place), target_of(place).definition
