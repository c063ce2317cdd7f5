"""The signs of Word's own lists: ``-``, ``+``, ``1.``, ``a)`` are not in a paragraph's text but in the document's numbering."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Points of a Vietnamese document run a, b, c, d, đ, e, g, h, i, k …"""
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class WordLists:
    """Counts the lists of one document as Word would print them; paragraphs are asked in order."""

    def __init__(self, document: Any) -> None:
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._styles: dict[str | None, tuple[str, int] | None] = {}
        try:
            numbering = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return  # no list in the document
        abstract = {node.get(f"{_W}abstractNumId"): node for node in numbering.findall(f"{_W}abstractNum")}
        for num in numbering.findall(f"{_W}num"):
            link = num.find(f"{_W}abstractNumId")
            node = abstract.get(link.get(f"{_W}val")) if link is not None else None
            for level in node.findall(f"{_W}lvl") if node is not None else ():
                key = (num.get(f"{_W}numId"), int(level.get(f"{_W}ilvl")))
                self._levels[key] = (_value(level, "numFmt"), _value(level, "lvlText"), int(_value(level, "start") or 1))

    def sign(self, paragraph: Any) -> str:
        """Return the sign of a paragraph with a blank behind it, an empty text where it is in no list."""
        place = self._numbering(paragraph)
        if place is None or place not in self._levels:
            return ""
        number, level = place
        kind, pattern, start = self._levels[place]
        if kind == "bullet":
            return "- " if level == 0 else "+ "
        counts = self._counts[number]
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [key for key in counts if key > level]:
            del counts[deeper]
        return re.sub(r"%(\d)", lambda match: self._printed(number, int(match[1]) - 1), pattern) + " "

    def _numbering(self, paragraph: Any) -> tuple[str, int] | None:
        """Return list and level of a paragraph, its own or its style's; list 0 takes a paragraph out of its style's list."""
        own = paragraph._p.pPr  # noqa: SLF001 - no public way to numbering
        if own is not None and own.find(f"{_W}numPr") is not None:
            return _place(own)
        name = paragraph._p.style  # noqa: SLF001 - the style itself costs a search of all styles
        if name not in self._styles:
            placed = (_place(style.element.pPr) for style in _styles(paragraph.style) if _has_place(style.element.pPr))
            self._styles[name] = next(placed, None)
        return self._styles[name]

    def _printed(self, number: str, level: int) -> str:
        kind, _, start = self._levels.get((number, level), ("decimal", "", 1))
        count = self._counts[number].get(level, start)
        text = {"lowerLetter": _letter, "upperLetter": _letter, "lowerRoman": _roman, "upperRoman": _roman}.get(kind, str)(count)
        return text.upper() if kind.startswith("upper") else text


def _has_place(properties: Any) -> bool:
    return properties is not None and properties.find(f"{_W}numPr") is not None


def _place(properties: Any) -> tuple[str, int] | None:
    found = properties.find(f"{_W}numPr")
    number = _value(found, "numId")
    return (number, int(_value(found, "ilvl") or 0)) if number not in ("", "0") else None


def _styles(style: Any) -> list[Any]:
    found = []
    while style is not None:
        found.append(style)
        style = style.base_style
    return found


def _value(node: Any, name: str) -> str:
    child = node.find(f"{_W}{name}")
    return child.get(f"{_W}val") or "" if child is not None else ""


def _letter(count: int) -> str:
    return _LETTERS[(count - 1) % len(_LETTERS)]


def _roman(count: int) -> str:
    text = ""
    for worth, letters in _ROMAN:
        while count >= worth:
            text, count = text + letters, count - worth
    return text
