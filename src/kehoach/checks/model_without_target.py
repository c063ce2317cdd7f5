"""Kiểm tra gì: trong một dãy mục cùng loại ("1. Mô hình …", "2. Mô hình …") có mục nêu chỉ tiêu, có mục không nêu con số hay trạng thái nào.

Vì sao: mục không có chỉ tiêu thì cuối kỳ không có gì để chấm, dù được giao như các mục kia.

Ví dụ sai:

    sections:
      - label: II
        title: CÁC MÔ HÌNH
        sections: [{label: "1", title: Mô hình A}, {label: "2", title: Mô hình B}, {label: "3", title: Mô hình C}]
    targets:
      - {id: a, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: đạt 97%}
      - {id: b, clause: II.2 gạch 1, indicator: bhxh, test: {ge: 60}, when: {by: 2030}, quote: đạt 60%}

Ví dụ đúng:

    sections:
      - label: II
        title: CÁC MÔ HÌNH
        sections: [{label: "1", title: Mô hình A}, {label: "2", title: Mô hình B}, {label: "3", title: Giải pháp}]
    targets:
      - {id: a, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: đạt 97%}
      - {id: b, clause: II.2 gạch 1, indicator: bhxh, test: {ge: 60}, when: {by: 2030}, quote: đạt 60%}

Cách sửa: hỏi nơi ban hành chấm các mục ấy bằng gì.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding, of_plan
from kehoach.files.source.headings import heading_part
from kehoach.vietnamese import fold, squeeze

FAMILY, SEVERITY, ABOUT = 6, "notice", "document"
_KIND = re.compile(r"(mo hinh|muc tieu|chi tieu|de an|chuong trinh|du an|nhiem vu)\b")
_LEAST = 3


def find(facts: Facts) -> Iterator[Finding]:
    """Yield plans that list sections of one kind, some with targets below them and some without."""
    for plan in facts.registry.plans.values():
        titles = {clause: squeeze(section.title) for clause, section in facts.outlines[plan.id].sections if section.label}
        rows = _rows(titles)
        if not rows:
            continue
        below = {at for clause in {target.clause for target in plan.targets} for at in _headings(clause, frozenset(titles))}
        for row in rows:
            bare = [clause for clause in row if clause not in below]
            if 0 < 2 * len(bare) < len(row):
                named = "; ".join(f"{clause} {titles[clause]}" for clause in bare)
                yield of_plan(
                    plan,
                    ("sections",),
                    f"{plan.id.partition('/')[2]} có {len(row)} mục cùng loại, {len(bare)} mục không có chỉ tiêu nào: {named}",
                    "Hỏi nơi ban hành chấm các mục này bằng con số hay tiêu chí nào?",
                    values=tuple(bare),
                )


def _rows(titles: Mapping[str, str]) -> list[list[str]]:
    """Return the clauses of the sections of one kind that stand beside each other, where they are enough to be a list."""
    rows: dict[tuple[str, str], list[str]] = defaultdict(list)
    for clause, title in titles.items():
        if kind := _KIND.match(fold(title)):
            rows[(clause.rpartition(".")[0], kind[0])].append(clause)
    return [row for row in rows.values() if len(row) >= _LEAST]


def _headings(clause: str, headings: frozenset[str]) -> Iterator[str]:
    at = heading_part(clause, headings)
    while at:
        yield at
        at = heading_part(at.rpartition(".")[0], headings)
