"""One edit of one file: read it, change its tree, write it in the same layout."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from kehoach.errors import CannotRead, KehoachError, reason
from kehoach.files import comments, layout
from kehoach.files.formatter import formatted
from kehoach.files.write import write_whole
from kehoach.files.yaml_text import parse


class NotCanonical(KehoachError):
    """The file is not in canonical layout (or broken): an edit would touch more than it should."""

    def __init__(self, path: str) -> None:
        super().__init__(f"'{path}' chưa đúng khuôn nên không sửa tự động được.", f"Chạy `kehoach fmt {path}` (và `kehoach check`) trước.")


class ChangedMeanwhile(KehoachError):
    """Somebody else wrote the file between reading and writing."""

    def __init__(self, path: str) -> None:
        super().__init__(f"'{path}' vừa bị sửa ở nơi khác; chưa ghi gì.", "Chạy lại lệnh.")


def edit(root: Path, relative: str, kind: str, change: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    """Apply *change* to the tree of ``root/relative`` and write it back.

    Raises:
        CannotRead: the file cannot be read.
        NotCanonical: it is not in canonical layout, so that more than the change would show in a diff.
        ChangedMeanwhile: it was written by somebody else in between.
        CannotWrite: it cannot be written; the old file is still there.
    """
    path = root / relative
    raw = _bytes(path)
    text, _ = formatted(raw, relative, kind)
    if text is None or text.encode() != raw:
        raise NotCanonical(str(path))
    edited = layout.render(change(parse(text)), kind, comments.collect(text))
    if _bytes(path) != raw:
        raise ChangedMeanwhile(str(path))
    write_whole(path, edited)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CannotRead(path, reason(error)) from error
