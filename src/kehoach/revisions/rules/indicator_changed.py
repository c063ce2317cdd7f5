"""Khi nào: một chỉ tiêu (cùng mã, cùng câu trích hay cùng điều khoản) nay được xếp vào chỉ tiêu khác trong danh mục; không kể khi danh mục chỉ đổi mã.

Vì sao: kết quả báo cáo của chỉ tiêu này không trả lời cho chỉ tiêu kia.

Ví dụ: `indicator: bhyt` → `indicator: bhxh`.

Người duyệt: đọc câu trích xem nói về chỉ tiêu nào; nếu trước đây xếp nhầm thì khai `nature: {kind: transcription}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_pair
from kehoach.revisions.saying import heading, name_of, quoted

SEVERITY, INVERSE = "attention", "indicator-changed"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the targets that are measured on another indicator."""
    for pair in facts.pairs:
        if not pair.same_indicator:
            old = name_of(pair.old, facts.both.old)
            new = name_of(pair.new, facts.both.new)
            yield of_pair(pair, "indicator", f"{heading(pair)}: chỉ tiêu được đo đổi: {quoted(old)} → {quoted(new)}", old, new)
