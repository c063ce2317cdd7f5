"""What can be told from a task's words: whether it draws up a document, and which years that document is named after."""

from __future__ import annotations

import re

from kehoach.model.work import Task
from kehoach.vietnamese import squeeze

_DOCUMENT = r"kế hoạch|đề án|chương trình|quy hoạch|quy chế|phương án|lộ trình|văn bản"
_DRAWS_UP = re.compile(
    rf"\b(?:xây dựng|ban hành|lập|soạn thảo|cụ thể h(?:óa|oá))\b(?: (?!theo\b)\w+){{0,6}}? (?:{_DOCUMENT})\b[^;.]*"
    r"|\b(?:hoàn thành|hoàn thiện)(?: \w+){0,2} hồ sơ\b[^;.]*"
)
_REPEATED = re.compile(r"h[ằà]ng (?:năm|quý|tháng)|mỗi năm|từng năm|thường niên|định kỳ")
_WHOLE = re.compile(r"trung hạn|dài hạn|\b(?:5|05|năm) năm\b|giai đoạn \d{4} ?[-\u2013] ?\d{4}|tổng thể|đề án|quy hoạch|toàn khóa")
_SPAN = re.compile(r"giai đoạn (\d{4}) ?[-\u2013] ?(\d{4})")
_PRODUCT = re.compile(rf"{_DOCUMENT}|hồ sơ")


def _said(task: Task) -> str:
    return squeeze(f"{task.title}; {task.quote}").lower()


def draws_up_once(task: Task) -> bool:
    """Tell whether the task's product is a document that it draws up, and not every year anew."""
    product = squeeze(task.product or "").lower()
    phrases = _DRAWS_UP.findall(_said(task))
    return bool(_PRODUCT.search(product) and phrases and not _REPEATED.search(product) and not all(map(_REPEATED.search, phrases)))


def whole_period(task: Task) -> str | None:
    """Return the words in which a task draws up a document for several years (a medium-term plan, a scheme), if it does."""
    return next((each.strip() for each in _DRAWS_UP.findall(_said(task)) if _WHOLE.search(each) and not _REPEATED.search(each)), None)


def named_spans(task: Task) -> tuple[tuple[str, str], ...]:
    """Return the years ("giai đoạn A-B") that the document which the task draws up is named after."""
    phrases = (*_DRAWS_UP.findall(_said(task)), squeeze(task.product or "").lower())
    return tuple(dict.fromkeys((first, last) for phrase in phrases for first, last in _SPAN.findall(phrase)))
