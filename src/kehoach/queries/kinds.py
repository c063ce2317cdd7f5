"""What a search can find; said by itself, since every run of it asks for these names first."""

from __future__ import annotations

KINDS = {
    "indicator": "chỉ tiêu trong danh mục",
    "unit": "đơn vị",
    "reference": "văn bản",
    "plan": "kế hoạch",
    "target": "chỉ tiêu",
    "task": "nhiệm vụ",
    "project": "dự án",
    "citation": "viện dẫn",
}
"""What can be found, with its noun."""
