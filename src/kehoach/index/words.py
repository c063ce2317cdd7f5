"""Full-text search in the index: what can be found stands in ``docs`` as it is shown, in ``words`` (FTS5) as it is looked for.

Letters are folded here: FTS5's own folding leaves ``đ`` alone. Beside the folded words stand the same words as they were said,
every Vietnamese letter spelled in plain ones, so that what was typed with accents is found with them first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from sqlite3 import Connection
from typing import Any, NamedTuple

from kehoach.index import tables

SCHEMA = """
CREATE TABLE worded (path TEXT PRIMARY KEY, id INTEGER NOT NULL, digest TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE docs (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, ref TEXT NOT NULL, clause TEXT, name TEXT NOT NULL, text TEXT NOT NULL, link TEXT NOT NULL
);
CREATE VIRTUAL TABLE words USING fts5 (name, text, said, link, content = '', tokenize = "unicode61 remove_diacritics 2 tokenchars '_'")
"""
_SEARCHED = "f.path NOT GLOB 'actuals/*'"
GAP = 1 << 20
"""Between the ids of neighbouring files at first; also more documents than any one file holds."""


class Document(NamedTuple):
    """A thing that can be found: what it is, its reference and clause, its name, its other words, and the indicator it is about."""

    kind: str
    ref: str
    clause: str | None
    name: str
    text: str
    link: str = ""


class _Letters(dict[int, str]):
    """Letters as they are looked for, each worked out when it first occurs: plain, or with the marks of Vietnamese spelled as capitals."""

    def __init__(self, *, spelled: bool) -> None:
        super().__init__({ord("đ"): "dD" if spelled else "d"})
        self._spelled = spelled

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        if any(code in accented for accented in _ACCENTED):
            base, *marks = tuple(unicodedata.normalize("NFD", letter))
            if marks and base.isascii() and not self._spelled:
                letter = base
            elif marks and base.isascii() and all(mark in _MARKS for mark in marks):
                letter = base + "".join(sorted(_MARKS[mark] for mark in marks))
        self[code] = letter
        return letter


_ACCENTED = (range(0xC0, 0x1B1), range(0x1EA0, 0x1EFA))
_MARKS = {"\u0300": "F", "\u0309": "R", "\u0303": "X", "\u0301": "S", "\u0323": "J", "\u0302": "A", "\u0306": "B", "\u031b": "O"}
_PLAIN, _SPELLED = _Letters(spelled=False), _Letters(spelled=True)
_TONE = re.compile(r"([FRXSJ])(\w+)")


def plain(text: str) -> str:
    """Return *text* in lower case without accents."""
    return text.lower().translate(_PLAIN)


def said(text: str) -> str:
    """Return *text* in lower case, its accents as capitals, the tone behind the word: ``hòa`` and ``hoà`` become ``hoaF``."""
    return _TONE.sub(_behind, text.lower().translate(_SPELLED))


def _behind(match: re.Match[str]) -> str:
    return match[2] + match[1]  # three times as fast as the pattern that says it


def token(name: str) -> str:
    """Return a name (of an indicator, of a kind) as one word that no text holds."""
    return f"_{name.replace('-', '_').replace('/', '_')}"


def prepare(found: Connection) -> None:
    """Make the tables where they are not there yet: a system without FTS5 has an index without words."""
    if not _prepared(found):
        for statement in SCHEMA.split(";"):
            found.execute(statement)


def _prepared(found: Connection) -> bool:
    return found.execute("SELECT 1 FROM sqlite_master WHERE name = 'worded'").fetchone() is not None


def stale(found: Connection) -> tuple[list[str], list[str]]:
    """Return the files whose words are not in the index as they are remembered, and those that are no longer remembered."""
    if not _prepared(found):
        return [path for (path,) in found.execute(f"SELECT path FROM files AS f WHERE {_SEARCHED}")], []  # noqa: S608
    new = found.execute(f"SELECT f.path FROM files AS f LEFT JOIN worded AS w USING (path) WHERE w.digest IS NOT f.digest AND {_SEARCHED}")  # noqa: S608
    gone = found.execute("SELECT path FROM worded WHERE path NOT IN (SELECT path FROM files)")
    return [path for (path,) in new], [path for (path,) in gone]


def known(found: Connection) -> dict[str, str]:
    """Return the files whose words are in the index, each with the digest of the content they are of."""
    return dict(found.execute("SELECT path, digest FROM worded")) if _prepared(found) else {}


def remembered(found: Connection) -> dict[str, str]:
    """Return the files that are looked through, each with the digest of the content that is remembered."""
    return dict(found.execute(f"SELECT path, digest FROM files AS f WHERE {_SEARCHED}"))  # noqa: S608


def update(
    found: Connection, digests: Mapping[str, str], new: Iterable[str], gone: Iterable[str], documents: Callable[[str], Iterable[Document]]
) -> Iterator[str]:
    """Put the documents of *new* files into the index, in the order of :func:`order`; yield each path when it is done."""
    tables.unsee(found)
    waiting = sorted(new, key=order)
    for path in (*gone, *waiting):
        _drop(found, path)
    ids = _ids(found, waiting)
    if ids is None:
        clear(found)
        waiting = sorted(digests, key=order)
        ids = _ids(found, waiting) or {}
    for path in waiting:
        rows = [(ids[path] * GAP + place, *document) for place, document in enumerate(documents(path))]
        found.executemany("INSERT INTO docs VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        found.executemany("INSERT INTO words (rowid, name, text, said, link) VALUES (?, ?, ?, ?, ?)", map(_looked_for, rows))
        found.execute("INSERT OR REPLACE INTO worded VALUES (?, ?, ?)", (path, ids[path], digests[path]))
        yield path


def _looked_for(row: tuple[Any, ...]) -> tuple[int, str, str, str, str]:
    ident, kind, _, _, name, text, link = row
    return ident, plain(name), plain(text), said(f"{name} {text}"), f"{token(kind)} {token(link) if link else ''}"


def _drop(found: Connection, path: str) -> None:
    row = found.execute("SELECT id FROM worded WHERE path = ?", (path,)).fetchone()
    if row is None:
        return
    span = (row[0] * GAP, (row[0] + 1) * GAP)
    old = map(_looked_for, found.execute("SELECT * FROM docs WHERE id >= ? AND id < ?", span).fetchall())
    found.executemany("INSERT INTO words (words, rowid, name, text, said, link) VALUES ('delete', ?, ?, ?, ?, ?)", old)
    found.execute("DELETE FROM docs WHERE id >= ? AND id < ?", span)
    found.execute("DELETE FROM worded WHERE path = ?", (path,))


def order(path: str) -> tuple[bool, str]:
    """Sort files as their documents are found: the catalogues first."""
    return "/" in path, {"indicators.yaml": "1", "units.yaml": "2", "references.yaml": "3"}.get(path, path)


def _ids(found: Connection, paths: list[str]) -> dict[str, int] | None:
    """Return ids for new files, between those of their neighbours; ``None`` where there is no room left."""
    known = dict(found.execute("SELECT path, id FROM worded"))
    ids: dict[str, int] = {}
    waiting: list[str] = []
    low = 0
    for path in sorted({*known, *paths}, key=order):
        if path not in known:
            waiting.append(path)
            continue
        if not _spread(ids, waiting, low, known[path]):
            return None
        low, waiting = known[path], []
    _spread(ids, waiting, low, low + GAP * (len(waiting) + 1))
    return ids


def _spread(ids: dict[str, int], paths: list[str], low: int, high: int) -> bool:
    step = (high - low) // (len(paths) + 1)
    ids.update((path, low + step * place) for place, path in enumerate(paths, start=1))
    return step > 0


def clear(found: Connection) -> None:
    """Take all words out of the index."""
    found.execute("INSERT INTO words (words) VALUES ('delete-all')")
    found.execute("DELETE FROM docs")
    found.execute("DELETE FROM worded")


def matching(found: Connection, expression: str, limit: int) -> Iterator[tuple[int, Document]]:
    """Yield the first *limit* documents that match an FTS5 *expression*, in order."""
    query = "SELECT docs.* FROM words JOIN docs ON docs.id = words.rowid WHERE words MATCH ? ORDER BY words.rowid LIMIT ?"
    return ((row[0], Document(*row[1:])) for row in found.execute(query, (expression, limit)))


def count(found: Connection, expression: str) -> int:
    """Return how many documents match."""
    return int(found.execute("SELECT count(*) FROM words WHERE words MATCH ?", (expression,)).fetchone()[0])


def of_file(found: Connection, path: str) -> Iterator[Document]:
    """Yield the documents of a file."""
    row = found.execute("SELECT id FROM worded WHERE path = ?", (path,)).fetchone()
    if row is not None:
        span = (row[0] * GAP, (row[0] + 1) * GAP)
        yield from (Document(*found[1:]) for found in found.execute("SELECT * FROM docs WHERE id >= ? AND id < ?", span))
