"""A merge that is not finished: what both sides say of the records they disagree about."""

from __future__ import annotations

from dataclasses import replace

from kehoach.errors import KehoachError
from kehoach.files.git import Entry, Repository
from kehoach.revisions.history import NOW, Event, Versions, between


class MergeInProgress(KehoachError):
    """Files of the registry hold conflict markers; nothing can be compared before they are settled."""

    exit_status = 1

    def __init__(self, files: list[str]) -> None:
        super().__init__(
            f"Đang nhập nhánh dở: {', '.join(files)} còn xung đột; giá trị của hai bên ở trên.",
            "Sửa các tệp ấy (bỏ các dòng <<<<<<<, =======, >>>>>>>), `git add` rồi chạy lại; hoặc `git merge --abort`.",
        )


def conflicts(repository: Repository) -> tuple[list[str], list[Event]]:
    """Return the registry's files in conflict, and the fields that both sides have otherwise (old: ours, new: theirs)."""
    unmerged = {path: blobs for path, blobs in repository.unmerged().items() if path.endswith(".yaml")}
    repository.read(blob for blobs in unmerged.values() for blob in blobs if blob)
    versions = Versions(repository)
    found: list[Event] = []
    for path, (ours, theirs) in unmerged.items():
        ids = dict.fromkeys([*versions.records(ours, path), *versions.records(theirs, path)])
        for ident in ids:
            found += [replace(e, document=path) for e in between(versions, NOW, Entry(path, ours, theirs), ident, path)]
    return sorted(unmerged), found
