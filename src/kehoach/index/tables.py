"""The tables of the index and every statement on them."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Collection, Iterable, Iterator, Mapping
from sqlite3 import Connection

SCHEMA = """
CREATE TABLE program (name TEXT NOT NULL);
CREATE TABLE files (
  path TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime INTEGER NOT NULL, ctime INTEGER NOT NULL, inode INTEGER NOT NULL,
  read_at INTEGER NOT NULL, digest TEXT NOT NULL, flawed INTEGER NOT NULL, links TEXT NOT NULL, ward TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX files_of_ward ON files (ward);
CREATE TABLE records (path TEXT PRIMARY KEY, ward TEXT NOT NULL, digest TEXT NOT NULL, record TEXT NOT NULL, problems TEXT NOT NULL);
CREATE INDEX records_of_ward ON records (ward);
CREATE TABLE answers (name TEXT, ward TEXT, basis TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (name, ward));
CREATE TABLE schemas (kind TEXT PRIMARY KEY, compiler TEXT NOT NULL, text TEXT NOT NULL);
CREATE TABLE seen (mark INTEGER NOT NULL, paths BLOB, stats BLOB, flawed BLOB);
INSERT INTO seen (mark) VALUES (random())
"""
CATALOGUES = ""
"""What stands for a ward among the files that every ward shares."""
Entry = namedtuple("Entry", "path size mtime ctime inode read_at digest flawed links")  # noqa: PYI024  # typing is dear at start-up
"""What is remembered of a file: the stat it was read with, when (ns), its content's digest, whether it had problems, and the other
wards whose records it refers to, separated by spaces."""
Answer = tuple[str, str, str, bytes]
"""What is kept about a ward: its name, the ward, what it follows from (:func:`basis`) and its text in UTF-8."""
Seen = namedtuple("Seen", "paths stats flawed")  # noqa: PYI024
"""The folders and files that answers about the whole registry follow from, what the system said of each (packed by :mod:`struct`), and the
files that had problems; the names as bytes, between them one zero, two between those that are not compared in one go."""
_COLUMNS = ", ".join(Entry._fields)


def ward_of(path: str) -> str:
    """Return the ward that a file of the registry belongs to."""
    return path.split("/", 2)[1] if "/" in path else CATALOGUES


def state(found: Iterable[Entry | None]) -> str | None:
    """Return files with their contents' digests, ``None`` where one could not be read."""
    listed = list(found)
    return None if None in listed else "\n".join(f"{entry.path} {entry.digest}" for entry in listed if entry)


def basis(states: Iterable[str | None]) -> str | None:
    """Return what an answer follows from that was made of the files in these *states*."""
    listed = list(states)
    return None if None in listed else "\n".join(filter(None, listed))


def entries(found: Connection, wards: Collection[str] | None, *, actuals: bool = True) -> dict[str, Entry]:
    """Return what is remembered of the files of *wards* (all where ``None``) and of the catalogues."""
    query = f"SELECT {_COLUMNS} FROM files"  # noqa: S608  # the names of the columns
    if wards is None:
        return {row[0]: Entry._make(row) for row in found.execute(query if actuals else f"{query} WHERE path NOT GLOB 'actuals/*'")}
    return {row[0]: Entry._make(row) for ward in (CATALOGUES, *wards) for row in found.execute(f"{query} WHERE ward = ?", (ward,))}


def records(found: Connection, wards: Iterable[str]) -> Iterator[tuple[str, str, str, str]]:
    """Yield path, digest, record and problems of the files of *wards* (of the catalogues: :data:`CATALOGUES`)."""
    for ward in wards:
        yield from found.execute("SELECT path, digest, record, problems FROM records WHERE ward = ?", (ward,))


def record(found: Connection, path: str, digest: str) -> str | None:
    """Return the record of a file with this content, ``None`` where it is not remembered."""
    row = found.execute("SELECT record FROM records WHERE path = ? AND digest = ?", (path, digest)).fetchone()
    return None if row is None else str(row[0])


def problems(found: Connection, path: str, digest: str) -> str:
    """Return the problems of one file, remembered with this content."""
    ((text,),) = found.execute("SELECT problems FROM records WHERE path = ? AND digest = ?", (path, digest))
    return str(text)


def problems_of(found: Connection, path: str) -> str:
    """Return the problems of one file as it is remembered."""
    ((text,),) = found.execute("SELECT problems FROM records JOIN files USING (path, digest) WHERE path = ?", (path,))
    return str(text)


def answers(found: Connection, name: str, wards: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Yield ward, basis and text of the answers called *name* that are kept about *wards*."""
    for ward in wards:
        yield from found.execute("SELECT ward, basis, text FROM answers WHERE name = ? AND ward = ?", (name, ward))


def schemas(found: Connection, compiler: str) -> dict[str, str]:
    """Return the compiled schemas by kind, as far as this *compiler* made them."""
    return dict(found.execute("SELECT kind, text FROM schemas WHERE compiler = ?", (compiler,)))


def seen(found: Connection) -> Seen | None:
    """Return what was seen of the whole registry when all that is remembered was found to be right; ``None`` since the first change."""
    row = found.execute("SELECT paths, stats, flawed FROM seen").fetchone()
    return Seen._make(row) if None not in row else None


def mark(found: Connection) -> int:
    """Return a number that is another one after every change to what is remembered of files and words."""
    return int(found.execute("SELECT mark FROM seen").fetchone()[0])


def put_seen(found: Connection, mark: int, seen: Seen) -> None:
    """Keep what was seen, unless something has changed since the *mark*."""
    found.execute("UPDATE seen SET paths = ?, stats = ?, flawed = ? WHERE mark = ?", (*seen, mark))


def unsee(found: Connection) -> None:
    """Forget what was seen: something is about to change."""
    found.execute("UPDATE seen SET mark = random(), paths = NULL, stats = NULL, flawed = NULL")


def put(found: Connection, entry: Entry, record: bytes, problems: str) -> None:
    """Remember a file that is new or has changed; its *record* is text in UTF-8."""
    unsee(found)
    ward = ward_of(entry.path)
    found.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*entry, ward))
    found.execute("INSERT OR REPLACE INTO records VALUES (?, ?, ?, CAST(? AS TEXT), ?)", (entry.path, ward, entry.digest, record, problems))


def put_again(found: Connection, entry: Entry) -> None:
    """Remember that a file was read again and holds what it held."""
    unsee(found)
    statement = "UPDATE files SET size = ?, mtime = ?, ctime = ?, inode = ?, read_at = ? WHERE path = ? AND digest = ?"
    found.execute(statement, (*entry[1:6], entry.path, entry.digest))


def put_answers(found: Connection, rows: Iterable[Answer]) -> None:
    """Keep answers."""
    found.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, CAST(? AS TEXT))", rows)


def put_schemas(found: Connection, compiler: str, texts: Mapping[str, str]) -> None:
    """Keep compiled schemas."""
    found.executemany("INSERT OR REPLACE INTO schemas VALUES (?, ?, ?)", ((kind, compiler, text) for kind, text in texts.items()))


def drop(found: Connection, paths: Iterable[str]) -> None:
    """Forget files that are gone, with the answers about their wards."""
    for path in paths:
        unsee(found)
        found.execute("DELETE FROM files WHERE path = ?", (path,))
        found.execute("DELETE FROM records WHERE path = ?", (path,))
        found.execute("DELETE FROM answers WHERE ward = ?", (ward_of(path),))
