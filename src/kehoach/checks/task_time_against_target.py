"""Kiểm tra gì: thời gian của việc không khớp với thời hạn của chỉ tiêu mà chính việc đó phải đạt, hoặc với giai đoạn của văn bản phải triển khai.

Vì sao: việc dừng trước hạn thì chỉ tiêu không còn ai làm; việc kéo dài hay "thường xuyên" thì không ai biết mốc nào là thật.

Ví dụ sai:

    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: đến năm 2030 đạt 97% trở lên}
    tasks:
      - {id: t-1, clause: II.2 gạch 1, title: Vận động, quote: Vận động, lead: [phuong-mau/cong-an], when: {by: 2028}, targets: [bhyt]}

Ví dụ đúng:

    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: đến năm 2030 đạt 97% trở lên}
    tasks:
      - {id: t-1, clause: II.2 gạch 1, title: Vận động, quote: Vận động, lead: [phuong-mau/cong-an], when: {by: 2030}, targets: [bhyt]}

Cách sửa: hỏi nơi ban hành lấy mốc nào; chỉ tiêu không ghi thời hạn thì quy tắc `undated-target` đã nói.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.checks.facts import Facts, due, due_words
from kehoach.checks.finding import Finding, Place
from kehoach.checks.one_off import named_spans
from kehoach.meaning.time import Due, last_day, period
from kehoach.model.work import Task

FAMILY, SEVERITY, ABOUT = 4, "warning", "document"
_CARRIED_OUT = re.compile(r"triển khai|thực hiện", re.IGNORECASE)
_ENDS = ("by", "over", "each_year")


def find(facts: Facts) -> Iterator[Finding]:
    """Yield tasks that end before a target they carry, outlast all they carry, or go on for ever beside an earlier milestone."""
    for place in facts.tasks.values():
        refs = place.record.targets if isinstance(place.record, Task) else ()
        carried = [target for ref in refs if (target := facts.targets.get(place.plan.absolute(ref) or ""))]
        dated = [target for target in carried if _end(due(target))]
        time = due(place)
        yield from _against_own_document(place, time)
        late = [target for target in dated if _before(time, due(target))]
        early = [target for target in dated if _milestone(time, target)]
        if time.kind in ("by", "over") and _end(time) and len(dated) == len(carried):
            early = dated if all(_before(due(target), time) for target in dated) else []
        for target in late or early[:1]:
            yield place.finding(
                "when",
                f"{facts.name(target)}: {target.said} ghi {due_words(target)}, việc ở {place.said} ghi {due_words(place)}",
                "Hỏi nơi ban hành lấy mốc nào.",
                others=(target.ref,),
                values=(*_shown(time), *_shown(due(target))),
                severity=None if late else "notice",
            )


def _against_own_document(place: Place, time: Due) -> Iterator[Finding]:
    """Yield a task that is to carry out the document it draws up, and ends before the years which that document is named after."""
    task = place.record
    end = _end(time) if time.kind in ("by", "over") and isinstance(task, Task) and _CARRIED_OUT.search(task.title) else None
    for start, last in named_spans(task) if end and isinstance(task, Task) else ():
        if last_day(str(end)) < last_day(last):
            yield place.finding(
                "when",
                f"{place.said}: triển khai văn bản của giai đoạn {start}-{last} nhưng thời gian của việc ghi {due_words(place)}",
                "Hỏi nơi ban hành đó là hạn ban hành hay hạn thực hiện.",
                values=(*_shown(time), start, last),
                severity="notice",
            )


def _end(time: Due) -> str | None:
    return time.last if time.kind in _ENDS else None


def _before(one: Due, two: Due) -> bool:
    first, second = _end(one), _end(two)
    return first is not None and second is not None and last_day(first) < last_day(second)


def _milestone(time: Due, target: Place) -> bool:
    """Tell whether a task without end carries a target due before the end of the plan."""
    end, when = period(target.plan)[1], due(target)
    return time.kind == "ongoing" and when.kind == "by" and end is not None and last_day(str(when.last)) < last_day(end)


def _shown(time: Due) -> tuple[object, ...]:
    return time.kind, time.first, time.last
