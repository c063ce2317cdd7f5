"""Khi nào: chủ đầu tư, nguồn vốn, diện tích hay tình trạng của một dự án đổi.

Vì sao: đó là những điều người dân và nhà thầu dựa vào.

Ví dụ: `funding: ngân sách thành phố` → `funding: ngân sách phường`.

Người duyệt: đối chiếu với phụ lục của văn bản.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement
from kehoach.revisions.saying import altered, title

SEVERITY, INVERSE = "notice", "project-changed"
_FIELDS = ("owner", "funding", "area", "state")


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the projects with another owner, funding, area or state."""
    for change in facts.of("project", "changed"):
        if change.field in _FIELDS:
            yield altered(change, f"dự án {title(change, facts)}")
