"""Kiểm tra gì: chỉ tiêu không ghi thời hạn.

Vì sao: không có năm thì không bao giờ đến hạn, không chấm được là đạt hay không đạt.

Ví dụ sai:

    targets:
      - {id: nuoc-sach, clause: II.1 gạch 1, indicator: nuoc-sach, test: {eq: 100}, when: undated, quote: 100% dân số được sử dụng nước sạch}

Ví dụ đúng:

    targets:
      - {id: nuoc-sach, clause: II.1 gạch 1, indicator: nuoc-sach, test: {eq: 100}, when: {by: 2030}, quote: Đến năm 2030 100% dân số}

Cách sửa: hỏi nơi ban hành chỉ tiêu phải đạt vào năm nào; lời nhắc lại có thể lấy thời hạn của lần nêu đầu.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts, restated, target_of
from kehoach.checks.finding import Finding

FAMILY, SEVERITY, ABOUT = 4, "warning", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield undated targets; a restatement of a dated promise is left to the rule on deadlines."""
    for place in facts.targets.values():
        first = facts.targets.get(restated(place))
        if target_of(place).when == "undated" and (first is None or target_of(first).when == "undated"):
            yield place.finding(
                "when", f"{facts.name(place)} ({facts.words(place)}) không ghi thời hạn", "Hỏi nơi ban hành phải đạt vào năm nào."
            )
