"""Khi nào: kế hoạch mới thay kế hoạch cũ (`replaces`, hoặc thay ít nhất nửa số chỉ tiêu) mà một chỉ tiêu còn hiệu lực của kế hoạch cũ không được thay, không được hứa lại.

Vì sao: lời hứa rơi mất giữa hai văn bản mà không ai nói là bỏ.

Ví dụ: kế hoạch 2026-2030 hứa bảo hiểm y tế 97% đến 2030; kế hoạch thay thế năm 2028 không nhắc tới bảo hiểm y tế.

Người duyệt: hỏi nơi ban hành: bỏ hay sót? Nếu bỏ thì ghi chỉ tiêu cũ vào `retired` với lý do.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement
from kehoach.revisions.saying import document, said
from kehoach.revisions.succession import dropped, superseded

SEVERITY, INVERSE = "attention", None
EXEMPT = "chỉ xét lúc kế hoạch mới vào thay"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield the targets that a successor does not carry on; the old plan is read only where there is a successor."""
    for new, old, whole in superseded(facts):
        for target in dropped(new, old) if whole else ():
            text = said(target, old, facts.both.new)
            message = f"{document(new)} thay {document(old)} mà không nhắc tới {text}"
            yield Judgement(
                ref=old.ref(target.id), kind="plan", message=message, field="targets", old=text, values=(new.id, text), new_plan=new
            )
