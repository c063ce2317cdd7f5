"""Lines joined to blocks: one block is a heading, a paragraph, an item or a line that stands alone.

Text comes out of Word (a line is a paragraph), out of PDF (lines are wrapped, no blank between paragraphs) or out of a scan
(pages break sentences). What holds in all of them: a sentence that has not ended goes on in small letters; a filled line goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from kehoach.files.source.lines import Line, clean_lines

LABEL = re.compile(
    r"(?P<part>(?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục|ĐIỀU|Điều)\s+(?:thứ\s+\w+|THỨ\s+\w+|[IVXLC]+|\d{1,2})(?=[.:\s]|\Z))[.:]?\s*"
    r"|(?P<letter>[A-HK-U])\s*[.\-/]\s+(?=\S)"
    r"|(?P<roman>[IVX]{1,6})\s*[.\-]\s*(?=[^\W\d_“\"])"
    r"|(?P<dotted>\d{1,2}(?:\.\d{1,2}){1,3})(?:\.?\s+(?=\S)|\s*-\s+(?=[A-ZÀ-ỸĐ“\"]))"
    r"|(?P<number>\d{1,2})(?:\s*[./]\s*(?=[^\W\d_“\"])|-\s+(?=[A-ZÀ-ỸĐ“\"]))"
    r"|(?P<point>[a-zđ])\s*[).]\s+(?=\S)"
    r"|(?P<bracket>\(\d{1,2}\))\s*(?=\S)"
)
SIGN = re.compile(r"[-–•+]\s+(?=\S)|[+•](?=\S)")
ENDED = re.compile(r"[.:;!?…][)”\"/*]*\Z|[”\")]\Z|\./\.?\Z")
_BARE = re.compile(r"(?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:(?:thứ|THỨ)\s+\w+|[IVX]+|\d{1,2})[.:]?")
"""A part's number on a line of its own: its title is the next line."""
_STAR = re.compile(r"\s*\*{1,2}[ \t]{1,4}\S")
_PAGE = re.compile(r"(?:[-–]\s*)?(?:Trang\s+)?\d{1,3}(?:\s*/\s*\d{1,3})?(?:\s*[-–])?\Z")
_WIDE = 170
"""A line longer than this is a whole paragraph: nobody prints lines so wide."""


@dataclass(slots=True)
class Block:
    """Lines that belong together; ``first`` and ``last`` index the cleaned lines."""

    text: str
    first: int
    last: int
    number: int
    """Line of the document where it starts, from 1."""
    starred: bool = False
    row: Line | None = None
    """The row of a table that it is."""


def document_lines(text: str) -> list[Line]:
    """Return the lines that hold something, page numbers and repeated running heads taken out."""
    lines = list(clean_lines(text))
    running = _running_heads(lines)
    return [line for line in lines if line.cells or (not _PAGE.match(line.text) and line.number not in running)]


def _running_heads(lines: list[Line]) -> set[int]:
    """Return the numbers of lines that stand right beside a page number, on three pages or more: the pages count on."""
    beside: dict[str, list[tuple[int, int]]] = {}
    for index, line in enumerate(lines):
        if _PAGE.match(line.text) and (page := re.search(r"\d+", line.text)):
            for near in (index - 1, index + 1):
                if 0 <= near < len(lines) and not lines[near].cells and not _PAGE.match(lines[near].text) and len(lines[near].text) < 90:
                    beside.setdefault(lines[near].text, []).append((lines[near].number, int(page[0])))
    counting = [places for places in beside.values() if len(places) > 2 and all(a[1] < b[1] for a, b in pairwise(places))]
    return {number for places in counting for number, _ in places}


def starred_lines(text: str) -> frozenset[int]:
    """Return the numbers of lines that open with a star: unnumbered headings (``* Phân công thực hiện:``)."""
    return frozenset(number for number, raw in enumerate(text.split("\n"), start=1) if _STAR.match(raw))


def blocks(lines: list[Line], stars: Iterable[int] = ()) -> list[Block]:
    """Join *lines* to blocks."""
    starred, width = frozenset(stars), fill_width(lines)
    found: list[Block] = []
    for index, line in enumerate(lines):
        star = line.number in starred
        if line.cells:
            found.append(Block(line.text, index, index, line.number, row=line))
        elif found and not star and found[-1].row is None and goes_on(lines[index - 1], line, found[-1], width):
            found[-1].text += " " + line.text
            found[-1].last = index
        else:
            found.append(Block(line.text, index, index, line.number, star))
    return found


def goes_on(before: Line, line: Line, block: Block, width: float) -> bool:
    """Tell whether *line* continues *block*, whose last line is *before*."""
    if _BARE.fullmatch(block.text) and not (LABEL.match(line.text) or SIGN.match(line.text)):
        return True
    ended = bool(ENDED.search(before.text))
    filled = len(before.text) >= width and not line.after_blank
    if LABEL.match(line.text) or SIGN.match(line.text):
        return filled and not ended and not before.text.endswith(",")
    if before.text.endswith(("-", ",")) or (block.text.isupper() and line.text.isupper() and not line.after_blank):
        return True
    if len(before.text) > _WIDE and not _lower(line.text):
        return False
    if _lower(line.text):
        return not ended or filled
    if ended:
        return filled
    if block.starred or LABEL.match(block.text) or line.after_blank:
        return filled and not (block.text.isupper() and not line.text.isupper())
    return filled


def fill_width(lines: list[Line]) -> float:
    """Return the length from which a line counts as filled."""
    lengths = sorted(len(line.text) for line in lines if len(line.text) <= _WIDE and not line.cells)
    usual = lengths[len(lengths) * 9 // 10] if lengths else 0
    return usual * 0.75 if 40 <= usual <= 130 else 10_000


def _lower(text: str) -> bool:
    first = next((char for char in text if char.isalpha()), "")
    return text[:1].isdigit() or first.islower() or not first
