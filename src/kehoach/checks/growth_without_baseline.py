"""Kiểm tra gì: hứa tăng hay giảm bao nhiêu phần trăm mà văn bản không ghi mức xuất phát, sổ cũng chưa có kết quả của năm trước đó.

Vì sao: cùng một tốc độ, lấy gốc khác là ra mức khác; không có gốc thì không ai tính lại được. Các chỉ tiêu cùng đề mục gộp một phát hiện.

Ví dụ sai:

    targets:
      - {id: thu, clause: II.1 gạch 1, indicator: thu-ngan-sach, test: {ge: 10}, stat: avg_growth, when: {over: period}, quote: bình quân 10%}

Ví dụ đúng:

    targets:
      - {id: thu, clause: II.1 gạch 1, indicator: thu-ngan-sach, test: {ge: 10}, stat: avg_growth, when: {over: period},
         quote: bình quân 10%, base: {year: 2025, value: 120, unit: tỷ đồng}}

Cách sửa: hỏi nơi ban hành mức của năm gốc; nếu đã có báo cáo thì ghi kết quả năm đó vào `actuals`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kehoach.checks.facts import Facts, due, restated, target_of
from kehoach.checks.finding import Finding, Place

FAMILY, SEVERITY, ABOUT = 6, "notice", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield, once for each heading of a plan, the growths that nothing says the start of."""
    groups: dict[tuple[str, str | None], list[tuple[Place, str]]] = defaultdict(list)
    for place, target in facts.promises:
        if target.stat not in ("growth", "avg_growth") or target.base is not None or restated(place) in facts.targets:
            continue
        first = due(place).first
        year = str(int(first[:4]) - 1) if first else ""
        years = facts.once(_known_years).get((place.plan.ward, target.indicator), set())
        if year not in years if year else not years:
            groups[(place.plan.id, facts.outlines[place.plan.id].heading(target.clause))].append((place, year))
    for (_, heading), found in groups.items():
        places, years = [place for place, _ in found], {year for _, year in found if year}
        start = "năm gốc" if len(years) > 1 else f"năm {next(iter(years))}" if years else "xuất phát"
        names = "; ".join(f"{facts.name(place)} {facts.words(place)}{f' (gốc {year})' if len(years) > 1 else ''}" for place, year in found)
        where = places[0].said if len(places) == 1 else f"{heading or places[0].record.clause} ({places[0].said.rpartition('(')[2]}"
        yield places[0].finding(
            "stat",
            f"{where} không ghi mức {start} để tính: {names}",
            f"Hỏi nơi ban hành mức {start} của từng chỉ tiêu là bao nhiêu?",
            others=tuple(place.ref for place in places[1:]),
            values=(*sorted(years), *(target_of(place).indicator for place in places)),
        )


def _known_years(facts: Facts) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for reported in facts.registry.actuals:
        if len(reported.actual.period) == 4:
            found[(reported.ward, reported.actual.indicator)].add(reported.actual.period)
    for place, target in facts.promises:
        if target.base is not None:
            found[(place.plan.ward, target.indicator)].add(str(target.base.year))
    return found
