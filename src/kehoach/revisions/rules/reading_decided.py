"""Khi nào: một chỗ có thể hiểu nhiều cách được chốt.

Vì sao: từ nay lời hứa được chấm theo cách đã chốt.

Ví dụ: `decided: {choice: 1, by: UBND phường, date: "2027-01-05", basis: Công văn 12/UBND-VX ngày 05/01/2027}`.

Người duyệt: xem người chốt và căn cứ; cách đã chốt có nhẹ hơn bản ghi không.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_pair
from kehoach.revisions.labels import words
from kehoach.revisions.saying import heading, quoted
from kehoach.vietnamese import date_words

SEVERITY, INVERSE = "notice", "reading-changed"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the targets whose reading was open and is settled."""
    for pair in facts.pairs:
        old, new = pair.old.reading, pair.new.reading
        if old is not None and new is not None and old.decided is None and new.decided is not None:
            how = "như bản ghi" if new.decided.choice == 0 else f"cách hiểu thứ {new.decided.choice}"
            done = f"{how}, theo {new.decided.by} ngày {date_words(new.decided.date)}, căn cứ {words(new.decided.basis)}"
            yield of_pair(pair, "reading", f"{heading(pair)}: chốt {quoted(words(new.question))}: {done}", "chưa chốt", done)
