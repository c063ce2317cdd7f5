"""Tables of the work that plans assign: tasks and projects, and who does them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kehoach.reports.export import held
from kehoach.reports.export.column import Part, Table, figure, integer, text, times, word
from kehoach.reports.export.held import PLACE, Held


def _row(key: str) -> Any:
    return lambda h: h.row[key]


TASKS = Table(
    name="tasks",
    words="Mỗi nhiệm vụ một dòng, cùng nội dung với `kehoach list-tasks`.",
    key=("ref",),
    items=held.tasks,
    columns=(
        *word("ref", "Nhiệm vụ: tham chiếu đầy đủ", _row("ref")),
        *PLACE,
        *word("clause", "Điều khoản", _row("clause")),
        *text("title", "Việc phải làm", _row("title")),
        *times(_row("when")),
        *text("product", "Sản phẩm", _row("product")),
        *text("resources", "Nguồn lực, kinh phí", _row("resources")),
        *text("authority", "Thẩm quyền", _row("authority")),
        *text("note", "Ghi chú", lambda h: h.record.note),
        *text("quote", "Câu trích nguyên văn", _row("quote")),
    ),
)


@dataclass(frozen=True, slots=True)
class _Share:
    """A unit's share in a task."""

    held: Held
    role: str

    @property
    def plan(self) -> Any:
        return self.held.plan

    @property
    def province(self) -> str | None:
        return self.held.province


def _shares(part: Part) -> Iterator[_Share]:
    for role in ("lead", "support"):
        for item in held.each(held.tasks, role)(part):
            yield _Share(item, role)


TASK_UNITS = Table(
    name="task_units",
    words="Đơn vị chủ trì và phối hợp của từng nhiệm vụ.",
    key=("task", "role", "unit"),
    items=_shares,
    columns=(
        *word("task", "Nhiệm vụ", lambda s: s.held.above),
        *PLACE,
        *word("role", "`lead` (chủ trì), `support` (phối hợp)", lambda s: s.role),
        *integer("position", "Thứ tự trong vai đó, từ 1", lambda s: s.held.position),
        *word("unit", "Đơn vị: mã trong `units`", lambda s: s.held.record),
    ),
)
TASK_TARGETS = Table(
    name="task_targets",
    words="Nhiệm vụ nào phục vụ chỉ tiêu nào.",
    key=("task", "target"),
    items=held.each(held.tasks, "targets"),
    columns=(
        *word("task", "Nhiệm vụ", lambda h: h.above),
        *PLACE,
        *integer("position", "Thứ tự, từ 1", lambda h: h.position),
        *word("target", "Chỉ tiêu", lambda h: h.record),
    ),
)
PROJECTS = Table(
    name="projects",
    words="Mỗi dự án trong các phụ lục một dòng, cùng nội dung với `kehoach list-projects`.",
    key=("ref",),
    items=held.projects,
    columns=(
        *word("ref", "Dự án: tham chiếu đầy đủ", _row("ref")),
        *PLACE,
        *word("clause", "Điều khoản", _row("clause")),
        *text("name", "Tên, như in", _row("name")),
        *text("owner", "Chủ đầu tư", _row("owner")),
        *text("funding", "Nguồn vốn", _row("funding")),
        *times(_row("when")),
        *figure("area_value", "Diện tích", lambda h: h.record.area and h.record.area.value),
        *word("area_unit", "Đơn vị tính của diện tích", lambda h: h.record.area and h.record.area.unit),
        *text("state", "Tình trạng, như in", _row("state")),
        *text("note", "Ghi chú", _row("note")),
        *word("same_as", "Cùng một dự án với", _row("same_as")),
    ),
)
PROJECT_LEADS = Table(
    name="project_leads",
    words="Đơn vị chủ trì của từng dự án.",
    key=("project", "lead"),
    items=held.each(held.projects, "lead"),
    columns=(
        *word("project", "Dự án", lambda h: h.above),
        *PLACE,
        *integer("position", "Thứ tự, từ 1", lambda h: h.position),
        *word("lead", "Đơn vị chủ trì: mã trong `units`", lambda h: h.record),
    ),
)
