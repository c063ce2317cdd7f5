"""Kiểm tra gì: chỉ tiêu trạng thái (`type: state`) có cam kết `is`, chỉ tiêu con số có cam kết bằng số; mức tăng trưởng chỉ dành cho con số.

Vì sao: một chỉ tiêu đo một thứ bằng một đơn vị; lẫn hai loại thì không chấm điểm được.

Cách sửa: sửa `test` theo văn bản, hoặc tách thành hai chỉ tiêu trong indicators.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding
from kehoach.model.target import Target

FAMILY, SEVERITY, ABOUT = 0, "error", "registry"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield every target whose test is not of its indicator's type, and states that are said to grow."""
    registry = facts.registry
    for place in facts.places:
        target = place.record
        if not isinstance(target, Target) or target.indicator not in registry.indicators:
            continue
        state = registry.indicators[target.indicator].type == "state"
        if (target.test.is_ is not None) != state:
            want = "một trạng thái (is)" if state else "một con số"
            yield place.finding(
                "test",
                f"chỉ tiêu `{target.indicator}` cần {want}",
                "Sửa `test` theo văn bản, hoặc tách thành hai chỉ tiêu trong indicators.yaml.",
            )
        elif state and target.stat != "value":
            yield place.finding("stat", f"trạng thái không tính được `{target.stat}`", "Bỏ khóa `stat`.")
