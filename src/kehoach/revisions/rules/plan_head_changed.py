"""Khi nào: phần đầu của một văn bản đổi: loại, số, ký hiệu, ngày, nơi ban hành, thời kỳ, người ký, nơi gửi tới, nơi nhận, phụ lục. Cần duyệt khi thời kỳ đổi làm lùi hạn của chỉ tiêu.

Vì sao: số và ngày là cách duy nhất để tìm ra văn bản; thời kỳ quyết định hạn của mọi lời hứa theo thời kỳ.

Ví dụ: `number: "12"` → `number: "21"`.

Người duyệt: đối chiếu với bản có chữ ký.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement
from kehoach.revisions.saying import altered, document

SEVERITY, INVERSE = "notice", "plan-head-changed"
_HEAD = ("kind", "number", "symbol", "issued", "issuer", "period", "signed", "addressees", "recipients", "attachments")
_CLOCK = ("period", "issued")


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the fields of a document's head that changed; grave where targets are due later by it."""
    later = {pair.new_plan.id for pair in facts.pairs if pair.shift == "later" and "when" not in pair.changes}
    for change in facts.of("plan", "changed"):
        if change.field in _HEAD and change.new_plan:
            grave = change.field in _CLOCK and change.new_plan.id in later
            yield altered(change, document(change.new_plan), "attention" if grave else None)
