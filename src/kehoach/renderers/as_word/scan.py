"""The tags of a template as a person sees them: paragraph by paragraph, in every part that is filled."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_LOOSE = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_INSIDE = re.compile(r"\{([{%#])-?(?:(tr|tc|p|r)(?=\s))?\s*(.*?)\s*-?[}%#]\}", re.DOTALL)
_CURLY = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_FILLED = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml\Z")
_PARTS = {"document": "thân văn bản", "header": "đầu trang", "footer": "chân trang", "footnotes": "chú thích chân trang"}
_PROPERTIES = ("title", "subject", "creator", "description", "identifier", "language")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: ``{{`` or ``{%``, the letters of docxtpl behind it (``tr``, ``p``…), what it says, and where it stands."""

    kind: str
    unit: str
    code: str
    text: str
    place: str
    part: str
    row: Any = None
    """The table row it stands in, ``None`` outside tables."""
    paragraph: Any = None


@dataclass(frozen=True, slots=True)
class Loose:
    """A beginning or an end of a tag that has no other half in its paragraph."""

    text: str
    place: str


def tags(content: bytes) -> Iterator[list[Tag | Loose]]:
    """Yield the tags of each part that is filled, in the order of the text, and loose halves; parts that are not filled come as loose."""
    with ZipFile(BytesIO(content)) as archive:
        for name in sorted(archive.namelist(), key=lambda n: (n != "word/document.xml", n)):
            if name == "docProps/core.xml":
                yield list(_properties(_tree(archive.read(name))))
            elif name.startswith("word/") and name.endswith(".xml") and name.count("/") == 1:
                filled = _FILLED.match(name)
                found = list(_of_part(_tree(archive.read(name)), filled[1].rstrip("0123456789") if filled else ""))
                if filled:
                    yield found
                elif found:
                    yield [Loose(tag.text, "phần của tệp mà kehoach không điền") for tag in found]


def _tree(part: bytes) -> Any:
    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))


def _of_part(tree: Any, part: str) -> Iterator[Tag | Loose]:
    for number, paragraph in enumerate(tree.iter(f"{W}p"), start=1):
        text = _text(paragraph)
        if _LOOSE.search(text):
            row = next(paragraph.iterancestors(f"{W}tr"), None)
            where = f"{_PARTS.get(part, part)}, {'bảng, ' if row is not None else ''}đoạn {number}"
            yield from _of_text(text, where, part, row, paragraph)


def _of_text(text: str, place: str, part: str, row: Any = None, paragraph: Any = None) -> Iterator[Tag | Loose]:
    end = 0
    for found in _TAG.finditer(text):
        yield from (Loose(_around(text, end + loose.start()), place) for loose in _LOOSE.finditer(text[end : found.start()]))
        end = found.end()
        pieces = _INSIDE.match(found[0])
        if pieces and pieces[1] != "#":
            yield Tag(pieces[1], pieces[2] or "", pieces[3].translate(_CURLY), found[0], place, part, row, paragraph)
    yield from (Loose(_around(text, end + loose.start()), place) for loose in _LOOSE.finditer(text[end:]))


def _properties(tree: Any) -> Iterator[Tag | Loose]:
    for element in tree:
        name = etree.QName(element).localname
        if name in _PROPERTIES and element.text:
            yield from _of_text(element.text, f"thuộc tính tệp ({name})", "properties")


def _text(paragraph: Any) -> str:
    """Return the text of a paragraph itself, without that of paragraphs in text boxes anchored to it."""
    pieces = (t.text or "" for t in paragraph.iter(f"{W}t") if next(t.iterancestors(f"{W}p")) is paragraph)
    return unicodedata.normalize("NFC", "".join(pieces))


def _around(text: str, position: int) -> str:
    piece = text[max(0, position - 20) : position + 40].strip()
    return ("…" if position > 20 else "") + piece + ("…" if position + 40 < len(text) else "")
