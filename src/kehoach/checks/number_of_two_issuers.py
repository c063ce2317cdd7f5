"""Kiểm tra gì: trong một phường (hoặc một cấp), một số văn bản của hai nơi ban hành khác nhau, cùng một năm.

Vì sao: không biết đang dẫn văn bản nào. Hai phường khác nhau đánh số riêng thì không sao.

Ví dụ sai:

    references: {
      ctr-a: {kind: CTr, number: 01-CTr/ĐU, date: "2026-01-05", issuer: Đảng ủy phường Mẫu, title: về kinh tế},
      ctr-b: {kind: CTr, number: 01-CTr/ĐU, date: "2026-04-02", issuer: Đảng ủy Ủy ban nhân dân phường Mẫu, title: về văn hóa}}
    citations:
      - {ref: ctr-a, clause: I, role: basis}
      - {ref: ctr-b, clause: I, role: basis}

Ví dụ đúng:

    references: {
      ctr-a: {kind: CTr, number: 01-CTr/ĐU, date: "2026-01-05", issuer: Đảng ủy phường Mẫu, title: về kinh tế},
      ctr-b: {kind: CTr, number: 01-CTr/ĐU, date: "2026-04-02", issuer: Đảng ủy phường Hai, title: về văn hóa}}
    citations:
      - {ref: ctr-a, clause: I, role: basis}
      - {ref: ctr-b, clause: I, role: basis}

Cách sửa: hỏi nơi ban hành là một văn bản hay hai; nếu hai cơ quan đánh số riêng thì chấp nhận phát hiện.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from kehoach.checks.citations import Cited, by_document, number_key, title_words
from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding
from kehoach.vietnamese import fold, squeeze

FAMILY, SEVERITY, ABOUT = 7, "notice", "document"
_CENTRAL = re.compile(r"/tw$|-(cp|ttg)$|/(ubtv)?qh\d+$")
_LOCAL = re.compile(r"(?i:(phường|xã|đặc khu|thành phố|tỉnh|thành ủy|tỉnh ủy)) ((?:[A-ZĐÀ-Ỹ]\w*(?: - | )?)+)")


def find(facts: Facts) -> Iterator[Finding]:
    """Yield, at its first citation, each document whose number another issuer of the same level has used in the same year."""
    groups: dict[tuple[str, str], list[Cited]] = defaultdict(list)
    for found in facts.once(by_document).values():
        number, issuer = found[0].entry.number, found[0].entry.issuer
        level = level_of(number, issuer) if number and issuer else None
        if number and level:
            groups[(number_key(number), level)].append(found[0])
    for same in groups.values():
        first = same[0]
        for cited in same[1:]:
            one, two = first.entry, cited.entry
            if set(title_words(one.issuer or "")) != set(title_words(two.issuer or "")) and _same_year(one.date, two.date):
                yield cited.finding(
                    f"số {two.number} được dùng cho hai nơi ban hành: {first.said} ghi {one.issuer}, {cited.said} ghi {two.issuer}",
                    "Hỏi nơi ban hành là một văn bản hay hai?",
                    others=(first.plan.id,) if first.plan is not cited.plan else (),
                    values=(one.issuer, two.issuer),
                )


def level_of(number: str, issuer: str) -> str | None:
    """Return what numbers its documents apart from others: the centre, or a named locality; ``None`` where the issuer names none."""
    if _CENTRAL.search(fold(number_key(number))):
        return "trung-uong"
    match = _LOCAL.search(squeeze(issuer))
    return f"{fold(match[1]).replace('thanh uy', 'thanh pho').replace('tinh uy', 'tinh')} {fold(match[2])}" if match else None


def _same_year(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one[:4] == other[:4]
