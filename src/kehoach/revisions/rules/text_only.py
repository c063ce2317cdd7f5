"""Khi nào: chỉ lời chép đổi, không đổi nghĩa: câu trích, ghi chú, tên việc, điều khoản, đề mục, chỗ in sai, cách ghi cùng một thời hạn hay đơn vị; hoặc phần của tệp không thuộc bản ghi nào.

Vì sao: để biết có gì khác; không lời hứa nào thay đổi.

Ví dụ: `quote: đạt 97 % trở lên` → `quote: đạt 97% trở lên`.

Người duyệt: xem lướt; câu trích thì có thể đối chiếu bằng `kehoach verify`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kehoach.revisions.bytes import silent
from kehoach.revisions.change import Change
from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_change
from kehoach.revisions.labels import label, words
from kehoach.revisions.results import subject
from kehoach.revisions.saying import NOUNS, document, title
from kehoach.revisions.wordings import only_words

SEVERITY, INVERSE = "info", "text-only"
_RECORDS = ("target", "task", "project", "plan", "actual")


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the records, each once, whose words changed; and files whose words belong to none."""
    pairs = {pair.ref: pair for pair in facts.pairs}
    found: dict[tuple[str, str], list[Change]] = {}
    for change in facts.of(_RECORDS, "changed"):
        if only_words(facts, change, pairs.get(change.ref) if change.kind == "target" else None):
            found.setdefault((change.kind, change.ref), []).append(change)
    for changes in found.values():
        yield _said(changes, facts)
    for file, what in silent(facts):
        if what != "format":
            key = "retired" if what == "retired" else None
            part = "mã đã rút hoặc phiên bản định dạng" if key else "phần không thuộc bản ghi nào"
            yield Judgement(ref=file, kind="file", message=f"{file}: sửa {part}", field=key, values=(what,), file=file)


def _said(changes: list[Change], facts: Facts) -> Judgement:
    first = changes[0]
    said = of_change(first, f"{_subject(first, facts)}: sửa lời: {', '.join(label(str(c.field)) for c in changes)}")
    if len(changes) > 1 or isinstance(first.old, tuple):
        return replace(said, values=tuple(f"{c.field}: {c.old!r} {c.new!r}" for c in changes))
    old, new = words(first.old, str(first.field)), words(first.new, str(first.field))
    return replace(said, message=f"{said.message}: {old} → {new}", old=old, new=new)


def _subject(change: Change, facts: Facts) -> str:
    if change.kind == "plan":
        return document(change.new_record)
    if change.kind == "actual":
        return f"kết quả {subject(change.ref, change.new_record, facts.both.new)}"
    return f"{NOUNS[change.kind]} {title(change, facts)}"
