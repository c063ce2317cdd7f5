"""A report in words: what every renderer of a document draws (Word, Excel, HTML), so that they all say the same.

Numbers stand twice where a reader may compute with them: as printed, and as they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from kehoach.meaning.time import Due
from kehoach.meaning.wording import time_words
from kehoach.model.catalogues import FIELDS
from kehoach.queries.select import Filter
from kehoach.registry import Registry
from kehoach.reports.curves import Curve, curves
from kehoach.reports.documents import plan_words
from kehoach.reports.letterhead import Letterhead, letterhead
from kehoach.reports.provenance import provenance as made_from
from kehoach.reports.results import Report
from kehoach.reports.table import Row
from kehoach.reports.words import MARKS, VERDICTS, lower, printed, verdict_words
from kehoach.reports.worklist import Work, work
from kehoach.vietnamese import date_words, number


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row. ``plan_value`` and ``actual_value`` are the numbers behind the words, ``None`` for a state or a range."""

    number: str
    ref: str
    clause: str
    name: str
    unit: str
    plan: str
    time: str
    actual: str
    ratio: str
    verdict: str
    mark: str
    code: str
    lead: str
    note: str
    is_part: bool
    is_aim: bool
    plan_value: int | Decimal | None
    actual_value: int | Decimal | None
    ratio_value: Decimal | None
    years: tuple[str, ...]
    """Where the report covers several years: each year's figure as printed."""
    year_values: tuple[int | Decimal | None, ...]
    """The numbers behind ``years``, ``None`` for a state or a year without a figure."""
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The rows of one field of one ward."""

    ward: str
    field: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many distinct commitments have a verdict."""

    code: str
    words: str
    mark: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A report, ready to be drawn."""

    title: str
    subject: str
    span: str
    year: int
    years: tuple[int, ...]
    wards: tuple[str, ...]
    head: Letterhead
    blocks: tuple[Block, ...]
    counts: tuple[Count, ...]
    curves: tuple[Curve, ...]
    closing: str
    beside: str
    documents: tuple[str, ...] = ()
    """The plans its rows come from, in words."""
    work: tuple[Work, ...]
    """Tasks and projects that fall due in its years, in the order of the documents."""
    made: str
    """The day of the report, ``YYYY-MM-DD``."""
    provenance: str
    """What it was made from, to be printed small: commit, clean or not, and the day."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """All rows."""
        return tuple(line for block in self.blocks for line in block.lines)


def view(report: Report, registry: Registry, wanted: Filter | None = None, issuer: str | None = None) -> View:
    """Return *report* in words; *wanted* is what it was asked for, *issuer* the unit that issues it, the ward's committee where ``None``."""
    wards = list(dict.fromkeys(row["ward"] for row in report.rows)) or sorted(registry.scope or _wards(registry))
    names = tuple(registry.ward_name(ward) for ward in wards)
    where = ", ".join(_full(registry, ward) for ward in wards)
    return View(
        title="Báo cáo",
        subject=f"Kết quả thực hiện các chỉ tiêu {report.span}" + (f" của {where}" if len(wards) <= 4 and where else ""),
        span=report.span,
        year=report.year,
        years=tuple(report.years),
        wards=names,
        head=letterhead(registry, wards, issuer),
        blocks=tuple(_blocks(report, registry)),
        counts=tuple(
            Count(code=code, words=words, mark=MARKS.get(code, ""), count=report.totals[code])
            for code, words in VERDICTS.items()
            if report.totals[code]
        ),
        curves=tuple(curves(report, registry)),
        documents=tuple(plan_words(registry.plans[plan], registry) for plan in dict.fromkeys(row["plan"] for row in report.rows)),
        work=tuple(w for w in work(registry, wanted or Filter(), report.years) if w.due and w.kind != "target"),
        closing=closing(report),
        beside=beside(report),
        made=report.date,
        provenance=provenance(report),
    )


def closing(report: Report) -> str:
    """Return the line that closes the table: how many kept of how many due with a figure."""
    scored, parts = report.totals["scored"], report.totals["parts"]
    if not scored["counted"]:
        return "Chưa có chỉ tiêu nào đến hạn mà đã có số liệu để chấm."
    words = (
        f"{number(scored['kept'])}/{number(scored['counted'])} chỉ tiêu đạt và vượt, trong đó {number(scored['exceeded'])} chỉ tiêu vượt"
    )
    if scored["late"]:
        words += f", {number(scored['late'])} chỉ tiêu đạt muộn"
    if scored["missed"]:
        words += f"; {number(scored['missed'])} chỉ tiêu không đạt"
    if scored["aims"]:
        words += f". Trong {number(scored['counted'])} chỉ tiêu đã chấm có {number(scored['aims'])} chỉ tiêu phấn đấu"
    if parts["counted"]:
        words += f". Chỉ tiêu thành phần: {number(parts['kept'])}/{number(parts['counted'])} đạt và vượt"
    return words + "."


def beside(report: Report) -> str:
    """Return what stands beside the total, empty where nothing does."""
    counts = [f"{number(count)} {lower(VERDICTS[code])}" for code, count in report.totals["beside"].items() if count]
    return f"Ngoài tổng số: {', '.join(counts)}." if counts else ""


def provenance(report: Report) -> str:
    """Return what the report was made from, so that a signed page can be made again."""
    return made_from(report.date, report.revision, report.as_of)


def _blocks(report: Report, registry: Registry) -> Iterable[Block]:
    counter: dict[str, int] = {}
    for (ward, field), rows in groupby(report.rows, key=lambda r: (r["ward"], r["field"])):
        lines = []
        for row in rows:
            counter[ward] = counter.get(ward, 0) + 1
            lines.append(_line(row, registry, counter[ward], report.years))
        yield Block(ward=registry.ward_name(ward), field=FIELDS.get(field, field or "Chưa rõ lĩnh vực"), lines=tuple(lines))


def _line(row: Row, registry: Registry, position: int, years: Iterable[int]) -> Line:
    figures = [value for value in row["test"].values() if not isinstance(value, str)]
    actual = row["actual"]
    by_year = {each["year"]: each for each in row["years"]}
    when = row["when"]
    return Line(
        number=str(position),
        ref=row["ref"],
        clause=row["clause"],
        name=row["name"],
        unit=row["unit"] or "",
        plan=row["text"] + (" (phấn đấu)" if row["force"] == "aim" else ""),
        time=time_words(Due(when["kind"], when["from"], when["to"])),
        actual=printed(actual, row["quality"]),
        ratio=number(row["ratio"]) if row["ratio"] is not None else "",
        verdict=verdict_words(row),
        mark=MARKS.get(row["verdict"], ""),
        code=row["verdict"],
        lead="; ".join(map(registry.unit_name, row["lead"])),
        note=row["note"] or "",
        is_part=row["part_of"] is not None,
        is_aim=row["force"] == "aim",
        plan_value=figures[0] if len(figures) == 1 else None,
        actual_value=_number(actual),
        ratio_value=row["ratio"],
        years=tuple(_year(by_year.get(y)) for y in years) if by_year else (),
        year_values=tuple(_number(by_year[y]["actual"]) if y in by_year else None for y in years) if by_year else (),
        source="; ".join(dict.fromkeys(_source(source, registry) for source in row["sources"])),
    )


def _year(row: Row | None) -> str:
    return "" if row is None else printed(row["actual"], row["quality"])


def _number(value: int | Decimal | str | None) -> int | Decimal | None:
    return None if isinstance(value, str) else value


def _source(source: Row, registry: Registry) -> str:
    reference = registry.references.get(source["ref"] or "")
    plan = registry.plans.get(source["ref"] or "")
    name = source["document"] or (
        " ".join(filter(None, (reference.kind, reference.number)))
        if reference
        else " ".join(filter(None, (plan.kind, plan.number, plan.symbol)))
        if plan
        else source["ref"]
    )
    return ", ".join(filter(None, (name, source["clause"], date_words(source["date"]) if source["date"] else None)))


def _wards(registry: Registry) -> set[str]:
    return {plan.ward for plan in registry.plans.values()}


def _full(registry: Registry, ward: str) -> str:
    known = registry.wards.get(ward)
    return f"{known.type} {known.name}" if known else ward
