"""Kiểm tra gì: mỗi cam kết và mỗi kết quả trỏ tới một chỉ tiêu có trong indicators.yaml, thuộc một lĩnh vực có thật.

Vì sao: một chỉ tiêu là một thứ được đo, dùng chung cho mọi phường; không có nó thì không biết tên, đơn vị tính, chiều.

Cách sửa: thêm chỉ tiêu vào indicators.yaml, hoặc sửa mã viết sai.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.walk import nearest, records
from kehoach.files.folder import INDICATORS
from kehoach.model.catalogues import FIELDS
from kehoach.model.problem import Problem
from kehoach.model.target import Target
from kehoach.registry import Registry

_RULE = "unknown-indicator"


def find(registry: Registry) -> Iterator[Problem]:
    """Yield targets and actuals on an unknown indicator, and indicators of an unknown field."""
    if not registry.indicators:
        return
    for place in records(registry):
        if isinstance(place.record, Target) and place.record.indicator not in registry.indicators:
            name = place.record.indicator
            yield place.problem(_RULE, "indicator", _message(name), _remedy(registry, name))
    for reported in registry.actuals:
        name = reported.actual.indicator
        if name not in registry.indicators:
            yield Problem(
                rule=_RULE, file=reported.file, path=(reported.index, "indicator"), message=_message(name), remedy=_remedy(registry, name)
            )
    for slug, indicator in registry.indicators.items():
        if indicator.field not in FIELDS:
            yield Problem(
                rule=_RULE,
                file=INDICATORS,
                path=(slug, "field"),
                message=f"không có lĩnh vực `{indicator.field}`",
                remedy=f"Chọn một trong: {', '.join(FIELDS)}.",
            )


def _message(name: str) -> str:
    return f"không có chỉ tiêu `{name}` trong indicators.yaml"


def _remedy(registry: Registry, name: str) -> str:
    return f"{nearest(name, registry.indicators)}Thêm vào indicators.yaml hoặc sửa mã."
