"""What the index remembers of each file, and what a session found new: read at the start, written at the end."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from pathlib import Path
from sqlite3 import Connection
from typing import TYPE_CHECKING, Any

from kehoach.index import freshness, tables
from kehoach.index.database import Database, Unusable
from kehoach.index.program import program
from kehoach.index.scope import files_of
from kehoach.index.tables import CATALOGUES, Entry, ward_of

if TYPE_CHECKING:
    from kehoach.model.problem import Problem

Tick = Callable[[int, int], None]
"""Is told how many files of how many have been dealt with."""


class Memory:
    """The files of *wards* (all where ``None``) of the registry in *root*, as far as the index in *home* knows them.

    Without a *home* nothing is remembered and every file is read. Without *actuals* only plans and catalogues count.
    """

    def __init__(
        self, root: Path, home: Path | None, wards: Collection[str] | None, *, actuals: bool = True, tick: Tick | None = None
    ) -> None:
        self.root = root
        self.scope = files_of(root, wards, actuals=actuals)
        self.database = Database(home, f"{program()}\n{root.resolve()}") if home is not None else None
        self.known: dict[str, Entry] = {}
        """The files that are as they were remembered."""
        self.gone: list[str] = []
        self.again: dict[str, Entry] = {}
        """Those of them that had to be read again to know it."""
        self.all = wards is None
        self._wards = wards
        self._actuals = actuals
        self._tick = tick
        self._texts: dict[str, tuple[str, str]] = {}
        self._raw: dict[str, tuple[bytes, freshness.Stat, int]] = {}
        self._used: dict[str, dict[str, str]] = {}
        self._new: dict[str, tuple[Entry, str, str]] = {}
        self._answers: list[tuple[str, str, str, str]] = []

    @property
    def wards(self) -> tuple[str, ...]:
        """The wards that have files, in the order of the plans."""
        return tuple(ward for ward in self.scope if ward != CATALOGUES)

    def answers(self, name: str) -> list[str] | None:
        """Return the texts that were kept under *name*, ward by ward; ``None`` unless all are there and all files as they were."""
        if self.database is None:
            return None
        try:
            with self.database.reading() as found:
                self.recall(found)
                return None if self.all and self.strays() else self._texts_of(name, found)
        except Unusable:
            return None

    def keep(self, name: str, texts: Mapping[str, str]) -> None:
        """Keep *texts* (by ward) under *name*: they must follow from the files that :meth:`read` gave out, and from nothing else."""
        self._answers.extend((name, ward, _basis(self._used, ward), text) for ward, text in texts.items())

    def prepare(self) -> None:
        """Recall the records of the files that have not changed; :meth:`read` then gives them out."""
        if self.database is None:
            return
        try:
            with self.database.reading() as found:
                self.recall(found)
                for path, digest, record, problems in tables.records(found, self._wards):
                    if path in self.known and self.known[path].digest == digest:
                        self._texts[path] = record, problems
        except Unusable:
            self._forget()

    def read(self, path: str, kind: str) -> tuple[Any, list[Problem]]:
        """Return the record of a file and its problems, placed: as remembered, else from disk."""
        from kehoach.index import records

        if self._tick is not None:
            self._tick(sum(map(len, self._used.values())), sum(map(len, self.scope.values())))
        entry, texts = self.known.get(path), self._texts.pop(path, None)
        if entry is None or texts is None:
            return self._read(path, kind)
        self._use(path, entry.digest)
        return records.loads(texts[0]), list(records.loads(texts[1]))

    def store(self) -> None:
        """Write what was found new; where the disk does not take it, nothing is kept and nothing said."""
        if self.database is None or not (self._new or self.again or self.gone or self._answers):
            return
        with suppress(Unusable), self.database.writing() as found:
            tables.drop(found, self.gone)
            for entry in self.again.values():
                tables.put_again(found, entry)
            for new in self._new.values():
                tables.put(found, *new)
            tables.put_answers(found, self._answers)
        self._new, self.again, self.gone, self._answers = {}, {}, [], []

    def recall(self, found: Connection) -> None:
        """Compare what is remembered with what the system says of each file now."""
        self._forget()
        entries = tables.entries(found, self._wards)
        for files in self.scope.values():
            for path, stat in files.items():
                entry = entries.pop(path, None)
                if entry is not None and self._same(entry, stat):
                    self.known[path] = self.again.get(path, entry)
        self.gone = [path for path in entries if self._actuals or path.startswith("plans/")]

    def strays(self) -> bool:
        """Tell whether files stand where none is read."""
        from kehoach.files.folder import stray_files

        return any(True for _ in stray_files(self.root))

    def fresh(self, path: str, kind: str) -> tuple[Any, tuple[Entry, str, str]]:
        """Read a file from disk and return its record, and what is to be remembered of it: entry, record and problems as text.

        Raises:
            OSError: it cannot be read.
        """
        from kehoach.files import locate, store
        from kehoach.index import records

        raw, stat, read_at = self._raw.pop(path) if path in self._raw else freshness.read(self.root / path)
        record, problems = store.read_whole(self.root, path, kind, raw)
        placed = locate.placed(self.root, problems)
        entry = Entry(path, *stat, read_at, freshness.digest_of(raw), bool(problems), 0, 0)
        return record, (entry, records.dumps(record), records.dumps(placed))

    def _read(self, path: str, kind: str) -> tuple[Any, list[Problem]]:
        from kehoach.files import store
        from kehoach.index import records

        try:
            record, new = self.fresh(path, kind)
        except OSError:
            return store.read_file(self.root, path, kind)  # which words the failure
        self._use(path, new[0].digest)
        if self.database is not None:
            self._new[path] = new
        return record, list(records.loads(new[2]))

    def _same(self, entry: Entry, stat: freshness.Stat | None) -> bool:
        """Tell whether a file is what it was, by its content where the stat leaves a doubt."""
        if stat == entry[1:5] and freshness.sure(stat, entry.read_at):
            return True
        try:
            raw, stat, read_at = freshness.read(self.root / entry.path)
        except OSError:
            return False
        if freshness.digest_of(raw) != entry.digest:
            self._raw[entry.path] = raw, stat, read_at
            return False
        self.again[entry.path] = Entry(entry.path, *stat, read_at, *entry[6:])
        return True

    def _texts_of(self, name: str, found: Connection) -> list[str] | None:
        paths = [path for files in self.scope.values() for path in files]
        if any(path not in self.known or self.known[path].flawed for path in paths):
            return None
        used = {ward: {path: self.known[path].digest for path in files} for ward, files in self.scope.items()}
        texts = []
        for ward in self.wards:
            row = tables.answer(found, name, ward)
            if row is None or row[0] != _basis(used, ward):
                return None
            texts.append(row[1])
        return texts

    def _use(self, path: str, digest: str) -> None:
        self._used.setdefault(ward_of(path), {})[path] = digest

    def _forget(self) -> None:
        self.known, self._texts, self.gone, self.again = {}, {}, [], {}


def _basis(used: Mapping[str, Mapping[str, str]], ward: str) -> str:
    """Return what an answer about a ward follows from: its files and the catalogues, with their contents' digests."""
    return "\n".join(f"{path} {digest}" for group in (CATALOGUES, ward) for path, digest in sorted(used.get(group, {}).items()))
