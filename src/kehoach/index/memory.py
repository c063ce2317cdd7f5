"""What the index remembers of the files of a registry, brought up to date at the start and written at the end."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from sqlite3 import Connection
from typing import TYPE_CHECKING, Any

from kehoach.index import freshness, tables
from kehoach.index.database import Database, Unusable
from kehoach.index.program import program
from kehoach.index.scope import KINDS, files_of, kind_of
from kehoach.index.tables import CATALOGUES, Answer, Entry, ward_of

if TYPE_CHECKING:
    from kehoach.index.reading import Bytes, Made
    from kehoach.index.underway import Make, Underway
    from kehoach.model.problem import Problem

Show = Callable[[Iterable[Any], int], Iterable[Any]]
"""Passes things on, of which there are so many, and shows how far it is."""
_AT_ONCE = 30
"""Wards whose records are fetched at a time: what is held is bounded."""


def database_of(root: Path, home: Path | None) -> Database | None:
    """Return the index in *home* of the registry in *root*, ``None`` without a *home*."""
    return Database(home, f"{program()}\n{root.resolve()}") if home is not None else None


class Memory:
    """The files of *wards* (all where ``None``) of the registry in *root*, as far as the index in *home* knows them.

    Without a *home* nothing is remembered and every file is read. Without *actuals* only plans and catalogues count.
    """

    def __init__(self, root: Path, home: Path | None, wards: Collection[str] | None, *, actuals: bool = True) -> None:
        self.root = root
        self._strange: list[str] = []
        self.scope = files_of(root, wards, self._strange, actuals=actuals)
        self.database = database_of(root, home)
        self.all = wards is None
        self.entries: dict[str, Entry] = {}
        """Every file of the scope that could be read, as it is now; of use after :meth:`refresh`."""
        self.wards = tuple(ward for ward in self.scope if ward != CATALOGUES)
        """The wards that have files, in the order of the plans."""
        self._wards = wards
        self._actuals = actuals
        self._given: dict[str, Bytes] = {}
        self._again: list[Entry] = []
        self._gone: list[str] = []
        self._before: set[str] = set()
        self._new: dict[str, Made] = {}
        self._records: dict[str, tuple[Any, list[Problem]]] = {}
        self._texts: dict[str, tuple[str, str]] = {}
        self._faults: dict[str, str] = {}
        self._answers: list[Answer] = []
        self._told: dict[tuple[str, str], tuple[str, str]] = {}
        self._groups: Mapping[str, tuple[str, ...]] | None = None
        self._states: dict[str, str | None] = {}

    def refresh(self, show: Show = lambda items, _: items, also: tuple[str, Make] | None = None) -> None:
        """Compare what is remembered with the files, and read those that are new or have changed.

        *also* names answers and what makes them: where many files are to be read, those about wards that are new are made on the way.
        """
        if self.database is not None:
            try:
                with self.database.reading() as found:
                    self._recall(found)
            except Unusable:
                self._forget()
        missing = [path for files in self.scope.values() for path in files if path not in self.entries]
        if not missing:
            return
        from kehoach.index import reading, schemas, underway

        schemas.recall(self.database)
        if len(missing) < reading.MANY:
            for path in missing:
                self._read(path)
            return
        making = underway.begun(self, *also, missing) if also is not None and self.all else None
        if self.database is None or not self._remembered(self.database, missing, show, making):
            for path, made, answers in show(reading.many(self.root, missing, making), len(missing)):
                self._hold(path, made)
                self._told.update(((name, ward), (basis, text.decode("utf-8", "surrogatepass"))) for name, ward, basis, text in answers)

    def files(self, wards: Iterable[str]) -> list[str]:
        """Return the files of *wards* as they were listed at the start: what is read, remembered and said is about these."""
        return [path for ward in sorted(wards) if ward != CATALOGUES for path in self.scope.get(ward, ())]

    def problems(self) -> list[Problem]:
        """Return the problems of all files of the scope, placed, and those of files that stand where none is read."""
        found = [problem for path in self._flawed() for problem in self._problems_of(path)]
        if self.all and self._strange:
            from kehoach.files import consistency

            found.extend(consistency.strays(self.root))
        return sorted(found, key=lambda problem: problem.order)

    def read(self, path: str, _kind: str = "") -> tuple[Any, list[Problem]]:
        """Return the record of a file and its problems, placed: as remembered, else from disk; its kind is told by its path."""
        from kehoach.index import records

        if path not in self._records and path not in self._texts and path in self.entries:
            self._fetch(path)
        texts = self._texts.pop(path, None)
        if texts is not None:
            return records.loads(texts[0]), list(records.loads(texts[1]))
        return self._records[path] if path in self._records else self._read(path)

    def _problems_of(self, path: str) -> list[Problem]:
        """Return the problems of a file as it was when the answer was made of it, whatever it is by now."""
        if path not in self._faults or path in self._records:
            return self.read(path)[1]
        from kehoach.index import records

        return list(records.loads(self._faults[path]))

    def kept(self, name: str, wards: Collection[str]) -> dict[str, str]:
        """Return the texts that were kept under *name* about *wards*, as far as they are there and their files as they were."""
        found = {ward: self._told[name, ward] for ward in wards if (name, ward) in self._told}
        if self.database is not None:
            with suppress(Unusable):
                with self.database.reading() as index:
                    told = {ward: (basis, text) for ward, basis, text in tables.answers(index, name, wards)}
                found |= told  # only what was read to a good end
        return {ward: text for ward, (basis, text) in found.items() if basis == self.basis(ward)}

    def keep(self, name: str, ward: str, text: str, basis: str | None) -> None:
        """Keep *text* about *ward* under *name*: it must follow from its *basis* and from nothing else."""
        if basis is not None and self.database is not None:
            self._answers.append((name, ward, basis, text.encode("utf-8", "surrogatepass")))

    def basis(self, ward: str) -> str | None:
        """Return what an answer about a ward follows from: the catalogues and the files of its group, with their contents' digests.

        ``None`` where one of them could not be read.
        """
        return tables.basis(map(self.state, (CATALOGUES, *self.groups.get(ward, (ward,)))))

    @property
    def groups(self) -> Mapping[str, tuple[str, ...]]:
        """The wards of the scope, each with those that its records are tied to by references, itself included."""
        if self._groups is None:
            from kehoach.index.groups import grouped

            ties = ((ward_of(path), to) for path, entry in self.entries.items() if entry.links for to in entry.links.split())
            self._groups = grouped(self.wards, ties)
        return self._groups

    def store(self) -> bool:
        """Write what was found new and tell whether the disk took it; where it does not, nothing is said."""
        if self.database is None:
            return False
        if not (self._new or self._again or self._gone or self._answers):
            return True
        done = False
        with suppress(Unusable), self.database.writing() as found:
            self._put(found)
            for made in self._new.values():
                tables.put(found, *made)
            tables.put_answers(found, self._answers)
            if self._new:
                from kehoach.index import schemas

                schemas.keep(found)
            done = True
        self._again, self._gone, self._new, self._answers = [], [], {}, []
        return done

    def _put(self, found: Connection) -> None:
        tables.drop(found, self._gone)
        for entry in self._again:
            tables.put_again(found, entry)

    def _recall(self, found: Connection) -> None:
        entries = tables.entries(found, self._wards, actuals=self._actuals)
        self._before = set(entries)
        for files in self.scope.values():
            for path, stat in files.items():
                entry = entries.pop(path, None)
                if entry is not None and (same := self._same(entry, stat)) is not None:
                    self.entries[path] = same
                    if same.flawed:
                        self._faults[path] = tables.problems(found, path, same.digest)
        self._gone = [path for path in entries if self._actuals or path.startswith("plans/")]

    def _same(self, entry: Entry, stat: freshness.Stat | None) -> Entry | None:
        """Return the entry of a file that is what it was; told by its content where the stat leaves a doubt."""
        if stat == entry[1:5] and freshness.sure(stat, entry.read_at):
            return entry
        try:
            raw, stat, read_at = freshness.read(self.root / entry.path)
        except OSError:
            return None
        if freshness.digest_of(raw) != entry.digest:
            self._given[entry.path] = raw, stat, read_at
            return None
        again = Entry(entry.path, *stat, read_at, *entry[6:])
        self._again.append(again)
        return again

    def _forget(self) -> None:
        self.entries, self._again, self._gone, self._faults = {}, [], [], {}

    def _remembered(self, database: Database, missing: list[str], show: Show, making: Underway | None) -> bool:
        """Read many files and write each as it comes, so that few are held; tell whether the disk took them."""
        from kehoach.index import reading, schemas

        entries, failed, faults = {}, [], {}
        try:
            with database.writing() as found:
                self._put(found)
                for path, made, answers in show(reading.many(self.root, missing, making), len(missing)):
                    tables.put_answers(found, answers)
                    if made is None:
                        failed.append(path)
                    else:
                        tables.put(found, *made)
                        entries[path] = made.entry
                        if made.entry.flawed:
                            faults[path] = made.problems
                schemas.keep(found)
        except Unusable:
            return False
        self.entries.update(entries)
        self._faults.update(faults)
        self._again, self._gone = [], []
        for path in failed:
            self._hold(path, None)
        return True

    def _hold(self, path: str, made: Made | None) -> None:
        if made is None:
            self._read(path)
        else:
            self.entries[path] = made.entry
            self._texts[path] = made.record.decode("utf-8", "surrogatepass"), made.problems
            self._faults[path] = made.problems

    def _read(self, path: str) -> tuple[Any, list[Problem]]:
        """Read a file from disk."""
        from kehoach.index import reading, schemas

        schemas.recall(self.database)
        before = self.entries.get(path)
        try:
            record, problems, made, _ = reading.one(self.root, path, self._given.pop(path, None))
        except OSError:
            from kehoach.files import store

            self.entries.pop(path, None)
            if path in self._before:
                self._before.remove(path)
                self._gone.append(path)
            found: tuple[Any, list[Problem]] = None, []
            if path in KINDS or os.path.lexists(self.root / path):
                found = store.read_file(self.root, path, kind_of(path))  # which words the failure
            else:
                self.scope.get(ward_of(path), {}).pop(path, None)  # it went after it was listed
        else:
            self.entries[path] = made.entry
            if self.database is not None:
                self._new[path] = made
            found = record, problems
        self._states.pop(ward_of(path), None)
        if before is not None and (path not in self.entries or before.links != self.entries[path].links):
            self._groups = None
        self._records[path] = found
        return found

    def _fetch(self, path: str) -> None:
        """Fetch the records of the ward of a file, and of the wards after it."""
        if self.database is None:
            return
        ward = ward_of(path)
        wards = (CATALOGUES,) if ward == CATALOGUES else self.wards[(first := self.wards.index(ward)) : first + _AT_ONCE]
        with suppress(Unusable):
            texts = {}
            with self.database.reading() as found:
                for each, digest, record, problems in tables.records(found, wards):
                    if each in self.entries and self.entries[each].digest == digest:
                        texts[each] = record, problems
            self._texts.update(texts)  # only what was read to a good end

    def _flawed(self) -> list[str]:
        paths = (path for files in self.scope.values() for path in files)
        return [path for path in paths if path not in self.entries or self.entries[path].flawed]

    def state(self, ward: str) -> str | None:
        """Return the files of a ward with their contents' digests, ``None`` where one could not be read."""
        if ward not in self._states:
            self._states[ward] = tables.state(self.entries.get(path) for path in self.scope.get(ward, ()))
        return self._states[ward]
