"""Kiểm tra gì: văn bản giao nhiều việc mà việc nào có ghi thời gian cũng chỉ ghi "thường xuyên" hoặc hằng năm, không việc nào có mốc hay giai đoạn.

Vì sao: không việc nào đến hạn thì không đôn đốc, sơ kết được theo chặng nào; một chữ "thường xuyên" đứng cho cả văn bản là chưa ghi thời gian.

Ví dụ sai:

    tasks:
      - {id: t-1, clause: II.2 gạch 1, title: A, quote: A, when: ongoing, lead: [phuong-mau/cong-an]}
      - {id: t-2, clause: II.2 gạch 2, title: B, quote: B, when: ongoing, lead: [phuong-mau/cong-an]}
      - {id: t-3, clause: II.2 gạch 3, title: C, quote: C, when: ongoing, lead: [phuong-mau/cong-an]}
      - {id: t-4, clause: II.2 gạch 4, title: D, quote: D, when: ongoing, lead: [phuong-mau/cong-an]}
      - {id: t-5, clause: II.2 gạch 5, title: E, quote: E, when: ongoing, lead: [phuong-mau/cong-an]}
      - {id: t-6, clause: II.2 gạch 6, title: G, quote: G, when: ongoing, lead: [phuong-mau/cong-an]}
      - {id: t-7, clause: II.2 gạch 7, title: H, quote: H, when: ongoing, lead: [phuong-mau/cong-an]}
      - {id: t-8, clause: II.2 gạch 8, title: I, quote: I, when: ongoing, lead: [phuong-mau/cong-an]}
      - {id: t-9, clause: II.2 gạch 9, title: K, quote: K, when: ongoing, lead: [phuong-mau/cong-an]}
      - {id: t-10, clause: II.2 gạch 10, title: L, quote: L, when: {each_year: period}, lead: [phuong-mau/cong-an]}

Ví dụ đúng:

    tasks:
      - {id: t-1, clause: II.2 gạch 1, title: A, quote: A, when: ongoing, lead: [phuong-mau/cong-an]}
      - {id: t-2, clause: II.2 gạch 2, title: B, quote: B, when: {by: 2028}, lead: [phuong-mau/cong-an]}

Cách sửa: hỏi nơi ban hành việc nào phải xong lúc nào, theo chặng nào. Chỉ xét văn bản có từ mười việc trở lên mà quá nửa ghi "thường xuyên";
việc không ghi gì thì các quy tắc khác hỏi.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding, of_plan
from kehoach.meaning.time import resolve

FAMILY, SEVERITY, ABOUT = 4, "notice", "document"
_MANY = 10
"""Fewer tasks may well all be of the kind that has no end."""


def find(facts: Facts) -> Iterator[Finding]:
    """Yield plans of many tasks, most of them without end and none with one."""
    for plan in facts.registry.plans.values():
        endless = sum(task.when == "ongoing" for task in plan.tasks)
        if len(plan.tasks) < _MANY or 2 * endless <= len(plan.tasks):
            continue
        kinds = [resolve(task.when, plan).kind for task in plan.tasks]
        if not {"by", "over"} & set(kinds):
            yearly = kinds.count("each_year")
            rest = f", {yearly} việc ghi hằng năm" if yearly else ""
            yield of_plan(
                plan,
                ("tasks", kinds.index("ongoing"), "when"),
                f"{plan.id.partition('/')[2]} giao {len(kinds)} việc: {endless} việc ghi thời gian “thường xuyên”{rest}, không việc nào ghi mốc hay giai đoạn",
                "Hỏi nơi ban hành việc nào phải xong lúc nào, theo chặng nào?",
                values=(len(kinds), endless, yearly),
            )
