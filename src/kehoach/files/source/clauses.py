"""Which clause each part of a document is, told from the plan's own heading tree.

The headings are looked up in the text in their order; what lies between two of them is cut into paragraphs, and those are
counted as the design counts clauses: printed items (``(9)``, ``1.``, ``a)``), ``gạch n``, ``cộng n``, ``đoạn n``, appendix rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kehoach.files.source.headings import CLOSING, OPENING, RECIPIENTS, heading_clauses, joined
from kehoach.files.source.lines import MARKER, Line, Part, clean_lines, join_lines, paragraphs
from kehoach.files.source.table_rows import row_clauses
from kehoach.model.plan import Section
from kehoach.vietnamese import canonical, squeeze

_ALNUM = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Document:
    """The parts of a document in order, those of each clause, and the headings that were not found."""

    parts: tuple[Part, ...]
    by_clause: dict[str, tuple[Part, ...]]
    headings: frozenset[str]
    missing: tuple[str, ...]


def read_clauses(text: str, sections: tuple[Section, ...]) -> Document:
    """Cut *text* into clauses by the heading tree *sections*."""
    lines = list(clean_lines(text))
    headings, missing = _find_headings(lines, sections)
    opening = [Part(OPENING[-1], p.text, p.lines) for p in paragraphs(lines[: headings[0].start if headings else len(lines)])]
    parts = list(opening)
    closing: list[Part] = []
    for index, heading in enumerate(headings):
        end = headings[index + 1].start if index + 1 < len(headings) else len(lines)
        recipients = next((i for i in range(heading.end, end) if canonical(lines[i].text).startswith(canonical(RECIPIENTS))), None)
        owner = next(h for h in reversed(headings[: index + 1]) if not lines[h.start].cells)
        section = list(_section(heading, lines, recipients or end))
        section = section if owner is heading else [*section, *_behind_table(owner.clause, parts, lines[heading.end : recipients or end])]
        parts.extend(section)
        if recipients is not None:
            closing = _trailing(section, heading.clause)
            parts.extend(Part(RECIPIENTS, p.text, p.lines) for p in paragraphs(lines[recipients:end]))
    by_clause: dict[str, list[Part]] = {}
    for part in parts:
        by_clause.setdefault(part.clause, []).append(part)
    by_clause.update(dict.fromkeys(OPENING, opening))
    if closing:
        by_clause[CLOSING] = closing
    return Document(
        tuple(parts), {clause: tuple(found) for clause, found in by_clause.items()}, frozenset(h.clause for h in headings), tuple(missing)
    )


@dataclass(frozen=True, slots=True)
class _Heading:
    clause: str
    start: int
    end: int
    """Index of the first line after the heading."""
    inline: Line | None
    """What stands behind the heading on its own line."""


def _key(text: str) -> str:
    return _ALNUM.sub("", canonical(text))


_APPENDIX_WORDS = ("Phụ lục", "Phụ lục số", "Phụ biểu", "Phụ biểu số", "Biểu", "Biểu số")


def _heading_keys(section: Section) -> list[str]:
    """Return the ways in which a heading may be printed; an appendix is called by one of several words."""
    label = section.label or ""
    printed = [f"{words} {label[2:]}" for words in _APPENDIX_WORDS] if label.startswith("PL") else [label]
    return [_key(f"{words} {section.title}") for words in printed]


def _find_headings(lines: list[Line], sections: tuple[Section, ...]) -> tuple[list[_Heading], list[str]]:
    """Return the headings found, in order, and the clauses of those that were not."""
    keys = [_key(line.text) for line in lines]
    found: list[_Heading] = []
    missing: list[str] = []
    position = 0
    for clause, section in heading_clauses(sections):
        wanted = _heading_keys(section)
        heading = next(
            (
                h
                for start in range(position, len(lines))
                if keys[start]
                for want in wanted
                if (h := _match(lines, keys, start, want, clause))
            ),
            None,
        )
        if heading is None:
            missing.append(clause)
        else:
            found.append(heading)
            position = heading.start + 1
    return found, missing


def _match(lines: list[Line], keys: list[str], start: int, want: str, clause: str) -> _Heading | None:
    """Return the heading where its words stand from line *start* on, ``None`` where they do not."""
    rest, index = want, start
    while rest and index < len(lines) and rest.startswith(keys[index]):
        rest, index = rest[len(keys[index]) :], index + 1
    if not rest:
        return _Heading(clause, start, index, None)
    if index >= len(lines) or not keys[index].startswith(rest):
        return None
    line = lines[index]
    for cut in range(1, len(line.text)):
        if not line.text[cut].isalnum() and _key(line.text[:cut]) == rest:
            inline = line.text[cut:].lstrip(" :.")
            return _Heading(clause, start, index + 1, Line(line.number, inline, after_blank=False) if inline else None)
    return None


def _section(heading: _Heading, lines: list[Line], end: int) -> Iterator[Part]:
    """Yield the parts of one heading's own text: the heading itself, then what is counted within it."""
    title = join_lines(heading.clause, lines[heading.start : heading.end])
    body = lines[heading.end : end]
    rows = [line for line in body if line.header]
    body = [line for line in body if not line.cells]
    if rows or lines[heading.start].cells:
        yield title
        found = [_row(clause, line) for clause, line in row_clauses(heading.clause, rows, joined)]
        if not heading.clause.startswith("PL") and not lines[heading.start].cells:
            found += _counted(heading.clause, list(paragraphs([heading.inline, *body] if heading.inline else body)))
        yield from sorted(found, key=lambda part: part.lines[0][1])
        return
    if heading.clause.startswith("PL"):
        yield title
        yield from _rows(heading.clause, body)
        return
    below = list(paragraphs([heading.inline, *body] if heading.inline else body))
    if heading.inline and below:
        title.text = title.text.removesuffix(heading.inline.text).rstrip()
        title.lines.extend((offset + len(title.text) + 1, line) for offset, line in below[0].lines)
        title.text += " " + below[0].text
        below = below[1:]
    yield title
    yield from _counted(heading.clause, below)


def _row(clause: str, line: Line) -> Part:
    """Return a row of a table as a part: what its cells hold but for the number."""
    numbered = clause.rpartition(".")[2].rstrip(")") == squeeze(line.cells[0]).rstrip(".)") or not any(map(str.isalnum, line.cells[0]))
    return Part(clause, squeeze(" ".join(line.cells[1:] if numbered else line.cells)), [(0, line.number)], line)


def _behind_table(clause: str, before: list[Part], lines: list[Line]) -> Iterator[Part]:
    """Yield the paragraphs behind the last group of a table: they go on counting under the heading that the table stands in."""
    if clause.startswith("PL") or not (body := [line for line in lines if not line.cells]):
        return
    first = [part for part in before if part.clause.startswith(f"{clause} đoạn ") or part.clause.startswith(f"{clause} gạch ")]
    own = [part for part in first if part.row is None]
    yield from list(_counted(clause, [*(Part("", part.text, part.lines) for part in own), *paragraphs(body)]))[len(own) :]


def _counted(clause: str, below: list[Part]) -> Iterator[Part]:
    """Name paragraphs by what they are within *clause*; a printed item starts a count of its own."""
    within, dashes, pluses, plain = clause, 0, 0, 0
    for paragraph in below:
        marker = MARKER.match(paragraph.text)
        if marker and marker["item"]:
            clause, dashes, pluses, plain = _beside(clause, marker["item"]), 0, 0, 0
            item = marker["item"].rstrip(".-")
            name = within = joined(clause, f"{item})" if item.isalpha() else item)
        elif marker and marker["dash"]:
            dashes, pluses = dashes + 1, 0
            name = f"{within} gạch {dashes}"
        elif marker:
            pluses += 1
            name = f"{within} gạch {dashes} cộng {pluses}" if dashes else f"{within} cộng {pluses}"
        else:
            plain += 1
            name = f"{within} đoạn {plain}"
        yield Part(name, paragraph.text, paragraph.lines)


def _beside(clause: str, item: str) -> str:
    """Return the heading that a printed item belongs to: ``5.`` after the heading ``C.4`` goes on counting under ``C``."""
    above, _, last = clause.rpartition(".")
    number = item.rstrip(".-")
    return above if last.isdigit() and number.isdigit() and int(number) == int(last) + 1 else clause


def _rows(clause: str, lines: list[Line]) -> Iterator[Part]:
    """Yield the rows of an appendix table: each starts with its number, alone or before its first cell, the same in all rows."""
    alone, before = (_row_starts(lines, tail) for tail in (r"\Z", r"\.?\s+(?=\S)"))
    starts = alone if len(alone) >= len(before) else before
    for number, (start, cut) in enumerate(starts, start=1):
        end = starts[number][0] if number < len(starts) else len(lines)
        first = replace(lines[start], text=lines[start].text[cut:])
        yield join_lines(f"{clause}.{number}", [first, *lines[start + 1 : end]] if first.text else lines[start + 1 : end])


def _row_starts(lines: list[Line], tail: str) -> list[tuple[int, int]]:
    """Return where each row starts: its line, and how much of it is the number."""
    starts: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        if match := re.match(rf"{len(starts) + 1}{tail}", line.text):
            starts.append((index, match.end()))
    return starts


def _trailing(parts: list[Part], clause: str) -> list[Part]:
    """Return the plain paragraphs that end a document: its closing words."""
    closing: list[Part] = []
    for part in reversed(parts):
        if part.clause == clause or " đoạn " not in part.clause:
            break
        closing.insert(0, part)
    return closing
