"""How far a project of a list has come, from what its row or its list's heading says, and which rows are of one project."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kehoach.checks.facts import Facts
from kehoach.checks.finding import Place
from kehoach.model.plan import Plan, Section
from kehoach.model.work import Project
from kehoach.vietnamese import fold

CLEARANCE = "giải phóng mặt bằng"
_STAGES = (
    (1, ("da phe duyet", "da co chu truong", "tham dinh", "khao sat", "lap du an", "bao cao nghien cuu")),
    (0, ("de xuat chu truong", "xin chu truong", "dang nghien cuu", "dang de xuat")),
    (3, ("da hoan thanh", "dua vao su dung", "da ban giao", "nghiem thu")),
    (2, ("dang thi cong", "dang trien khai", "da khoi cong", "dang xay dung")),
    (1, ("khoi cong moi", "du kien khoi cong")),
)
"""0 proposed, 1 prepared, 2 under way, 3 done; the first words that are found decide ("đang triển khai thẩm định" is preparation)."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list: its project, the heading it stands under, how far it has come, and whether its time is that of land clearance."""

    place: Place
    record: Project
    heading: str
    stage: int | None
    clearance: bool


def row_of(place: Place) -> Row:
    """Return the row at *place*; a state of its own beats what its list is called.

    Raises:
        TypeError: the place holds something else.
    """
    record = place.record
    if not isinstance(record, Project):
        raise TypeError(place.ref)
    heading = _heading(place.plan, record.clause)
    clearance = fold(CLEARANCE) in fold(heading)
    stage = _stage(record.state) if record.state else None if clearance else _stage(heading)
    return Row(place, record, heading, stage, clearance)


def stage_words(row: Row) -> str:
    """Return what says how far the row has come."""
    return f"“{row.record.state}”" if row.record.state else f"trong danh mục “{row.heading}”"


def same_projects(facts: Facts) -> Iterator[tuple[Place, Place]]:
    """Yield rows of one project in two places: tied by ``same_as``, or of one ward with one name."""
    names: dict[tuple[str, str], Place] = {}
    for place in facts.projects.values():
        row = row_of(place)
        tied = facts.projects.get(place.plan.absolute(row.record.same_as) or "")
        named = names.setdefault((place.plan.ward, fold(row.record.name).rstrip(".")), place)
        first = tied or named
        if first is not place:
            yield first, place


def _stage(text: str) -> int | None:
    plain = fold(text)
    return next((stage for stage, words in _STAGES if any(word in plain for word in words)), None)


def _heading(plan: Plan, clause: str) -> str:
    """Return the title of the top heading that a row's clause stands under."""
    labels: dict[str, Section] = {section.label: section for section in plan.sections if section.label}
    section = labels.get(clause.partition(".")[0])
    return section.title if section else ""
