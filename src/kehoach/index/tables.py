"""The tables of the index and every statement on them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from sqlite3 import Connection
from typing import Any

from kehoach.index.freshness import Stat

SCHEMA = """
CREATE TABLE program (name TEXT NOT NULL);
CREATE TABLE files (
  path TEXT PRIMARY KEY, ward TEXT NOT NULL, size INTEGER NOT NULL, mtime INTEGER NOT NULL, ctime INTEGER NOT NULL,
  inode INTEGER NOT NULL, read_at INTEGER NOT NULL, digest TEXT NOT NULL, flawed INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX files_of_ward ON files (ward);
CREATE TABLE records (path TEXT PRIMARY KEY, ward TEXT NOT NULL, digest TEXT NOT NULL, record TEXT NOT NULL, problems TEXT NOT NULL);
CREATE INDEX records_of_ward ON records (ward);
CREATE TABLE answers (name TEXT, ward TEXT, basis TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (name, ward));
"""
CATALOGUES = ""
"""What stands for a ward among the files that every ward shares."""


class Entry:
    """What is remembered of a file: the stat it was read with, when (ns), its content's digest, and whether it had problems."""

    __slots__ = ("digest", "flawed", "read_at", "stat")

    def __init__(self, stat: Stat, read_at: int, digest: str, flawed: bool) -> None:
        self.stat = stat
        self.read_at = read_at
        self.digest = digest
        self.flawed = flawed


def ward_of(path: str) -> str:
    """Return the ward that a file of the registry belongs to."""
    return path.split("/", 2)[1] if "/" in path else CATALOGUES


def entries(found: Connection, wards: Collection[str] | None) -> dict[str, Entry]:
    """Return what is remembered of the files of *wards* (all where ``None``) and of the catalogues."""
    query = "SELECT path, size, mtime, ctime, inode, read_at, digest, flawed FROM files"
    return {row[0]: Entry(row[1:5], row[5], row[6], bool(row[7])) for row in _of(found, query, wards)}


def records(found: Connection, wards: Collection[str] | None) -> Iterator[tuple[str, str, str, str]]:
    """Yield path, digest, record and problems of the files of *wards* and of the catalogues."""
    return _of(found, "SELECT path, digest, record, problems FROM records", wards)


def _of(found: Connection, query: str, wards: Collection[str] | None) -> Iterator[Any]:
    if wards is None:
        yield from found.execute(query)
    else:
        for ward in (CATALOGUES, *wards):
            yield from found.execute(query + " WHERE ward = ?", (ward,))


def answer(found: Connection, name: str, ward: str) -> tuple[str, str] | None:
    """Return the basis and the text of an answer."""
    row: tuple[str, str] | None = found.execute("SELECT basis, text FROM answers WHERE name = ? AND ward = ?", (name, ward)).fetchone()
    return row


def put(found: Connection, path: str, entry: Entry, record: str, problems: str) -> None:
    """Remember a file that is new or has changed."""
    ward = ward_of(path)
    row = (path, ward, *entry.stat, entry.read_at, entry.digest, entry.flawed)
    found.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    found.execute("INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?, ?)", (path, ward, entry.digest, record, problems))


def put_again(found: Connection, path: str, entry: Entry) -> None:
    """Remember that a file was read again and holds what it held."""
    statement = "UPDATE files SET size = ?, mtime = ?, ctime = ?, inode = ?, read_at = ? WHERE path = ? AND digest = ?"
    found.execute(statement, (*entry.stat, entry.read_at, path, entry.digest))


def put_answers(found: Connection, rows: Iterable[tuple[str, str, str, str]]) -> None:
    """Keep answers: name, ward, basis, text."""
    found.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?)", rows)


def drop(found: Connection, paths: Iterable[str]) -> None:
    """Forget files that are gone, with the answers about their wards."""
    for path in paths:
        found.execute("DELETE FROM files WHERE path = ?", (path,))
        found.execute("DELETE FROM records WHERE path = ?", (path,))
        found.execute("DELETE FROM answers WHERE ward = ?", (ward_of(path),))
