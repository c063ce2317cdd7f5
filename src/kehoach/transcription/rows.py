"""Tables: project lists, task lists and lists of targets, row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from kehoach.files.source.lines import Line, Part
from kehoach.transcription.bodies import Units
from kehoach.transcription.columns import Column, columns_of
from kehoach.transcription.commitment import Commitment, Governing
from kehoach.transcription.figures import Reader
from kehoach.transcription.phrases import Time, masked, parse_figure
from kehoach.transcription.states import States
from kehoach.transcription.tables import Row, columns, is_header, row_of_cells, split_row
from kehoach.transcription.target_rows import TargetRows
from kehoach.transcription.tasks import DraftTask, time_of
from kehoach.transcription.tree import Node
from kehoach.transcription.written import of_whom, says_goals, series, task_cells
from kehoach.vietnamese import squeeze

_FORCE = re.compile(r"\bph[ấâầ]n đ[ấầâ]u\b|\bhướng tới\b", re.IGNORECASE)
_AREA = re.compile(r"(\d[\d.,]*)\s*(ha|m2|m²|km)\b")
_PROMISES = re.compile(
    r"\d\s*%|[<>≥≤]|\b(?:ít nhất|tối thiểu|không dưới|không quá|tối đa|trên|dưới|đạt|trở lên|trở xuống|tăng|giảm|không còn|công nhận|duy trì)\b|\A\s*mỗi\s|\A\s*\d[\d.,]*\s[^,;.]*\bđược\s",
    re.IGNORECASE,
)
_MARK = re.compile(r"[xX✓✔+]")
_GIVES = re.compile(r"chỉ tiêu|mục tiêu|kế hoạch|giao|phân bổ", re.IGNORECASE)
_OF_TASKS = ("lead", "support", "time", "product")
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


class Tables:
    """Reads the tables of a document."""

    def __init__(self, lines: list[Line], units: Units, reader: Reader, states: States) -> None:
        self._lines = lines
        self._units, self._reader, self._states = units, reader, states

    def read(self, node: Node) -> Table:
        """Return the records of the rows that stand under a heading, and of an appendix whose cells are lost in its text."""
        table = Table()
        self._celled(node, table)
        if node.kind == "appendix" and node.parts:
            heads = columns(self._header(node))
            if not any(head.kind != "number" for head in heads):
                self._written(node, table)
                return table
            for part in node.parts:
                lines = [self._line_text(part, index) for index in range(len(part.lines))]
                self._take(split_row(part.clause, lines, heads, self._units), node, heads, table)
        return table

    def in_text(self, node: Node, part: Part) -> Table | None:
        """Return the records of a table that stands in the text itself with its cells lost, ``None`` where *part* is no table."""
        return self._flat(node, part) if is_header(part.text) else None

    def _written(self, node: Node, table: Table) -> None:
        """Read an appendix that is no table: its rows are sentences, which set targets or say what is to be done."""
        year = _year_of(node)
        for part in node.parts:
            if (row := series(part.clause, part.text)) is not None:
                self._take(row, node, (), table)
            elif says_goals(node.title):
                governing = Governing(Time(0, 0, "by", None, year, year)) if year else Governing()
                table.targets.extend((part.clause, item) for item in self._of_text(part.text, governing, node.title))
            else:
                self._task_row(Row(part.clause, part.text, task_cells(part.text)), table)

    def _of_text(self, text: str, governing: Governing, title: str) -> Iterator[Commitment]:
        plain = masked(text, [])
        made, _, _ = self._reader.read(plain, text, governing)
        made += self._states.read(plain, text, governing, title, made)
        for item in made:
            item.definition = item.definition or of_whom(text)
            yield item

    def _celled(self, node: Node, table: Table) -> None:
        """Read the rows whose cells the file keeps apart; parts of an item belong to it."""
        read: dict[str, tuple[Commitment | None, str | None]] = {}
        for part in node.rows:
            if part.row is None:
                continue
            said = " ".join(place.title for place in node.path())
            heads = columns_of(part.row.header, gives=node.kind == "goals" or bool(_GIVES.search(said)))
            flat = columns(" ".join(part.row.header[-1])) if len(part.row.cells) == 2 else []
            if any(head.kind in ("goal", "span") for head in flat):
                heads, row = tuple(flat), split_row(part.clause, [part.row.cells[1]], flat, self._units)
            else:
                row = row_of_cells(part.clause, part.row.cells, heads)
            marked = [head for head, cell in row.figures if _MARK.fullmatch(cell)]
            if marked and len(marked) == len(row.figures) and "unit" not in row.cells:  # a timetable: "x" under its years
                years = sorted({year for head in marked for year in (head.first, head.last) if year})
                row.figures, row.cells["time"] = [], " - ".join(dict.fromkeys((years[0], years[-1]))) if years else ""
                self._task_row(row, table)
                continue
            if not any(head.kind in ("goal", "span", "measure") for head in heads):
                self._take(row, node, heads, table)
                continue
            above = next((read[c] for c in reversed(read) if part.clause.startswith((f"{c} ", f"{c}."))), (None, None))
            rows = TargetRows(self._reader, _year_of(node))
            made = list(rows.read(row, *above))
            for item in made:
                item.lead = self._units.listed(row.cells.get("lead", "")).known
            table.targets.extend((part.clause, item) for item in made)
            read[part.clause] = (made[0] if made else above[0], row.cells.get("unit") or above[1])

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

    def _take(self, row: Row, node: Node, heads: Sequence[Column], table: Table) -> None:
        if row.figures:
            table.targets.extend((row.clause, item) for item in TargetRows(self._reader, _year_of(node)).read(row, None, None))
        elif _PROJECTS.search(node.title) and any(h.kind in ("owner", "funding", "area") for h in heads):
            table.projects.append(self._project(row))
        elif any(h.kind in _OF_TASKS for h in heads) or (node.kind == "appendix" and node.parts):
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
        project.when = time_of(cells["time"], self._reader.setting.year) if "time" in cells else "undated"
        if area := _AREA.search(cells.get("area", "")):
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
        task.when = time_of(cells["time"], self._reader.setting.year) if "time" in cells else "undated"
        task.product, task.resources = cells.get("product"), cells.get("funding")
        table.tasks.append(task)
        force = bool(_FORCE.search(row.text))
        table.targets.extend((row.clause, item) for item in self._of_cell(row.main, task, force=force))
        product = cells.get("product", "")
        if _PROMISES.search(product):  # a bare count there ("01 lớp tập huấn") is what the task hands over
            table.targets.extend((row.clause, item) for item in self._of_cell(product, task, force=force))

    def _of_cell(self, cell: str, task: DraftTask, *, force: bool) -> Iterator[Commitment]:
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


def _year_of(node: Node) -> str | None:
    """Return the year that the nearest title above a table names, where it names one only."""
    for place in node.path():
        years = dict.fromkeys(re.findall(r"20\d\d", place.title))
        if years:
            return next(iter(years)) if len(years) == 1 else None
    return None
