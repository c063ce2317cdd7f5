"""Kiểm tra gì: việc làm một lần cho nhiều năm (kế hoạch trung hạn, kế hoạch của cả giai đoạn, đề án, quy hoạch) mà thời gian ghi "hằng năm" hoặc "thường xuyên".

Vì sao: kế hoạch trung hạn chỉ lập một lần; ghi hằng năm thì không có hạn nào cho lần lập đó, còn năm nào cũng bị coi là chưa làm.

Ví dụ sai:

    tasks:
      - {id: t-1, clause: II.2 gạch 1, title: Xây dựng Kế hoạch trung hạn, quote: Xây dựng Kế hoạch trung hạn, lead: [phuong-mau/ubnd], when: {each_year: period}}

Ví dụ đúng:

    tasks:
      - {id: t-1, clause: II.2 gạch 1, title: Xây dựng Kế hoạch trung hạn, quote: Xây dựng Kế hoạch trung hạn, lead: [phuong-mau/ubnd], when: {by: 2026}}

Cách sửa: hỏi nơi ban hành văn bản nhiều năm đó phải xong lúc nào; kế hoạch lập mỗi năm thì để riêng một việc.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts, due, due_words
from kehoach.checks.finding import Finding
from kehoach.checks.one_off import whole_period
from kehoach.model.work import Task

FAMILY, SEVERITY, ABOUT = 4, "warning", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield tasks that draw up a document for several years, and are to do so every year or all the time."""
    for place in facts.tasks.values():
        task, when = place.record, due(place)
        if when.kind not in ("each_year", "ongoing") or not isinstance(task, Task):
            continue
        work = whole_period(task)
        if work:
            yield place.finding(
                "when",
                f"{place.said}: “{work}” là việc làm một lần nhưng thời gian ghi {due_words(place)}",
                "Hỏi nơi ban hành văn bản đó phải xong lúc nào.",
                values=(when.kind, when.first, when.last, work),
            )
