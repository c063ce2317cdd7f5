"""Khi nào: một chỉ tiêu của tỉnh, thành phố tăng lên hoặc sớm hơn, mà chỉ tiêu của phường thay cho nó hay thực hiện kế hoạch ấy vẫn ở mức thấp hơn, muộn hơn.

Vì sao: phường làm đúng lời mình vẫn không đủ cho cấp trên.

Ví dụ: thành phố nâng 97% lên 98%; kế hoạch của phường, ban hành để thực hiện kế hoạch thành phố, vẫn là 97%.

Người duyệt: báo cho phường; kế hoạch của phường cần sửa theo.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_pair
from kehoach.revisions.pair import Pair
from kehoach.revisions.saying import heading, promises, times
from kehoach.revisions.succession import followers

SEVERITY, INVERSE = "attention", None
EXEMPT = "cấp trên nới lỏng thì không ai bị bỏ lại"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the wards' targets below a higher one that tightened; plans are read only where one did."""
    for pair in facts.pairs:
        ward = facts.both.new.wards.get(pair.new_plan.ward)
        if ward is not None and ward.province is None and (pair.strength == "stronger" or pair.shift == "earlier"):
            yield from _behind(facts, pair)


def _behind(facts: Facts, pair: Pair) -> Iterator[Judgement]:
    for plan, target in followers(facts, pair):
        lower = replace(
            pair,
            old=pair.new,
            new=target,
            old_plan=pair.new_plan,
            new_plan=plan,
            old_indicator=pair.new_indicator,
            new_indicator=facts.both.new.indicators.get(target.indicator),
            same_indicator=target.indicator == pair.new.indicator,
            changes={},
        )
        weaker, later = (pair.strength, lower.strength) == ("stronger", "weaker"), (pair.shift, lower.shift) == ("earlier", "later")
        if weaker or later:
            field = "test" if weaker else "when"
            above, below = promises(lower) if weaker else times(lower)
            ref = plan.ref(target.id)
            message = f"{heading(pair)}: nay là {above}, còn chỉ tiêu của phường {ref} ({target.clause}) vẫn là {below}"
            yield replace(of_pair(pair, field, message, above, below), ref=ref, values=(pair.ref, above, below), excusable=False)
