"""Verdicts and figures as they are printed, the same in every table and document."""

from __future__ import annotations

from decimal import Decimal

from kehoach.meaning.wording import STATES
from kehoach.reports.table import Row
from kehoach.vietnamese import number

VERDICTS: dict[str, str] = {
    "not_due": "Chưa đến hạn",
    "no_data": "Chưa có số liệu",
    "met": "Đạt",
    "exceeded": "Vượt",
    "missed": "Không đạt",
    "met_early": "Đạt sớm",
    "met_late": "Đạt muộn",
    "conditional": "Chưa xét (có điều kiện)",
    "ambiguous": "Chưa rõ cách hiểu",
    "undated": "Không có thời hạn",
    "unscored": "Theo báo cáo, không chấm",
}
"""How verdicts are printed, in the order of legends and totals."""
NOTHING = "—"
"""A figure that is not there; never 0."""
STATE_WORDS = {**STATES, "not_achieved": "không đạt"}
MARKS = {"met": "✓", "exceeded": "✓✓", "missed": "✗", "met_early": "✓", "met_late": "✓"}
"""Signs beside the words, so that a verdict reads in black and white; the others have none."""


def verdict_words(row: Row) -> str:
    """Return the verdict of a row; where the reading is open, that of every reading."""
    if row["verdict"] == "ambiguous" and row["readings"]:
        each = "; ".join(f"{reading['text']}: {lower(VERDICTS[reading['verdict']])}" for reading in row["readings"])
        return f"{VERDICTS['ambiguous']} ({each})"
    return VERDICTS[row["verdict"]]


def printed(value: int | Decimal | str | None, quality: str | None) -> str:
    """Return a figure as printed: a dash where there is none, marked where it is not official."""
    if value is None:
        return NOTHING
    words = STATE_WORDS[value] if isinstance(value, str) else number(value)
    return words + {"estimate": " (ước)", "provisional": " (ước, sơ bộ)"}.get(quality or "", "")


def lower(words: str) -> str:
    """Return *words* as they stand inside a sentence."""
    return words[0].lower() + words[1:]
