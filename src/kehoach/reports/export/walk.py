"""Through a registry of any size, one ward at a time: what is held in memory is the catalogues and one ward."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from kehoach.files import consistency, folder
from kehoach.registry import Read, Registry, add_wards, load_registry
from kehoach.reports.export.catalogue import province_of
from kehoach.reports.export.column import Part


class Walk:
    """A registry (all of it, or only *wards*) as parts; ``problems`` grows while the parts are read, by *read* where it is given."""

    def __init__(self, root: Path, wards: Collection[str] | None, read: Read | None = None) -> None:
        self._read = read
        self._catalogues, self.problems = load_registry(root, (), read)
        if wards is None:
            self.problems.extend(consistency.strays(root))
        self._wanted = wards
        self.wards = sorted(_with_files(root) if wards is None else set(wards), key=self._order)
        self._years = _years(root)

    def _order(self, ward: str) -> tuple[bool, str, str]:
        """Sort wards by province, so that a province's files are written in one go."""
        province = province_of(self._catalogues, ward)
        return province is None, province or "", ward

    @property
    def registry(self) -> Registry:
        """The catalogues, with the scope that was asked for."""
        return replace(self._catalogues, scope=None if self._wanted is None else frozenset(self._wanted))

    def catalogues(self) -> Part:
        """Return the part that the tables of the catalogues are made from, with the problems found by then."""
        return Part(self.registry, problems=tuple(self.problems))

    def parts(self) -> Iterator[Part]:
        """Yield every ward, province by province; an empty part where there is none, so that every table is there."""
        if not self.wards:
            yield Part(self._catalogues)
        for ward in self.wards:
            registry, found = add_wards(self._catalogues, (ward,), self._read)
            self.problems.extend(found)
            yield Part(registry, ward, province_of(registry, ward), self._years)


def _with_files(root: Path) -> set[str]:
    return {file.split("/")[1] for of in (folder.plan_files, folder.actual_files, folder.path_files) for file in of(root)}


def _years(root: Path) -> tuple[int, ...]:
    """Return the years from the first to the last that any ward has reported on: told by the names of the files."""
    stems = {Path(file).stem for file in folder.actual_files(root)}
    years = [int(stem) for stem in stems if stem.isdecimal() and len(stem) == 4]
    return tuple(range(min(years), max(years) + 1)) if years else ()
