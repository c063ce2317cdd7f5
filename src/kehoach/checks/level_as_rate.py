"""Kiểm tra gì: mức của một tỷ lệ ghi kèm "/năm" ("đạt trên 97,5%/năm") như thể là tốc độ tăng.

Vì sao: đọc thành mức phải có mỗi năm hay mức tăng thêm mỗi năm thì kết quả khác hẳn nhau; tỷ lệ tại một thời điểm không có đơn vị "%/năm".

Ví dụ sai:

    targets: [{id: sach, clause: II.1 gạch 1, indicator: nuoc-sach, test: {gt: 97.5}, when: {each_year: period}, quote: "đạt trên 97,5%/năm"}]

Ví dụ đúng:

    targets: [{id: sach, clause: II.1 gạch 1, indicator: nuoc-sach, test: {gt: 97.5}, when: {each_year: period}, quote: "hằng năm đạt trên 97,5%"}]

Cách sửa: hỏi nơi ban hành đó là mức phải có mỗi năm hay mức tăng thêm mỗi năm. Tỷ lệ tính trên kế hoạch, dự toán, khoản chi của từng năm thì
"/năm" là đúng.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding
from kehoach.vietnamese import number

FAMILY, SEVERITY, ABOUT = 2, "notice", "document"
_YEARLY = re.compile(r"kế hoạch|dự toán|chi\b|thu\b|chỉ tiêu", re.IGNORECASE)
"""What begins anew every year, so that a share of it is a share of the year."""
_A_YEAR = re.compile(r"%\s*/\s*năm")


def find(facts: Facts) -> Iterator[Finding]:
    """Yield levels in per cent that are printed "per year"."""
    for place, target in facts.promises:
        if (
            target.stat != "value"
            or not _A_YEAR.search(target.quote)
            or facts.unit(place) != "%"
            or _YEARLY.search(facts.scope(place) or "")
        ):
            continue
        figure = next(
            (f for f in target.test.figures if re.search(rf"(?<![\d,.]){re.escape(number(f))}\s*%\s*/\s*năm", target.quote)), None
        )
        if figure is not None:
            yield place.finding(
                "quote",
                f"{facts.name(place)}: {place.said} ghi “{number(figure)}%/năm” cho một mức tại một thời điểm, như thể là tốc độ tăng",
                "Hỏi nơi ban hành đó là mức phải có mỗi năm hay mức tăng thêm mỗi năm?",
                values=(figure,),
            )
