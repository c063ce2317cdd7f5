"""Kiểm tra gì: mức xuất phát (`base`) ghi bằng đơn vị khác với mức phải đạt.

Vì sao: không trừ được hai con số khác đơn vị, nên không biết phải tăng bao nhiêu và đã đi được đến đâu.

Ví dụ sai:

    targets:
      - {id: truong, clause: II.1 gạch 1, indicator: truong-chuan, test: {ge: 90}, when: {by: 2030}, quote: 90% trường đạt chuẩn,
         base: {year: 2025, value: 5, unit: trường}}

Ví dụ đúng:

    targets:
      - {id: truong, clause: II.1 gạch 1, indicator: truong-chuan, test: {ge: 90}, when: {by: 2030}, quote: 90% trường đạt chuẩn,
         base: {year: 2025, value: 60, unit: "%"}}

Cách sửa: hỏi nơi ban hành mức xuất phát tính theo đơn vị của chỉ tiêu là bao nhiêu.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding
from kehoach.vietnamese import canonical, quantity

FAMILY, SEVERITY, ABOUT = 6, "warning", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield targets whose base is in another unit; for a growth the unit of the level counts."""
    for place, target in facts.promises:
        indicator = facts.indicators.get(target.indicator)
        unit = target.unit or (indicator.unit if indicator else None)
        if target.base is None or target.base.unit is None or unit is None or canonical(target.base.unit) == canonical(unit):
            continue
        yield place.finding(
            ("base", "unit"),
            f"{facts.name(place)}: {place.said} hứa {facts.words(place)} nhưng mức năm {target.base.year} ghi "
            f"{quantity(target.base.value, target.base.unit)}, không so được với mức tính bằng {unit}",
            f"Hỏi nơi ban hành năm {target.base.year} là bao nhiêu {unit}?",
            values=(target.base.unit, unit),
        )
