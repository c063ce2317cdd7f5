"""What a user asked to be written: whole or not at all, never over an existing file unless forced, and then with a backup."""

from __future__ import annotations

from pathlib import Path

from kehoach.errors import CannotWrite, KehoachError, reason
from kehoach.files.write import write_whole


class WouldOverwrite(KehoachError):
    """The file is there; somebody may have written in it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"'{path}' đã có, không ghi đè: có thể đã có người viết thêm vào đó.",
            "Chọn tên khác, hoặc thêm --force (bản cũ được giữ lại cạnh đó, đuôi .bak).",
        )


def save(path: Path, content: bytes, *, force: bool = False) -> Path | None:
    """Write *content* to *path* and return the backup of what stood there, ``None`` where nothing did.

    Raises:
        WouldOverwrite: the file exists and *force* is not given.
        CannotWrite: it is open in another program, the disk is full or read-only, the folder is gone; the old file still stands.
    """
    if not path.exists():
        write_whole(path, content)
        return None
    if not force:
        raise WouldOverwrite(path)
    backup = _free(path)
    try:
        backup_content = path.read_bytes()
    except OSError as error:
        raise CannotWrite(path, reason(error)) from error
    write_whole(backup, backup_content)
    write_whole(path, content)
    return backup


def _free(path: Path) -> Path:
    """Return the first name beside *path* for a backup that is not taken."""
    names = (path.with_name(f"{path.name}{'' if n == 1 else f'.{n}'}.bak") for n in range(1, 10_000))
    return next(name for name in names if not name.exists())
