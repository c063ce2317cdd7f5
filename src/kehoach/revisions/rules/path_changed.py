"""Khi nào: lộ trình khai báo của một chỉ tiêu được thêm, bỏ hay đổi.

Vì sao: lộ trình chỉ dùng để tham khảo tiến độ, không phải lời hứa.

Ví dụ: thêm `steps: [{year: 2027, value: 92}]`.

Người duyệt: xem người khai báo và căn cứ.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_change
from kehoach.revisions.saying import altered

SEVERITY, INVERSE = "info", "path-changed"
_NOUN = "lộ trình của"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the declared paths that came, went or changed."""
    for change in facts.of("path"):
        target = change.ref.partition("@")[2]
        if change.what == "changed":
            yield altered(change, f"{_NOUN} {target}")
        else:
            how = "thêm" if change.what == "added" else "bỏ"
            yield of_change(change, f"{how} {_NOUN} {target}")
