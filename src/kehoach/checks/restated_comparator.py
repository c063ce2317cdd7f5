"""Kiểm tra gì: cùng một lời hứa được nêu hai lần, cùng con số mà khác dấu so sánh ("đạt 98%", "từ 98% trở lên", "trên 98%").

Vì sao: đúng bằng con số ấy là đạt ở chỗ này mà chưa đạt ở chỗ kia.

Ví dụ sai:

    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: đạt 97% trở lên}
      - {id: bhyt-2, clause: II.2 gạch 1, indicator: bhyt, test: {gt: 97}, when: {by: 2030}, quote: đạt trên 97%, restates: bhyt}

Ví dụ đúng:

    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: đạt 97% trở lên}
      - {id: bhyt-2, clause: II.2 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: tối thiểu 97%, restates: bhyt}

Cách sửa: hỏi nơi ban hành mức nào đúng. "Đạt 97%" bên cạnh "từ 97% trở lên" chỉ là lưu ý, vì vượt con số vẫn là đạt;
ở mức tối đa của chỉ tiêu (100%) hai cách ghi là một.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts, target_of
from kehoach.checks.finding import Finding
from kehoach.model.catalogues import Indicator
from kehoach.model.commitment import Test

FAMILY, SEVERITY, ABOUT = 1, "warning", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield pairs with the same figures and other comparators; ``eq`` beside a bound in the good direction is a question."""
    for first, again in facts.said_twice:
        one, two = target_of(first).test, target_of(again).test
        if one == two or one.figures != two.figures or not one.figures or facts.unit(first) != facts.unit(again):
            continue
        kinds = {_comparator(one), _comparator(two)}
        if kinds in ({"eq", "ge"}, {"eq", "le"}) and _at_cap(one, facts.indicator(first)):
            continue
        direction = target_of(first).direction or getattr(facts.indicator(first), "direction", None)
        lenient = (kinds == {"eq", "ge"} and direction == "up") or (kinds == {"eq", "le"} and direction == "down")
        yield again.finding(
            "test",
            f"{facts.names(first, again)}: {first.said} ghi {facts.words(first)}, {again.said} ghi {facts.words(again)}",
            "Hỏi nơi ban hành đó là mức tối thiểu hay mức đúng bằng." if lenient else "Hỏi nơi ban hành dấu so sánh nào đúng.",
            others=(first.ref,),
            values=(_comparator(one), _comparator(two), *one.figures),
            severity="notice" if lenient else None,
        )


def _comparator(test: Test) -> str:
    return " ".join(name for name in ("ge", "gt", "le", "lt", "eq") if getattr(test, name) is not None)


def _at_cap(test: Test, indicator: Indicator | None) -> bool:
    return test.figures == (0,) or (indicator is not None and indicator.cap is not None and test.figures == (indicator.cap,))
