"""Every fault of a template at once: unknown variables with the nearest known one, broken tags with their text, where each stands.

Only a small part of jinja2 passes (names, fields, comparisons, the filters of the table; loops over what there is to loop
over), so that a template from outside can neither call anything nor run away: what is refused here is never filled.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from kehoach.renderers.as_word.blocks import Blocks
from kehoach.renderers.as_word.names import Scope, expression_faults
from kehoach.renderers.as_word.scan import Loose, Tag, W, tags
from kehoach.renderers.as_word.template import Fault
from kehoach.renderers.as_word.variable import Document
from kehoach.renderers.as_word.variables import DOCUMENTS

_ELEMENTS = {"tr": "hàng của bảng", "tc": "ô của bảng"}


def lint(content: bytes, document: Document) -> list[Fault]:
    """Return every fault of the template *content* (bytes of a readable .docx) for this kind of document, in the order of the text."""
    return list(dict.fromkeys(chain.from_iterable(_part(part, document) for part in tags(content))))


def closest(content: bytes) -> Document:
    """Return the kind of document that the template fits best."""
    return min(DOCUMENTS, key=lambda document: len(lint(content, document)))


def _part(found: list[Tag | Loose], document: Document) -> Iterable[Fault]:
    scope = Scope(document.variables)
    blocks = Blocks(scope)
    together = Counter((tag.unit, id(_container(tag))) for tag in found if isinstance(tag, Tag) and tag.unit)
    told: list[tuple[Tag | Loose, str]] = []
    for tag in found:
        if isinstance(tag, Loose):
            told.append((tag, "thẻ dở dang, thiếu nửa kia trong cùng đoạn"))
        else:
            told += ((tag, what) for what in chain(_position(tag, together), _meaning(tag, scope, blocks)))
    told += ((tag, "thiếu thẻ đóng") for tag in blocks.unclosed())
    order = {id(tag): position for position, tag in enumerate(found)}
    told.sort(key=lambda pair: order[id(pair[0])])
    return [Fault(f"{tag.place}, “{tag.text}”", what) for tag, what in told]


def _container(tag: Tag) -> object:
    return tag.row if tag.unit in _ELEMENTS else tag.paragraph


def _position(tag: Tag, together: Counter[tuple[str, int]]) -> Iterator[str]:
    """Yield what is wrong with where a tag stands; docxtpl takes the whole row, cell, paragraph or run of a tag away."""
    if tag.unit in _ELEMENTS and tag.row is None:
        yield f"{{%{tag.unit} … %}} phải đứng trong một {_ELEMENTS[tag.unit]}"
    elif tag.unit in ("tr", "p") and together[tag.unit, id(_container(tag))] > 1:
        yield "hai thẻ trong cùng một " + ("hàng" if tag.unit == "tr" else "đoạn") + ": mỗi thẻ {%tr … %}, {%p … %} đứng riêng"
    elif tag.unit == "p" and tag.paragraph is not None and tag.paragraph.find(f"{W}pPr/{W}sectPr") is not None:
        yield "đoạn này mang dấu ngắt phần (section break), ngắt phần sẽ mất cùng thẻ: xuống dòng giữa thẻ và dấu ngắt"


def _meaning(tag: Tag, scope: Scope, blocks: Blocks) -> Iterable[str]:
    if tag.kind == "{":
        return expression_faults(tag.code, scope, tag.part)
    return blocks.take(tag)
