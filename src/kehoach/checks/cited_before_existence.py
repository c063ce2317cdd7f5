"""Kiểm tra gì: văn bản viện dẫn có ngày ban hành sau ngày của chính văn bản viện dẫn nó.

Vì sao: không thể căn cứ vào văn bản chưa có; hoặc ngày ghi sai, hoặc văn bản được ký lùi ngày.

Ví dụ sai:

    issued: "2024-06-01"
    citations:
      - {ref: nq-57-tw, clause: I, role: basis}

Ví dụ đúng:

    issued: "2024"
    citations:
      - {ref: nq-57-tw, clause: I, role: basis}

Cách sửa: hỏi nơi ban hành ngày nào đúng, hay văn bản được dẫn là văn bản khác.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.citations import citations
from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding
from kehoach.meaning.time import first_day, last_day
from kehoach.vietnamese import date_words

FAMILY, SEVERITY, ABOUT = 7, "warning", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield citations whose document, at its earliest, is later than the plan at its latest; the official date counts before the printed."""
    for cited in citations(facts):
        official, issued = cited.entry.official, cited.plan.issued
        day = (official.date if official else None) or cited.printed("date")
        if issued and day and first_day(day) > last_day(issued):
            yield cited.finding(
                f"{cited.name} ban hành {date_words(day)}, sau {date_words(issued)} là ngày của văn bản dẫn nó ở {cited.said}",
                "Hỏi nơi ban hành ngày nào đúng, hay dẫn một văn bản khác?",
                values=(day, issued),
            )
