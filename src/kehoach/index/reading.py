"""Files read, validated and made ready to be remembered: here, or by several processes where there are many."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from kehoach.files import locate, store
from kehoach.files.yaml_text import Content, content
from kehoach.index import freshness, records
from kehoach.index.scope import kind_of
from kehoach.index.tables import Answer, Entry, ward_of

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing.process import BaseProcess

    from kehoach.index.underway import Underway
    from kehoach.model.problem import Problem

MANY = 64
"""So many files are worth starting other processes for."""
MOST_PROCESSES = 8
_AT_ONCE = 16
"""Files a process is given at a time; fewer when few are left, so that none waits long for the others to end."""
_PLAN = re.compile(rb"([a-z0-9-]+)/[a-z0-9-]+")
"""A plan as it is named in full where one of its records is, before the ``#``."""

_ALSO: list[Underway] = []
"""What this process makes of each ward that it reads, if anything."""

Item = TypeVar("Item")
Result = TypeVar("Result")
Bytes = tuple[bytes, freshness.Stat, int]
"""A file as :func:`kehoach.index.freshness.read` gives it."""


class Made(NamedTuple):
    """A file that was read: what is to be remembered of it, its record and its problems as text.

    The record, by far the largest, in UTF-8: so it goes from one process to another, and into the index, without being read on the way.
    """

    entry: Entry
    record: bytes
    problems: str


class One(NamedTuple):
    """A file that was read: its record, its problems, placed, both as they are remembered, and what its bytes hold."""

    record: Any
    problems: list[Problem]
    made: Made
    held: Content


def one(root: Path, path: str, given: Bytes | None = None) -> One:
    """Read a file, whose bytes may be *given*.

    Raises:
        OSError: it cannot be read.
    """
    raw, stat, read_at = given or freshness.read(root / path)
    held = content(raw, path)
    record, problems = store.read_whole(root, path, kind_of(path), held)
    placed = locate.placed_in(raw, problems)  # the file may hold something else by now
    text = records.encoded(record)
    entry = Entry(path, *stat, read_at, freshness.digest_of(raw), bool(placed), _links(path, text))
    return One(record, placed, Made(entry, text, records.dumps(placed)), held)


class Read(NamedTuple):
    """A file as it is to be remembered, nothing for one that could not be read; with its ward's last file what was made of the ward."""

    path: str
    made: Made | None
    answers: tuple[Answer, ...] = ()


def many(root: Path, paths: list[str], also: Underway | None = None) -> Iterator[Read]:
    """Return every file as it is remembered, in no order but ward by ward; *also* says what to make of a ward on the way."""
    store.prepare()  # once, before there are several
    chunks = list(_chunks(paths))
    workers = pool(also)
    if workers is None:
        _begin(also)
        return (read for chunk in chunks for read in _chunk(root, chunk))
    found = spread(workers, partial(_chunk, root), chunks)
    return _closing(workers, found)  # they run from here on, before anybody draws how far they are


def _chunks(paths: list[str]) -> Iterator[list[list[str]]]:
    """Yield the files in pieces of whole wards."""
    chunk: list[list[str]] = []
    left = len(paths)
    for _, files in groupby(paths, ward_of):
        chunk.append(list(files))
        held = sum(map(len, chunk))
        if held >= min(_AT_ONCE, left // _AT_ONCE):
            yield chunk
            left -= held
            chunk = []
    if chunk:
        yield chunk


def _closing(workers: ProcessPoolExecutor, found: Iterator[list[Read]]) -> Iterator[Read]:
    with ended(workers):
        for chunk in found:
            yield from chunk


@contextmanager
def ended(workers: ProcessPoolExecutor) -> Iterator[None]:
    """End *workers* with a block: when their work is done, or at once where it is interrupted; nobody waits for the last of them to go."""
    try:
        yield
    except BaseException:
        workers.shutdown(wait=False, cancel_futures=True)
        raise
    workers.shutdown(wait=False)


def pool(also: Underway | None = None) -> ProcessPoolExecutor | None:
    """Return as many processes as the machine serves well; they end when this one does, however it ends. ``None`` where it has but one.

    *also* is what :func:`many` makes on the way; given here, it is handed to each process once.
    """
    from concurrent.futures import ProcessPoolExecutor  # dear at start-up

    processes = min(os.cpu_count() or 1, MOST_PROCESSES)
    try:
        return ProcessPoolExecutor(processes, initializer=_start, initargs=(also,)) if processes > 1 else None
    except (ImportError, NotImplementedError, OSError):
        return None  # a system without the locks that processes share


def spread(workers: ProcessPoolExecutor, work: Callable[[Item], Result], items: list[Item]) -> Iterator[Result]:
    """Return what *work* makes of each item, in order; this process does what the others do not live to do."""
    with _undisturbed():
        found = workers.map(work, items)
    return _rest(found, work, items)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let an interrupt at the keyboard wait for the end of a block: while processes are started, Python drops it with a traceback."""
    import signal
    import threading

    if threading.current_thread() is not threading.main_thread():
        yield  # which never hears of one
        return
    heard: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if heard:
        raise KeyboardInterrupt


def _rest(found: Iterator[Result], work: Callable[[Item], Result], items: list[Item]) -> Iterator[Result]:
    from concurrent.futures import BrokenExecutor

    done = 0
    try:
        for made in found:
            yield made
            done += 1
    except BrokenExecutor:
        yield from map(work, items[done:])


def _start(also: Underway | None) -> None:
    _end_with_parent()
    _begin(also)


def _begin(also: Underway | None) -> None:
    _ALSO[:] = [also] if also is not None else []


def _end_with_parent() -> None:
    """Watch over the process that started this one: where it was killed, nobody would ever end this one, which holds its lock.

    An interrupt at the keyboard reaches all of them; that process answers it, for all. What this one leaves behind is collected:
    a command need not, but this process works for many wards.
    """
    import gc
    import multiprocessing
    import signal
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    gc.set_threshold(500_000, 20, 1000)
    gc.enable()
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _chunk(root: Path, wards: list[list[str]]) -> list[Read]:
    return [read for files in wards for read in _ward(root, files)]


def _ward(root: Path, files: list[str]) -> Iterator[Read]:
    """Read the files of a ward and make of their records what is wanted, while they are at hand."""
    found: dict[str, One] = {}
    for path in files:
        with suppress(OSError):
            found[path] = one(root, path)
    answers = _ALSO[0].made(files, found) if _ALSO else ()
    for path in files:
        made = found[path].made if path in found else None
        yield Read(path, made, answers if path == files[-1] else ())


def _links(path: str, record: bytes) -> str:
    """Return the other wards that a record refers to, from its text by :func:`kehoach.index.records.encoded`."""
    before = record.split(b"#")[:-1]  # found far more quickly than the quote that a reference begins with
    plans = (_PLAN.fullmatch(part, quote + 1) for part in before if (quote := part.rfind(b'"')) >= 0)
    return " ".join(sorted({plan[1].decode() for plan in plans if plan} - {ward_of(path)}))
