"""Kiểm tra gì: một tổng số và các phần của nó cùng đơn vị tính không cộng khớp: cộng lại lớn hơn tổng, hoặc ("gồm", "cụ thể") không bằng tổng.

Vì sao: tổng hoặc một phần bị ghi sai; giao theo các phần thì thừa hoặc thiếu so với tổng.

Ví dụ sai:

    targets:
      - {id: tong, clause: II.1 gạch 1, indicator: doanh-nghiep, test: {eq: 10}, when: {by: 2030}, quote: 10 doanh nghiệp}
      - {id: a, clause: II.1 gạch 1, indicator: doanh-nghiep, of: lớn, test: {eq: 3}, when: {by: 2030}, quote: "gồm: 3 lớn", part_of: tong}
      - {id: b, clause: II.1 gạch 1, indicator: doanh-nghiep, of: nhỏ, test: {eq: 6}, when: {by: 2030}, quote: 6 nhỏ, part_of: tong}

Ví dụ đúng:

    targets:
      - {id: tong, clause: II.1 gạch 1, indicator: doanh-nghiep, test: {eq: 10}, when: {by: 2030}, quote: 10 doanh nghiệp}
      - {id: a, clause: II.1 gạch 1, indicator: doanh-nghiep, of: lớn, test: {eq: 4}, when: {by: 2030}, quote: "gồm: 4 lớn", part_of: tong}
      - {id: b, clause: II.1 gạch 1, indicator: doanh-nghiep, of: nhỏ, test: {eq: 6}, when: {by: 2030}, quote: 6 nhỏ, part_of: tong}

Cách sửa: hỏi nơi ban hành tổng số hay phần nào sai. "Trong đó" không đòi các phần phải đủ, nên chỉ hỏi khi cộng lại lớn hơn tổng.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts, target_of
from kehoach.checks.finding import Finding, Place
from kehoach.checks.same_words import has
from kehoach.checks.wholes import comparable
from kehoach.vietnamese import quantity

FAMILY, SEVERITY, ABOUT = 3, "warning", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield wholes of exact parts (two or more) whose sum is too much, or, where the words say these are all, too little."""
    for ref, parts in facts.parts.items():
        whole = facts.targets[ref]
        figures = [target_of(part).test.eq for part in parts if comparable(facts, whole, part)]
        amounts = [figure for figure in figures if figure is not None]
        if len(amounts) < 2 or len(amounts) != len(parts):
            continue
        total, test = sum(amounts), target_of(whole).test
        over = test.upper is not None and total > test.upper
        short = test.lower is not None and total < test.lower and _all_named(whole, parts)
        if over or short:
            yield whole.finding(
                "test",
                f"{facts.name(whole)}: {whole.said} ghi {facts.words(whole)}, các phần ở {parts[0].said} cộng lại là "
                f"{quantity(total, facts.unit(whole))}",
                "Hỏi nơi ban hành tổng số hay phần nào sai.",
                others=tuple(part.ref for part in parts),
                values=(*test.figures, *amounts),
                severity=None if short or _all_named(whole, parts) else "notice",
            )


def _all_named(whole: Place, parts: tuple[Place, ...]) -> bool:
    """Tell whether the words list all the parts ("gồm", "cụ thể") rather than some of them ("trong đó")."""
    text = " … ".join(target_of(place).quote for place in (whole, *parts))
    return has(text, r"\bgom\b|\bcu the\b") and not has(text, r"\btrong do\b")
