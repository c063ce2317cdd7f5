"""Kiểm tra gì: mỗi cam kết và mỗi kết quả trỏ tới một chỉ tiêu có trong indicators.yaml, thuộc một lĩnh vực có thật.

Vì sao: một chỉ tiêu là một thứ được đo, dùng chung cho mọi phường; không có nó thì không biết tên, đơn vị tính, chiều.

Cách sửa: thêm chỉ tiêu vào indicators.yaml, hoặc sửa mã viết sai.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding
from kehoach.checks.nearest import nearest
from kehoach.files.folder import INDICATORS
from kehoach.files.scalars import scalar
from kehoach.model.catalogues import FIELDS
from kehoach.model.target import Target
from kehoach.registry import Registry

FAMILY, SEVERITY, ABOUT = 0, "error", "registry"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield targets and actuals on an unknown indicator, and indicators of an unknown field."""
    registry = facts.registry
    if INDICATORS in registry.unread:
        return
    for place in facts.places:
        if isinstance(place.record, Target) and place.record.indicator not in registry.indicators:
            name = place.record.indicator
            yield place.finding("indicator", _message(name), _proposed(place.record) or _remedy(registry, name))
    for reported in registry.actuals:
        name = reported.actual.indicator
        if name not in registry.indicators:
            yield Finding(file=reported.file, path=(reported.index, "indicator"), message=_message(name), remedy=_remedy(registry, name))
    for slug, indicator in registry.indicators.items():
        if indicator.field not in FIELDS:
            yield Finding(
                file=INDICATORS,
                path=(slug, "field"),
                message=f"không có lĩnh vực `{indicator.field}`",
                remedy=f"Chọn một trong: {', '.join(FIELDS)}.",
            )


def _message(name: str) -> str:
    return f"không có chỉ tiêu `{name}` trong indicators.yaml"


def _remedy(registry: Registry, name: str) -> str:
    return f"{nearest(name, registry.indicators)}Thêm vào indicators.yaml hoặc sửa mã."


def _proposed(target: Target) -> str | None:
    """Return the entry that a draft proposes, ready to be pasted but for its field."""
    if target.name is None:
        return None
    unit = f", unit: {scalar(target.unit, flow=True)}" if target.unit else ", type: state" if target.test.is_ else ""
    return f"Bản nháp đề xuất thêm vào indicators.yaml: `{target.indicator}: {{name: {scalar(target.name, flow=True)}{unit}, field: …}}`; ghi lĩnh vực vào chỗ `…`."
