"""Khi nào: một tệp chỉ đổi cách trình bày: thụt dòng, thứ tự khóa hay bản ghi, chú thích, dấu ngoặc; nội dung y nguyên.

Vì sao: để biết lần sửa này không đụng tới lời hứa nào.

Ví dụ: chạy `kehoach fmt` trên một tệp chưa đúng khuôn.

Người duyệt: không cần làm gì.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.bytes import silent
from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement

SEVERITY, INVERSE = "info", "format-only"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the files whose bytes differ while they say the same."""
    for file, what in silent(facts):
        if what == "format":
            yield Judgement(ref=file, kind="file", message=f"{file}: chỉ đổi cách trình bày", values=(what,), file=file)
