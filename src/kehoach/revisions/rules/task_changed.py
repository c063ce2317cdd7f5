"""Khi nào: sản phẩm, nguồn lực hay thẩm quyền của một nhiệm vụ đổi.

Vì sao: đó là cái phải làm ra, bằng gì và ai quyết.

Ví dụ: `product: Đề án` → `product: Báo cáo`.

Người duyệt: đối chiếu với văn bản.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement
from kehoach.revisions.saying import altered, title

SEVERITY, INVERSE = "notice", "task-changed"
_FIELDS = ("product", "resources", "authority")


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the tasks that bring something else, by other means or under another authority."""
    for change in facts.of("task", "changed"):
        if change.field in _FIELDS:
            yield altered(change, f"nhiệm vụ {title(change, facts)}")
