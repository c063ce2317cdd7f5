"""One writer of a registry at a time: a lock of the system, which a killed process cannot leave behind."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kehoach.errors import CannotWrite, KehoachError, reason

PLACE = ".kehoach"
"""Folder of the registry for what can be deleted at any time; git is told to overlook it."""
PATIENCE = 60.0
"""Seconds to wait for another writer, who needs milliseconds."""


class SomebodyWrites(KehoachError):
    """Another process has held the lock for longer than any edit takes."""

    exit_status = 3

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Một lệnh khác đang ghi vào sổ và chưa xong (khóa '{path}'); chưa ghi gì.", "Đợi lệnh kia xong (hoặc tắt nó) rồi chạy lại."
        )


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Hold the registry in *root* for writing.

    Raises:
        CannotWrite: the folder is read-only or full.
        SomebodyWrites: another process does not let go.
    """
    from filelock import FileLock, Timeout

    path = root / PLACE / "write.lock"
    try:
        _make_place(path.parent)
        lock = FileLock(path)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # on a drive without locks it falls back to a marker file, which does as well
            lock.acquire(timeout=PATIENCE)
    except Timeout as error:
        raise SomebodyWrites(path) from error
    except OSError as error:
        raise CannotWrite(path, reason(error)) from error
    try:
        yield
    finally:
        lock.release()


def _make_place(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", "utf-8")
