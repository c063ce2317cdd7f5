"""Kiểm tra gì: cùng một lời hứa, chỗ này là "phấn đấu", "hướng tới", chỗ kia là phải đạt.

Vì sao: không đạt thì chỗ này là chưa hoàn thành, chỗ kia chỉ là chưa đạt mức phấn đấu; người được giao không biết mình bị ràng buộc đến đâu.

Ví dụ sai:

    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: đạt 97% trở lên}
      - {id: bhyt-2, clause: II.2 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, force: aim, quote: phấn đấu đạt 97%, restates: bhyt}

Ví dụ đúng:

    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, force: aim, quote: phấn đấu đạt 97% trở lên}
      - {id: bhyt-2, clause: II.2 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, force: aim, quote: hướng tới 97%, restates: bhyt}

Cách sửa: hỏi nơi ban hành đây là mức bắt buộc hay mức phấn đấu.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts, target_of
from kehoach.checks.finding import Finding

FAMILY, SEVERITY, ABOUT = 1, "notice", "document"
_WORDS = {"firm": "ghi là mức phải đạt", "aim": "chỉ ghi “phấn đấu” hoặc “hướng tới”"}


def find(facts: Facts) -> Iterator[Finding]:
    """Yield pairs of which one binds and the other only aims."""
    for first, again in facts.said_twice:
        one, two = target_of(first).force, target_of(again).force
        if one != two:
            yield again.finding(
                "force",
                f"{facts.names(first, again)} ({facts.words(again)}): {first.said} {_WORDS[one]}, {again.said} {_WORDS[two]}",
                "Hỏi nơi ban hành đây là mức bắt buộc hay mức phấn đấu.",
                others=(first.ref,),
                values=(one, two),
            )
