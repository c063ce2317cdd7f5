"""Khi nào: có thêm một chỉ tiêu trong kế hoạch đã có từ trước.

Vì sao: lời hứa mới cần đơn vị chủ trì và có thể phải có căn cứ nếu văn bản đã ban hành từ trước.

Ví dụ: thêm bản ghi `bhyt` vào `targets`.

Người duyệt: đối chiếu câu trích với văn bản; nếu văn bản không đổi thì đây là bổ sung bản chép.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.identity import added
from kehoach.revisions.judgement import Judgement, of_change
from kehoach.revisions.saying import said

SEVERITY, INVERSE = "info", None
EXEMPT = "bỏ một chỉ tiêu có hai cách: target-removed khi không để lại dấu, target-retired khi có"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the targets that came."""
    for change in added(facts, "target"):
        text = said(change.new_record, change.new_plan, facts.both.new)
        yield of_change(change, f"thêm chỉ tiêu {text}", new=text)
