"""Kiểm tra gì: một lời hứa được nêu lại nhưng sang một chuẩn, một danh hiệu khác, tức là một chỉ tiêu khác.

Vì sao: "chuẩn cơ sở vật chất mức 2" và "chuẩn quốc gia mức độ 2" do nơi khác nhau xét; đạt cái này không phải là đạt cái kia.

Ví dụ sai:

    targets:
      - {id: chuan, clause: II.1 gạch 1, indicator: truong-chuan, test: {ge: 70}, when: {by: 2030}, quote: 70% đạt chuẩn quốc gia}
      - {id: chuan-2, clause: II.2 gạch 1, indicator: truong-chuan-2, test: {ge: 70}, when: {by: 2030}, quote: 70% đạt chuẩn mức 2, restates: chuan}

Ví dụ đúng:

    targets:
      - {id: chuan, clause: II.1 gạch 1, indicator: truong-chuan, test: {ge: 70}, when: {by: 2030}, quote: 70% đạt chuẩn quốc gia}
      - {id: chuan-2, clause: II.2 gạch 1, indicator: truong-chuan, test: {ge: 70}, when: {by: 2030}, quote: 70% đạt chuẩn quốc gia, restates: chuan}

Cách sửa: hỏi nơi ban hành theo chuẩn nào; nếu là hai lời hứa khác nhau thì bỏ `restates`.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts, target_of
from kehoach.checks.finding import Finding

FAMILY, SEVERITY, ABOUT = 1, "warning", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield restatements on another indicator than the first statement's."""
    for first, again in facts.restatements:
        one, two = target_of(first).indicator, target_of(again).indicator
        if one != two:
            yield again.finding(
                "indicator",
                f"một lời hứa theo hai chuẩn: {first.said} ghi “{facts.name(first)}”, {again.said} ghi “{facts.name(again)}”",
                "Hỏi nơi ban hành theo chuẩn nào.",
                others=(first.ref,),
                values=(one, two),
            )
