"""Rows that are written out as sentences: an appendix without columns, a measure with its figures year by year."""

from __future__ import annotations

import re

from kehoach.transcription.assignments import label_of
from kehoach.transcription.columns import Column
from kehoach.transcription.tables import Row
from kehoach.transcription.vocabulary import UNITS
from kehoach.vietnamese import squeeze

_UNIT = "|".join(map(re.escape, sorted(UNITS, key=len, reverse=True)))
_SERIES = re.compile(
    rf"[-–•+\s]*(?P<name>[^:;()]{{4,140}}?)\s*\((?:(?:đvt|đơn vị tính|đơn vị)\s*:?\s*)?(?P<unit>%|‰|(?:{_UNIT})(?:\s*/\s*[^()]{{1,20}})?)\)\s*:\s*(?P<entries>\S.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
"""``Sản lượng nuôi biển (tấn): năm 2027: 900; năm 2030: 1.500``: the unit stands before the figures."""
_ENTRY = re.compile(
    r"\s*(?:đến\s+|cuối\s+|hết\s+)*(?:(?:năm|giai đoạn)\s+)?(?P<first>20\d\d)(?:\s*[-–]\s*(?P<last>20\d\d))?\s*(?::|=|là|đạt|còn)\s*(?P<cell>.+)",
    re.IGNORECASE | re.DOTALL,
)
_NEXT = re.compile(r";\s*|,\s+(?=(?:(?:đến|cuối|hết)\s+)*(?:năm|giai đoạn)\s+20\d\d)")
_PIECE = re.compile(r"(?<=[;.])\s+")
_GOALS = re.compile(r"chỉ tiêu|mục tiêu", re.IGNORECASE)
_WORK = re.compile(r"nhiệm vụ|phân công|công việc|hoạt động", re.IGNORECASE)
_OF_WHOM = re.compile(r"[\W\d]*(?P<who>[A-ZĐ][^:;.%\d]{2,60}):\s")


def series(clause: str, text: str) -> Row | None:
    """Return a measure with its unit and figures year by year as a row of a table, ``None`` where *text* is none."""
    match = _SERIES.match(squeeze(text))
    entries = [_ENTRY.fullmatch(piece) for piece in _NEXT.split(match["entries"].rstrip(" .;"))] if match else []
    if match is None or not all(entries):
        return None
    row = Row(clause, squeeze(text), {"main": match["name"], "unit": match["unit"]})
    for entry in filter(None, entries):
        first, last = entry["first"], entry["last"] or entry["first"]
        row.figures.append((Column("span" if first != last else "goal", first, last), entry["cell"].strip()))
    return row


def says_goals(title: str) -> bool:
    """Tell whether an appendix of this title sets targets rather than work."""
    return bool(_GOALS.search(title)) and not _WORK.search(title)


def of_whom(text: str) -> str | None:
    """Return whose targets a row gives: ``Khu dân cư Bãi Trước: …``."""
    match = _OF_WHOM.match(text)
    return squeeze(match["who"]) if match else None


def task_cells(text: str) -> dict[str, str]:
    """Return what a written-out task says: its own words and those behind ``Chủ trì:``, ``Thời gian:`` and the like."""
    cells: dict[str, str] = {}
    for piece in _PIECE.split(squeeze(text)):
        label = label_of(piece)
        kind, words = label if label is not None and "main" in cells else ("main", piece)
        kind = "funding" if kind == "resources" else kind
        cells[kind] = f"{cells[kind]} {words}" if kind in cells else words
    return {kind: words.rstrip(" ;.") for kind, words in cells.items()}
