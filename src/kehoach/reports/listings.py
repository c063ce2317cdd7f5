"""The listings as tables: which columns a person sees of plans, targets, tasks, projects and catalogues."""

from __future__ import annotations

from kehoach.meaning.time import Due
from kehoach.meaning.wording import time_words
from kehoach.model.catalogues import FIELDS
from kehoach.registry import Registry
from kehoach.reports.table import Column, Row, Table
from kehoach.vietnamese import date_words, number, quantity

EMPTY = "—"
_KEYS = {
    "targets": (
        "ref",
        "ward",
        "plan",
        "clause",
        "indicator",
        "name",
        "field",
        "unit",
        "stat",
        "test.ge",
        "test.gt",
        "test.le",
        "test.lt",
        "test.eq",
        "test.is",
        "text",
        "when.kind",
        "when.from",
        "when.to",
        "force",
        "of",
        "definition",
        "lead",
        "lead_at",
        "part_of",
        "restates",
        "condition.text",
        "reading.question",
        "base.year",
        "base.value",
        "base.unit",
        "quote",
    ),
    "tasks": (
        "ref",
        "ward",
        "plan",
        "clause",
        "title",
        "lead",
        "support",
        "when.kind",
        "when.from",
        "when.to",
        "product",
        "resources",
        "authority",
        "targets",
        "quote",
    ),
    "projects": (
        "ref",
        "ward",
        "plan",
        "clause",
        "name",
        "owner",
        "lead",
        "funding",
        "when.kind",
        "when.from",
        "when.to",
        "area.value",
        "area.unit",
        "state",
        "note",
        "same_as",
    ),
    "plans": (
        "id",
        "ward",
        "kind",
        "number",
        "symbol",
        "issued",
        "title",
        "issuer",
        "period.from",
        "period.to",
        "replaces",
        "targets",
        "tasks",
        "projects",
    ),
    "units": ("id", "name", "aliases", "from", "to", "note"),
    "indicators": ("id", "name", "unit", "direction", "field", "type", "cap", "of", "definition", "aliases"),
    "references": (
        "id",
        "kind",
        "number",
        "date",
        "issuer",
        "title",
        "official.number",
        "official.date",
        "official.title",
        "official.source",
        "note",
        "cited_by",
    ),
    "due": ("ref", "ward", "due", "kind", "name", "text", "title", "lead", "clause"),
}
"""The columns of each listing as CSV."""
_KINDS = {"target": "chỉ tiêu", "task": "nhiệm vụ", "project": "dự án"}


def targets(found: list[Row], registry: Registry) -> Table:
    """Return targets: whose, which, how much, by when, from which clause, who leads."""
    return Table(
        (
            _ward(registry),
            Column("Chỉ tiêu", lambda r: r["name"] + _scope(r, registry)),
            Column("Cam kết", lambda r: r["text"] + (" (phấn đấu)" if r["force"] == "aim" else "")),
            Column("Thời hạn", _when),
            Column("Điều khoản", lambda r: r["clause"], 1),
            Column("Chủ trì", lambda r: _units(r["lead"], registry), 1),
            Column("Mã", lambda r: r["ref"].partition("#")[2], 2),
            Column("Kế hoạch", lambda r: r["plan"].partition("/")[2], 3),
        ),
        found,
        _KEYS["targets"],
        f"{number(len(found))} chỉ tiêu",
    )


def tasks(found: list[Row], registry: Registry) -> Table:
    """Return tasks: what, who, when, with which product."""
    return Table(
        (
            _ward(registry),
            Column("Nhiệm vụ", lambda r: r["title"]),
            Column("Chủ trì", lambda r: _units(r["lead"], registry)),
            Column("Thời hạn", _when),
            Column("Điều khoản", lambda r: r["clause"], 1),
            Column("Phối hợp", lambda r: _units(r["support"], registry), 2),
            Column("Sản phẩm", lambda r: r["product"] or "", 2),
            Column("Mã", lambda r: r["ref"].partition("#")[2], 3),
        ),
        found,
        _KEYS["tasks"],
        f"{number(len(found))} nhiệm vụ",
    )


def projects(found: list[Row], registry: Registry) -> Table:
    """Return projects: what, whose money, how large, by when."""
    return Table(
        (
            _ward(registry),
            Column("Dự án", lambda r: r["name"]),
            Column("Chủ đầu tư", lambda r: r["owner"] or ""),
            Column("Thời gian", _when),
            Column("Diện tích", lambda r: quantity(r["area"]["value"], r["area"]["unit"]) if r["area"] else "", 1, number=True),
            Column("Nguồn vốn", lambda r: r["funding"] or "", 2),
            Column("Chủ trì", lambda r: _units(r["lead"], registry), 2),
            Column("Tình trạng", lambda r: r["state"] or "", 2),
            Column("Điều khoản", lambda r: r["clause"], 1),
        ),
        found,
        _KEYS["projects"],
        f"{number(len(found))} dự án",
    )


def _number(row: Row) -> str:
    """Return number and symbol as printed: the Party joins them by a dash, the state by a stroke."""
    if not row["symbol"]:
        return EMPTY
    return ("-" if "/" in row["symbol"] else "/").join((row["number"] or "…", row["symbol"]))


def plans(found: list[Row], registry: Registry) -> Table:
    """Return plans: whose, which, when issued, how much is in them."""
    return Table(
        (
            _ward(registry),
            Column("Loại", lambda r: r["kind"]),
            Column("Số, ký hiệu", _number, 1),
            Column("Ban hành", lambda r: date_words(r["issued"]) if r["issued"] else EMPTY, 1),
            Column("Tên", lambda r: r["title"]),
            Column("Chỉ tiêu", lambda r: number(r["targets"]), number=True),
            Column("Nhiệm vụ", lambda r: number(r["tasks"]), number=True),
            Column("Dự án", lambda r: number(r["projects"]), number=True),
            Column("Mã", lambda r: r["id"], 2),
        ),
        found,
        _KEYS["plans"],
        f"{number(len(found))} kế hoạch",
    )


def units(found: list[Row]) -> Table:
    """Return organisational units with their other names."""
    return Table(
        (
            Column("Mã", lambda r: r["id"]),
            Column("Tên", lambda r: r["name"]),
            Column("Tên khác", lambda r: "; ".join(r["aliases"]), 1),
            Column("Từ", lambda r: date_words(r["from"]) if r["from"] else "", 2),
            Column("Đến", lambda r: date_words(r["to"]) if r["to"] else "", 1),
        ),
        found,
        _KEYS["units"],
        f"{number(len(found))} đơn vị",
    )


def indicators(found: list[Row]) -> Table:
    """Return indicators: what is measured, in what, which way is good."""
    directions = {"up": "càng cao càng tốt", "down": "càng thấp càng tốt"}
    return Table(
        (
            Column("Mã", lambda r: r["id"]),
            Column("Tên", lambda r: r["name"]),
            Column("Đơn vị tính", lambda r: r["unit"] or ("trạng thái" if r["type"] == "state" else "")),
            Column("Chiều", lambda r: directions.get(r["direction"], ""), 1),
            Column("Lĩnh vực", lambda r: FIELDS.get(r["field"], str(r["field"])), 1),
            Column("Tên khác", lambda r: "; ".join(r["aliases"]), 2),
        ),
        found,
        _KEYS["indicators"],
        f"{number(len(found))} chỉ tiêu",
    )


def references(found: list[Row]) -> Table:
    """Return cited documents with how often they are cited."""
    return Table(
        (
            Column("Số", lambda r: r["number"] or EMPTY),
            Column("Ngày", lambda r: date_words(r["date"]) if r["date"] else EMPTY),
            Column("Cơ quan ban hành", lambda r: r["issuer"] or "", 1),
            Column("Tên", lambda r: r["title"]),
            Column("Được dẫn", lambda r: number(len(r["cited_by"])), number=True),
            Column("Mã", lambda r: r["id"], 2),
        ),
        found,
        _KEYS["references"],
        f"{number(len(found))} văn bản",
    )


def due(found: list[Row], registry: Registry) -> Table:
    """Return what falls due, by lead unit."""
    ordered = sorted(found, key=lambda r: (r["ward"], _units(r["lead"], registry), r["due"], r["ref"]))
    return Table(
        (
            Column("Hạn", lambda r: date_words(r["due"])),
            Column("Loại", lambda r: _KINDS[r["kind"]]),
            Column("Việc phải xong", lambda r: r.get("title") or f"{r['name']}: {r['text']}"),
            Column("Điều khoản", lambda r: r["clause"], 1),
        ),
        ordered,
        _KEYS["due"],
        f"{number(len(found))} việc đến hạn",
        group=lambda r: f"{registry.ward_name(r['ward'])} · {_units(r['lead'], registry) or 'chưa rõ chủ trì'}",
    )


def _ward(registry: Registry) -> Column:
    return Column("Phường", lambda r: registry.ward_name(r["ward"]), common=True)


def _when(row: Row) -> str:
    when = row["when"]
    return time_words(Due(when["kind"], when["from"], when["to"]))


def _units(refs: list[str], registry: Registry) -> str:
    return "; ".join(registry.unit_name(ref) for ref in refs)


def _scope(row: Row, registry: Registry) -> str:
    """Return the target's own scope or standard in brackets, where it is not the indicator's."""
    indicator = registry.indicators.get(row["indicator"])
    own = row["definition"] if indicator is None or row["definition"] != indicator.definition else None
    return f" [{own}]" if own else ""
