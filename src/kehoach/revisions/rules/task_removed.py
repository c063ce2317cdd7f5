"""Khi nào: một nhiệm vụ được bỏ, có hay không có lý do trong `retired`.

Vì sao: việc thôi được theo dõi; chỉ tiêu mà nó phải đạt có thể không còn ai làm.

Ví dụ: xóa bản ghi `t-tuyen-truyen` khỏi `tasks`.

Người duyệt: hỏi lý do nếu không ghi; xem chỉ tiêu của nó còn việc nào khác.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.identity import removed, tombstone
from kehoach.revisions.judgement import Judgement, of_change
from kehoach.revisions.labels import words
from kehoach.revisions.saying import title

SEVERITY, INVERSE = "notice", None
EXEMPT = "bỏ có ghi lý do thì chiều ngược lại là id-reused"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the tasks that went."""
    for change in removed(facts, "task"):
        entry = tombstone(facts, change)
        why = f"lý do: {words(entry.reason)}" if entry else "không để lại lý do trong retired"
        yield of_change(change, f"bỏ nhiệm vụ {title(change, facts)}, {why}", title(change, facts), None)
