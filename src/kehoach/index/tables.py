"""The tables of the index and every statement on them."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Collection, Iterable, Iterator
from sqlite3 import Connection
from typing import Any

SCHEMA = """
CREATE TABLE program (name TEXT NOT NULL);
CREATE TABLE files (
  path TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime INTEGER NOT NULL, ctime INTEGER NOT NULL, inode INTEGER NOT NULL,
  read_at INTEGER NOT NULL, digest TEXT NOT NULL, flawed INTEGER NOT NULL, id INTEGER NOT NULL, worded INTEGER NOT NULL, ward TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX files_of_ward ON files (ward);
CREATE INDEX files_in_order ON files (id);
CREATE TABLE records (path TEXT PRIMARY KEY, ward TEXT NOT NULL, digest TEXT NOT NULL, record TEXT NOT NULL, problems TEXT NOT NULL);
CREATE INDEX records_of_ward ON records (ward);
CREATE TABLE answers (name TEXT, ward TEXT, basis TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (name, ward));
CREATE VIRTUAL TABLE words USING fts5 (name, text, link, tokenize = "unicode61 remove_diacritics 0 tokenchars '-'", detail = full)
"""
"""``words`` holds a document for each thing that can be searched for; its rowid is the file's id and the position in the file."""
CATALOGUES = ""
"""What stands for a ward among the files that every ward shares."""
GAP = 1 << 20
"""Between the ids of neighbours at first; also more things than any one file holds."""

Entry = namedtuple("Entry", "path size mtime ctime inode read_at digest flawed id worded")  # noqa: PYI024  # typing is dear at start-up
"""What is remembered of a file: the stat it was read with, when (ns), its content's digest, whether it had problems, its id (ids are
in the order of the paths), and whether its words are in the index."""


def ward_of(path: str) -> str:
    """Return the ward that a file of the registry belongs to."""
    return path.split("/", 2)[1] if "/" in path else CATALOGUES


def entries(found: Connection, wards: Collection[str] | None) -> dict[str, Entry]:
    """Return what is remembered of the files of *wards* (all where ``None``) and of the catalogues."""
    query = "SELECT path, size, mtime, ctime, inode, read_at, digest, flawed, id, worded FROM files"
    return {row[0]: Entry._make(row) for row in _of(found, query, wards)}


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


def record(found: Connection, path: str) -> str:
    """Return the record of a file that is remembered."""
    (text,) = found.execute("SELECT record FROM records WHERE path = ?", (path,)).fetchone()
    return str(text)


def put(found: Connection, entry: Entry, record: str, problems: str) -> int:
    """Remember a file that is new or has changed, and return its id; its words are not in the index yet."""
    ward, ident = ward_of(entry.path), _id(found, entry.path)
    drop_words(found, ident)
    found.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)", (*entry[:8], ident, ward))
    found.execute("INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?, ?)", (entry.path, ward, entry.digest, record, problems))
    return ident


def _id(found: Connection, path: str) -> int:
    """Return the id of a file: its own, or one between its neighbours'."""
    own = found.execute("SELECT id FROM files WHERE path = ?", (path,)).fetchone()
    if own is not None:
        return int(own[0])
    before = found.execute("SELECT id FROM files WHERE path < ? ORDER BY path DESC LIMIT 1", (path,)).fetchone()
    after = found.execute("SELECT id FROM files WHERE path > ? ORDER BY path LIMIT 1", (path,)).fetchone()
    low = before[0] if before else 0
    if after is None:
        return int(low + GAP)
    if after[0] - low < 2:
        clear(found)
        return GAP
    return int((low + after[0]) // 2)


def put_words(found: Connection, ident: int, documents: Iterable[tuple[str, str, str]]) -> None:
    """Put the words (name, text, links) of the things in a file into the index, in order."""
    rows = ((ident * GAP + index, *words) for index, words in enumerate(documents))
    found.executemany("INSERT INTO words (rowid, name, text, link) VALUES (?, ?, ?, ?)", rows)
    found.execute("UPDATE files SET worded = 1 WHERE id = ?", (ident,))


def drop_words(found: Connection, ident: int) -> None:
    """Take the words of a file out of the index."""
    found.execute("DELETE FROM words WHERE rowid >= ? AND rowid < ?", (ident * GAP, (ident + 1) * GAP))


def matching(found: Connection, expression: str, limit: int) -> Iterator[tuple[int, int]]:
    """Yield the first *limit* matches of an FTS5 *expression*, as id of the file and position in it, in order."""
    query = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid LIMIT ?"
    return (divmod(row[0], GAP) for row in found.execute(query, (expression, limit)))


def path_of(found: Connection, ident: int) -> str:
    """Return the file with an id."""
    (path,) = found.execute("SELECT path FROM files WHERE id = ?", (ident,)).fetchone()
    return str(path)


def put_again(found: Connection, entry: Entry) -> None:
    """Remember that a file was read again and holds what it held."""
    statement = "UPDATE files SET size = ?, mtime = ?, ctime = ?, inode = ?, read_at = ? WHERE path = ? AND digest = ?"
    found.execute(statement, (*entry[1:6], entry.path, entry.digest))


def put_answers(found: Connection, rows: Iterable[tuple[str, str, str, str]]) -> None:
    """Keep answers: name, ward, basis, text."""
    found.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?)", rows)


def drop(found: Connection, paths: Iterable[str]) -> None:
    """Forget files that are gone, with the answers about their wards."""
    for path in paths:
        row = found.execute("SELECT id FROM files WHERE path = ?", (path,)).fetchone()
        if row is not None:
            drop_words(found, row[0])
            found.execute("DELETE FROM files WHERE path = ?", (path,))
            found.execute("DELETE FROM records WHERE path = ?", (path,))
        found.execute("DELETE FROM answers WHERE ward = ?", (ward_of(path),))


def clear(found: Connection) -> None:
    """Forget everything."""
    for statement in ("DELETE FROM files", "DELETE FROM records", "DELETE FROM answers", "DELETE FROM words"):
        found.execute(statement)
