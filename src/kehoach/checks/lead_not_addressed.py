"""Kiểm tra gì: công văn giao việc cho đơn vị không có tên ở "Kính gửi"; kế hoạch, chương trình giao đơn vị chủ trì không có tên ở "Nơi nhận".

Vì sao: đơn vị không nhận công văn thì không biết mình được giao việc.

Ví dụ sai:

    kind: CV
    addressees: [Phòng Kinh tế]
    tasks:
      - {id: t-1, clause: II.2 gạch 1, title: A, quote: A, when: ongoing, lead: [phuong-mau/cong-an]}

Ví dụ đúng:

    kind: CV
    addressees: [Phòng Kinh tế, Công an phường]
    tasks:
      - {id: t-1, clause: II.2 gạch 1, title: A, quote: A, when: ongoing, lead: [phuong-mau/cong-an]}

Cách sửa: hỏi nơi ban hành có gửi cho đơn vị đó không. Nơi nhận chung ("các cơ quan chuyên môn, đơn vị sự nghiệp", "các trường học") gồm
những đơn vị thuộc loại đó; đơn vị phối hợp mà không được gửi chỉ là lưu ý. "Nơi nhận" chỉ được xét (và chỉ là lưu ý) khi nó gọi tên riêng
một đơn vị chủ trì; cơ quan ban hành và người đứng đầu không tính.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding, Place
from kehoach.checks.together import clauses, collective
from kehoach.model.catalogues import Unit
from kehoach.model.work import Task
from kehoach.vietnamese import canonical

FAMILY, SEVERITY, ABOUT = 5, "warning", "document"
_KINDS = {
    "cơ quan chuyên môn": ("phòng", "văn phòng", "trung tâm phục vụ hành chính công", "ban chỉ huy quân sự"),
    "phòng": ("phòng", "văn phòng"),
    "cơ quan tham mưu, giúp việc đảng ủy": ("ban xây dựng", "ban tổ chức", "ban tuyên giáo", "văn phòng đảng ủy", "ủy ban kiểm tra"),
    "đơn vị sự nghiệp": ("trung tâm", "trạm", "trường", "nhà văn hóa", "ban quản lý"),
    "đơn vị": ("phòng", "văn phòng", "trung tâm", "trạm", "trường", "ban", "công an", "đội"),
    "trường": ("trường",),
    "ban": ("ban",),
    "đoàn thể": ("đoàn", "hội", "công đoàn", "ủy ban mặt trận"),
    "tổ chức chính trị - xã hội": ("đoàn", "hội", "công đoàn", "ủy ban mặt trận"),
    "tổ dân phố": ("tổ dân phố",),
}
"""Words of a collective addressee, and how the names of the units that it takes in begin."""
_WHOLE = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "MTTQ": "Mặt trận Tổ quốc"}
_SHORT = re.compile("|".join(_WHOLE))
_OF_WARD = re.compile(r" (?:phường|xã|đặc khu)\b.*")
_FILED = re.compile(r"Lưu\b")
_PERSON = re.compile(r"(?:Chủ tịch|Phó|Bí thư|Lãnh đạo|Trưởng|Ban Thường vụ|Thường trực)\b")


def find(facts: Facts) -> Iterator[Finding]:
    """Yield the units that a letter gives work to and is not addressed to, once per letter."""
    groups: dict[tuple[str, str, str], list[Place]] = {}
    plans: dict[str, dict[str, list[Place]]] = {}
    for place in facts.places:
        if place.plan.kind != "CV":
            for ref in place.record.lead:
                plans.setdefault(place.plan.id, {}).setdefault(ref, []).append(place)
        elif place.plan.addressees:
            support = place.record.support if isinstance(place.record, Task) else ()
            for key, ref in (*(("lead", ref) for ref in place.record.lead), *(("support", ref) for ref in support)):
                groups.setdefault((place.plan.id, ref, key), []).append(place)
    for (plan, ref, key), places in groups.items():
        first, unit = places[0], facts.registry.units.get(ref)
        if unit is None or _addressed(unit, first.plan.addressees) or (key == "support" and (plan, ref, "lead") in groups):
            continue
        work = "chủ trì" if key == "lead" else "phối hợp"
        yield first.finding(
            key,
            f"{unit.name} được giao {work} ở {clauses(places)} nhưng không có tên ở Kính gửi",
            "Hỏi nơi ban hành có gửi cho đơn vị này không.",
            others=tuple(place.ref for place in places[1:]),
            values=(ref, *first.plan.addressees),
            severity=None if key == "lead" else "notice",
        )
    for led in plans.values():
        yield from _not_recipients(facts, led)


def _not_recipients(facts: Facts, led: dict[str, list[Place]]) -> Iterator[Finding]:
    """Yield the leads of a plan that its recipients leave out, where these name another lead by itself."""
    units = {ref: unit for ref in led if (unit := facts.registry.units.get(ref))}
    plan = next(iter(led.values()))[0].plan
    recipients = tuple(_SHORT.sub(lambda found: _WHOLE[found[0]], each) for each in plan.recipients if not _FILED.match(each))
    written = {canonical(each) for each in recipients}
    if not any(canonical(name) in written for unit in units.values() for name in (unit.name, *unit.aliases)):
        return
    for ref, unit in units.items():
        if ref == plan.issuer or _PERSON.match(unit.name) or _addressed(unit, recipients) or _within(unit, recipients):
            continue
        places = led[ref]
        yield places[0].finding(
            "lead",
            f"{unit.name} được giao chủ trì ở {clauses(places)} nhưng không có tên ở Nơi nhận",
            "Hỏi nơi ban hành có gửi cho đơn vị này không.",
            others=tuple(place.ref for place in places[1:]),
            values=(ref, *plan.recipients),
            severity="notice",
        )


def _within(unit: Unit, recipients: tuple[str, ...]) -> bool:
    """Tell whether a recipient's name holds the unit's ("TTĐU - HĐND - UBND phường")."""
    names = {canonical(_OF_WARD.sub("", _SHORT.sub(lambda found: _WHOLE[found[0]], name))) for name in (unit.name, *unit.aliases)}
    return any(name in canonical(each) for each in recipients for name in names)


def _addressed(unit: Unit, addressees: tuple[str, ...]) -> bool:
    names = [canonical(name) for name in (unit.name, *unit.aliases)]
    return collective(unit.name) or any(_takes_in(canonical(each), names, all_of_it=collective(each)) for each in addressees)


def _takes_in(addressee: str, names: list[str], *, all_of_it: bool) -> bool:
    if addressee in names:
        return True
    begins = tuple(canonical(word) for kind, words in _KINDS.items() if all_of_it and canonical(kind) in addressee for word in words)
    return any(name.startswith(begins) for name in names) if begins else False
