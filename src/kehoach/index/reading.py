"""Files read, validated and made ready to be remembered: here, or by several processes where there are many."""

from __future__ import annotations

import multiprocessing
import os
import re
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import islice
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach.files import locate, store
from kehoach.index import freshness, records
from kehoach.index.scope import kind_of
from kehoach.index.tables import Entry, ward_of

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

    from kehoach.model.problem import Problem

MANY = 64
"""So many files are worth starting other processes for."""
MOST_PROCESSES = 8
_AT_ONCE = 16
"""Files a process is given at a time."""
_REFERENCE = re.compile(r'"([a-z0-9-]+)/[a-z0-9-]+#')
"""A record of a plan, named in full, in the text of :func:`kehoach.index.records.dumps`."""

Bytes = tuple[bytes, freshness.Stat, int]
"""A file as :func:`kehoach.index.freshness.read` gives it."""


class Made(NamedTuple):
    """A file that was read: what is to be remembered of it, its record and its problems as text."""

    entry: Entry
    record: str
    problems: str


def one(root: Path, path: str, given: Bytes | None = None) -> tuple[Any, list[Problem], Made]:
    """Read a file (its bytes may be *given*) and return its record, its problems, placed, and both as they are remembered.

    Raises:
        OSError: it cannot be read.
    """
    raw, stat, read_at = given or freshness.read(root / path)
    record, problems = store.read_whole(root, path, kind_of(path), raw)
    placed = locate.placed_in(raw, problems)  # the file may hold something else by now
    text = records.dumps(record)
    entry = Entry(path, *stat, read_at, freshness.digest_of(raw), bool(placed), _links(path, text))
    return record, placed, Made(entry, text, records.dumps(placed))


def many(root: Path, paths: list[str]) -> Iterator[tuple[str, Made | None]]:
    """Return every file as it is remembered, ``None`` for one that cannot be read; in no order."""
    if (os.cpu_count() or 1) == 1:
        return (made for path in paths for made in _chunk(root, [path]))
    store.prepare()  # once, before there are several
    waiting = iter(paths)
    workers = pool()
    found = workers.map(partial(_chunk, root), list(iter(lambda: list(islice(waiting, _AT_ONCE)), [])))
    return _closing(workers, found)  # they run from here on, before anybody draws how far they are


def _closing(workers: ProcessPoolExecutor, found: Iterator[list[tuple[str, Made | None]]]) -> Iterator[tuple[str, Made | None]]:
    with workers:
        for chunk in found:
            yield from chunk


def pool() -> ProcessPoolExecutor:
    """Return as many processes as the machine serves well; they end when this one does, however it ends."""
    return ProcessPoolExecutor(min(os.cpu_count() or 1, MOST_PROCESSES), initializer=_end_with_parent)


def _end_with_parent() -> None:
    """Watch over the process that started this one: where it was killed, nobody would ever end this one, which holds its lock."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _chunk(root: Path, paths: list[str]) -> list[tuple[str, Made | None]]:
    return [(path, _made(root, path)) for path in paths]


def _made(root: Path, path: str) -> Made | None:
    try:
        return one(root, path)[2]
    except OSError:
        return None


def _links(path: str, record: str) -> str:
    return " ".join(sorted(set(_REFERENCE.findall(record)) - {ward_of(path)}))
