"""Kiểm tra gì: phần ("trong đó", "gồm") lớn hơn tổng mà nó thuộc về, cùng đơn vị tính và cùng cách tính.

Vì sao: phần không thể lớn hơn tổng; một trong hai con số sai, hoặc phần ấy không nằm trong tổng ấy.

Ví dụ sai:

    targets:
      - {id: dn, clause: II.1 gạch 1, indicator: doanh-nghiep, test: {ge: 800}, when: {by: 2030}, quote: ít nhất 800 doanh nghiệp}
      - {id: moi, clause: II.1 gạch 1, indicator: doanh-nghiep-moi, test: {ge: 900}, when: {by: 2030}, quote: trong đó 900, part_of: dn}

Ví dụ đúng:

    targets:
      - {id: dn, clause: II.1 gạch 1, indicator: doanh-nghiep, test: {ge: 800}, when: {by: 2030}, quote: ít nhất 800 doanh nghiệp}
      - {id: moi, clause: II.1 gạch 1, indicator: doanh-nghiep-moi, test: {ge: 200}, when: {by: 2030}, quote: trong đó 200, part_of: dn}

Cách sửa: hỏi nơi ban hành con số nào đúng.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts, target_of
from kehoach.checks.finding import Finding
from kehoach.checks.wholes import comparable

FAMILY, SEVERITY, ABOUT = 3, "warning", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield parts that need more than the most their whole allows, or than the least it asks for where it has no upper bound."""
    for ref, parts in facts.parts.items():
        whole = facts.targets[ref]
        test = target_of(whole).test
        most = test.upper if test.upper is not None else test.lower
        for part in parts:
            least = target_of(part).test.lower
            if most is not None and least is not None and least > most and comparable(facts, whole, part):
                yield part.finding(
                    "test",
                    f"{facts.name(part)}: {part.said} ghi {facts.words(part)}, lớn hơn tổng ở {whole.said} là {facts.words(whole)}"
                    f" ({facts.name(whole)})",
                    "Hỏi nơi ban hành con số nào đúng.",
                    others=(whole.ref,),
                    values=(least, most),
                )
