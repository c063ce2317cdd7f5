"""Khi nào: lần này một chỉ tiêu yếu đi hoặc lùi hạn, và trước đó nó đã yếu đi hoặc lùi hạn so với bản đầu tiên được ghi vào sổ.

Vì sao: mỗi lần một ít thì lần nào cũng có vẻ nhỏ; cộng lại mới thấy lời hứa đã đi bao xa.

Ví dụ: đến năm 2027 (bản đầu), đã lùi sang 2028, nay lùi sang 2029: cộng lại chậm 2 năm.

Người duyệt: xét cả quãng từ bản đầu, không chỉ lần này.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kehoach.revisions.drift import figures_apart, since_signed, time_apart
from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_pair
from kehoach.revisions.pair import Pair
from kehoach.revisions.saying import heading, promises, times

SEVERITY, INVERSE = "attention", None
EXEMPT = "chỉ nói về phía nhẹ đi, so với bản đầu tiên"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the targets that went the same way before; the history is read only for those that got weaker or later."""
    for pair in facts.pairs:
        if pair.strength == "weaker" or pair.shift == "later":
            yield from _drifted(facts, pair)


def _drifted(facts: Facts, pair: Pair) -> Iterator[Judgement]:
    since = since_signed(facts, pair)
    if since is None:
        return
    if pair.strength == "weaker" and since.strength == "weaker":
        steps = (promises(since)[0], *promises(pair))
        total = f"cộng lại nhẹ đi {figures_apart(since.old, pair)}"
        yield _said(pair, "test", steps, total)
    if pair.shift == "later" and since.shift == "later":
        steps = (times(since)[0], *times(pair))
        yield _said(pair, "when", steps, f"cộng lại chậm {time_apart(since.dues[0], pair.dues[1])}")


def _said(pair: Pair, field: str, steps: tuple[str, ...], total: str) -> Judgement:
    message = f"{heading(pair)}: lần đầu ghi sổ {steps[0]}, rồi {steps[1]}, nay {steps[2]}: {total}"
    return replace(of_pair(pair, field, message, steps[0], steps[2]), values=steps)
