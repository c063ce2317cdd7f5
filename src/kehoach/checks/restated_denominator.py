"""Kiểm tra gì: cùng một lời hứa được nêu hai lần, tính trên mẫu số (đối tượng, phạm vi) khác nhau, hoặc bằng đơn vị tính khác nhau.

Vì sao: 70% số trường công lập và 70% tổng số trường là hai con số; mẫu số khác thì không đối chiếu được.

Ví dụ sai:

    targets:
      - {id: chuan, clause: II.1 gạch 1, indicator: truong-chuan, test: {ge: 70}, when: {by: 2030}, quote: 70% trường học}
      - {id: chuan-2, clause: II.2 gạch 1, indicator: truong-chuan, test: {ge: 70}, when: {by: 2030}, of: trường công lập, quote: 70%, restates: chuan}

Ví dụ đúng:

    targets:
      - {id: chuan, clause: II.1 gạch 1, indicator: truong-chuan, test: {ge: 70}, when: {by: 2030}, of: trường học công lập, quote: 70%}
      - {id: chuan-2, clause: II.2 gạch 1, indicator: truong-chuan, test: {ge: 70}, when: {by: 2030}, of: các trường công lập, quote: 70%, restates: chuan}

Cách sửa: hỏi nơi ban hành tính trên đối tượng nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding
from kehoach.checks.same_words import relation
from kehoach.model.problem import Severity

FAMILY, SEVERITY, ABOUT = 1, "warning", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield pairs that count within something else; where one phrase holds the other it is a question."""
    for first, again in facts.said_twice:
        one, two, how = facts.unit(first), facts.unit(again), "tính bằng"
        severity: Severity | None = None
        if one == two:
            one, two, how = facts.printed_scope(first), facts.printed_scope(again), "tính trên"
            kinship = relation(one, two) if one and two else "same"
            if kinship == "same":
                continue
            severity = None if kinship == "other" else "notice"
        yield again.finding(
            "of" if how == "tính trên" else "test",
            f"{facts.names(first, again)}: {first.said} {how} “{one}”, {again.said} {how} “{two}”",
            "Hỏi nơi ban hành tính trên đối tượng nào.",
            others=(first.ref,),
            values=(one, two),
            severity=severity,
        )
