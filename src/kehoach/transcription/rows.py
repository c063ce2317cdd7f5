"""Appendix tables: project lists, task lists and lists of targets, row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from kehoach.files.source.cells import CellTable
from kehoach.files.source.clauses import Line, Part
from kehoach.transcription.bodies import Units
from kehoach.transcription.commitment import ASSIGNED, Commitment, Governing
from kehoach.transcription.figures import Reader
from kehoach.transcription.matching import SURE, proposed_id, same_unit
from kehoach.transcription.phrases import Quantity, phrases
from kehoach.transcription.states import States
from kehoach.transcription.tables import Column, Row, columns, grid_of, is_header, row_of_cells, split_row
from kehoach.transcription.tasks import DraftTask, time_of
from kehoach.transcription.tree import Node
from kehoach.transcription.wording import label_length
from kehoach.vietnamese import as_printed, squeeze

_FORCE = re.compile(r"\bph[ấâầ]n đ[ấầâ]u\b|\bhướng tới\b", re.IGNORECASE)
_AREA = re.compile(r"(\d[\d.,]*)\s*(ha|m2|m²|km)\b")
_PROJECTS = re.compile(r"dự án|công trình", re.IGNORECASE)


@dataclass(slots=True)
class DraftProject:
    """A row of a project list before it has an id."""

    clause: str
    name: str
    owner: str | None = None
    funding: str | None = None
    when: object = "undated"
    area: tuple[Decimal, str] | None = None
    lead: tuple[str, ...] = ()
    state: str | None = None
    note: str | None = None
    doubts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """What one appendix holds."""

    tasks: list[DraftTask] = field(default_factory=list)
    projects: list[DraftProject] = field(default_factory=list)
    targets: list[tuple[str, Commitment]] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)


def _once(cells: Sequence[str]) -> list[str]:
    """Return the cells of a row with a merged one only in its first place."""
    return [cell if not index or cell != cells[index - 1] else "" for index, cell in enumerate(cells)]


def _lower(unit: str | None) -> str | None:
    """Return a unit as sentences have it: ``Tỷ đồng`` of a cell is ``tỷ đồng``."""
    return unit[0].lower() + unit[1:] if unit and unit[1:].islower() else unit


class Tables:
    """Reads the appendices of a document."""

    def __init__(self, lines: list[Line], cells: tuple[CellTable, ...], units: Units, reader: Reader, states: States) -> None:
        self._lines = lines
        self._grids = [grid for table in cells if (grid := grid_of(table.rows)) is not None]
        self._units, self._reader, self._states = units, reader, states

    def read(self, node: Node) -> Table:
        """Return the records of an appendix."""
        table = Table()
        heads = columns(self._header(node))
        for part in node.parts:
            lines = [self._line_text(part, index) for index in range(len(part.lines))]
            self._take(self._celled(part) or split_row(part.clause, lines, heads, self._units), node, heads, table)
        return table

    def in_text(self, node: Node, part: Part) -> Table | None:
        """Return the records of a table that stands in the text itself, ``None`` where *part* is no table."""
        table = Table()
        for grid in self._grids:
            if not all(squeeze(cell) in part.text for cell in grid.rows[0] if len(cell) > 2):
                continue
            for cells in grid.rows:
                self._take(row_of_cells(part.clause, cells, grid.heads), node, grid.heads, table)
            return table
        return self._flat(node, part) if is_header(part.text) else None

    def _flat(self, node: Node, part: Part) -> Table | None:
        """Read a table in the text whose cells are lost: its rows open with the numbers 1, 2, 3 and so on."""
        lines = [self._line_text(part, index) for index in range(len(part.lines))]
        starts: list[int] = []
        for index, line in enumerate(lines):
            if re.match(rf"{len(starts) + 1}\.?(?:\s|\Z)", line):
                starts.append(index)
        if len(starts) < 2:
            return None
        heads, table = columns(" ".join(lines[: starts[0]])), Table()
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
            cells = [re.sub(r"\A\d+\.?\s*", "", lines[start]), *lines[start + 1 : end]]
            self._take(split_row(part.clause, [c for c in cells if c], heads, self._units), node, heads, table)
        return table

    def _celled(self, part: Part) -> Row | None:
        """Return the row of an appendix whose cells the file keeps apart."""
        want = as_printed(part.text)
        for grid in self._grids:
            for cells in grid.rows:
                if (
                    as_printed(" ".join(cell for head, cell in zip(grid.heads, _once(cells), strict=False) if head.kind != "number"))
                    == want
                ):
                    return row_of_cells(part.clause, cells, grid.heads)
        return None

    def _take(self, row: Row, node: Node, heads: Sequence[Column], table: Table) -> None:
        if row.figures:
            self._target_row(row, table)
        elif _PROJECTS.search(node.title) and any(h.kind in ("owner", "funding", "area") for h in heads):
            table.projects.append(self._project(row))
        elif "main" in row.cells or node.kind == "appendix":
            self._task_row(row, table)

    def _header(self, node: Node) -> str:
        """Return the words between an appendix's title and its first row."""
        first = node.parts[0].lines[0][1] if node.parts and node.parts[0].lines else 0
        start = node.own_part.lines[-1][1] if node.own_part is not None and node.own_part.lines else 0
        between = [line for line in self._lines if start < line.number < first]
        at = next((i for i, line in enumerate(between) if is_header(line.text)), 0)
        return " ".join(line.text for line in between[at:])

    def _line_text(self, part: Part, index: int) -> str:
        start = part.lines[index][0]
        end = part.lines[index + 1][0] if index + 1 < len(part.lines) else len(part.text)
        return part.text[start:end].strip()

    def _project(self, row: Row) -> DraftProject:
        cells = row.cells
        project = DraftProject(row.clause, cells.get("main", row.text), cells.get("owner"), cells.get("funding"))
        if not row.sure:
            project.doubts.append("không tách được các cột của hàng này")
        project.when = time_of(cells["time"]) if "time" in cells else "undated"
        if area := _AREA.search(cells.get("area", "")):
            from kehoach.transcription.phrases import parse_figure

            project.area = (parse_figure(area[1].rstrip(".,")), area[2])
            rest = squeeze(cells["area"].replace(area[0], "")).strip(" ()")
            project.note = rest or None
        if "lead" in cells:
            found = self._units.listed(cells["lead"])
            project.lead = found.known
            project.doubts.extend(f"“{name}” chưa có trong units.yaml" for name in found.unknown)
        project.state = cells.get("note")
        return project

    def _task_row(self, row: Row, table: Table) -> None:
        cells = row.cells
        task = DraftTask(row.clause, row.main, row.main, text=row.text)
        if not row.sure:
            task.doubts.append("không tách được các cột của hàng này")
        for kind in ("lead", "support"):
            found = self._units.listed(cells.get(kind, ""))
            setattr(task, kind, found.known)
            task.doubts.extend(f"“{name}” chưa có trong units.yaml" for name in found.unknown)
        task.when = time_of(cells["time"]) if "time" in cells else "undated"
        task.product, task.resources = cells.get("product"), cells.get("funding")
        table.tasks.append(task)
        force = bool(_FORCE.search(row.text))
        for cell in (row.main, cells.get("product", "")):
            table.targets.extend((row.clause, item) for item in self._of_cell(cell, task, force=force))

    def _of_cell(self, cell: str, task: DraftTask, *, force: bool) -> Iterator[Commitment]:
        from kehoach.transcription.phrases import masked

        text = masked(cell, [])
        governing = Governing(force=force)
        made, _, _ = self._reader.read(text, cell, governing)
        dated = [item for item in made if item.time_from is not None]
        if len(made) > 1 and len(dated) == 1 and dated[0] is made[-1]:
            for item in made[:-1]:
                item.when, item.time_from = dated[0].when, dated[0].time_from
        made += self._states.read(text, cell, governing, task.title, made)
        for item in made:
            item.lead = task.lead
            yield item

    def _target_row(self, row: Row, table: Table) -> None:
        base: dict[str, object] | None = None
        for column, cell in row.figures:
            found = next((p for p in phrases(cell) if isinstance(p, Quantity)), None)
            if found is None:
                continue
            first = self._reader.setting.first
            if column.kind == "base" or (column.kind == "goal" and first and column.last and int(column.last) < first):
                base = {"year": int(column.last), "value": found.figures[0], "unit": _lower(row.cells.get("unit"))} if column.last else None
                continue
            item = self._target(row, column, cell, found)
            if base is not None and item.unit != ASSIGNED and not item.growth:
                item.base = {key: value for key, value in base.items() if key != "unit" or item.unit is not None}
            table.targets.append((row.clause, item))

    def _target(self, row: Row, column: Column, cell: str, quantity: Quantity) -> Commitment:
        unit = _lower(row.cells.get("unit")) or ("%" if quantity.percent else quantity.unit)
        name = row.main[label_length(row.main) :]
        growth = unit == "%" and bool(re.match(r"\W*tốc độ tăng|\W*tăng trưởng", name, re.IGNORECASE))
        low, high = quantity.figures[0], quantity.figures[-1]
        bound = quantity.bounds[0] if quantity.bounds[0] not in (None, "about") else None
        words_in_name = re.search(
            r"\b(?P<low>ít nhất|tối thiểu|từ.*trở lên)\b|\b(?P<high>không quá|tối đa)\b|\b(?P<less>dưới)\b|\b(?P<more>trên)\s*\Z", name
        )
        test: dict[str, object] = (
            {"ge": low, "le": high}
            if len(quantity.figures) == 2 and low < high and bound is None
            else {quantity.post or bound or "eq": low}
        )
        when: object = {"over": [column.first, column.last]} if column.kind == "span" else {"by": column.last} if column.last else "undated"
        item = Commitment(0, f"{row.main} … {cell}", name, test, when, unit=None if growth else unit, growth=growth)
        item.stat = "growth" if growth else "sum" if column.kind == "span" and unit != "%" else "value"
        if words_in_name is not None and "eq" in test:
            item.doubts.append("tên chỉ tiêu có chữ so sánh; xem lại `test`")
        match = self._reader.indicators.match(name, unit=unit, growth=growth)
        if match is not None and match.score >= SURE:
            item.indicator = match.slug
            entry = self._reader.catalogue[match.slug]
            if not match.sure:
                item.doubts.append(f"chỉ tiêu có thể là {' hoặc '.join([match.slug, *match.others[:1]])}")
            if item.unit and entry.unit and same_unit(item.unit, entry.unit):
                item.unit = None
            if entry.type == "state":
                item.test, item.unit = {"is": "achieved"}, None
        else:
            item.name = name[:1].upper() + name[1:]
            item.indicator = proposed_id(name)
            item.doubts.append("chỉ tiêu chưa có trong danh mục" + (f"; gần nhất: {match.slug}" if match else ""))
        if not row.sure:
            item.doubts.append("số con số của hàng không khớp số cột")
        return item
