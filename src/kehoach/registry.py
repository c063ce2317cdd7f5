"""A folder becomes a registry and a list of problems; what is good is always returned, and never changed afterwards."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from kehoach.files import folder, locate, store
from kehoach.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kehoach.model.catalogues import Indicator, Reference, Unit, UnitsFile, Ward
    from kehoach.model.plan import Plan
    from kehoach.model.results import Actual, DeclaredPath, PathsFile
    from kehoach.model.target import Target
    from kehoach.model.work import Project, Task


def _empty() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """An actual with the ward and the file it was reported in."""

    ward: str
    file: str
    index: int
    actual: Actual


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """A declared path with the ward and the file it stands in."""

    ward: str
    file: str
    index: int
    path: DeclaredPath


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """Everything that could be read, keyed by reference. ``scope`` holds the wards that were asked for, ``None`` for all."""

    root: Path
    scope: frozenset[str] | None = None
    wards: Mapping[str, Ward] = field(default_factory=_empty)
    units: Mapping[str, Unit] = field(default_factory=_empty)
    indicators: Mapping[str, Indicator] = field(default_factory=_empty)
    references: Mapping[str, Reference] = field(default_factory=_empty)
    plans: Mapping[str, Plan] = field(default_factory=_empty)
    actuals: tuple[Reported, ...] = ()
    paths: tuple[Declared, ...] = ()
    unread: frozenset[str] = frozenset()
    """Files that could not be read: what they would have held is not missing, only unknown."""

    def targets(self) -> Iterator[tuple[Plan, Target]]:
        """Yield every target with its plan, in file order."""
        return ((plan, target) for plan in self.plans.values() for target in plan.targets)

    def tasks(self) -> Iterator[tuple[Plan, Task]]:
        """Yield every task with its plan."""
        return ((plan, task) for plan in self.plans.values() for task in plan.tasks)

    def projects(self) -> Iterator[tuple[Plan, Project]]:
        """Yield every project with its plan."""
        return ((plan, project) for plan in self.plans.values() for project in plan.projects)

    def ward_name(self, ward: str) -> str:
        """The ward's name, its slug where it is not in ``units.yaml``."""
        return self.wards[ward].name if ward in self.wards else ward

    def unit_name(self, unit: str) -> str:
        """The unit's name, its reference where it is not in ``units.yaml``."""
        return self.units[unit].name if unit in self.units else unit


def plan_file(ref: str) -> str:
    """Return the file of a plan, relative to the registry."""
    return f"{folder.PLANS}/{ref}.yaml"


def load_registry(root: Path, wards: Collection[str] | None = None) -> tuple[Registry, list[Problem]]:
    """Read the registry in *root*, of all wards or only of *wards*, and return it with every problem found.

    Never raises for what a file holds; :class:`~kehoach.errors.CannotRead` where a folder cannot be listed.
    """
    problems: list[Problem] = []
    units: UnitsFile | None = _read(root, folder.UNITS, "units", problems)
    plans = _plans(root, wards, problems)
    indicators = _read(root, folder.INDICATORS, "indicators", problems)
    references = _read(root, folder.REFERENCES, "references", problems)
    read = {folder.UNITS: units, folder.INDICATORS: indicators, folder.REFERENCES: references}
    registry = Registry(
        root=root,
        scope=None if wards is None else frozenset(wards),
        wards=MappingProxyType(dict(units.wards) if units else {}),
        units=MappingProxyType(dict(units.units) if units else {}),
        indicators=MappingProxyType(indicators or {}),
        references=MappingProxyType(references or {}),
        plans=MappingProxyType(plans),
        actuals=tuple(_actuals(root, wards, problems)),
        paths=tuple(_paths(root, wards, problems)),
        unread=frozenset(file for file, record in read.items() if record is None),
    )
    return registry, locate.placed(root, problems)


def add_wards(catalogues: Registry, wards: Collection[str]) -> tuple[Registry, list[Problem]]:
    """Return the catalogues of a registry (read with ``load_registry(root, ())``) with the plans and actuals of *wards*, and their problems.

    For passing through a registry that is too large to be held at once: the catalogues are read only once.
    """
    problems: list[Problem] = []
    root = catalogues.root
    registry = replace(
        catalogues,
        scope=frozenset(wards),
        plans=MappingProxyType(_plans(root, wards, problems)),
        actuals=tuple(_actuals(root, wards, problems)),
        paths=tuple(_paths(root, wards, problems)),
    )
    return registry, locate.placed(root, problems)


def stray_problems(root: Path) -> list[Problem]:
    """Return a problem for every file that no ward owns, so that nothing reads it."""
    return [
        Problem(
            rule="stray-file",
            file=file,
            line=1,
            column=1,
            message="tệp không nằm đúng chỗ nên không được đọc",
            remedy="Đặt ở plans/<phường>/<mã>.yaml hoặc actuals/<phường>/<năm>.yaml, đuôi .yaml chữ thường.",
        )
        for file in folder.stray_files(root)
    ]


def _read(root: Path, relative: str, kind: str, problems: list[Problem]) -> Any:
    record, found = store.read_file(root, relative, kind)
    problems.extend(found)
    return record


def _plans(root: Path, wards: Collection[str] | None, problems: list[Problem]) -> dict[str, Plan]:
    plans: dict[str, Plan] = {}
    if wards is None:
        problems.extend(stray_problems(root))
    for file in folder.plan_files(root, wards):
        plan = _read(root, file, "plan", problems)
        if plan is None:
            continue
        expected = file.removeprefix(folder.PLANS + "/").rpartition(".")[0]
        if plan.id != expected:
            problems.append(
                Problem(
                    rule="id-against-path",
                    file=file,
                    path=("id",),
                    message=f"id `{plan.id}` không khớp với tên tệp",
                    remedy=f"Ghi `id: {expected}` hoặc chuyển tệp sang {plan_file(plan.id)}.",
                )
            )
            plan = replace(plan, id=expected)
        problems.extend(_doubled(plan, file))
        plans[plan.id] = plan
    return plans


_NOUNS = {"targets": "chỉ tiêu", "tasks": "nhiệm vụ", "projects": "dự án"}


def _doubled(plan: Plan, file: str) -> Iterator[Problem]:
    seen: dict[str, str] = {entry.id: "là mã đã rút" for entry in plan.retired}
    for kind in ("targets", "tasks", "projects"):
        for index, record in enumerate(getattr(plan, kind)):
            if record.id in seen:
                yield Problem(
                    rule="duplicate-id",
                    file=file,
                    path=(kind, index, "id"),
                    message=f"mã `{record.id}` {seen[record.id]}",
                    remedy="Mỗi bản ghi một mã riêng, mã cũ không dùng lại; thêm điều khoản vào mã nếu cần (ví dụ bhyt-pl09-2).",
                    ref=plan.ref(record.id),
                )
            seen.setdefault(record.id, f"đã dùng ở {_NOUNS[kind]} thứ {index + 1}")


def _actuals(root: Path, wards: Collection[str] | None, problems: list[Problem]) -> Iterator[Reported]:
    for file in folder.actual_files(root, wards):
        ward, year = file.split("/")[1], Path(file).stem
        seen: set[tuple[str | None, ...]] = set()
        for index, actual in enumerate(_read(root, file, "actuals", problems) or ()):
            key = (actual.indicator, actual.period, actual.stat, actual.unit, actual.of, actual.definition)
            if key in seen:
                problems.append(_actual_problem(file, index, "indicator", "chỉ tiêu này đã có số liệu cho cùng kỳ", "Giữ lại một số liệu."))
            if actual.period[:4] != year:
                problems.append(
                    _actual_problem(
                        file, index, "period", f"kỳ {actual.period} không thuộc năm {year} của tệp", "Chuyển sang tệp của năm đó."
                    )
                )
            seen.add(key)
            yield Reported(ward=ward, file=file, index=index, actual=actual)


def _paths(root: Path, wards: Collection[str] | None, problems: list[Problem]) -> Iterator[Declared]:
    for file in folder.path_files(root, wards):
        read: PathsFile | None = _read(root, file, "paths", problems)
        for index, path in enumerate(read.paths if read else ()):
            yield Declared(ward=file.split("/")[1], file=file, index=index, path=path)


def _actual_problem(file: str, index: int, key: str, message: str, remedy: str) -> Problem:
    return Problem(
        rule="actual-twice" if key == "indicator" else "period-against-path", file=file, path=(index, key), message=message, remedy=remedy
    )
