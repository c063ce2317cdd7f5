"""Rows of a table of targets: one commitment for each column of a year, or for each measure that heads a column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kehoach.transcription.columns import Column
from kehoach.transcription.commitment import ASSIGNED, Commitment
from kehoach.transcription.figure_cells import Figure, figure_of
from kehoach.transcription.figures import Reader
from kehoach.transcription.matching import SURE, is_money, proposed_id, same_unit
from kehoach.transcription.tables import Row
from kehoach.transcription.timing import is_flow
from kehoach.transcription.vocabulary import UNITS
from kehoach.transcription.wording import label_length
from kehoach.vietnamese import squeeze

_GROWTH = re.compile(
    r"\W*(?:tốc độ|nhịp độ|mức|tỷ lệ|tỉ lệ)?\s*tăng(?:\s+trưởng|\s+thu|\s+bình quân)?\b(?! dân số| tự nhiên)", re.IGNORECASE
)
_FALL = re.compile(r"\W*(?:mức|tỷ lệ|tỉ lệ|tốc độ)?\s*(?:kéo\s+)?giảm\b", re.IGNORECASE)
_ASSIGNED_UNIT = re.compile(r"%\s*(?:so với\s*)?(?:kh|kế hoạch|chỉ tiêu|dự toán|nhiệm vụ)\b", re.IGNORECASE)
_ASSIGNED_NAME = re.compile(
    r"\W*(?:tỷ lệ\s+)?(?:hoàn thành|thực hiện)\s+(?:chỉ tiêu|kế hoạch|dự toán|nhiệm vụ)\b|.*\bso với (?:dự toán|kế hoạch)\b", re.IGNORECASE
)
_STATE_UNIT = re.compile(r"(?:đạt|chưa đạt|có|không|hoàn thành|đánh giá|trạng thái|[\s/()-])+\Z", re.IGNORECASE)
_UNIT_IN_NAME = re.compile(r"\(\s*(?:đvt|đơn vị tính|đơn vị)?\s*:?\s*(?P<unit>%|‰|" + "|".join(map(re.escape, sorted(UNITS, key=len, reverse=True))) + r")(?P<per>\s*/[^()]{1,20})?\s*\)", re.IGNORECASE)  # fmt: skip
_COUNTED = re.compile(
    r"\W*(?:tổng\s+)?(?:số(?:\s+lượng)?\s+)?(?P<unit>" + "|".join(map(re.escape, sorted(UNITS, key=len, reverse=True))) + r")\b",
    re.IGNORECASE,
)
_DITTO = re.compile(r"\W*(?:\"|”|″|''|nt|như trên)\W*\Z", re.IGNORECASE)
"""``"`` under a unit: the same as above."""
_LEADS_ON = re.compile(r"\A\W*(?:trong đó|bao gồm|gồm|chia ra)\s*:?\s*", re.IGNORECASE)
_AT_LEAST = re.compile(r"\b(?:ít nhất|tối thiểu|không dưới|không thấp hơn)\s*\Z|\btừ\s*\Z", re.IGNORECASE)
_AT_MOST = re.compile(r"\b(?:không quá|tối đa|không vượt quá)\s*\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TargetRows:
    """Reads rows of targets. ``year`` is the one that the words above the table name, ``span`` the years that they span."""

    reader: Reader
    year: str | None = None

    def read(self, row: Row, above: Commitment | None, unit_above: str | None) -> Iterator[Commitment]:
        """Yield the commitments of a row; *above* is the row's whole where it is a part of one."""
        if _DITTO.match(row.cells.get("unit", "")):
            row.cells.pop("unit")
        if row.main.lower().startswith("cơ cấu") and all(re.fullmatch(r"100\s*%?", squeeze(cell)) for _, cell in row.figures):
            return  # the whole that its parts make up
        base: dict[str, Any] | None = None
        for column, cell in row.figures:
            figure = self._figure(row, column, cell, unit_above)
            if figure is None:
                continue
            first = self.reader.setting.first
            if column.kind == "base" or (
                column.kind == "goal" and first and column.last and column.last[:4].isdigit() and int(column.last[:4]) < first
            ):
                if column.last and column.last[:4].isdigit() and figure.first is not None and figure.total is None:
                    base = {"year": int(column.last[:4]), "value": figure.first, "unit": self._unit(row, column, figure, unit_above)}
                continue
            yield self._target(row, column, cell, figure, above=above, unit_above=unit_above, base=base)

    def _name(self, row: Row, column: Column) -> str:
        words = column.words if column.kind == "measure" else row.main
        return squeeze(_LEADS_ON.sub("", words[label_length(words) :]))

    def _figure(self, row: Row, column: Column, cell: str, unit_above: str | None) -> Figure | None:
        name = self._name(row, column)
        unit = row.cells.get("unit") or column.unit or unit_above or ""
        percent = unit.strip().startswith("%") or (not unit and name.lower().startswith(("tỷ lệ", "tỉ lệ", "tốc độ")))
        return figure_of(cell, percent=percent, falls=bool(_FALL.match(name)), growth=bool(_GROWTH.match(name)))

    def _unit(self, row: Row, column: Column, figure: Figure, unit_above: str | None) -> str | None:
        """Return the unit: of its own cell, of the column's head, in the row's name, in the cell, of what is counted."""
        name = self._name(row, column)
        said = row.cells.get("unit") or column.unit
        if said and _STATE_UNIT.match(said):
            said = None
        if said and _ASSIGNED_UNIT.match(said):
            return ASSIGNED
        if figure.percent or figure.growth:
            return "%"
        if said:
            return _lower(said)
        if found := _UNIT_IN_NAME.search(name):
            return _lower(squeeze(found["unit"] + (found["per"] or "")))
        if figure.unit or unit_above:
            return figure.unit or unit_above
        if name.lower().startswith(("tỷ lệ", "tỉ lệ", "tốc độ", "tỷ trọng")):
            return "%"
        return counted["unit"].lower() if (counted := _COUNTED.match(name)) else None

    def _target(
        self, row: Row, column: Column, cell: str, figure: Figure, *, above: Commitment | None, unit_above: str | None, base: Any
    ) -> Commitment:
        unit = self._unit(row, column, figure, unit_above)
        name = self._name(row, column)
        when = self._when(column)
        item = Commitment(0, f"{row.main} … {squeeze(cell)}", name, dict(figure.test), when, growth=figure.growth)
        item.unit = None if figure.growth or "is" in figure.test else unit
        item.force = "aim" if re.search(r"\bphấn đấu\b", f"{column.words} {cell}", re.IGNORECASE) else "firm"
        item.implied, item.part_of, item.doubts = figure.implied, above, list(figure.doubts)
        if column.kind == "measure":
            item.definition = row.main if not re.match(r"(?:tổng|cộng|toàn)\b", row.main, re.IGNORECASE) else None
        if item.unit == "%" and _ASSIGNED_NAME.match(name):
            item.unit = ASSIGNED
        if item.unit == ASSIGNED and "eq" in item.test:
            item.test = {"ge": item.test["eq"]}
        self._stat(item, column)
        if "eq" in item.test and (bound := _AT_LEAST.search(name) or _AT_MOST.search(name)):
            item.test = {"ge" if bound.re is _AT_LEAST else "le": item.test["eq"]}
        if item.when == "undated":
            item.doubts.append("cột không ghi năm")
        if figure.total is not None:
            item.doubts.append(f"văn bản in {squeeze(cell)}: trên tổng số {figure.total}")
        self._named(item, name, f"{name} {above.measure}" if above is not None else name, unit)
        if base is not None and item.unit != ASSIGNED and "is" not in item.test:
            same = base["unit"] == unit or item.growth
            item.base = {key: value for key, value in base.items() if key != "unit" or (not same or item.unit is not None)}
        if not row.sure:
            item.doubts.append("số con số của hàng không khớp số cột")
        return item

    def _when(self, column: Column) -> Any:
        period = self.reader.setting.period
        if column.kind == "span":
            return {"over": [column.first, column.last]}
        year = self.year or (str(period.to) if period is not None and period.from_ == period.to else None)
        if column.last is not None and not column.last[:4].isdigit():  # a quarter or half of a year that only the title names
            return {"by": f"{year}-{column.last}"} if year else "undated"
        return {"by": column.last or year} if column.last or year else "undated"

    def _stat(self, item: Commitment, column: Column) -> None:
        if item.growth:
            item.stat = "avg_growth" if column.kind == "span" else "growth"
        elif column.kind == "span" and item.unit not in ("%", None):
            if is_flow("", item.measure) or is_flow(item.measure, "") or (is_money(item.unit) and "bình quân" not in item.measure.lower()):
                item.stat = "sum"
            else:
                item.when = {"by": column.last}
                item.doubts.append("mức cuối kỳ, hay tính chung cả giai đoạn?")

    def _named(self, item: Commitment, name: str, whole: str, unit: str | None) -> None:
        """Take the catalogue's indicator where it is the one, propose an id and a name where it is not."""
        tries = [name] if name == whole else [name, whole]
        found = [m for words in tries if (m := self.reader.indicators.match(words, unit=unit, growth=item.growth))]
        match = next((m for m in found if m.score >= SURE and (item.part_of is None or m.slug != item.part_of.indicator)), None)
        if match is None:
            item.name = name[:1].upper() + name[1:]
            item.indicator = proposed_id(item.name)
            near = max(found, key=lambda m: m.score, default=None)
            item.doubts.append("chỉ tiêu chưa có trong danh mục" + (f"; gần nhất: {near.slug}" if near else ""))
            return
        item.indicator = match.slug
        entry = self.reader.catalogue[match.slug]
        if not match.sure:
            item.doubts.append(f"chỉ tiêu có thể là {' hoặc '.join([match.slug, *match.others[:1]])}")
        if entry.type == "state" and "is" not in item.test:
            item.test, item.unit = {"is": "achieved"}, None
        if item.unit and entry.unit and same_unit(item.unit, entry.unit):
            item.unit = None


def _lower(unit: str) -> str:
    """Return a unit as sentences have it: ``Tỷ đồng`` of a cell is ``tỷ đồng``."""
    plain = re.sub(r"\s*/\s*", "/", squeeze(unit))
    plain = re.sub(r"\A(?:tr\.?\s*đồng|trđ|tr\.?\s*đ)(?=/|\Z)", "triệu đồng", plain, flags=re.IGNORECASE)
    return plain[0].lower() + plain[1:] if len(plain) > 1 and (plain[1:].islower() or plain[1].islower()) else plain
