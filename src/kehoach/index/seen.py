"""Whether a whole registry is as it was when the index was last found to know all of it, told without listing a folder.

A folder whose times are what they were has the files it had, and a file whose size, times and inode are what they were holds what it
held. So the index keeps, beside what it knows, what the system said of every folder and file of the plans then; to ask for that again and
compare it in one go costs a fraction of a listing with its entries. It is kept only where nothing is in doubt, and forgotten with the
first change to the index.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from operator import attrgetter, eq
from pathlib import Path
from sqlite3 import Connection
from struct import Struct, error
from typing import TypeVar

from kehoach.files import folder
from kehoach.index import disks, freshness, tables
from kehoach.index.beside import Beside
from kehoach.index.database import Database, Unusable
from kehoach.index.scope import KINDS
from kehoach.index.tables import Seen

_AT_ONCE = 128
"""Folders and files that are compared in one go."""
_STATS = Struct("4q")
Made = TypeVar("Made")
_told = attrgetter("st_size", "st_mtime_ns", "st_ctime_ns", "st_ino")


class _Doubtful(Exception):
    """Somebody could change the registry without the stats that are kept telling of it."""


def keep(database: Database, root: Path) -> None:
    """Keep what the system says of all plans and catalogues, where the index knows all of them, with their words, without a doubt."""
    if not disks.tell_of_listings(root):
        return
    try:
        with database.reading() as found:
            mark = tables.mark(found)
            seen = _known(found, root)
        with database.writing() as found:
            tables.put_seen(found, mark, seen)
    except (Unusable, _Doubtful, OSError, error):
        return


def _known(found: Connection, root: Path) -> Seen:
    """Return what the index knows of the registry, which must be the whole of it.

    Raises:
        _Doubtful: it is not, or not for certain.
    """
    from kehoach.index import words  # an answer asks for them while the files are compared already

    entries = tables.entries(found, None, actuals=False)
    if words.known(found) != {path: entry.digest for path, entry in entries.items()}:
        raise _Doubtful
    if not all(freshness.sure(entry[1:5], entry.read_at) for entry in entries.values()):
        raise _Doubtful
    folders, files = _listed(root)
    if entries.keys() != {*files, *KINDS}:
        raise _Doubtful
    stats = b"".join(_STATS.pack(*stat) for stat in (*folders.values(), *(entry[1:5] for entry in entries.values())))
    flawed = [path for path, entry in entries.items() if entry.flawed]
    return Seen(_grouped([os.fsencode(path) for path in (*folders, *entries)]), stats, os.fsencode("\0".join(flawed)))


def _grouped(paths: list[bytes]) -> bytes:
    """Return paths as one text, those that are compared in one go together: each process takes its own apart."""
    return b"\0\0".join(b"\0".join(paths[start : start + _AT_ONCE]) for start in range(0, len(paths), _AT_ONCE))


def _listed(root: Path) -> tuple[dict[str, freshness.Stat], list[str]]:
    """Return the folders of the plans, each with its stat from before it was listed, and their files.

    Raises:
        _Doubtful: a folder changed just now or is a disk of its own; a link or a file that nobody reads lies among the plans.
    """
    folders: dict[str, freshness.Stat] = {}
    files: list[str] = []
    waiting = [folder.PLANS]
    device = os.stat(root).st_dev
    for path in waiting:  # the wards are put behind their folder
        now = time.time_ns()
        stat = os.stat(f"{root}/{path}")
        folders[path] = freshness.told(stat)
        if stat.st_dev != device or not freshness.sure(folders[path], now):
            raise _Doubtful
        with os.scandir(f"{root}/{path}") as entries:
            for entry in entries:
                if not entry.name.startswith("."):
                    _put(entry, f"{path}/{entry.name}", waiting if path == folder.PLANS else None, files)
    return folders, files


def _put(entry: os.DirEntry[str], path: str, wards: list[str] | None, files: list[str]) -> None:
    """Put what was found with the *wards* (``None`` inside a ward) or with the *files*."""
    if wards is not None and entry.is_dir(follow_symlinks=False) and not folder.like_yaml(path):
        wards.append(path)
    elif wards is None and entry.is_file(follow_symlinks=False) and path.endswith(".yaml"):
        files.append(path)
    elif folder.like_yaml(path) or not entry.is_file(follow_symlinks=False):
        raise _Doubtful


class Comparison:
    """Finds out, from here on, whether the registry in *root* is as it was when the index in *database* knew all of it.

    Raises:
        Unusable: there is no index.
        OSError: there is no such folder.
    """

    def __init__(self, database: Database, root: Path) -> None:
        with ExitStack() as opened:
            self._index = opened.enter_context(database.reading())
            self._known = tables.seen(self._index)
            self._same = opened.enter_context(_comparing(root, self._known)) if self._known is not None else None
            self._opened = opened.pop_all()

    def answer(self, make: Callable[[Connection, Seen], Made]) -> Made | None:
        """As :func:`at_once`; to be called once.

        Raises:
            Unusable: the index changed meanwhile.
        """
        with self._opened:
            if self._known is None or self._same is None:
                return None
            made = make(self._index, self._known)
            return made if self._same() else None

    def close(self) -> None:
        """Leave it at that."""
        with suppress(Unusable):
            self._opened.close()


def at_once(database: Database, root: Path, make: Callable[[Connection, Seen], Made], begun: Comparison | None = None) -> Made | None:
    """Return what *make* makes of the index alone, and of what was seen when it knew everything.

    ``None`` where it does not know for certain that every file is as it was. That is found out meanwhile, if it was not *begun* before.
    """
    try:
        return (begun or Comparison(database, root)).answer(make)
    except (Unusable, OSError):
        return None


@contextmanager
def _comparing(root: Path, seen: Seen) -> Iterator[Callable[[], bool]]:
    """Begin to compare the registry with what was *seen*; give what ends it and tells whether everything is as it was.

    Raises:
        OSError: there is no such folder.
    """
    above = os.open(root, os.O_RDONLY)
    try:
        groups = seen.paths.split(b"\0\0")
        size = _AT_ONCE * _STATS.size
        with Beside(
            lambda place: _same(above, groups[place].split(b"\0"), seen.stats[place * size : (place + 1) * size]), len(groups)
        ) as both:
            yield both.all_hold
    finally:
        os.close(above)


def _same(above: int, paths: list[bytes], stats: bytes) -> bool:
    """Tell whether the system says of files in the open folder *above* what it said."""
    stat = os.stat
    try:
        return all(map(eq, map(_told, [stat(path, dir_fd=above) for path in paths]), _STATS.iter_unpack(stats)))
    except OSError:
        return False
