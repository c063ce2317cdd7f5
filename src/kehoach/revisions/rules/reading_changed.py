"""Khi nào: chỗ có thể hiểu nhiều cách được thêm, bỏ, đổi câu hỏi hay đổi các cách hiểu; hoặc cách đã chốt bị đổi hay bỏ chốt (khi đó cần duyệt).

Vì sao: lời hứa có thể được chấm theo cách khác, hoặc thôi không chấm.

Ví dụ: thêm `reading: {question: mỗi năm hay bình quân?, alternatives: [{stat: avg_growth}]}`.

Người duyệt: đọc câu trích; nếu đã chốt mà đổi thì hỏi căn cứ mới.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kehoach.model.target import Reading
from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_pair
from kehoach.revisions.labels import words
from kehoach.revisions.saying import heading, quoted
from kehoach.vietnamese import number

SEVERITY, INVERSE = "notice", None
EXEMPT = "chốt một cách hiểu là reading-decided, bỏ chốt mới là quy tắc này; thêm, bớt cách hiểu thì hai chiều như nhau"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the targets that can be read otherwise than before; what had been settled is for a reviewer's attention."""
    for pair in facts.pairs:
        old, new = pair.old.reading, pair.new.reading
        if old == new or (old is not None and new is not None and replace(new, decided=old.decided) == old and old.decided is None):
            continue
        settled = old is not None and old.decided is not None
        said = of_pair(pair, "reading", f"{heading(pair)}: cách hiểu đổi: {_said(old)} → {_said(new)}", _said(old), _said(new))
        yield replace(said, severity="attention" if settled else None)


def _said(reading: Reading | None) -> str:
    if reading is None:
        return "chỉ một cách"
    choice = reading.decided.choice if reading.decided else None
    done = ", chưa chốt" if choice is None else ", chốt như bản ghi" if choice == 0 else f", chốt cách thứ {choice}"
    return f"{quoted(words(reading.question))} ({number(len(reading.alternatives) + 1)} cách{done})"
