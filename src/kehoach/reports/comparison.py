"""The comparison of indicators as a table: whose promise, how much, by when, and whether it can be set against the others."""

from __future__ import annotations

from kehoach.meaning.time import Due
from kehoach.meaning.wording import time_words
from kehoach.registry import Registry
from kehoach.reports.table import Column, Row, Table
from kehoach.vietnamese import number

_KEYS = (
    "indicator",
    "ward",
    "ref",
    "text",
    "comparable",
    "why",
    "name",
    "plan",
    "clause",
    "when.kind",
    "when.from",
    "when.to",
    "force",
    "unit",
    "stat",
    "of",
    "definition",
    "restates",
    "condition.text",
    "reading.question",
)


def table(found: list[Row], registry: Registry) -> Table:
    """Return the rows of a comparison, grouped by indicator."""
    alike = sum(row["comparable"] for row in found)
    wards = len({row["ward"] for row in found})
    return Table(
        (
            Column("Phường", lambda r: registry.ward_name(r["ward"])),
            Column("Cam kết", lambda r: r["text"] + (" (phấn đấu)" if r["force"] == "aim" else "")),
            Column("Thời hạn", lambda r: time_words(Due(r["when"]["kind"], r["when"]["from"], r["when"]["to"]))),
            Column("So được", lambda r: "có" if r["comparable"] else "không"),
            Column("Vì sao không", lambda r: r["why"] or ""),
            Column("Điều khoản", lambda r: r["clause"], 1),
            Column("Kế hoạch", lambda r: r["plan"].partition("/")[2], 2),
        ),
        found,
        _KEYS,
        f"{number(len(found))} cam kết của {number(wards)} phường, {number(alike)} so được với nhau",
        group=lambda r: f"{r['name']} ({r['indicator']})",
    )
