"""What can be told from a task's words: whether it draws up a document, and which years that document is named after."""

from __future__ import annotations

import re
from functools import lru_cache

from kehoach.model.work import Task
from kehoach.vietnamese import squeeze

_DOCUMENTS = ("kế hoạch", "đề án", "chương trình", "quy hoạch", "quy chế", "phương án", "lộ trình", "văn bản")
_DOCUMENT = "|".join(_DOCUMENTS)
_DRAWS_UP = re.compile(rf"\b(?:xây dựng|ban hành|lập|soạn thảo|cụ thể h(?:óa|oá))\b(?: (?!theo\b)\w+){{0,6}}? (?:{_DOCUMENT})\b[^;.]*")
_REPEATED = re.compile(r"h[ằà]ng (?:năm|quý|tháng)|mỗi năm|từng năm|thường niên|định kỳ")
_WHOLE = re.compile(r"trung hạn|dài hạn|\b(?:5|05|năm) năm\b|giai đoạn \d{4} ?[-\u2013] ?\d{4}|tổng thể|đề án|quy hoạch|toàn khóa")
_SPAN = re.compile(r"giai đoạn (\d{4}) ?[-\u2013] ?(\d{4})")
_PRODUCT = re.compile(_DOCUMENT)
_CAPITAL = re.compile("|".join(word.capitalize() for word in _DOCUMENTS))
_PLAIN = re.compile(rf"\b(?:{_DOCUMENT}|nhiệm vụ|cụ thể|chi tiết|phối hợp|và|các)\b|\W")
_ANY_OF = re.compile(rf"các (?:{_DOCUMENT}), (?:\w+ ){{0,2}}(?:{_DOCUMENT})")
_SUBJECT = re.compile(rf"\b(?:{_DOCUMENT})(?:, (?:{_DOCUMENT}))* (?!và\b|cụ thể\b|chi tiết\b|phối hợp\b)\w")
_MADE_OUT_OF = re.compile(r"\Acụ thể h(?:óa|oá)\b")


def _phrases(task: Task) -> tuple[str, ...]:
    """Return the phrases in which a task draws up a document."""
    return _phrases_in(task.title, task.quote)


@lru_cache(maxsize=65536)
def _phrases_in(title: str, quote: str) -> tuple[str, ...]:
    text = f"{squeeze(title)}; {squeeze(quote)}".lower()
    return tuple(_DRAWS_UP.findall(text)) if any(kind in text for kind in _DOCUMENTS) else ()


def draws_up_once(task: Task) -> bool:
    """Tell whether the task's product is a document that it draws up, and not every year anew."""
    product = squeeze(task.product or "").lower()
    once = any(_PRODUCT.search(part) and not _REPEATED.search(part) for part in re.split("[,;]", product))
    return once and not all(map(_REPEATED.search, _phrases(task)))


def whole_period(task: Task) -> str | None:
    """Return the words in which a task draws up a document for several years (a medium-term plan, a scheme), if it does."""
    return next((each.strip() for each in _phrases(task) if _WHOLE.search(each) and not _REPEATED.search(each)), None)


def named_spans(task: Task) -> tuple[tuple[str, str], ...]:
    """Return the years ("giai đoạn A-B") that the document which the task draws up is named after."""
    said = f"{task.title} {task.quote} {task.product}"
    if "-" not in said and "\u2013" not in said:  # most tasks
        return ()
    phrases = (*_phrases(task), squeeze(task.product or "").lower())
    return tuple(dict.fromkeys((first, last) for phrase in phrases for first, last in _SPAN.findall(phrase)))


def names_document(task: Task) -> bool:
    """Tell whether the document has a name of its own: "Kế hoạch", "xây dựng kế hoạch phát triển đô thị", not "các kế hoạch, đề án".

    One in small letters must be what the task is about, not a part of a longer list of work.
    """
    product = squeeze(task.product or "")
    if _ANY_OF.match(product.lower()):
        return False
    if _CAPITAL.search(product):
        return True
    opening = [text for each in (task.title, task.quote) if _DRAWS_UP.match(text := squeeze(each).lower())]
    called = len(_PLAIN.sub(" ", product.lower()).split()) > 1 or any(
        _SUBJECT.match(text, first.start()) for text in opening if (first := _PRODUCT.search(text))
    )
    return bool(opening) and (called or any(map(_MADE_OUT_OF.match, opening)))
