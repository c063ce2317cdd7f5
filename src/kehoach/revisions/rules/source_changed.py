"""Khi nào: tệp gốc của một kế hoạch đổi: tên tệp hay mã băm.

Vì sao: bản chép từ nay đối chiếu với một văn bản khác.

Ví dụ: `source: {file: 003.txt, sha256: "2a99…"}` → `sha256: "7b10…"`.

Người duyệt: hỏi văn bản mới là gì: bản quét lại, bản đính chính hay văn bản sửa đổi; chạy `kehoach verify`. Qua khi một chỉ tiêu của kế hoạch khai `nature` có số và ngày văn bản.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_change
from kehoach.revisions.nature import declared, documented
from kehoach.revisions.saying import document

SEVERITY, INVERSE = "attention", "source-changed"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the plans that were transcribed from another file; a document that a record of the plan declares answers for it."""
    for change in facts.of("plan", "changed", "source"):
        natures = (declared(pair) for pair in facts.pairs if pair.new_plan is change.new_plan)
        based = next((n for n in natures if n and n.kind != "transcription" and documented(n.basis)), None)
        old, new = (f"{source.file} ({source.sha256[:12]})" for source in (change.old, change.new))
        name = document(change.new_plan) if change.new_plan else change.ref
        yield replace(of_change(change, f"{name}: tệp gốc đổi: {old} → {new}", old, new), nature=based)
