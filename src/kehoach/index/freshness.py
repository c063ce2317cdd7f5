"""Whether a file is still what it was when it was read: told by what the system says of it, by its content where that is not enough."""

from __future__ import annotations

import os
import time
from pathlib import Path

Stat = tuple[int, int, int, int]
"""Size, time of the last change to the content and to the file itself (ns), and inode."""
DOUBT = 2_000_000_000
"""A file that changed less than two seconds (in ns) before it was read may change again within one tick of its clock."""


def stat_of(path: Path | str) -> Stat | None:
    """Return what the system says of a file, ``None`` where it says nothing."""
    try:
        return told(os.stat(path))
    except OSError:
        return None


def sure(stat: Stat, read_at: int) -> bool:
    """Tell whether a file with this *stat* could not have changed since *read_at* (ns) without showing it."""
    return max(stat[1], stat[2]) + DOUBT < read_at


def digest_of(raw: bytes) -> str:
    """Return the mark of a content."""
    try:
        from _blake2 import blake2b  # a warm answer reads nothing, and hashlib brings all of OpenSSL
    except ImportError:
        from hashlib import blake2b

    return blake2b(raw, digest_size=16).hexdigest()


def read(path: Path) -> tuple[bytes, Stat, int]:
    """Return a file's bytes, its stat and the time (ns) before it was read; stat and bytes are of the same file.

    Where somebody wrote in it meanwhile the time is 0: such a file is never sure.

    Raises:
        OSError: it cannot be read.
    """
    now = time.time_ns()
    with open(path, "rb", buffering=0) as file:
        before = told(os.fstat(file.fileno()))
        raw = file.read()
        after = told(os.fstat(file.fileno()))
    return raw, after, now if before == after and len(raw) == after[0] else 0


def told(found: os.stat_result) -> Stat:
    """Return the part of a stat that changes with the file."""
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino & 0x7FFFFFFFFFFFFFFF  # what SQLite can hold
