"""The heading tree of a document, with the numbers as printed: A, I, 1, 1.1, a), ``*``, appendices.

A numbered block is a heading where it is a title (it does not end as a sentence does) and an item of its heading otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from kehoach.files.source.lines import Line
from kehoach.files.source.table_rows import RANKS, group_of, label_of
from kehoach.model.plan import Section
from kehoach.transcription.blocks import LABEL, SIGN, Block, blocks
from kehoach.vietnamese import canonical

RECIPIENTS = "nơi nhận"
APPENDIX = re.compile(
    r"(?:PHỤ LỤC|Phụ lục|(?:PHỤ BIỂU|Phụ biểu|BIỂU|Biểu)(?=\s+(?:(?:số|SỐ)\s+)?\d))(?:\s+(?:số\s+|SỐ\s+)?(?P<number>\d{1,2}|[IVX]{1,5}|[A-H]))?\s*[:.]?\s*(?P<title>.*)\Z",
    re.DOTALL,
)
_RANKS = ("part", "letter", "roman", "number", "dotted", "point", "bracket")
_PARTS = [canonical(word) for word in ("phần", "chương", "mục", "điều")]
_INLINE = re.compile(r"(?P<title>[^:“\"]{3,90}):\s+(?P<rest>\S.*)\Z", re.DOTALL)
_FIGURE = re.compile(r"\d\s*%|[≥≤<>]\s*\d|\b(?:đạt|tăng|giảm|trên|dưới|ít nhất|tối thiểu)\s+(?:từ\s+)?\d", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;,]\Z")
_TABLE_HEAD = re.compile(r"(?:STT|TT|Stt|Số TT)\b")
_MAX_TITLE = 420
_IN_TABLE = 200
"""Ranks from here on are those of a table's own groups."""


@dataclass(slots=True)
class Heading:
    """A heading before it is put into its tree."""

    label: str | None
    title: str
    rank: int
    block: int
    inline: bool = False
    """Its text follows on the same line."""
    below: list[Heading] = field(default_factory=list)

    def section(self) -> Section:
        """Return the heading as the model has it."""
        return Section(title=self.title, label=self.label, sections=tuple(h.section() for h in self.below))


@dataclass(frozen=True, slots=True)
class Outline:
    """The heading tree and the places where its printed numbers skip."""

    sections: tuple[Section, ...]
    gaps: tuple[str, ...]
    first: int
    """Index of the first line of the first heading: what stands before is the document's head."""


def outline(lines: list[Line], stars: frozenset[int]) -> Outline:
    """Return the heading tree of *lines*."""
    end = next((i for i, line in enumerate(lines) if _is_recipients(line.text)), len(lines))
    tail = next((i for i in range(end, len(lines)) if _appendix_starts(lines, i)), len(lines))
    start = next((i for i in range(end) if _appendix_starts(lines, i) and i > 5), end) if tail == len(lines) == end else end
    body = blocks(lines[:start], stars)
    headings = _without_items(list(_headings(body)), body)
    appendices = list(_appendices(lines, start if start < end else tail))
    first = body[headings[0].block].first if headings else (start if appendices else len(lines))
    return Outline(tuple(h.section() for h in [*_nested(headings), *appendices]), tuple(_gaps(headings)), first)


def _is_recipients(text: str) -> bool:
    return canonical(text).startswith(canonical(RECIPIENTS)) and len(text) < 70


def _headings(body: list[Block]) -> Iterator[Heading]:
    seen = ""
    for index, block in enumerate(body):
        if block.row is not None:
            yield from _groups([block.row], index)
            continue
        if block.starred and len(block.text) < 200:
            yield Heading(None, _unpointed(block.text), 100, index)
            continue
        match = LABEL.match(block.text)
        if match is None or match.lastgroup is None:
            continue
        kind, label, rest = _kind(match, seen), match[match.lastgroup], block.text[match.end() :].strip()
        title = _title(kind, rest, body[index + 1] if index + 1 < len(body) else None)
        if title is None or (not seen and kind in ("point", "bracket")):
            continue
        rank = _rank(kind, label)
        seen = label if kind in ("letter", "roman") else seen or label
        yield Heading(f"{label})" if kind == "point" else label, title, rank, index, inline=title != _unpointed(rest) and title != rest)


def _rank(kind: str, label: str) -> int:
    if kind == "part":
        return _PARTS.index(canonical(label).split()[0])
    return _RANKS.index(kind) * 10 + (label.count(".") if kind == "dotted" else 0)


def _groups(rows: Iterable[Line], index: int) -> Iterator[Heading]:
    """Yield the group rows of a table: headings below the one that the table stands under."""
    for row in rows:
        if (group := group_of(row)) is not None:
            rank = RANKS.get(label_of((group[0] or "", ""))[0], 0)
            yield Heading(group[0], group[1], _IN_TABLE + rank, index)


def _without_items(headings: list[Heading], body: list[Block]) -> list[Heading]:
    """Take titles with text behind them for items where a number of their level is an item too."""
    chosen = {heading.block for heading in headings}
    items: list[tuple[int, int]] = []
    for index, block in enumerate(body):
        match = LABEL.match(block.text) if block.row is None else None
        if match is not None and match.lastgroup in ("number", "dotted", "point") and index not in chosen:
            items.append((index, _rank(match.lastgroup, match[match.lastgroup])))
    return [h for h in headings if not (h.inline and any(rank == h.rank and _same_run(headings, h, index) for index, rank in items))]


def _same_run(headings: list[Heading], heading: Heading, index: int) -> bool:
    """Tell whether no higher heading stands between a heading and the block *index*."""
    first, last = sorted((heading.block, index))
    return not any(first < other.block < last and other.rank < heading.rank and other.label is not None for other in headings)


def _kind(match: re.Match[str], seen: str) -> str:
    """Tell a letter from a Roman number: ``I.`` and ``V.`` are numbers, ``C.`` and ``D.`` letters, ``I.`` after ``H.`` a letter."""
    kind = match.lastgroup or ""
    if kind == "roman" and match["roman"] == "I" and seen == "H":
        return "letter"
    return kind


def _title(kind: str, rest: str, following: Block | None) -> str | None:
    """Return the title where *rest* is one, ``None`` where it is an item's text."""
    if not rest or (len(rest) > _MAX_TITLE and kind not in ("part", "letter", "roman")):
        inline = _INLINE.match(rest) if rest else None
        return inline["title"] if inline and kind != "bracket" and _names(inline["title"]) else None
    if kind in ("part", "letter", "roman"):
        inline = _INLINE.match(rest)
        return inline["title"] if inline and _SENTENCE.search(rest) else _unpointed(rest)
    if kind == "bracket":
        return (
            rest if len(rest.split()) <= 15 and not _SENTENCE.search(rest) and not _FIGURE.search(rest) and not rest.endswith(":") else None
        )
    if _FIGURE.search(rest.partition(":")[0]):
        return None
    inline = _INLINE.match(rest)
    if inline and (rest[-1] in ".;" or rest.endswith("./.")):
        return inline["title"] if _names(inline["title"]) else None
    if rest.endswith(":"):
        return _unpointed(rest)
    if not _SENTENCE.search(rest):
        return rest
    return rest if _opens_items(rest, following) else None


def _names(title: str) -> bool:
    """Tell whether the words before a colon name what follows (``Mục tiêu:``) rather than say something (``Giao các phòng:``)."""
    return len(title.split()) <= 12 and not _FIGURE.search(title) and "," not in title


def _opens_items(rest: str, following: Block | None) -> bool:
    """A short title may end in a full stop where a list follows at once."""
    single = not re.search(r"[.;]\s", rest[:-1]) and rest.endswith(".") and len(rest.split()) <= 45
    return single and following is not None and bool(SIGN.match(following.text))


def _unpointed(text: str) -> str:
    return text.rstrip(" :")


def _nested(headings: list[Heading]) -> list[Heading]:
    top: list[Heading] = []
    path: list[Heading] = []
    for heading in headings:
        while path and (path[-1].rank >= heading.rank or (path[-1].label is None and heading.rank < _IN_TABLE)):
            path.pop()
        (path[-1].below if path else top).append(heading)
        path.append(heading)
    return top


def _gaps(headings: list[Heading]) -> Iterator[str]:
    """Yield the labels that do not follow the one before at their level."""
    for level in _levels(_nested_view(headings)):
        for before, after in pairwise(level):
            if (a := _ordinal(before)) is not None and (b := _ordinal(after)) is not None and b > a + 1:
                yield f"{before} → {after}"


def _nested_view(headings: list[Heading]) -> list[Heading]:
    return [h for h in headings if h.label is not None and h.rank < _IN_TABLE]


def _levels(headings: list[Heading]) -> Iterator[list[str]]:
    runs: dict[int, list[str]] = {}
    for heading in headings:
        for deeper in [rank for rank in runs if rank > heading.rank]:
            yield runs.pop(deeper)
        runs.setdefault(heading.rank, []).append(heading.label or "")
    yield from runs.values()


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


def _ordinal(label: str) -> int | None:
    last = label.rstrip(")").rpartition(".")[2]
    if last.isdigit():
        return int(last)
    if (len(label) > 1 and all(char in _ROMAN for char in label)) or label in ("I", "V", "X"):
        values = [_ROMAN[char] for char in label]
        return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
    return ord(last) if len(last) == 1 and "A" <= last <= "Z" else None


def _appendix_starts(lines: list[Line], index: int) -> bool:
    match = APPENDIX.match(lines[index].text)
    if match is None or len(lines[index].text) > 120:
        return False
    title = match["title"]
    return not title or title.isupper() or (match["number"] is not None and title[:1].isupper() and not title.endswith((".", ";")))


def _appendices(lines: list[Line], start: int) -> Iterator[Heading]:
    starts = [i for i in range(start, len(lines)) if _appendix_starts(lines, i)]
    for order, index in enumerate(starts):
        match = APPENDIX.match(lines[index].text)
        if match is None:
            continue
        end = starts[order + 1] if order + 1 < len(starts) else len(lines)
        words = [match["title"]] if match["title"] else []
        for line in lines[index + 1 : end]:
            if (
                line.cells
                or _TABLE_HEAD.match(line.text)
                or (line.text.upper() != line.text and (words or not line.text[:1].isupper() or len(line.text) > 150))
            ):
                break
            if line.text.startswith("("):
                break
            words.append(line.text)
            if line.text.upper() != line.text:
                break
        number = match["number"] or (f"{order + 1:02d}" if len(starts) > 1 else "")
        heading = Heading(f"PL{number}", " ".join(words) or lines[index].text, 0, index)
        heading.below = _nested(list(_groups((line for line in lines[index:end] if line.cells), index)))
        yield heading
