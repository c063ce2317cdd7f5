"""Rows of a table whose cells a reader has kept apart: the header above them, what each row is, and its clause.

A group row (a label and a title, nothing beside them) is a heading of its own. The rows below it are counted within it: numbered
rows by their number, rows without one below a numbered one as its ``gạch n``, totals as ``dòng cộng``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from kehoach.files.source.cells import NUMBERED
from kehoach.vietnamese import squeeze

if TYPE_CHECKING:
    from kehoach.files.source.lines import Line

Cells = tuple[str, ...]
_LABELS = (
    ("letter", r"[A-HĐK-U]"),
    ("roman", r"[IVX]{1,6}"),
    ("number", r"\d{1,3}"),
    ("dotted", r"\d{1,2}(?:\.\d{1,2}){1,3}|[IVX]{1,5}(?:\.\d{1,2}){1,3}"),
    ("bracket", r"\(\d{1,2}\)"),
    ("point", r"[a-zđ]"),
    ("dash", r"[-–—•*]"),
    ("plus", r"\+"),
)
_LABEL = re.compile("|".join(f"(?P<{kind}>{words})" for kind, words in _LABELS).join((r"(?:", r")\s*[.)/]?\Z")))
_MERGED = re.compile(r"(?P<label>[A-HĐK-U]|[IVX]{1,6}|\d{1,2})\s*[.)/-]\s+(?P<title>\S.*)\Z", re.DOTALL)
_OPENING = re.compile(r"(?P<label>\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|[-–+](?=\s))\s*\S")
RANKS = {kind: rank for rank, (kind, _) in enumerate(_LABELS)}
_TOTAL = re.compile(r"(?:tổng(?: cộng| số| toàn (?:xã|phường|huyện|thành phố|tỉnh))?|cộng(?: chung)?|toàn (?:xã|phường|huyện|thị trấn|thành phố|tỉnh|đặc khu))\W*\Z", re.IGNORECASE)  # fmt: skip
_COUNTED = re.compile(r"\(?(?:\d{1,2}|[A-Z])\)?(?:\s*=.*)?\Z")
"""A cell of the row that numbers the columns: ``(1)``, ``A``, ``(5)=(4)/(3)``."""
_PART = re.compile(r"(?:trong đó|bao gồm|gồm|chia ra|cụ thể)\b", re.IGNORECASE)


def label_of(cells: Cells) -> tuple[str, str]:
    """Return the kind of a row's label and the label, both empty where it has none."""
    label = squeeze(cells[0]) if cells else ""
    match = _LABEL.match(label)
    return (match.lastgroup or "", label.rstrip(".)/").strip() if match.lastgroup != "bracket" else label) if match else ("", "")


def opening_label(cells: Cells) -> tuple[str, str]:
    """Return kind and label that open a row's first cell where no column numbers the rows: ``1. Thu ngân sách``, ``- Nông nghiệp``."""
    match = _OPENING.match(squeeze(cells[0]) if cells else "")
    return label_of((match["label"],)) if match else ("", "")


def group_of(line: Line) -> tuple[str | None, str] | None:
    """Return label and title of a group row, ``None`` where *line* is another row."""
    filled = [index for index, cell in enumerate(line.cells) if squeeze(cell)]
    if not line.header or len(line.cells) < 2:
        return None
    kind, label = label_of(line.cells)
    if filled == [0] and not kind:
        title = squeeze(line.cells[0])
        if match := _MERGED.match(title):
            return match["label"], match["title"]
        return None if _TOTAL.match(title) or not numbered(line.header) else (None, title.rstrip(" :"))
    title = squeeze(line.cells[1])
    if filled == [1] and title.isupper() and not _TOTAL.match(title):
        return None, title
    if filled == [0, 1] and not _PART.match(title) and (kind in ("letter", "roman") or (kind and title.isupper() and len(title) > 3)):
        return label, title
    return None


def numbered(header: Sequence[Cells]) -> bool:
    """Tell whether a table's first column numbers its rows."""
    return any(row and NUMBERED.match(squeeze(row[0])) for row in header)


def with_headers(lines: list[Line]) -> list[Line]:
    """Give every row of every table among *lines* the rows of its header; header rows themselves have none."""
    start = 0
    while start < len(lines):
        end = start + 1
        if lines[start].cells:
            while end < len(lines) and lines[end].cells and not lines[end].after_blank:
                end += 1
            header = header_length([line.cells for line in lines[start:end]])
            rows = tuple(line.cells for line in lines[start : start + header])
            for line in lines[start + header : end]:
                line.header = rows
        start = end
    return lines


def header_length(rows: Sequence[Cells]) -> int:
    """Return how many rows a table's header has."""
    by_number = bool(rows[0] and NUMBERED.match(squeeze(rows[0][0])))
    for index, row in enumerate(rows[1:], start=1):
        if _numbers_columns(row):
            return index + 1
        first = squeeze(row[0])
        alone = bool(first) and not any(squeeze(cell) for cell in row[1:])
        if label_of(row)[0] or (by_number and alone):
            return index
        if not by_number and (
            alone or any(re.match(r"[<>≥≤]?\s*\d", squeeze(cell)) and not re.search(r"20\d\d", cell) for cell in row[1:])
        ):
            return index
    return 1


def _numbers_columns(row: Cells) -> bool:
    said = [squeeze(cell) for cell in row if squeeze(cell)]
    if len(said) < 3 or not all(_COUNTED.match(cell) for cell in said):
        return False
    counts = [int(match[0]) for cell in said if (match := re.search(r"\d+", cell))]
    return len(counts) > 1 and counts[0] in (1, 2) and all(b == a + 1 for a, b in pairwise(counts))


def row_clauses(within: str, rows: Sequence[Line], joined: Callable[[str, str], str]) -> Iterator[tuple[str, Line]]:
    """Yield the clause of every row that stands under the heading *within*."""
    open_: list[tuple[int, str]] = []
    dashes: dict[str, int] = {}
    by_number = bool(rows) and numbered(rows[0].header)
    for line in rows:
        kind, label = label_of(line.cells) if by_number else opening_label(line.cells)
        main = squeeze(line.cells[1] if by_number and len(line.cells) > 1 else line.cells[0])
        if not kind and _TOTAL.match(main or squeeze(line.cells[0])):
            yield f"{within} dòng cộng", line
            continue
        rank = RANKS[kind or "dash"]
        if kind in ("dash", "plus", ""):
            open_ = [place for place in open_ if place[0] < rank]
            above = open_[-1][1] if open_ else within
            word = "cộng" if kind == "plus" else "gạch"
            dashes[f"{above} {word}"] = dashes.get(f"{above} {word}", 0) + 1
            clause = f"{above} {word} {dashes[f'{above} {word}']}"
        else:
            open_ = [place for place in open_ if place[0] < rank or (kind == "dotted" and place[0] == rank and _extends(place[1], label))]
            above = open_[-1][1] if open_ else within
            clause = f"{above}.{label})" if kind == "point" else joined(above, label)
        open_.append((rank, clause))
        yield clause, line


def _extends(clause: str, label: str) -> bool:
    """Tell whether ``1.1.2`` stands below the row ``1.1``."""
    return clause.endswith("." + label.rpartition(".")[0]) and "." in label.rpartition(".")[0]
