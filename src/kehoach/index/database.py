"""The SQLite file: opened to be read, or by one writer in one transaction; whatever is wrong with it, it is as if it were not there.

SQLite keeps no checksums, so a page that was overwritten could answer wrongly. Beside the file stands a stamp: what the system
said of it (size, times, inode) after the last transaction. A file that does not bear its stamp is not read, and is begun anew by
the next writer. Nobody else writes it: a reader who holds SQLite's shared lock keeps every writer out.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kehoach.index import freshness, tables
from kehoach.index.lock import alone

WAIT = 0.3
"""Seconds a reader waits for a writer to finish before it does without."""
_PAGE = 16384
"""Bytes in a page: records and answers are long, and are written and read in a quarter of the calls."""


class Unusable(Exception):
    """There is no index that could be read or written now; never seen by a user."""


class Database:
    """The index in *folder*; *program* is who may read it (the program, and the registry it is about)."""

    def __init__(self, folder: Path, program: str) -> None:
        self.folder = folder
        self.program = program
        self.path = folder / "index.sqlite"
        self._journal = folder / "index.sqlite-journal"
        self._stamp = folder / "index.stamp"

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Open the index for one reading; what was read counts only if this ends without an exception.

        Raises:
            Unusable: it is not there, somebody writes it, it is damaged, of another program, or changed meanwhile.
        """
        try:
            seen = self._seen()
            with closing(sqlite3.connect(f"{self.path.as_uri()}?mode=ro", uri=True, timeout=WAIT, isolation_level=None)) as found:
                found.execute("BEGIN")
                (program,) = found.execute("SELECT name FROM program").fetchone() or ("",)
                if program != self.program or not self._bears_stamp(seen):
                    raise Unusable
                yield found
                if not self._bears_stamp(seen):
                    raise Unusable
        except (sqlite3.Error, sqlite3.Warning, OSError, ValueError) as error:
            raise Unusable from error

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Open the index for one transaction, begun anew where it is damaged; all is kept or nothing.

        Raises:
            Unusable: somebody else writes, or the disk does not take it.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with alone(self.folder / "index.lock") as mine:
                if not mine:
                    raise Unusable
                if os.path.lexists(self._journal) or not self._bears_stamp():
                    self._remove()
                with closing(sqlite3.connect(self.path, timeout=WAIT, isolation_level=None)) as found:
                    self._begin(found)
                    opened = os.stat(self.path)
                    yield found
                    found.execute("COMMIT")
                if not os.path.samestat(opened, os.stat(self.path)):
                    raise Unusable  # somebody cleared the folder meanwhile, and somebody else began anew
                self._put_stamp()
        except (sqlite3.Error, sqlite3.Warning, OSError, ValueError) as error:
            raise Unusable from error

    def _begin(self, found: sqlite3.Connection) -> None:
        found.execute(f"PRAGMA page_size = {_PAGE}")  # of a file that is begun
        found.execute("PRAGMA journal_mode = DELETE")
        found.execute("PRAGMA synchronous = NORMAL")
        found.execute("BEGIN IMMEDIATE")
        names = [name for (name,) in found.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'words_*'")]
        if "program" in names and found.execute("SELECT name FROM program").fetchone() == (self.program,):
            return
        for name in names:
            found.execute(f"DROP TABLE {name}")
        for statement in tables.SCHEMA.split(";"):
            found.execute(statement)
        found.execute("INSERT INTO program VALUES (?)", (self.program,))

    def _remove(self) -> None:
        """Take a damaged index away, its journal first: a journal must never be played back into another file.

        A journal without a writer was left by one that died, or by anybody; to begin anew is always right.
        """
        for path in (self._journal, self._stamp, self.path):
            if path.is_dir() and not path.is_symlink():
                from shutil import rmtree

                rmtree(path)
            path.unlink(missing_ok=True)

    def _bears_stamp(self, before: bytes | None = None) -> bool:
        """Tell whether the file is what the last writer left, and still the one that was seen *before*."""
        try:
            stamp = self._stamp.read_bytes()
        except OSError:
            return False
        return stamp == self._seen() and before in (None, stamp)

    def _put_stamp(self) -> None:
        temporary = self._stamp.with_suffix(".new")
        temporary.write_bytes(self._seen())
        os.replace(temporary, self._stamp)

    def _seen(self) -> bytes:
        return repr(freshness.stat_of(self.path)).encode()
