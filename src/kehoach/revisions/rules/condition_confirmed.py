"""Khi nào: điều kiện của một lời hứa được xác nhận, được xác nhận lại khác đi, hoặc bỏ xác nhận.

Vì sao: từ đó lời hứa được chấm hay thôi không chấm.

Ví dụ: `confirmed: {by: UBND phường, date: "2027-01-05", basis: Quyết định 12/QĐ-UBND ngày 05/01/2027}`.

Người duyệt: xem người xác nhận và căn cứ.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.model.target import Condition
from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_pair
from kehoach.revisions.labels import words
from kehoach.revisions.saying import heading, quoted
from kehoach.vietnamese import date_words

SEVERITY, INVERSE = "notice", "condition-confirmed"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the targets whose condition was settled, settled otherwise, or left open again."""
    for pair in facts.pairs:
        old, new = pair.old.condition, pair.new.condition
        if old is not None and new is not None and old.confirmed != new.confirmed:
            before, after = _said(old), _said(new)
            yield of_pair(pair, "condition", f"{heading(pair)}: điều kiện {quoted(words(new.text))}: {before} → {after}", before, after)


def _said(condition: Condition) -> str:
    done = condition.confirmed
    if done is None:
        return "chưa xác nhận"
    return f"{'xảy ra' if done.holds else 'không xảy ra'}, theo {done.by} ngày {date_words(done.date)}, căn cứ {words(done.basis)}"
