"""A folder that is written whole or not at all: made beside its place, then moved there. Only what was made so is ever replaced."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kehoach.errors import CannotWrite, KehoachError, reason


class FolderInUse(KehoachError):
    """The folder has something in it; *ours* where the marker says that it may be replaced."""

    def __init__(self, path: Path, *, ours: bool) -> None:
        if ours:
            super().__init__(f"'{path}' đã có một bản xuất.", "Thêm --force để thay bản đó, hoặc chọn thư mục khác.")
        else:
            super().__init__(
                f"Thư mục '{path}' đã có tệp bên trong.",
                "Chọn thư mục mới hoặc trống; --force chỉ thay thư mục do `kehoach export` tạo ra.",
            )


class NotOurs(KehoachError):
    """``--force`` on a folder that somebody else filled."""

    def __init__(self, path: Path, marker: str) -> None:
        super().__init__(
            f"Thư mục '{path}' không do `kehoach export` tạo ra (không có {marker}), không xóa.",
            "Chọn thư mục khác, hoặc tự dọn thư mục này rồi chạy lại.",
        )


@contextmanager
def replaced_folder(path: Path, marker: str, *, force: bool) -> Iterator[Path]:
    """Give an empty folder to write in, and move it to *path* when the block has ended well; else *path* stays as it was.

    *marker* is the file that the block must write, by which a later run knows a folder that may be replaced.

    Raises:
        FolderInUse: *path* holds something and *force* is not given.
        NotOurs: *path* holds something, and no marker.
        CannotWrite: the disk is full or read-only, a file is open in another program.
    """
    place = path.resolve()
    _may_be_replaced(path, marker, force=force)
    stage = None
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        stage = Path(tempfile.mkdtemp(prefix=f".{place.name}.", suffix=".tmp", dir=place.parent))
        yield stage
        _to_disk(stage)
        _move(stage, place)
    except OSError as error:
        raise CannotWrite(path, reason(error)) from error
    finally:
        if stage is not None:
            shutil.rmtree(stage, ignore_errors=True)  # gone where it was moved


def _may_be_replaced(path: Path, marker: str, *, force: bool) -> None:
    try:
        entries = os.listdir(path)
    except FileNotFoundError:
        return
    except OSError as error:
        why = "đã có một tệp cùng tên" if path.is_file() else reason(error)
        raise CannotWrite(path, why) from error
    ours = marker in entries
    if entries and not force:
        raise FolderInUse(path, ours=ours)
    if entries and not ours:
        raise NotOurs(path, marker)


def _to_disk(folder: Path) -> None:
    """Have every file written out before the folder gets its name."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())


def _move(stage: Path, place: Path) -> None:
    mask = os.umask(0)
    os.umask(mask)
    os.chmod(stage, 0o777 & ~mask)  # a temporary folder is for its owner only
    if not place.exists():
        os.rename(stage, place)
        return
    old = stage.with_suffix(".old")
    os.rename(place, old)
    try:
        os.rename(stage, place)
    except OSError:
        os.rename(old, place)
        raise
    shutil.rmtree(old, ignore_errors=True)
