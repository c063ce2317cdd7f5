"""What the index remembers of each file, and what a session found new: read at the start, written at the end."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kehoach.index import freshness, tables
from kehoach.index.database import Database, Unusable
from kehoach.index.program import program
from kehoach.index.scope import files_of
from kehoach.index.tables import CATALOGUES, Entry, ward_of

if TYPE_CHECKING:
    from kehoach.model.problem import Problem


class Memory:
    """The files of *wards* (all where ``None``) of the registry in *root*, as far as the index in *home* knows them.

    Without a *home* nothing is remembered and every file is read.
    """

    def __init__(self, root: Path, home: Path | None, wards: Collection[str] | None) -> None:
        self._root = root
        self._wards = wards
        self._scope = files_of(root, wards)
        self._database = Database(home, f"{program()}\n{root.resolve()}") if home is not None else None
        self._known: dict[str, Entry] = {}
        self._texts: dict[str, tuple[str, str]] = {}
        self._raw: dict[str, tuple[bytes, freshness.Stat, int]] = {}
        self._used: dict[str, list[tuple[str, str]]] = {}
        self._gone: list[str] = []
        self._new: dict[str, tuple[Entry, str, str]] = {}
        self._again: dict[str, Entry] = {}
        self._answers: list[tuple[str, str, str, str]] = []

    @property
    def wards(self) -> tuple[str, ...]:
        """The wards that have files, in the order of the plans."""
        return tuple(ward for ward in self._scope if ward != CATALOGUES)

    def answers(self, name: str) -> list[str] | None:
        """Return the texts that were kept under *name*, ward by ward; ``None`` unless all are there and all files as they were."""
        if self._database is None:
            return None
        try:
            with self._database.reading() as found:
                self._recall(found)
                if self._wards is None and self._strays():
                    return None
                return self._texts_of(name, found)
        except Unusable:
            return None

    def keep(self, name: str, texts: Mapping[str, str]) -> None:
        """Keep *texts* (by ward) under *name*: they must follow from the files that :meth:`read` gave out, and from nothing else."""
        self._answers.extend((name, ward, _basis(self._used, ward), text) for ward, text in texts.items())

    def prepare(self) -> None:
        """Recall the records of the files that have not changed; :meth:`read` then gives them out."""
        if self._database is None:
            return
        try:
            with self._database.reading() as found:
                self._recall(found)
                for path, digest, record, problems in tables.records(found, self._wards):
                    if path in self._known and self._known[path].digest == digest:
                        self._texts[path] = record, problems
        except Unusable:
            self._forget()

    def read(self, path: str, kind: str) -> tuple[Any, list[Problem]]:
        """Return the record of a file and its problems, placed: as remembered, else from disk."""
        from kehoach.index import records

        entry, texts = self._known.get(path), self._texts.pop(path, None)
        if entry is None or texts is None:
            return self._read(path, kind)
        self._use(path, entry.digest)
        return records.loads(texts[0]), list(records.loads(texts[1]))

    def store(self) -> None:
        """Write what was found new; where the disk does not take it, nothing is kept and nothing said."""
        if self._database is None or not (self._new or self._again or self._gone or self._answers):
            return
        with suppress(Unusable), self._database.writing() as found:
            self._write(found)
        self._new, self._again, self._gone, self._answers = {}, {}, [], []

    def _recall(self, found: sqlite3.Connection) -> None:
        """Compare what is remembered with what the system says of each file now."""
        self._forget()
        entries = tables.entries(found, self._wards)
        for files in self._scope.values():
            for path in files:
                entry = entries.pop(path, None)
                if entry is not None and self._same(path, entry):
                    self._known[path] = self._again.get(path, entry)
        self._gone = list(entries)

    def _same(self, path: str, entry: Entry) -> bool:
        """Tell whether a file is what it was, by its content where the stat leaves a doubt."""
        stat = freshness.stat_of(f"{self._root}/{path}")
        if stat == entry.stat and freshness.sure(entry.stat, entry.read_at):
            return True
        try:
            raw, stat, read_at = freshness.read(self._root / path)
        except OSError:
            return False
        if freshness.digest_of(raw) != entry.digest:
            self._raw[path] = raw, stat, read_at
            return False
        self._again[path] = Entry(stat, read_at, entry.digest, entry.flawed)
        return True

    def _texts_of(self, name: str, found: sqlite3.Connection) -> list[str] | None:
        used: dict[str, list[tuple[str, str]]] = {}
        for ward, files in self._scope.items():
            for path in files:
                entry = self._known.get(path)
                if entry is None or entry.flawed:
                    return None
                used.setdefault(ward, []).append((path, entry.digest))
        texts = []
        for ward in self._scope:
            if ward != CATALOGUES:
                row = tables.answer(found, name, ward)
                if row is None or row[0] != _basis(used, ward):
                    return None
                texts.append(row[1])
        return texts

    def _strays(self) -> bool:
        from kehoach.files.folder import stray_files

        return any(True for _ in stray_files(self._root))

    def _read(self, path: str, kind: str) -> tuple[Any, list[Problem]]:
        from kehoach.files import locate, store
        from kehoach.index import records

        try:
            raw, stat, read_at = self._raw.pop(path) if path in self._raw else freshness.read(self._root / path)
        except OSError:
            return store.read_file(self._root, path, kind)  # which words the failure
        record, problems = store.read_bytes(raw, path, kind)
        placed = locate.placed(self._root, problems)
        digest = freshness.digest_of(raw)
        self._use(path, digest)
        if self._database is not None:
            entry = Entry(stat, read_at, digest, bool(problems))
            self._new[path] = (entry, records.dumps(record), records.dumps(placed))
        return record, placed

    def _use(self, path: str, digest: str) -> None:
        self._used.setdefault(ward_of(path), []).append((path, digest))

    def _write(self, found: sqlite3.Connection) -> None:
        tables.drop(found, self._gone)
        for path, entry in self._again.items():
            tables.put_again(found, path, entry)
        for path, (entry, record, problems) in self._new.items():
            tables.put(found, path, entry, record, problems)
        tables.put_answers(found, self._answers)

    def _forget(self) -> None:
        self._known, self._texts, self._gone, self._again = {}, {}, [], {}


def _basis(used: Mapping[str, Iterable[tuple[str, str]]], ward: str) -> str:
    """Return what an answer about a ward follows from: its files and the catalogues, with their contents' digests."""
    return "\n".join(f"{path} {digest}" for group in (CATALOGUES, ward) for path, digest in sorted(used.get(group, ())))
