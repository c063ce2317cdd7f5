"""Kiểm tra gì: cùng một lời hứa được nêu hai lần (`restates`, hoặc ở hai văn bản của một phường cho cùng thời hạn) mà con số khác nhau.

Vì sao: không ai biết phải đạt mức nào; báo cáo theo mức nào cũng có chỗ sai.

Ví dụ sai:

    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: đạt 97% trở lên}
      - {id: bhyt-2, clause: II.2 gạch 1, indicator: bhyt, test: {ge: 98}, when: {by: 2030}, quote: đạt 98% trở lên, restates: bhyt}

Ví dụ đúng:

    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: đạt 97% trở lên}
      - {id: bhyt-2, clause: II.2 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: đạt 97% trở lên, restates: bhyt}

Cách sửa: hỏi nơi ban hành con số nào đúng; nếu là hai lời hứa khác nhau thì bỏ `restates`.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts, target_of
from kehoach.checks.finding import Finding

FAMILY, SEVERITY, ABOUT = 1, "warning", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield second statements in the same unit whose figures are not those of the first statement."""
    for first, again in facts.said_twice:
        one, two = target_of(first).test, target_of(again).test
        if facts.unit(first) == facts.unit(again) and one.figures and two.figures and one.figures != two.figures:
            yield again.finding(
                "test",
                f"{facts.names(first, again)}: {first.said} ghi {facts.words(first)}, {again.said} ghi {facts.words(again)}",
                "Hỏi nơi ban hành con số nào đúng.",
                others=(first.ref,),
                values=(*one.figures, *two.figures),
            )
