"""Kiểm tra gì: việc làm một lần rồi xong (xây dựng, ban hành một kế hoạch, đề án, quy chế…) mà không ghi thời hạn.

Vì sao: việc thường xuyên thì không cần hạn, nhưng một văn bản phải xong vào một ngày; không có ngày thì không đôn đốc được.

Ví dụ sai:

    tasks:
      - {id: t-1, clause: II.2 gạch 1, title: Xây dựng Đề án, quote: Xây dựng Đề án, product: Đề án, lead: [phuong-mau/cong-an], when: undated}

Ví dụ đúng:

    tasks:
      - {id: t-1, clause: II.2 gạch 1, title: Xây dựng Đề án, quote: Xây dựng Đề án, product: Đề án, lead: [phuong-mau/cong-an], when: {by: 2027}}

Cách sửa: hỏi nơi ban hành văn bản phải xong lúc nào; các việc trong cùng một đề mục được gộp thành một phát hiện. Lời giao chung
("các kế hoạch, đề án", "kế hoạch cụ thể") và hồ sơ, sổ sách không tính. Văn bản một lần mà chỉ ghi cả thời kỳ của kế hoạch cũng là không có hạn,
gộp với các việc không ghi gì của cùng đề mục.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts, due, due_words
from kehoach.checks.finding import Finding, Place
from kehoach.checks.one_off import draws_up_once, names_document
from kehoach.checks.together import clauses
from kehoach.meaning.time import period
from kehoach.model.work import Task

FAMILY, SEVERITY, ABOUT = 4, "notice", "document"
_YEARS = 4
"""From how many years on a span says as little as none, in a plan without a period."""


def find(facts: Facts) -> Iterator[Finding]:
    """Yield the tasks that draw up a document at no time below one heading, and those of a plan at any time of its period."""
    outlines = facts.outlines
    groups: dict[tuple[str, str], list[Place]] = {}
    endless: list[Place] = []
    for place in facts.tasks.values():
        task = place.record
        undated = due(place).kind == "undated"
        if not (undated or _whole_period(place)) or not isinstance(task, Task) or not draws_up_once(task) or not names_document(task):
            continue
        if undated:
            groups.setdefault((place.plan.id, outlines[place.plan.id].section(task.clause)), []).append(place)
        else:
            endless.append(place)
    for place in endless:
        below = (place.plan.id, outlines[place.plan.id].section(place.record.clause))
        groups.setdefault(below if below in groups else (place.plan.id, due_words(place)), []).append(place)
    for places in groups.values():
        first = places[0]
        products = "; ".join(dict.fromkeys(str(getattr(place.record, "product", "")) for place in places))
        what = f"phải có văn bản ({products}) nhưng {_dates(places)}"
        yield first.finding(
            "when",
            f"việc ở {first.said} {what}" if len(places) == 1 else f"{len(places)} việc ({clauses(places)}) {what}",
            "Hỏi nơi ban hành văn bản phải xong lúc nào.",
            others=tuple(place.ref for place in places[1:]),
        )


def _dates(places: list[Place]) -> str:
    """Return how the tasks are dated: not at all, some or all of them only by the whole period."""
    spans: dict[str, list[str]] = {}
    for place in places:
        if due(place).kind != "undated":
            spans.setdefault(due_words(place), []).append(place.record.clause)
    if len(places) == sum(map(len, spans.values())):
        return f"chỉ ghi {'; '.join(spans)}"
    apart = "; ".join(f"{', '.join(where)} chỉ ghi {span}" for span, where in spans.items())
    return f"không ghi thời hạn ({apart})" if apart else "không ghi thời hạn"


def _whole_period(place: Place) -> bool:
    """Tell whether a task has the whole period of its plan as its time."""
    time = due(place)
    if time.kind != "over" or not time.first or not time.last:
        return False
    if place.plan.period is None:
        return int(time.last[:4]) - int(time.first[:4]) >= _YEARS
    return (time.first[:4], time.last[:4]) == period(place.plan)
