"""Kiểm tra gì: thời hạn đã qua khi văn bản được ban hành; văn bản không ghi thời kỳ thì cả khoảng thời gian bắt đầu trước năm ban hành.

Vì sao: không ai làm được việc phải xong trước ngày được giao.

Ví dụ sai:

    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: "2026-01"}, quote: hết tháng 01/2026 đạt 97% trở lên}

Ví dụ đúng:

    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: "2026-06"}, quote: hết tháng 6/2026 đạt 97% trở lên}

Cách sửa: hỏi nơi ban hành thời hạn đúng; thời gian nằm ngoài cả thời kỳ của văn bản thì quy tắc `outside-period` đã nói.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts, due_words
from kehoach.checks.finding import Finding
from kehoach.meaning.time import first_day, last_day
from kehoach.model.work import Project
from kehoach.vietnamese import date_words

FAMILY, SEVERITY, ABOUT = 4, "warning", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield records that were already due, or without a period already begun, when their plan was issued."""
    for place in facts.places:
        issued, period, when = place.plan.issued, place.plan.period, place.due
        if issued is None or when.first is when.last is None:
            continue
        if period is not None and (when.last is None or when.last[:4] > issued[:4]):
            continue  # most: still to come, and begun when the plan begins
        passed = when.last is not None and when.kind in ("by", "over", "each_year") and last_day(when.last) < first_day(issued)
        within = period is None or (when.last is not None and int(when.last[:4]) >= period.from_)
        begun = (
            when.first is not None and int(when.first[:4]) < int(issued[:4]) and period is None and not isinstance(place.record, Project)
        )
        if within and (passed or begun):
            yield place.finding(
                "when",
                f"{place.said}: {due_words(place)} {'đã qua' if passed else 'bắt đầu từ trước'} khi văn bản ban hành ({date_words(issued)})",
                "Hỏi nơi ban hành thời hạn nào đúng.",
                values=(when.first, when.last, issued),
            )
