"""Kiểm tra gì: chỉ tiêu chỉ đứng trong phần nhiệm vụ hoặc phụ lục, không có trong danh mục chỉ tiêu của chính văn bản.

Vì sao: tổng kết theo danh mục sẽ bỏ sót nó; hoặc danh mục thiếu, hoặc con số này chưa ai quyết định.

Ví dụ sai:

    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: đạt 97% trở lên}
      - {id: nuoc-sach, clause: II.2 gạch 1, indicator: nuoc-sach, test: {eq: 100}, when: {by: 2030}, quote: 100% dân số dùng nước sạch}

Ví dụ đúng:

    targets:
      - {id: bhyt, clause: II.1 gạch 1, indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: đạt 97% trở lên}
      - {id: nuoc-sach, clause: II.1 gạch 2, indicator: nuoc-sach, test: {eq: 100}, when: {by: 2030}, quote: 100% dân số dùng nước sạch}

Cách sửa: hỏi nơi ban hành có đưa vào danh mục không. Danh mục là đề mục có chữ "chỉ tiêu" (không có thì "mục tiêu");
văn bản không có danh mục thì không xét. Lời "tiếp tục duy trì", "giữ vững" và khẩu hiệu đứng cạnh con số ("bảo hiểm y tế toàn dân") không
phải là chỉ tiêu mới. Các chỉ tiêu của một điều khoản là một phát hiện.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts, restated, target_of
from kehoach.checks.finding import Finding, Place
from kehoach.checks.outline import listed
from kehoach.checks.slogan_against_figure import slogans

FAMILY, SEVERITY, ABOUT = 5, "notice", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield targets outside the lists of their plan on an indicator that the lists do not hold, those of a clause together."""
    lists, silent = facts.once(listed), facts.once(slogans)
    indicators = {plan: {target_of(place).indicator for place in places.values()} for plan, places in lists.items()}
    groups: dict[tuple[str, str], list[Place]] = {}
    for ref, place in facts.targets.items():
        target, plan = target_of(place), place.plan.id
        if plan not in lists or ref in lists[plan] or restated(place) in lists[plan] or target.part_of:
            continue
        if target.test.is_ == "maintained" or ref in silent:
            continue
        first = facts.targets.get(restated(place))
        if target.indicator not in indicators[plan] and (first is None or first.plan is not place.plan):
            groups.setdefault((plan, target.clause), []).append(place)
    for places in groups.values():
        said = "; ".join(f"{facts.name(place)} ({facts.words(place)})" for place in places)
        yield places[0].finding(
            "clause",
            f"{said} chỉ có ở {places[0].said}, không có trong danh mục chỉ tiêu của văn bản",
            "Hỏi nơi ban hành có đưa vào danh mục không.",
            others=tuple(place.ref for place in places[1:]),
        )
