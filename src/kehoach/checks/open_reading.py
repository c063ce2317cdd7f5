"""Kiểm tra gì: lời văn của một chỉ tiêu hiểu được nhiều cách (`reading`) mà chưa ai định.

Vì sao: báo cáo phải in kết quả của từng cách hiểu; không ai nói chắc được là đạt hay không.

Ví dụ sai:

    targets:
      - {id: bac-si, clause: II.1 gạch 1, indicator: bac-si, test: {ge: 4}, when: {by: 2027}, quote: có 4-5 bác sĩ,
         reading: {question: "ít nhất 4 hay ít nhất 5?", alternatives: [{test: {ge: 5}}]}}

Ví dụ đúng:

    targets:
      - {id: bac-si, clause: II.1 gạch 1, indicator: bac-si, test: {ge: 4}, when: {by: 2027}, quote: có ít nhất 4-5 bác sĩ,
         reading: {question: "ít nhất 4 hay ít nhất 5?", alternatives: [{test: {ge: 5}}],
                   decided: {choice: 0, by: Nguyễn Văn A, date: "2026-06-01", basis: Công văn trả lời số 10/UBND-VP}}}

Cách sửa: hỏi nơi ban hành hiểu theo cách nào rồi ghi lại bằng `kehoach decide`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kehoach.checks import floor_and_range, two_floors_as_range
from kehoach.checks.facts import Facts, target_of
from kehoach.checks.finding import Finding, Place
from kehoach.checks.readings import is_open, readings_in_words, yearly_or_average

FAMILY, SEVERITY, ABOUT = 6, "warning", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield targets with an open reading, one for a clause, except where another rule asks the same."""
    silent = facts.once(two_floors_as_range.covered) | facts.once(floor_and_range.covered)
    clauses: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for place, target in facts.promises:
        if is_open(target) and not yearly_or_average(target) and place.ref not in silent:
            clauses[(place.plan.id, target.clause)].append(place)
    for places in clauses.values():
        place, others = places[0], places[1:]
        questions = dict.fromkeys(reading.question.rstrip(".?") for each in places if (reading := target_of(each).reading))
        words = [word for each in places for word in readings_in_words(facts, each)]
        ways = f" ({'; '.join(words)})" if len(words) > len(places) else ""
        yield place.finding(
            "reading",
            f"{'; '.join(dict.fromkeys(map(facts.name, places)))}: {place.said} hiểu được nhiều cách{ways}",
            f"Hỏi nơi ban hành: {'; '.join(questions)}?",
            others=tuple(each.ref for each in others),
            values=(*questions, *words),
        )
