"""Khi nào: có thêm một nhiệm vụ trong kế hoạch đã có từ trước.

Vì sao: đơn vị được giao cần biết.

Ví dụ: thêm bản ghi `t-tuyen-truyen` vào `tasks`.

Người duyệt: đối chiếu với văn bản, báo cho đơn vị chủ trì.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.identity import added
from kehoach.revisions.judgement import Judgement, of_change
from kehoach.revisions.saying import title

SEVERITY, INVERSE = "info", None
EXEMPT = "bỏ một nhiệm vụ có ghi lý do thì chiều ngược lại là id-reused"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the tasks that came."""
    for change in added(facts, "task"):
        yield of_change(change, f"thêm nhiệm vụ {title(change, facts)}", None, title(change, facts))
