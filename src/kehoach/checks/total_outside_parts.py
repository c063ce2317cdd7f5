"""Kiểm tra gì: tốc độ tăng của tổng nằm ngoài tốc độ tăng của các phần.

Vì sao: tổng là bình quân của các phần theo tỷ trọng, nên phải nằm giữa phần tăng chậm nhất và phần tăng nhanh nhất; không cơ cấu nào cho ra khác.

Ví dụ sai:

    targets:
      - {id: t, clause: II.1 gạch 1, indicator: tong-san-pham, stat: growth, test: {eq: 14}, when: {each_year: period}, quote: 14%}
      - {id: a, clause: II.1 gạch 1, indicator: san-pham-nong-nghiep, stat: growth, test: {eq: 2}, when: {each_year: period}, quote: 2%, part_of: t}
      - {id: b, clause: II.1 gạch 1, indicator: san-pham-dich-vu, stat: growth, test: {eq: 12}, when: {each_year: period}, quote: 12%, part_of: t}

Ví dụ đúng:

    targets:
      - {id: t, clause: II.1 gạch 1, indicator: tong-san-pham, stat: growth, test: {eq: 10}, when: {each_year: period}, quote: 10%}
      - {id: a, clause: II.1 gạch 1, indicator: san-pham-nong-nghiep, stat: growth, test: {eq: 2}, when: {each_year: period}, quote: 2%, part_of: t}
      - {id: b, clause: II.1 gạch 1, indicator: san-pham-dich-vu, stat: growth, test: {eq: 12}, when: {each_year: period}, quote: 12%, part_of: t}

Cách sửa: hỏi nơi ban hành con số nào đúng, và các phần nêu ra đã đủ chưa.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding
from kehoach.checks.growth import Interval, growing_wholes, hull

FAMILY, SEVERITY, ABOUT = 3, "warning", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield totals that no shares of their parts can give; where all of them are only floors it is a question."""
    for whole in growing_wholes(facts):
        total, bounds = whole.total, hull(whole.pieces)
        if total.low > bounds.high or total.high < bounds.low:
            yield whole.finding(
                "không cơ cấu nào cho ra mức tăng ấy", "Hỏi nơi ban hành con số nào đúng, các phần nêu ra đã đủ chưa.", None
            )
        elif _floors_disagree(total, whole.pieces):
            yield whole.finding(
                "các phần chỉ ở mức sàn thì tổng không thể ở mức sàn của nó",
                "Hỏi nơi ban hành tổng được tính từ các phần thế nào.",
                "notice",
            )


def _floors_disagree(total: Interval, pieces: tuple[Interval, ...]) -> bool:
    """Tell whether total and parts are all floors, and the total's lies outside those of its parts."""
    lows = [piece.low for piece in pieces]
    return all(each.open_above for each in (total, *pieces)) and not min(lows) <= total.low <= max(lows)
