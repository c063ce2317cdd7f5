"""One edit of one file: read it under the registry's lock, change its tree, write it in the same layout."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from kehoach.errors import CannotRead, KehoachError, reason
from kehoach.files import comments, layout, store
from kehoach.files.folder import near
from kehoach.files.formatter import formatted
from kehoach.files.lock import locked
from kehoach.files.write import sweep, write_whole
from kehoach.files.yaml_text import parse


class NotCanonical(KehoachError):
    """The file is not in canonical layout (or broken): an edit would touch more than it should."""

    def __init__(self, path: str) -> None:
        super().__init__(f"'{path}' chưa đúng khuôn nên không sửa tự động được.", f"Chạy `kehoach fmt {path}` (và `kehoach check`) trước.")


class ChangedMeanwhile(KehoachError):
    """Somebody else wrote the file between reading and writing."""

    def __init__(self, path: str) -> None:
        super().__init__(f"'{path}' vừa bị sửa ở nơi khác; chưa ghi gì.", "Chạy lại lệnh.")


class WouldBreak(KehoachError):
    """The edit would make a good file a bad one."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"Ghi vào '{path}' thì tệp sẽ có lỗi: {why}. Chưa ghi gì.", "Xem lại giá trị vừa nhập.")


def edit(root: Path, relative: str, kind: str, change: Callable[[Any], Any], *, first: str | None = None) -> None:
    """Apply *change* to the tree of ``root/relative`` and write it back; writers wait for each other, so none loses the other's edit.

    *first* is the text that a file which is not there yet begins with; its tree is ``None``. Nothing is written where nothing changes.

    Raises:
        CannotRead: the file cannot be read, or is not there and *first* is not given.
        NotCanonical: it is not in canonical layout, so that more than the change would show in a diff.
        ChangedMeanwhile: somebody wrote it in between without asking for the lock.
        WouldBreak: the edited file could not be read any more.
        CannotWrite: it cannot be written; the old file is still there.
        SomebodyWrites: another writer does not let go of the registry.
    """
    path = root / relative
    with locked(root):
        raw = _bytes(path, may_miss=first is not None)
        text = (first or "") if raw is None else _canonical(raw, path, relative, kind)
        edited = _edited(text, kind, change)
        if edited == text:
            return
        _refuse_breaking(edited, raw, path, relative, kind)
        if _bytes(path, may_miss=first is not None) != raw:
            raise ChangedMeanwhile(near(path))
        sweep(path)
        write_whole(path, edited)


def _canonical(raw: bytes, path: Path, relative: str, kind: str) -> str:
    text, _ = formatted(raw, relative, kind)
    if text is None or text.encode() != raw:
        raise NotCanonical(near(path))
    return text


def _edited(text: str, kind: str, change: Callable[[Any], Any]) -> str:
    tree, kept = parse(text), comments.collect(text)
    if tree is None:
        kept.head, kept.tail = [*kept.head, *kept.tail], []  # what stands in a file without entries stands above the first
    new = change(tree)
    return text if new == tree else layout.render(new, kind, kept.rehomed(layout.ordered(new, kind)))


def _refuse_breaking(edited: str, raw: bytes | None, path: Path, relative: str, kind: str) -> None:
    """Refuse an edit that leaves the file with faults, unless it had some before."""
    _, problems = store.read_bytes(edited.encode(), relative, kind)
    if problems and (raw is None or not store.read_bytes(raw, relative, kind)[1]):
        raise WouldBreak(near(path), problems[0].message)


def _bytes(path: Path, *, may_miss: bool = False) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        if may_miss:
            return None
        raise CannotRead(path, reason(error)) from error
    except OSError as error:
        raise CannotRead(path, reason(error)) from error
