"""Kiểm tra gì: lời văn của một chỉ tiêu hiểu được nhiều cách (`reading`) mà chưa ai định.

Vì sao: báo cáo phải in kết quả của từng cách hiểu; không ai nói chắc được là đạt hay không.

Ví dụ sai:

    targets:
      - {id: bac-si, clause: II.1 gạch 1, indicator: bac-si, test: {ge: 4}, when: {by: 2027}, quote: có ít nhất 4-5 bác sĩ,
         reading: {question: "ít nhất 4 hay ít nhất 5?", alternatives: [{test: {ge: 5}}]}}

Ví dụ đúng:

    targets:
      - {id: bac-si, clause: II.1 gạch 1, indicator: bac-si, test: {ge: 4}, when: {by: 2027}, quote: có ít nhất 4-5 bác sĩ,
         reading: {question: "ít nhất 4 hay ít nhất 5?", alternatives: [{test: {ge: 5}}],
                   decided: {choice: 0, by: Nguyễn Văn A, date: "2026-06-01", basis: Công văn trả lời số 10/UBND-VP}}}

Cách sửa: hỏi nơi ban hành hiểu theo cách nào rồi ghi lại bằng `kehoach decide`.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts, target_of
from kehoach.checks.finding import Finding
from kehoach.checks.readings import is_open, readings_in_words, yearly_or_average

FAMILY, SEVERITY, ABOUT = 6, "warning", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield targets with an open reading, except where the only doubt is "each year, or the average?"."""
    for place in facts.targets.values():
        target = target_of(place)
        if target.reading is None or not is_open(target) or yearly_or_average(target):
            continue
        words = readings_in_words(facts, place)
        ways = f" ({'; '.join(words)})" if len(words) > 1 else ""
        yield place.finding(
            "reading",
            f"{facts.name(place)}: {place.said} hiểu được nhiều cách{ways}",
            f"Hỏi nơi ban hành: {target.reading.question.rstrip('.?')}?",
            values=(target.reading.question, *words),
        )
