"""Kiểm tra gì: chỉ tiêu trong danh mục chỉ tiêu của văn bản mà không việc nào thực hiện, cả trực tiếp lẫn qua lần nêu lại.

Vì sao: chỉ tiêu không có việc thì chỉ là con số; đến hạn không ai đã làm gì.

Ví dụ sai:

    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: đạt 97% trở lên}
    tasks:
      - {id: t-1, clause: II.2 gạch 1, title: Cải tạo chợ, quote: Cải tạo chợ, when: ongoing, lead: [phuong-mau/phong-kinh-te]}

Ví dụ đúng:

    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: đạt 97% trở lên}
    tasks:
      - {id: t-1, clause: II.2 gạch 1, title: Vận động, quote: Vận động, when: ongoing, lead: [phuong-mau/phong-vhxh], targets: [bhyt]}

Cách sửa: hỏi nơi ban hành việc nào bảo đảm chỉ tiêu này; nếu có việc nhắc đến nó thì ghi vào `targets` của việc đó.
Việc gọi tên điều được đo ("phòng học thông minh"; phần lớn số chữ của tên chỉ tiêu) được coi là có thực hiện; phần ("trong đó") đi theo
tổng của nó. Sổ chỉ giữ những chữ đầu của một đoạn văn, nên đoạn nói đến thứ được đếm ("hỗ trợ doanh nghiệp") thì không xét: những chữ sau
có thể là việc ấy. Dòng của bảng giao việc trong phụ lục thì ghi đủ chữ: khi các bảng đã mang quá nửa danh mục thì chỉ tiêu không có dòng nào
là một phát hiện, dù thân văn bản có nhắc. Lời hứa "giữ vững" và lời hứa kèm điều kiện chưa xác nhận thì quy tắc `unscorable-target` và
`unconfirmed-condition` đã hỏi. Các chỉ tiêu của một điều khoản là một phát hiện.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from kehoach.checks.attachments import appendix
from kehoach.checks.facts import Facts, target_of
from kehoach.checks.finding import Finding, Place
from kehoach.checks.outline import listed
from kehoach.checks.together import clauses

if TYPE_CHECKING:
    from kehoach.checks.work_words import Work

FAMILY, SEVERITY, ABOUT = 5, "notice", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield the listed targets of plans with tasks that no task, or no row of their tables, carries or names, a clause's together."""
    work = facts.work
    for plan, places in facts.once(listed).items():
        asked = [place for place in places.values() if _asked(facts, place)] if plan in work else []
        rows = work.rows.get(plan, {})
        rowed = {place.ref for place in asked if any(task in rows for task in work.doing(place))} if rows else set()
        tabled = 2 * len(rowed) > len(asked)
        groups: dict[str, list[Place]] = {}
        at: dict[str, str] = {}
        for place in asked:
            if place.ref not in rowed if tabled else not _spoken(work, place):
                groups.setdefault(at.setdefault(target_of(place).indicator, place.record.clause), []).append(place)
        for found in groups.values():
            body = tabled and any(_spoken(work, place) for place in found)
            yield _unrowed(facts, found, rows) if body else _undone(facts, found)


def _spoken(work: Work, place: Place) -> bool:
    """Tell whether some task does it, or may do it."""
    return any(work.doing(place)) or bool(work.touching(place))


def _asked(facts: Facts, place: Place) -> bool:
    """Tell whether work may be asked for: a promise of its own, with a measure, under no condition that nobody has confirmed."""
    target = target_of(place)
    waiting = target.condition is not None and target.condition.confirmed is None
    return not (target.part_of or waiting or target.test.is_ == "maintained" or facts.indicator(place) is None)


def _undone(facts: Facts, found: list[Place]) -> Finding:
    return found[0].finding(
        "clause",
        f"{_said(facts, found)} không gắn với việc nào, cũng không việc nào gọi tên",
        "Hỏi nơi ban hành việc nào bảo đảm chỉ tiêu này.",
        others=tuple(place.ref for place in found[1:]),
    )


def _unrowed(facts: Facts, found: list[Place], rows: Mapping[str, Place]) -> Finding:
    """Return the finding about targets that the tables of tasks leave out, with the places of the body that name them."""
    tables = list(dict.fromkeys(str(appendix(row.record.clause)) for row in rows.values()))
    body = [facts.tasks[ref] for ref in dict.fromkeys(ref for place in found for ref in sorted(set(facts.work.doing(place))))]
    where = f"bảng {tables[0]}" if len(tables) == 1 else f"các bảng {tables[0]}-{tables[-1]}"
    named = f"; thân văn bản có nhắc ở {clauses(body)}" if body else ""
    return found[0].finding(
        "clause",
        f"{_said(facts, found)} không có dòng nào trong {len(rows)} việc của {where}{named}",
        "Hỏi nơi ban hành dòng nào bảo đảm chỉ tiêu này: ai làm, sản phẩm gì, lúc nào xong?",
        others=tuple(place.ref for place in found[1:]),
        values=(tables[0], tables[-1]),
    )


def _said(facts: Facts, found: list[Place]) -> str:
    names: dict[str, list[str]] = {}
    for place in found:
        names.setdefault(facts.name(place), []).append(facts.words(place))
    said = ", ".join(f"{name} ({'; '.join(words)})" for name, words in names.items())
    return f"{said} ở {found[0].said}"
