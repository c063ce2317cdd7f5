"""Kiểm tra gì: văn bản giao việc cho một đơn vị đã thôi tồn tại, hoặc chưa thành lập, vào ngày ban hành.

Vì sao: không có ai nhận việc; thường là tên chép từ văn bản cũ.

Ví dụ sai:

    tasks:
      - {id: t-1, clause: II.2 gạch 1, title: A, quote: A, when: ongoing, lead: [phuong-mau/ubnd], support: [tinh-mau/so-cu]}

Ví dụ đúng:

    issued: "2025-01-15"
    tasks:
      - {id: t-1, clause: II.2 gạch 1, title: A, quote: A, when: ongoing, lead: [phuong-mau/ubnd], support: [tinh-mau/so-cu]}

Cách sửa: hỏi nơi ban hành nay là đơn vị nào; ngày thành lập, giải thể ghi ở `from`, `to` của `units.yaml` cùng nguồn.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding
from kehoach.meaning.time import first_day, last_day
from kehoach.model.work import Task
from kehoach.vietnamese import date_words

FAMILY, SEVERITY, ABOUT = 5, "warning", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield records that name a unit whose days do not meet those of the plan's issue."""
    units = facts.registry.units
    bounded = {ref for ref in facts.named_units if ref in units and (units[ref].from_ or units[ref].to)}
    for place in facts.places if bounded else ():
        issued, record = place.plan.issued, place.record
        keys = {"lead": record.lead, "support": record.support if isinstance(record, Task) else ()}
        for key, index, ref in ((key, index, ref) for key, refs in keys.items() for index, ref in enumerate(refs) if ref in bounded):
            unit = units[ref]
            if issued is None:
                continue
            gone = unit.to is not None and last_day(unit.to) < first_day(issued)
            if gone or (unit.from_ is not None and first_day(unit.from_) > last_day(issued)):
                since = f"chỉ tồn tại đến {date_words(str(unit.to))}" if gone else f"đến {date_words(str(unit.from_))} mới có"
                yield place.finding(
                    (key, index),
                    f"{place.said} giao {unit.name}, đơn vị này {since}, văn bản ban hành {date_words(issued)}",
                    "Hỏi nơi ban hành nay là đơn vị nào.",
                    values=(ref, unit.from_, unit.to, issued),
                )
