"""Kiểm tra gì: mỗi văn bản viện dẫn (`citations`, `from_ref`) có trong references.yaml.

Vì sao: số, ngày, cơ quan ban hành ghi một lần ở danh mục; thiếu mục thì không so được các chỗ dẫn với nhau.

Cách sửa: thêm văn bản vào references.yaml, hoặc sửa mã viết sai.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding
from kehoach.checks.nearest import nearest
from kehoach.files.folder import REFERENCES
from kehoach.model.target import Target
from kehoach.registry import Registry, plan_file

FAMILY, SEVERITY, ABOUT = 0, "error", "registry"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield every citation and borrowed promise whose document the catalogue does not have."""
    registry = facts.registry
    if REFERENCES in registry.unread:
        return
    for plan in registry.plans.values():
        for index, citation in enumerate(plan.citations):
            if citation.ref not in registry.references:
                yield Finding(
                    file=plan_file(plan.id),
                    path=("citations", index, "ref"),
                    message=_message(citation.ref),
                    remedy=_remedy(registry, citation.ref),
                    ref=plan.id,
                )
    for place in facts.places:
        if isinstance(place.record, Target) and place.record.from_ref is not None and place.record.from_ref not in registry.references:
            yield place.finding("from_ref", _message(place.record.from_ref), _remedy(registry, place.record.from_ref))


def _message(name: str) -> str:
    return f"không có văn bản `{name}` trong references.yaml"


def _remedy(registry: Registry, name: str) -> str:
    return f"{nearest(name, registry.references)}Thêm vào references.yaml hoặc sửa mã."
