"""Kiểm tra gì: chỉ tiêu không có đơn vị nào chủ trì.

Vì sao: không rõ người thì không ai báo cáo, không đôn đốc được ai.

Ví dụ sai:

    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: đạt 97% trở lên}

Ví dụ đúng:

    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: đạt 97%, lead: [phuong-mau/phong-vhxh]}

Cách sửa: hỏi nơi ban hành giao cho ai; nếu văn bản có giao ở đề mục khác thì ghi `lead` và `lead_at`.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts, target_of
from kehoach.checks.finding import Finding

FAMILY, SEVERITY, ABOUT = 5, "warning", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield targets without a lead that no later statement of the same promise gives one to."""
    owned = {first.ref for first, again in facts.restatements if target_of(again).lead}
    for place in facts.targets.values():
        if not target_of(place).lead and place.ref not in owned:
            yield place.finding(
                "clause", f"{facts.name(place)} ({facts.words(place)}) không có đơn vị chủ trì", "Hỏi nơi ban hành giao cho ai."
            )
