"""A folder becomes a registry and a list of problems; what is good is always returned, and never changed afterwards."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from kehoach.files import consistency, folder, locate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kehoach.model.catalogues import Indicator, Reference, Unit, UnitsFile, Ward
    from kehoach.model.plan import Plan
    from kehoach.model.problem import Problem
    from kehoach.model.results import Actual, DeclaredPath, PathsFile
    from kehoach.model.target import Target
    from kehoach.model.work import Project, Task


Read = Callable[[str, str], "tuple[Any, list[Problem]]"]
"""What reads one file: from its path in the registry and its kind to its record (``None`` where it is broken) and its problems."""


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


def load_registry(
    root: Path, wards: Collection[str] | None = None, read: Read | None = None, files: Collection[str] | None = None
) -> tuple[Registry, list[Problem]]:
    """Read the registry in *root*, of all wards or only of *wards*, and return it with every problem found.

    *read* reads a file where it need not be read from disk; *files* are the plans and actuals where they have been listed. Never raises for what a file holds;
    :class:`~kehoach.errors.CannotRead` where a folder cannot be listed.
    """
    problems: list[Problem] = []
    record = _reader(root, read, problems)
    if wards is None:
        problems.extend(consistency.strays(root))
    units: UnitsFile | None = record(folder.UNITS, "units")
    listed = _listed(root, wards, files)
    plans = _plans(listed("plan"), record)
    indicators = record(folder.INDICATORS, "indicators")
    references = record(folder.REFERENCES, "references")
    catalogues = {folder.UNITS: units, folder.INDICATORS: indicators, folder.REFERENCES: references}
    registry = Registry(
        root=root,
        scope=None if wards is None else frozenset(wards),
        wards=MappingProxyType(units.wards if units else {}),
        units=MappingProxyType(units.units if units else {}),
        indicators=MappingProxyType({} if indicators is None else indicators),
        references=MappingProxyType({} if references is None else references),
        plans=MappingProxyType(plans),
        actuals=tuple(_actuals(listed("actuals"), record)),
        paths=tuple(_paths(listed("paths"), record)),
        unread=frozenset(file for file, found in catalogues.items() if found is None),
    )
    return registry, locate.placed(root, problems)


def add_wards(
    catalogues: Registry, wards: Collection[str], read: Read | None = None, files: Collection[str] | None = None
) -> tuple[Registry, list[Problem]]:
    """Return the catalogues of a registry (read with ``load_registry(root, ())``) with the plans and actuals of *wards*, and their problems.

    For passing through a registry that is too large to be held at once: the catalogues are read only once.
    """
    problems: list[Problem] = []
    root = catalogues.root
    record = _reader(root, read, problems)
    listed = _listed(root, wards, files)
    registry = replace(
        catalogues,
        scope=frozenset(wards),
        plans=MappingProxyType(_plans(listed("plan"), record)),
        actuals=tuple(_actuals(listed("actuals"), record)),
        paths=tuple(_paths(listed("paths"), record)),
    )
    return registry, locate.placed(root, problems)


def _reader(root: Path, read: Read | None, problems: list[Problem]) -> Callable[[str, str], Any]:
    """Return what reads a record and puts its problems aside."""
    if read is None:
        from functools import partial

        from kehoach.files import store  # with it comes everything that validates

        read = partial(store.read_whole, root)

    def record(relative: str, kind: str) -> Any:
        found, faults = read(relative, kind)
        problems.extend(faults)
        return found

    return record


def _listed(root: Path, wards: Collection[str] | None, files: Collection[str] | None) -> Callable[[str], Iterable[str]]:
    """Return what lists the files of a kind: of those that are known, else of the disk."""
    if files is None:
        on_disk = {"plan": folder.plan_files, "actuals": folder.actual_files, "paths": folder.path_files}
        return lambda kind: on_disk[kind](root, wards)
    return lambda kind: [file for file in files if folder.kind_of(file) == kind]


def _plans(files: Iterable[str], record: Callable[[str, str], Any]) -> dict[str, Plan]:
    plans: dict[str, Plan] = {}
    for file in files:
        plan = record(file, "plan")
        if plan is not None:
            plans[plan.id] = plan
    return plans


def _actuals(files: Iterable[str], record: Callable[[str, str], Any]) -> Iterator[Reported]:
    for file in files:
        for index, actual in enumerate(record(file, "actuals") or ()):
            yield Reported(ward=file.split("/")[1], file=file, index=index, actual=actual)


def _paths(files: Iterable[str], record: Callable[[str, str], Any]) -> Iterator[Declared]:
    for file in files:
        read: PathsFile | None = record(file, "paths")
        for index, path in enumerate(read.paths if read else ()):
            yield Declared(ward=file.split("/")[1], file=file, index=index, path=path)
