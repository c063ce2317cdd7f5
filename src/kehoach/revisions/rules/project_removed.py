"""Khi nào: một dự án được bỏ, có hay không có lý do trong `retired`.

Vì sao: dự án thôi được theo dõi.

Ví dụ: xóa bản ghi `p-truong-mam-non` khỏi `projects`.

Người duyệt: hỏi lý do nếu không ghi; đối chiếu với phụ lục.
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
    """Yield the projects that went."""
    for change in removed(facts, "project"):
        entry = tombstone(facts, change)
        why = f"lý do: {words(entry.reason)}" if entry else "không để lại lý do trong retired"
        yield of_change(change, f"bỏ dự án {title(change, facts)}, {why}", title(change, facts), None)
