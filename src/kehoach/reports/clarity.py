"""The measure of "6 rõ" as tables: how many records say each of the six, and the records behind a number."""

from __future__ import annotations

from kehoach.meaning.time import Due
from kehoach.meaning.wording import time_words
from kehoach.queries.clarity import KEYS
from kehoach.registry import Registry
from kehoach.reports.table import Column, Row, Table
from kehoach.vietnamese import number

WORDS = {
    "who": "Rõ người",
    "what": "Rõ việc",
    "when": "Rõ thời gian",
    "product": "Rõ sản phẩm",
    "resources": "Rõ nguồn lực",
    "authority": "Rõ thẩm quyền",
}
"""The six, as the documents call them."""
_KINDS = {"target": "chỉ tiêu", "task": "nhiệm vụ"}


def counts(found: list[Row], registry: Registry, *, by_unit: bool) -> Table:
    """Return the counts with their share, by plan or by lead unit in each plan."""
    who = Column("Chủ trì", lambda r: registry.unit_name(r["unit"]) if r["unit"] else "chưa giao ai")
    document = Column("Văn bản", lambda r: _document(r["plan"], registry))
    return Table(
        (
            who if by_unit else document,
            Column("Số mục", lambda r: number(r["records"]), number=True),
            *map(_column, KEYS),
            Column("Kế hoạch", lambda r: r["plan"], 2),
        ),
        found,
        ("plan", "unit", "records", *KEYS),
        "Số mục gồm nhiệm vụ và chỉ tiêu; xem các mục chưa rõ: kehoach clarity --list who",
        group=(lambda r: r["plan"]) if by_unit else None,
    )


def _document(ref: str, registry: Registry) -> str:
    """Return a plan in few words: whose, what kind, of which year."""
    plan = registry.plans[ref]
    return " ".join((f"{registry.ward_name(plan.ward)},", plan.kind, *([plan.issued[:4]] if plan.issued else [])))


def lacking(found: list[Row], key: str, registry: Registry) -> Table:
    """Return the records that do not say *key*, by plan."""
    return Table(
        (
            Column("Điều khoản", lambda r: r["clause"]),
            Column("Loại", lambda r: _KINDS[r["kind"]], 1),
            Column("Việc, chỉ tiêu", lambda r: r["title"]),
            Column("Chủ trì", lambda r: "; ".join(map(registry.unit_name, r["lead"]))),
            Column("Thời hạn", lambda r: time_words(Due(r["when"]["kind"], r["when"]["from"], r["when"]["to"])), 1),
        ),
        found,
        ("ref", "ward", "plan", "clause", "kind", "title", "lead", "when.kind", "when.from", "when.to", "says"),
        f"{number(len(found))} mục chưa {WORDS[key][0].lower()}{WORDS[key][1:]}",
        group=lambda r: r["plan"],
    )


def _column(key: str) -> Column:
    """Return the column of one of the six: the count, and its share of the records in whole per cent, halves rounded up."""
    return Column(WORDS[key], lambda r: f"{number(r[key])} ({(200 * r[key] + r['records']) // (2 * r['records'])}%)", number=True)
