"""Khi nào: lần sửa khai là sửa đổi bằng một văn bản khác loại với kế hoạch: một kế hoạch được sửa bằng công văn.

Vì sao: theo Nghị định 30/2020/NĐ-CP, văn bản đã phát hành mà sai về nội dung thì được sửa đổi, thay thế bằng văn bản có hình thức tương đương.

Ví dụ: kế hoạch loại KH, `nature: {kind: amendment, basis: Công văn 145/UBND-VX ngày 02/4/2027}`.

Người duyệt: hỏi nơi ban hành có văn bản cùng loại không.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_pair
from kehoach.revisions.labels import words
from kehoach.revisions.nature import declared, documented, form_of
from kehoach.revisions.saying import heading

SEVERITY, INVERSE = "notice", None
EXEMPT = "chiều ngược lại không khai gì"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the targets that are amended by a document of another form than their plan."""
    for pair in facts.pairs:
        nature = declared(pair)
        form = form_of(nature.basis) if nature and nature.kind == "amendment" and documented(nature.basis) else None
        if nature and form and form != pair.new_plan.kind:
            message = f"{heading(pair)}: văn bản loại {pair.new_plan.kind} được sửa bằng văn bản loại {form}: {words(nature.basis)}"
            yield of_pair(pair, "nature", message, pair.new_plan.kind, form)
