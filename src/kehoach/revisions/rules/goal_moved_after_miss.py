"""Khi nào: một chỉ tiêu được làm nhẹ (yếu đi, lùi hạn, bỏ hạn, thành phấn đấu, thu hẹp phạm vi, thêm điều kiện) hoặc bị bỏ, sau khi kết quả báo cáo cho thấy không đạt.

Vì sao: sửa lời hứa sau khi đã trượt là làm mất dấu việc không đạt.

Ví dụ: năm 2027 đạt 94% trong khi hứa 97%; sau đó sửa thành 93%.

Người duyệt: hỏi căn cứ; báo cáo năm đã qua vẫn phải chấm theo lời hứa cũ.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kehoach.meaning.wording import commitment
from kehoach.revisions.easing import lightened, missed, reported
from kehoach.revisions.facts import Facts
from kehoach.revisions.identity import removed
from kehoach.revisions.judgement import Judgement, of_change, of_pair
from kehoach.revisions.saying import heading, promises, times, title

SEVERITY, INVERSE = "attention", None
EXEMPT = "chỉ nói về phía nhẹ đi, sau khi đã có kết quả"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the targets that were made lighter, or dropped, after a figure had missed them; figures are read only for these."""
    for pair, field, ways in lightened(facts):
        found = missed(facts, pair.old, pair.old_plan, pair.old_indicator)
        if found:
            result = reported(found[1], pair.old, pair.old_indicator)
            message = f"{heading(pair)}: {ways} sau khi năm {found[0]} không đạt ({result}, đã hứa {promises(pair)[0]})"
            yield replace(of_pair(pair, field, message), values=(str(found[0]), result, *promises(pair), *times(pair)))
    for change in removed(facts, "target"):
        target, plan = change.old_record, change.old_plan
        indicator = facts.both.old.indicators.get(target.indicator)
        found = missed(facts, target, plan, indicator) if plan else None
        if found:
            result = reported(found[1], target, indicator)
            message = f"{title(change, facts)}: bỏ sau khi năm {found[0]} không đạt ({result}, đã hứa {commitment(target, indicator)})"
            yield of_change(change, message)
