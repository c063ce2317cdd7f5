"""Kiểm tra gì: lời hứa kèm điều kiện (“nếu thành phố phân cấp…”) mà chưa ai xác nhận điều kiện đã có hay không.

Vì sao: chưa rõ điều kiện thì lời hứa chưa chắc có hiệu lực, báo cáo không chấm được.

Ví dụ sai:

    targets:
      - {id: thu, clause: II.1 gạch 1, indicator: thu-ngan-sach, test: {eq: 150}, when: {by: 2030}, quote: đạt 150 tỷ đồng,
         condition: {text: nếu thành phố có phân cấp kinh phí}}

Ví dụ đúng:

    targets:
      - {id: thu, clause: II.1 gạch 1, indicator: thu-ngan-sach, test: {eq: 150}, when: {by: 2030}, quote: đạt 150 tỷ đồng,
         condition: {text: nếu thành phố có phân cấp kinh phí,
                     confirmed: {by: Nguyễn Văn A, date: "2026-06-01", basis: Quyết định phân cấp số 5/QĐ-UBND}}}

Cách sửa: hỏi nơi ban hành điều kiện đã có chưa, theo văn bản nào, rồi ghi lại bằng `kehoach decide`.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding

FAMILY, SEVERITY, ABOUT = 6, "notice", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield targets under a condition that nobody has confirmed."""
    for place, target in facts.promises:
        condition = target.condition
        if condition is not None and condition.confirmed is None:
            yield place.finding(
                "condition",
                f"{facts.name(place)}: {place.said} hứa {facts.words(place)} với điều kiện “{condition.text}”, chưa ai xác nhận điều kiện đã có",
                "Hỏi nơi ban hành điều kiện đã có chưa, theo văn bản nào?",
                values=(condition.text,),
            )
