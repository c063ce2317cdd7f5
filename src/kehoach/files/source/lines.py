"""The lines of a document without markup, its tables' rows among them, and the paragraphs that lines make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kehoach.files.source.cells import BREAK, CELL
from kehoach.files.source.flat_tables import with_flat_tables
from kehoach.files.source.table_rows import with_headers
from kehoach.vietnamese import squeeze

_MARKDOWN = re.compile(r"^\s*#{1,6}\s+|\*{1,3}(?=\S)|(?<=\S)\*{1,3}|^\s*\*{1,3}\s+\*?")
MARKER = re.compile(
    r"(?P<dash>[-–•])\s+|(?P<plus>\+)\s*|(?P<item>\(\d{1,2}\)|\d{1,2}(?:\.\d{1,2}){0,3}\.|\d{1,2}(?:\.\d{1,2}){0,3}-(?=\s+[^\W\d_])|\d{1,2}(?:\.\d{1,2}){1,3}(?=\s+[A-ZÀ-ỸĐ])|[a-zđ]\)|[a-zđ]\.(?=\s+[A-ZÀ-ỸĐ]))\s+"
)
_NUMBER = re.compile(r"\d{1,3}\Z")
_SENTENCE_END = re.compile(r"[.:;!?…)”\"/]\Z")


_LABELLED = re.compile(
    r"(?:Cơ quan|Đơn vị|Bộ phận|Thời gian|Thời hạn|Tiến độ|Sản phẩm|Kinh phí|Nguồn kinh phí|Nguồn lực)(?:\s+[^\W\d_]+){0,4}\s*:"
)
"""A line that says one thing of a task is a paragraph of its own."""


_TWO_COLUMNS = re.compile(r"\s*(?P<left>\S+(?:\s{1,3}\S+)*)(?<![:,])(?<!ngày)(?<!tháng)(?<!số)\s{5,}(?P<right>[^\W\da-zđ].*)\Z")
_FOOT = re.compile(r"\s*Nơi nhận\s*:", re.IGNORECASE)
_HEAD_LINES = 16
"""Head and foot of a page stand in two columns; text that keeps its blanks has both on one line."""


@dataclass(slots=True)
class Line:
    """One line of a document without markup, or one row of a table; ``number`` counts from 1."""

    number: int
    text: str
    after_blank: bool
    cells: tuple[str, ...] = ()
    header: tuple[tuple[str, ...], ...] = ()
    """The header rows of the table that the row stands in; none where it is one of them."""


@dataclass(slots=True)
class Part:
    """A stretch of text that is one clause; ``lines`` tells the document line of each character offset it starts at."""

    clause: str
    text: str
    lines: list[tuple[int, int]] = field(default_factory=list)
    row: Line | None = None
    """The row of a table that it is, where the cells are kept apart."""

    def line_at(self, offset: int) -> int:
        """Return the document's line (from 1) of the character at *offset*."""
        return max((pair for pair in self.lines if pair[0] <= offset), default=(0, 1))[1]


def clean_lines(text: str) -> Iterator[Line]:
    """Yield the lines that hold something, markup and doubled blanks taken away."""
    yield from with_headers(with_flat_tables(list(_lines(text))))


def _lines(text: str) -> Iterator[Line]:
    blank, printed, foot = True, 0, False
    for number, raw in enumerate(text.split("\n"), start=1):
        foot = foot or bool(_FOOT.match(raw))
        beside = _TWO_COLUMNS.match(raw) if (printed < _HEAD_LINES or foot) and CELL not in raw else None
        for part in (beside["left"], beside["right"]) if beside else (raw,):
            line = squeeze(_MARKDOWN.sub("", part))
            if line:
                cells = tuple("\n".join(map(squeeze, cell.split(BREAK))) for cell in raw.split(CELL)) if CELL in raw else ()
                yield Line(number, line, blank, cells)
                printed += 1
            blank = not line


def paragraphs(lines: list[Line]) -> Iterator[Part]:
    """Join lines to paragraphs: a new one starts at a marker, or where a sentence has ended before a blank or a short line's end."""
    width = _wrap_width(lines)
    group: list[Line] = []
    for line in lines:
        if _NUMBER.match(line.text):
            continue  # a page number
        last = group[-1].text if group else ""
        ended = bool(_SENTENCE_END.search(last))
        pause = line.after_blank or len(last) < width
        starts = bool(MARKER.match(line.text)) and (pause or ended or last.endswith(","))
        starts = starts or (ended and bool(_LABELLED.match(line.text)))
        if group and (starts or (pause and ended)):
            yield join_lines("", group)
            group = []
        group.append(line)
    if group:
        yield join_lines("", group)


def _wrap_width(lines: list[Line]) -> float:
    """Return the length below which a line was not filled; 0 where blank lines tell paragraphs apart, or lines are not wrapped."""
    if any(line.after_blank for line in lines[1:]):
        return 0
    lengths = sorted(len(line.text) for line in lines)
    usual = lengths[len(lengths) * 3 // 4] if lengths else 0
    return usual * 0.8 if 40 <= usual <= 130 else 0


def join_lines(clause: str, lines: list[Line]) -> Part:
    """Return lines as one part, each line's number kept with the place where it starts."""
    text, starts = "", []
    for line in lines:
        text += " " if text else ""
        starts.append((len(text), line.number))
        text += line.text
    return Part(clause, text, starts)
