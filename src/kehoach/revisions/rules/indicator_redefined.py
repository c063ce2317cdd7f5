"""Khi nào: trong danh mục, một chỉ tiêu đổi loại, mức tối đa, đối tượng tính, phạm vi hay cách tính tỷ số.

Vì sao: mọi lời hứa và kết quả trên chỉ tiêu ấy được hiểu và chấm khác đi.

Ví dụ: `cap: 100` → bỏ `cap`.

Người duyệt: xem mọi kế hoạch dùng chỉ tiêu ấy; nếu chỉ một văn bản hiểu khác thì ghi `of`, `definition` ở bản ghi của văn bản đó.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement
from kehoach.revisions.saying import altered, quoted

SEVERITY, INVERSE = "attention", "indicator-redefined"
_FIELDS = ("type", "cap", "of", "definition", "ratio")


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the fields of an indicator that decide what a figure means."""
    for change in facts.of("indicator", "changed"):
        if change.field in _FIELDS:
            yield altered(change, f"chỉ tiêu {quoted(change.new_record.name)} trong danh mục")
