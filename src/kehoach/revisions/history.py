"""One record through all commits, renames included; and the last change of every record of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from kehoach.errors import KehoachError
from kehoach.files import folder, fragments, store
from kehoach.files.fragments import Fragments
from kehoach.files.git import ZERO, Commit, Entry, Repository
from kehoach.registry import plan_file
from kehoach.vietnamese import date_words

_HEAD = re.compile(r'^(number|symbol|issued|kind): "?([^"\n]*?)"?$', re.MULTILINE)
NOW = Commit(ZERO, None, "", "", "", merge=False, entries=())
"""What stands in the working tree and in no commit yet."""


class NoPast(KehoachError):
    """The record stands in no commit."""

    def __init__(self, ref: str) -> None:
        super().__init__(f"Không thấy '{ref}' trong lịch sử của sổ.", "Kiểm tra mã; bản ghi đã bỏ phải viết đủ: phuong/ke-hoach#ma.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One change of one field; ``field`` is ``None`` where the record came or went. ``commit`` is empty for what is not committed."""

    ref: str
    commit: Commit
    field: str | None
    old: Any
    new: Any
    old_record: Any
    new_record: Any
    document: str | None


class Versions:
    """The versions of one plan's file, read fragment by fragment, each blob once."""

    def __init__(self, repository: Repository) -> None:
        self.repository = repository
        self._cut: dict[str, Fragments] = {}
        self._read: dict[tuple[str, str], Any] = {}
        self._now: dict[str, bytes] = {}
        self._found: dict[tuple[str, str, str], tuple[str, str] | None] = {}

    def load(self, commits: list[Commit]) -> None:
        """Read the blobs of *commits* in one run of git."""
        self.repository.read(blob for commit in commits for entry in commit.entries for blob in (entry.old, entry.new) if blob)

    def records(self, blob: str | None, path: str) -> Fragments:
        """Return the fragments of a blob (of the working tree's file for :data:`ZERO`)."""
        if blob is None:
            return {}
        key = blob if blob != ZERO else path
        if key not in self._cut:
            self._cut[key] = fragments.fragments(self.raw(blob, path))
        return self._cut[key]

    def raw(self, blob: str, path: str) -> bytes:
        """Return the bytes of a blob, or of the working tree's file."""
        if blob != ZERO:
            return self.repository.read([blob])[blob]
        if path not in self._now:
            self._now[path] = (self.repository.root / path).read_bytes().replace(b"\r\n", b"\n")
        return self._now[path]

    def find(self, blob: str | None, path: str, ident: str) -> tuple[str, str] | None:
        """Return one record of a blob, found without reading the others where the layout allows it."""
        if blob is None:
            return None
        key = (blob, path, ident)
        if key not in self._found:
            self._found[key] = fragments.one(self.raw(blob, path), ident) or self.records(blob, path).get(ident)
        return self._found[key]

    def record(self, fragment: tuple[str, str] | None) -> Any:
        """Return the record of a fragment; one that stands in many versions is read once."""
        if fragment is None:
            return None
        if fragment not in self._read:
            self._read[fragment] = fragments.record(*fragment)
        return self._read[fragment]

    def document(self, blob: str | None, path: str) -> str | None:
        """Return kind, number and date of the plan as one version has them."""
        if blob is None:
            return None
        head = {m[1]: m[2] for m in _HEAD.finditer(self.raw(blob, path)[:4096].decode("utf-8", "replace")) if m[2] != "null"}
        joint = "-" if "/" in head.get("symbol", "") else "/"
        number = joint.join(filter(None, (head.get("number"), head.get("symbol")))) or head.get("kind", "")
        return ", ".join(filter(None, (number, date_words(head["issued"]) if "issued" in head else None))) or None


def history(repository: Repository, plan: str, ident: str, first: str = "HEAD") -> list[Event]:
    """Return every change of the record *ident* of *plan*, newest first, followed through other ids and other files.

    What is not committed stands before ``HEAD`` alone, not before another commit to begin with.
    """
    versions = Versions(repository)
    found: list[Event] = []
    path: str | None = plan_file(plan)
    start: str | None = first
    while path is not None and start is not None:
        commits = list(repository.log(path, first=start))
        versions.load(commits)
        if not found and first == "HEAD":
            commits = _uncommitted(versions, commits, path) + commits
        path, start, ident = _walk(versions, commits, path, ident, found)
    return found


def unit(repository: Repository, ref: str) -> list[Event]:
    """Return every change of a unit in ``units.yaml``, newest first."""
    path = folder.UNITS
    versions = Versions(repository)
    commits = list(repository.log(path))
    versions.load(commits)
    commits = _uncommitted(versions, commits, path) + commits
    found: list[Event] = []
    for commit in commits:
        entry = next((e for e in commit.entries if e.path == path), None)
        if entry is not None:
            old, new = (_unit(versions, blob, ref) for blob in (entry.old, entry.new))
            base = Event(ref=ref, commit=commit, field=None, old=old, new=new, old_record=old, new_record=new, document=None)
            found += [base] if (old is None) != (new is None) else list(_field_events(base)) if old is not None else []
    return found


def _unit(versions: Versions, blob: str | None, ref: str) -> Any:
    if blob is None:
        return None
    record, _ = store.read_bytes(versions.raw(blob, folder.UNITS).replace(b"\r\n", b"\n"), folder.UNITS, "units")
    return record.units.get(ref) if record else None


def blame(repository: Repository, plan: str) -> list[Event]:
    """Return the last change of every record of *plan*, in the order of the file."""
    versions, path = Versions(repository), plan_file(plan)
    commits = list(repository.log(path))
    versions.load(commits)
    commits = _uncommitted(versions, commits, path) + commits
    if not commits:
        return []
    first = next((e.new for c in commits for e in c.entries if e.path == path), None)
    order = list(versions.records(first, path))
    last: dict[str, Event] = {}
    for commit in commits:
        for entry in (e for e in commit.entries if e.path == path):
            for ident in order:
                if ident not in last and (events := list(_events(versions, commit, entry, ident, ident, path))):
                    last[ident] = replace(events[0], field=", ".join(e.field for e in events if e.field) or None)
    return [last[ident] for ident in order if ident in last]


def _uncommitted(versions: Versions, commits: list[Commit], path: str) -> list[Commit]:
    """Return the working tree's own change of *path* against the newest of *commits*, as if it were a commit."""
    last = next((e.new for c in commits for e in c.entries if e.path == path), None)
    here = (versions.repository.root / path).is_file()
    if not here and last is None:
        return []
    if here and last is not None and versions.raw(ZERO, path) == versions.raw(last, path).replace(b"\r\n", b"\n"):
        return []
    return [replace(NOW, entries=(Entry(path, last, ZERO if here else None),))]


def _walk(versions: Versions, commits: list[Commit], path: str, ident: str, found: list[Event]) -> tuple[str | None, str | None, str]:
    """Add the events of *ident* in *commits* to *found*; return where it goes on: the file, the commit and the id before a move."""
    for commit in commits:
        entry = next((e for e in commit.entries if e.path == path), None)
        if entry is None:
            continue
        old, new = versions.find(entry.old, path, ident), versions.find(entry.new, path, ident)
        if old == new:
            continue
        earlier, moved = ident, None
        if new is not None and old is None:
            before = versions.records(entry.old, path)
            earlier = _alias(before, versions.records(entry.new, path), ident)
            moved = _moved(versions, commit, path, new, ident) if earlier not in before else None
        if moved is not None:
            source, blob, earlier = moved
            found += _events(versions, commit, Entry(source, blob, entry.new), earlier, ident, path, source)
            return source, commit.parent or ("HEAD" if commit is NOW else None), earlier
        found += _events(versions, commit, entry, earlier, ident, path)
        ident = earlier
        if old is None and versions.find(entry.old, path, ident) is None:
            return None, None, ident
    return None, None, ident


def _alias(before: Fragments, after: Fragments, ident: str) -> str:
    """Return the id that the record had before: one that went in this commit, with the same words; else its own."""
    wanted = _words(after[ident])
    gone = (old for old in before if old not in after)
    return next((old for old in gone if wanted and _words(before[old]) == wanted), ident)


def _moved(versions: Versions, commit: Commit, path: str, fragment: tuple[str, str], ident: str) -> tuple[str, str, str] | None:
    """Return the file, its blob and the id that the record had in another plan's file which lost it in this commit."""
    every = _entries_of(versions.repository, commit)
    for entry in every:
        if entry.old is None or entry.path == path or not entry.path.startswith("plans/"):
            continue
        before, after = versions.records(entry.old, entry.path), versions.records(entry.new, entry.path)
        for old in (ident, *before):
            if old in before and old not in after and (old == ident or _words(before[old]) == _words(fragment)):
                return entry.path, entry.old, old
    return None


def _entries_of(repository: Repository, commit: Commit) -> list[Entry]:
    """Return every file of the registry that a commit changed, against its first parent."""
    if commit.sha == ZERO:
        return repository.changes(repository.resolve("HEAD"))
    return repository.changes(commit.parent, commit.sha) if commit.parent else []


def _events(
    versions: Versions, commit: Commit, entry: Entry, earlier: str, ident: str, path: str, source: str | None = None
) -> Iterator[Event]:
    before = versions.find(entry.old, source or path, earlier)
    after = versions.find(entry.new, path, ident)
    if before == after and source is None and earlier == ident:
        return
    old, new = versions.record(before), versions.record(after)
    made_by = _author(versions, commit, entry, path, ident, after) if commit.merge and source is None else commit
    base = Event(
        ref=f"{path.removeprefix('plans/').removesuffix('.yaml')}#{ident}",
        commit=made_by,
        field=None,
        old=old,
        new=new,
        old_record=old,
        new_record=new,
        document=versions.document(entry.new or entry.old, path if entry.new else source or path),
    )
    if old is None or new is None:
        if old is not new:
            yield base
        return
    if source is not None or earlier != ident:
        was = f"{(source or path).removeprefix('plans/').removesuffix('.yaml')}#{earlier}"
        yield replace(base, field="id", old=was, new=base.ref)
    yield from _field_events(base)


def _field_events(base: Event) -> Iterator[Event]:
    old, new = base.old_record, base.new_record
    for each in fields(old) if type(old) is type(new) else ():
        one, two = getattr(old, each.name), getattr(new, each.name)
        if one != two and each.name != "id":
            yield replace(base, field=each.name.rstrip("_"), old=one, new=two)


def between(versions: Versions, commit: Commit, entry: Entry, ident: str, path: str) -> list[Event]:
    """Return how the record *ident* differs between the two blobs of *entry*."""
    return list(_events(versions, commit, entry, ident, ident, path))


def _author(versions: Versions, merge: Commit, entry: Entry, path: str, ident: str, after: tuple[str, str] | None) -> Commit:
    """Return the commit on the merged branch that made the record what it is, not the one who merged."""
    if merge.parent is None:
        return merge
    inside = list(versions.repository.log(path, first=merge.sha, until=merge.parent, merges=False))
    versions.load(inside)
    for commit in inside:
        for each in (e for e in commit.entries if e.path == entry.path):
            if versions.records(each.new, path).get(ident) == after != versions.records(each.old, path).get(ident):
                return commit
    return merge


def _words(fragment: tuple[str, str]) -> str | None:
    """Return what makes a record the same under another id: its quote, or its name."""
    found = re.search(r"(?:quote|name): (.*)", fragment[1])
    return found[1] if found else None
