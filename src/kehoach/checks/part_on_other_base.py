"""Kiểm tra gì: phần ("trong đó", "gồm", "cụ thể") tính trên mẫu số khác, bằng đơn vị khác, hoặc theo cách khác (cộng dồn, có tại một thời điểm) với tổng.

Vì sao: phần và tổng khác nền thì không biết phần chiếm bao nhiêu của tổng, cũng không kiểm được tổng.

Ví dụ sai:

    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: 97% dân số}
      - {id: tre, clause: II.1 gạch 1, indicator: bhyt, of: lao động, test: {ge: 50}, when: {by: 2030}, quote: trong đó 50% lao động, part_of: bhyt}

Ví dụ đúng:

    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: 97% dân số}
      - {id: tre, clause: II.1 gạch 1, indicator: bhyt, of: dân số, test: {ge: 50}, when: {by: 2030}, quote: trong đó 50%, part_of: bhyt}

Cách sửa: hỏi nơi ban hành phần ấy bằng bao nhiêu của tổng, tính trên cùng một nền.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kehoach.checks.facts import Facts, due_words, target_of
from kehoach.checks.finding import Finding, Place
from kehoach.checks.same_words import relation
from kehoach.checks.wholes import GROWTH

FAMILY, SEVERITY, ABOUT = 3, "warning", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield each whole once per way in which parts of it are counted on another base: unit, share of something else, flow of a stock."""
    for ref, parts in facts.parts.items():
        whole = facts.targets[ref]
        strange: dict[str, list[Place]] = defaultdict(list)
        for part in parts:
            if (how := _how(facts, whole, part)) is not None:
                strange[how].append(part)
        for how, found in strange.items():
            said = "; ".join(f"{facts.name(part)}: {_measure(facts, part, how)}" for part in found)
            yield found[0].finding(
                "part_of",
                f"{facts.name(whole)}: {whole.said} ghi {_measure(facts, whole, how)}, mà phần của nó ở {found[0].said} là {said}",
                "Hỏi nơi ban hành các phần chiếm bao nhiêu của tổng, tính trên cùng một nền.",
                others=(whole.ref, *(part.ref for part in found[1:])),
                values=tuple(_measure(facts, place, how) for place in (whole, *found)),
                severity=None if how == "of" else "notice",
            )


def _how(facts: Facts, whole: Place, part: Place) -> str | None:
    one, two = target_of(whole), target_of(part)
    unit, scopes = facts.unit(whole), (facts.printed_scope(whole), facts.printed_scope(part))
    if not one.test.figures or not two.test.figures or (one.stat in GROWTH and two.stat in GROWTH):
        return None
    if unit != facts.unit(part):
        return "unit"
    if unit and unit.startswith("%") and scopes[0] and scopes[1] and relation(scopes[0], scopes[1]) != "same":
        return "of"
    return "stat" if one.stat != two.stat else None


def _measure(facts: Facts, place: Place, how: str) -> str:
    words = facts.words(place)
    if how == "of":
        return f"{words} tính trên “{facts.printed_scope(place)}”"
    return f"{words} ({due_words(place)})" if how == "stat" else words
