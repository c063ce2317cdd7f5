"""Khi nào: một kế hoạch thôi hoặc bắt đầu viện dẫn một văn bản, hay viện dẫn với vai trò khác (căn cứ, thực hiện, nhắc tới, thay thế).

Vì sao: căn cứ pháp lý của kế hoạch thay đổi.

Ví dụ: bỏ `{ref: nq-57-tw, clause: I, role: basis}`.

Người duyệt: đối chiếu với phần mở đầu của văn bản.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_change
from kehoach.revisions.labels import words
from kehoach.revisions.saying import document
from kehoach.revisions.sides import Side
from kehoach.revisions.wordings import cited

SEVERITY, INVERSE = "notice", "citations-changed"
_ROLES = {"basis": "căn cứ", "implements": "thực hiện", "mentions": "nhắc tới", "replaces": "thay thế"}


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the plans that rest on other documents, or on the same ones otherwise."""
    for change in facts.of("plan", "changed", "citations"):
        old, new = cited(change.old), cited(change.new)
        if old != new and change.new_plan:
            gone, come = _said(old - new, facts.both.old), _said(new - old, facts.both.new)
            yield of_change(change, f"{document(change.new_plan)}: viện dẫn đổi: {gone} → {come}", gone, come)


def _said(cited: set[tuple[str, str]], side: Side) -> str:
    entries = side.references
    names = [(entries[ref].number or entries[ref].title if ref in entries else ref, role) for ref, role in sorted(cited)]
    return "; ".join(f"{_ROLES[role]} {words(name)}" for name, role in names) or "không có"
