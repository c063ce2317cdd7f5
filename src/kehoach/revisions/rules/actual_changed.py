"""Khi nào: một kết quả đã báo cáo đổi độ tin cậy, nguồn, tử số, mẫu số, hoặc thêm số trước khi sửa, mà giá trị giữ nguyên.

Vì sao: số ước thành số chính thức, hoặc dẫn nguồn khác, thì báo cáo ghi khác đi.

Ví dụ: `quality: estimate` → `quality: official`.

Người duyệt: đối chiếu với nguồn.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement
from kehoach.revisions.results import subject
from kehoach.revisions.saying import altered

SEVERITY, INVERSE = "notice", None
EXEMPT = "thêm số trước khi sửa thì chiều ngược lại là actual-rewritten"
_FIELDS = ("quality", "source", "num", "den", "was")


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the figures that stand as they were on another footing."""
    for change in facts.of("actual", "changed"):
        old, new = change.old_record, change.new_record
        lost = change.field == "was" and any(entry not in new.was for entry in old.was)
        if change.field in _FIELDS and old.value == new.value and not lost:
            yield altered(change, f"kết quả {subject(change.ref, new, facts.both.new)}")
