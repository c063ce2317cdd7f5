"""Kiểm tra gì: “hằng năm … tăng bình quân”: mỗi năm đều phải đạt, hay chỉ cần bình quân cả giai đoạn, mà chưa ai định.

Vì sao: hai cách hiểu cho hai kết quả: một năm thấp là hụt theo cách thứ nhất, vẫn có thể đạt theo cách thứ hai.

Ví dụ sai:

    targets:
      - {id: thu, clause: II.1 gạch 1, indicator: thu-ngan-sach, test: {ge: 10}, stat: growth, when: {each_year: period},
         quote: Hằng năm thu ngân sách tăng bình quân 10%,
         reading: {question: mỗi năm hay bình quân, alternatives: [{stat: avg_growth, when: {over: period}}]}}

Ví dụ đúng:

    targets:
      - {id: thu, clause: II.1 gạch 1, indicator: thu-ngan-sach, test: {ge: 10}, stat: avg_growth, when: {over: period},
         quote: Giai đoạn 2026-2030 thu ngân sách tăng bình quân 10%/năm}

Cách sửa: hỏi nơi ban hành rồi ghi cách hiểu đã chọn bằng `kehoach decide`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kehoach.checks.facts import Facts, restated, target_of
from kehoach.checks.finding import Finding, Place
from kehoach.checks.readings import yearly_or_average

FAMILY, SEVERITY, ABOUT = 6, "warning", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield growths that hold every year or on average, each once with the places that say it again."""
    doubtful = {place.ref: place for place, target in facts.promises if yearly_or_average(target)}
    again: dict[str, list[Place]] = defaultdict(list)
    for place in doubtful.values():
        again[restated(place) if restated(place) in doubtful else place.ref].append(place)
    for first, places in again.items():
        place, others = doubtful[first], [each for each in places if each.ref != first]
        where = " và ".join(each.said for each in (place, *others))
        target = target_of(place)
        yield place.finding(
            "reading" if target.reading else "quote",
            f"{facts.name(place)}: {where} ghi “hằng năm” cùng với “bình quân”, không rõ mỗi năm đều {facts.words(place)} "
            "hay chỉ tính bình quân cả giai đoạn",
            "Hỏi nơi ban hành tính từng năm hay bình quân cả giai đoạn?",
            others=tuple(each.ref for each in others),
            values=(target.stat, *target.test.figures),
        )
