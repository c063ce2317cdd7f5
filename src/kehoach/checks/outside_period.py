"""Kiểm tra gì: thời hạn hoặc khoảng thời gian nằm ngoài thời kỳ của chính văn bản, hoặc văn bản phải xây dựng mang tên một giai đoạn khác.

Vì sao: việc bắt đầu trước hoặc kết thúc sau thời kỳ thì kế hoạch này không giao được, không tổng kết được; thường là số năm chép từ văn bản cũ.

Ví dụ sai:

    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2035}, quote: đến năm 2035 đạt 97% trở lên}

Ví dụ đúng:

    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: đến năm 2030 đạt 97% trở lên}

Cách sửa: hỏi nơi ban hành năm nào đúng. Năm của tầm nhìn (`horizon`) được tính; dự án đang làm dở được bắt đầu sớm hơn thời kỳ.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts, due, due_words
from kehoach.checks.finding import Finding
from kehoach.checks.one_off import named_spans
from kehoach.model.plan import Span
from kehoach.model.work import Project, Task

FAMILY, SEVERITY, ABOUT = 4, "warning", "document"
_REMEDY = "Hỏi nơi ban hành năm nào đúng."


def find(facts: Facts) -> Iterator[Finding]:
    """Yield records whose time, or whose document's named years, leave the period of their plan."""
    for place in facts.places:
        period, record, when = place.plan.period, place.record, due(place)
        if period is None:
            continue
        first = when.first if when.kind != "by" and not isinstance(record, Project) else None
        if _outside(first or when.last, when.last or when.first, period):
            yield place.finding(
                "when",
                f"{place.said}: {due_words(place)}{_years(first or when.last, when.last or when.first, period)} nằm ngoài {_own(period)}",
                _REMEDY,
                values=(when.first, when.last, period.from_, period.to),
            )
            continue
        for start, end in named_spans(record) if isinstance(record, Task) else ():
            if _outside(start, end, period):
                yield place.finding(
                    "product" if isinstance(record, Task) and record.product else "title",
                    f"{place.said}: văn bản phải xây dựng mang giai đoạn {start}-{end}{_years(start, end, period)} nằm ngoài {_own(period)}",
                    _REMEDY,
                    values=(start, end, period.from_, period.to),
                )


def _own(period: Span) -> str:
    return f"thời kỳ {period.from_}-{period.to} của kế hoạch"


def _outside(first: str | None, last: str | None, period: Span) -> bool:
    if first is None or last is None:
        return False
    return int(first[:4]) < period.from_ or int(last[:4]) > (period.horizon or period.to)


def _years(first: str | None, last: str | None, period: Span) -> str:
    """Return the years of a span that lie outside, in words; nothing where none of it lies inside."""
    start, end = int((first or last or "0")[:4]), int((last or first or "0")[:4])
    limit = period.horizon or period.to
    outside = [(start, min(end, period.from_ - 1)), (max(start, limit + 1), end)]
    parts = [str(a) if a == b else f"{a}-{b}" for a, b in outside if a <= b]
    return f", trong đó {' và '.join(f'năm {part}' for part in parts)}" if end >= period.from_ and start <= limit else ""
