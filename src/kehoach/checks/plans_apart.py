"""Kiểm tra gì: hai văn bản cùng một nơi ban hành, cùng thời kỳ, hứa nhiều chỉ tiêu chung mà không văn bản nào nhắc tới văn bản kia.

Vì sao: cùng một chỉ tiêu ở hai văn bản không biết nhau thì sửa chỗ này quên chỗ kia; người thực hiện không biết theo văn bản nào.

Ví dụ sai:

    plans:
      - targets:
          - {id: a, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: x}
          - {id: b, clause: II.1 gạch 2, indicator: bhxh, test: {ge: 60}, when: {by: 2030}, quote: x}
          - {id: c, clause: II.1 gạch 3, indicator: khong-ma-tuy, test: {is: achieved}, when: {by: 2030}, quote: x}
      - id: phuong-mau/cong-van
        number: "13"
        targets:
          - {id: a, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: x}
          - {id: b, clause: II.1 gạch 2, indicator: bhxh, test: {ge: 60}, when: {by: 2030}, quote: x}
          - {id: c, clause: II.1 gạch 3, indicator: khong-ma-tuy, test: {is: achieved}, when: {by: 2030}, quote: x}

Ví dụ đúng:

    plans:
      - targets: [{id: a, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: x}]
      - id: phuong-mau/cong-van
        number: "13"
        targets: [{id: a, clause: II.1 gạch 1, indicator: bhxh, test: {ge: 60}, when: {by: 2030}, quote: x}]

Cách sửa: hỏi nơi ban hành hai văn bản quan hệ với nhau thế nào, chỗ chung theo văn bản nào.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from kehoach.checks.citations import number_key
from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding, of_plan
from kehoach.checks.gathered import gathered
from kehoach.meaning.time import period
from kehoach.vietnamese import canonical

if TYPE_CHECKING:
    from kehoach.model.plan import Plan

FAMILY, SEVERITY, ABOUT = 8, "notice", "document"
_LEAST = 3
"""Common indicators that make two documents of one office one subject."""


def find(facts: Facts) -> Iterator[Finding]:
    """Yield pairs of plans of one issuer with indicators in common, none of whose records or citations knows the other."""
    plans = facts.registry.plans
    linked = {(promised.plan, other) for promised in facts.once(gathered).promised for other in promised.linked}
    issued: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    measured: dict[str, frozenset[str]] = {}
    for promised in facts.once(gathered).promised:
        measured[promised.plan] = frozenset(promised.indicators)
        for indicator in promised.indicators:
            issued[plans[promised.plan].issuer][indicator].append(promised.plan)
    common = Counter(pair for of_one in issued.values() for found in of_one.values() for pair in combinations(found, 2))
    for (one, two), count in common.items():
        if count >= _LEAST and not linked & {(one, two), (two, one)} and _overlap(plans[one], plans[two]):
            first, second = plans[one], plans[two]
            knows = _cites(facts, first, second) or _cites(facts, second, first)
            if not knows:
                shared = [name for name in issued[first.issuer] if name in measured[one] and name in measured[two]]
                names = [facts.registry.indicators[name].name if name in facts.registry.indicators else name for name in shared]
                yield of_plan(
                    second,
                    ("title",),
                    f"{second.id.partition('/')[2]} và {first.id.partition('/')[2]} cùng nơi ban hành, cùng hứa {count} chỉ tiêu "
                    f"({'; '.join(names)}) mà không văn bản nào nhắc tới văn bản kia",
                    "Hỏi nơi ban hành hai văn bản quan hệ thế nào, chỗ chung theo văn bản nào?",
                    others=(one,),
                    values=tuple(shared),
                )


def _cites(facts: Facts, plan: Plan, other: Plan) -> bool:
    full, name = number_key(f"{other.number}/{other.symbol}"), canonical(other.title)
    for citation in plan.citations:
        entry = facts.registry.references.get(citation.ref)
        number, title = citation.number or (entry.number if entry else None), citation.title or (entry.title if entry else "")
        if (other.number and number_key(number or "") == full) or name in canonical(title):
            return True
    return False


def _overlap(one: Plan, other: Plan) -> bool:
    (start, end), (begin, finish) = period(one), period(other)
    return (end or "9999") >= (begin or "") and (finish or "9999") >= (start or "")
