"""Kiểm tra gì: một câu vừa ghi mức sàn hoặc mức trần ("ít nhất", "không quá", "trở lên") vừa ghi một khoảng ("4-5", "từ 10 đến 12").

Vì sao: "ít nhất 4-5 bác sĩ" là ít nhất 4 hay ít nhất 5? Có 4 bác sĩ thì không ai nói được là đạt hay không.

Ví dụ sai:

    targets:
      - {id: bac-si, clause: II.1 gạch 1, indicator: bac-si, test: {ge: 4}, when: {by: 2027}, quote: có ít nhất 4-5 bác sĩ}

Ví dụ đúng:

    targets:
      - {id: bac-si, clause: II.1 gạch 1, indicator: bac-si, test: {ge: 4, le: 5}, when: {by: 2027}, quote: có từ 4 đến 5 bác sĩ}

Cách sửa: hỏi nơi ban hành mức sàn là số nào; trong sổ ghi `reading` với cách đọc kia cho tới khi có trả lời.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.checks.facts import Facts, target_of
from kehoach.checks.finding import Finding
from kehoach.model.target import Target
from kehoach.vietnamese import fold, parse_number

FAMILY, SEVERITY, ABOUT = 2, "warning", "document"
_NUMBER = r"(\d+(?:[.,]\d+)*)"
_RANGE = rf"(?:tu\s*)?{_NUMBER}\s*%?\s*(?:-|den)\s*{_NUMBER}"
_ANY_RANGE = re.compile(r"\d\s*%?\s*(?:-|den)\s*\d")
"""What stands in the middle of every range."""
_BEFORE = re.compile(
    rf"(?:\b(?:it nhat|toi thieu|khong duoi|khong it hon|tren|hon|toi da|khong qua|duoi)|[≥≤><])\s*(?:la\s*|dat\s*)?{_RANGE}"
)
_AFTER = re.compile(rf"(?<![\d.,]){_RANGE}[^\d.;,]{{0,25}}?\b(?:tro len|tro xuong)\b")


def find(facts: Facts) -> Iterator[Finding]:
    """Yield targets whose quote binds a range, one end of which is a figure of the target, on one side only."""
    yield from facts.once(_findings)


def _findings(facts: Facts) -> tuple[Finding, ...]:
    return tuple(_found(facts))


def _found(facts: Facts) -> Iterator[Finding]:
    for place in facts.joining:
        target = target_of(place)
        if not _ANY_RANGE.search(text := fold(target.quote)):
            continue
        for match in (*_BEFORE.finditer(text), *_AFTER.finditer(text)):
            if _is_figure(match, target):
                said = match[0] if len(text) != len(target.quote) else target.quote[match.start() : match.end()]
                yield place.finding(
                    "test",
                    f"{facts.name(place)}: {place.said} ghi “{said}”, vừa là một mức chặn vừa là một khoảng",
                    f"Hỏi nơi ban hành mức phải đạt là {match[1]} hay {match[2]}.",
                    values=(match[1], match[2], *target.test.figures),
                )
                break


def covered(facts: Facts) -> frozenset[str]:
    """Return the targets that this rule speaks of."""
    return frozenset(finding.ref for finding in facts.once(_findings) if finding.ref)


def _is_figure(match: re.Match[str], target: Target) -> bool:
    return parse_number(match[1]) < parse_number(match[2]) and bool(
        {parse_number(match[1]), parse_number(match[2])} & {abs(figure) for figure in target.test.figures}
    )
