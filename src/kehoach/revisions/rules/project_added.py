"""Khi nào: có thêm một dự án trong kế hoạch đã có từ trước.

Vì sao: danh mục dự án quyết định nguồn vốn và mặt bằng.

Ví dụ: thêm bản ghi `p-truong-mam-non` vào `projects`.

Người duyệt: đối chiếu với phụ lục của văn bản.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.identity import added
from kehoach.revisions.judgement import Judgement, of_change
from kehoach.revisions.saying import title

SEVERITY, INVERSE = "info", None
EXEMPT = "bỏ một dự án có ghi lý do thì chiều ngược lại là id-reused"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the projects that came."""
    for change in added(facts, "project"):
        yield of_change(change, f"thêm dự án {title(change, facts)}", None, title(change, facts))
