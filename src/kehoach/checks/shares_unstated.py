"""Kiểm tra gì: tốc độ tăng của tổng nằm giữa tốc độ tăng của các phần, nhưng chỉ với một cơ cấu nhất định mà văn bản không nêu; in ra cơ cấu ấy.

Vì sao: tổng là bình quân của các phần theo tỷ trọng. Đem tỷ trọng suy ra so với cơ cấu thực tế là biết các con số có khớp nhau hay không.

Ví dụ sai:

    targets:
      - {id: t, clause: II.1 gạch 1, indicator: tong-san-pham, stat: growth, test: {eq: 10}, when: {each_year: period}, quote: 10%}
      - {id: a, clause: II.1 gạch 1, indicator: san-pham-nong-nghiep, stat: growth, test: {eq: 2}, when: {each_year: period}, quote: 2%, part_of: t}
      - {id: b, clause: II.1 gạch 1, indicator: san-pham-dich-vu, stat: growth, test: {eq: 12}, when: {each_year: period}, quote: 12%, part_of: t}

Ví dụ đúng:

    targets:
      - {id: t, clause: II.1 gạch 1, indicator: tong-san-pham, stat: growth, test: {eq: 14}, when: {each_year: period}, quote: 14%}
      - {id: a, clause: II.1 gạch 1, indicator: san-pham-nong-nghiep, stat: growth, test: {eq: 14}, when: {each_year: period}, quote: 14%, part_of: t}
      - {id: b, clause: II.1 gạch 1, indicator: san-pham-dich-vu, stat: growth, test: {eq: 14}, when: {each_year: period}, quote: 14%, part_of: t}

Cách sửa: hỏi nơi ban hành cơ cấu các phần ở năm gốc để đối chiếu; khớp thì chấp nhận phát hiện này.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts, target_of
from kehoach.checks.finding import Finding
from kehoach.checks.growth import Share, growing_wholes, lone_share
from kehoach.vietnamese import number

FAMILY, SEVERITY, ABOUT = 3, "notice", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield totals whose figures bind the share of one part: the only one on its side of the total."""
    for whole in growing_wholes(facts):
        yearly = target_of(whole.place).stat == "growth"  # an average over years compounds and binds no share of one year
        share = lone_share(whole.total, whole.pieces) if yearly else None
        if share is not None:
            part = facts.name(whole.parts[share.index])
            yield whole.finding(
                f"chỉ khớp nếu {part} chiếm {_words(share)} của tổng năm trước", "Hỏi nơi ban hành cơ cấu các phần để đối chiếu.", None
            )


def _words(share: Share) -> str:
    low, high = (number(round(bound * 100, 1)) for bound in (share.low, share.high))
    if low == high:
        return f"khoảng {low}%"
    if share.low <= 0:
        return f"không quá {high}%"
    return f"ít nhất {low}%" if share.high >= 1 else f"từ {low}% đến {high}%"
