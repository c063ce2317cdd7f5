"""Writing a file whole or not at all: a new file beside it, then one rename."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from kehoach.errors import AlreadyThere, CannotWrite, reason


def write_whole(path: Path, content: str | bytes) -> None:
    """Replace *path* by *content*; killed at any moment, the old file stays or the new one is there.

    Raises:
        CannotWrite: the disk is full or read-only, or the folder cannot be written to.
    """
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            os.chmod(temporary, path.stat().st_mode & 0o7777)
        else:
            os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, path)
    except OSError as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        raise CannotWrite(path, reason(error)) from error


def write_new(path: Path, text: str) -> None:
    """Write a file that must not be there yet.

    Raises:
        AlreadyThere: it is.
        CannotWrite: as :func:`write_whole`.
    """
    if path.exists():
        raise AlreadyThere(path)
    write_whole(path, text)


def sweep(path: Path) -> None:
    """Remove what writers of *path* that were killed left beside it; only for whoever holds the registry's lock."""
    for left in path.parent.glob(f".{path.name}.*.tmp"):
        left.unlink(missing_ok=True)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
