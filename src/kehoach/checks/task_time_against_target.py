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

Cách sửa: hỏi nơi ban hành lấy mốc nào; việc hằng năm của chỉ tiêu chỉ có một mốc thì hỏi từng năm phải đạt bao nhiêu. Việc thường xuyên
cho một chỉ tiêu đến hết thời kỳ của kế hoạch là đúng, việc mang nhiều chỉ tiêu mà kéo đến hạn của chỉ tiêu muộn nhất cũng vậy; chỉ tiêu
không ghi thời hạn thì quy tắc `undated-target` đã nói.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.checks.facts import Facts, due, due_words
from kehoach.checks.finding import Finding, Place
from kehoach.checks.one_off import named_spans
from kehoach.checks.together import clauses
from kehoach.meaning.time import Due, last_day, period
from kehoach.model.problem import Severity
from kehoach.model.work import Task

FAMILY, SEVERITY, ABOUT = 4, "warning", "document"
_CARRIED_OUT = re.compile(r"triển khai|thực hiện", re.IGNORECASE)
_ENDS = ("by", "over", "each_year")
_TIMED = (*_ENDS, "ongoing")


def find(facts: Facts) -> Iterator[Finding]:
    """Yield tasks that end before or after a target they carry, and those of a plan without end or yearly beside a single year."""
    endless: dict[tuple[str, Due, Due], list[tuple[Place, Place]]] = {}
    for place in facts.tasks.values():
        time = place.due
        if time.kind in ("by", "over"):
            yield from _against_own_document(place, time)
        refs = place.record.targets if isinstance(place.record, Task) and time.kind in _TIMED else ()
        dated = [target for ref in refs if (target := facts.targets.get(place.plan.absolute(ref) or "")) and _end(due(target))]
        if all(target.due is time or target.due == time for target in dated):
            continue
        late = [target for target in dated if _before(time, due(target))]
        early = [] if any(_reaches(time, target) for target in dated) else [target for target in dated if _outlasts(time, target)]
        for targets in _by_year(late or early):
            yield _apart(facts, [(place, target) for target in targets])
        for target in dated:
            if _milestone(time, target):
                endless.setdefault((place.plan.id, time, due(target)), []).append((place, target))
    for pairs in endless.values():
        yield _apart(facts, pairs, severity="notice")


def _apart(facts: Facts, pairs: list[tuple[Place, Place]], severity: Severity | None = None) -> Finding:
    """Return the finding about tasks of one time and the targets of another that they carry."""
    (place, target), names = pairs[0], "; ".join(dict.fromkeys(facts.name(target) for _, target in pairs))
    tasks = list({task.ref: task for task, _ in pairs}.values())
    many = len(tasks) > 1
    at = f"{clauses([each for _, each in pairs])} ghi" if many else f"{target.said} ghi"
    work = f"{len(tasks)} việc của các chỉ tiêu này ({clauses(tasks)})" if many else f"việc ở {place.said}"
    yearly = due(place).kind == "each_year"
    return place.finding(
        "when",
        f"{names}: {at} {due_words(target)}, {work} ghi {due_words(place)}",
        "Hỏi nơi ban hành từng năm phải đạt bao nhiêu." if yearly else "Hỏi nơi ban hành lấy mốc nào.",
        others=tuple(dict.fromkeys((*(each.ref for each in tasks[1:]), *(each.ref for _, each in pairs)))),
        values=(*_shown(due(place)), *_shown(due(target))),
        severity=severity,
    )


def _by_year(targets: list[Place]) -> list[list[Place]]:
    """Return the targets due at one time together."""
    groups: dict[Due, list[Place]] = {}
    for target in targets:
        groups.setdefault(due(target), []).append(target)
    return list(groups.values())


def _against_own_document(place: Place, time: Due) -> Iterator[Finding]:
    """Yield a task that is to carry out the document it draws up, and ends before the years which that document is named after."""
    task, end = place.record, _end(time)
    spans = named_spans(task) if end and isinstance(task, Task) else ()
    for start, last in spans if spans and isinstance(task, Task) and _CARRIED_OUT.search(task.title) else ():
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


def _outlasts(time: Due, target: Place) -> bool:
    """Tell whether a task with an end goes on after the one year in which its target is due."""
    return time.kind in ("by", "over") and due(target).kind == "by" and _before(due(target), time)


def _reaches(time: Due, target: Place) -> bool:
    """Tell whether a task with an end lasts just as long as the target: it then goes on for that one, whatever else it carries."""
    return time.kind in ("by", "over") and not _before(due(target), time)


def _milestone(time: Due, target: Place) -> bool:
    """Tell whether yearly work carries a target of one year, or work without end one due before the end of the plan, if that has any."""
    when = due(target)
    if when.kind != "by" or time.kind not in ("each_year", "ongoing"):
        return False
    end = period(target.plan)[1]
    return time.kind == "each_year" or end is None or last_day(str(when.last)) < last_day(end)


def _shown(time: Due) -> tuple[object, ...]:
    return time.kind, time.first, time.last
