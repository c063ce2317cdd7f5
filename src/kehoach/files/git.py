"""The history of a registry, read by the git command: what differs between two states, what a blob holds, who wrote it when.

Nothing is written: no lock, no refresh of the index, no question at a prompt, no pager.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

from kehoach.errors import KehoachError

ZERO = "0" * 40
_QUIET = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C.UTF-8", "GIT_PAGER": "cat"}


class NoGit(KehoachError):
    """There is no git command."""

    exit_status = 3

    def __init__(self) -> None:
        super().__init__("Không tìm thấy lệnh git.", "Cài git (https://git-scm.com) rồi chạy lại; các lệnh khác của kehoach không cần git.")


class NotARepository(KehoachError):
    """The registry is in no git repository."""

    exit_status = 3

    def __init__(self, root: Path) -> None:
        super().__init__(
            f"Sổ '{root}' không nằm trong kho git nào.", "Tạo kho bằng `git init` rồi ghi lần đầu: `git add .` và `git commit`."
        )


class NoCommit(KehoachError):
    """The repository has no commit yet."""

    exit_status = 3

    def __init__(self) -> None:
        super().__init__("Kho git chưa có lần ghi (commit) nào để so.", "Ghi lần đầu: `git add .` và `git commit`.")


class UnknownRevision(KehoachError):
    """A revision that git does not know."""

    def __init__(self, text: str, *, shallow: bool) -> None:
        remedy = "Xem các nhánh và mốc: `git branch -a`, `git tag`."
        if shallow:
            remedy = f"Bản sao này chỉ có một phần lịch sử; lấy đủ bằng `git fetch --unshallow` (hoặc `git fetch origin {text}`)."
        super().__init__(f"git không biết phiên bản '{text}'.", remedy)


class NoCommonBase(KehoachError):
    """Two revisions without a common ancestor."""

    def __init__(self, first: str, second: str, *, shallow: bool) -> None:
        remedy = "Viết hai phiên bản rõ ràng: `kehoach diff A..B`."
        if shallow:
            remedy = "Bản sao này chỉ có một phần lịch sử; lấy đủ bằng `git fetch --unshallow`."
        super().__init__(f"Không tìm thấy gốc chung của '{first}' và '{second}'.", remedy)


class GitFailed(KehoachError):
    """Git could not answer for a reason of its own."""

    exit_status = 3

    def __init__(self, said: str) -> None:
        super().__init__(
            f"git không trả lời được: {said.strip().splitlines()[0] if said.strip() else 'không rõ vì sao'}.", "Thử `git status`."
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """One file that differs: its path relative to the registry, and the blobs on both sides (``None`` where it is not there).

    ``new`` is :data:`ZERO` where the content is in the working tree.
    """

    path: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit with the files of the registry that it changed, against its first parent."""

    sha: str
    parent: str | None
    date: str
    author: str
    subject: str
    merge: bool
    entries: tuple[Entry, ...]


class Repository:
    """The git repository around the registry in *root*.

    Raises:
        NoGit: git is not installed.
        NotARepository: the registry lies in none.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._blobs: dict[str, bytes] = {}
        inside, _, prefix = (
            self._try("rev-parse", "--is-inside-work-tree", "--show-prefix").decode().partition("\n") if root.is_dir() else ("", "", "")
        )
        if inside != "true":
            raise NotARepository(root)
        self.prefix = prefix.strip("\n")

    @property
    def shallow(self) -> bool:
        """Whether only a part of the history is here."""
        return self._try("rev-parse", "--is-shallow-repository").strip() == b"true"

    def resolve(self, revision: str) -> str:
        """Return the commit that *revision* names.

        Raises:
            NoCommit: there is no commit at all.
            UnknownRevision: git does not know it.
        """
        found = "" if revision.startswith("-") else self._try("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").decode().strip()
        if not found:
            if not self._try("rev-parse", "--verify", "--quiet", "HEAD^{commit}"):
                raise NoCommit
            raise UnknownRevision(revision, shallow=self.shallow)
        return found

    def day_of(self, commit: str) -> date:
        """Return the day on which *commit* was written."""
        return date.fromisoformat(self._ask("show", "--no-patch", "--format=%cs", commit).decode().strip())

    def merge_base(self, first: str, second: str) -> str:
        """Return the best common ancestor of two revisions.

        Raises:
            NoCommonBase: they have none, or a shallow clone does not hold it.
        """
        one, two = self.resolve(first), self.resolve(second)
        found = self._try("merge-base", one, two).decode().strip()
        if not found:
            raise NoCommonBase(first, second, shallow=self.shallow)
        return found

    def changes(self, old: str, new: str | None = None, *, staged: bool = False) -> list[Entry]:
        """Return the registry's files that differ between commit *old* and *new*: a commit, the index, or the working tree."""
        where = (old, new) if new is not None else ("--cached", old) if staged else (old,)
        raw = self._ask("diff", "--raw", "--no-abbrev", "-z", "--no-renames", *where, "--", ".")
        found = {e.path: e for e in self._entries(raw.decode("utf-8", "surrogateescape").split("\0"))}
        if new is None and not staged:
            untracked = self._ask("ls-files", "--others", "--exclude-standard", "-z", "--", ".")
            for path in filter(None, untracked.decode("utf-8", "surrogateescape").split("\0")):
                found[path] = Entry(path, found[path].old if path in found else None, ZERO)
        return [found[path] for path in sorted(found)]

    def unmerged(self) -> dict[str, tuple[str | None, str | None]]:
        """Return the files in conflict, each with the blobs of both sides (ours, theirs)."""
        found: dict[str, dict[str, str]] = {}
        for line in filter(None, self._ask("ls-files", "--unmerged", "-z", "--", ".").decode("utf-8", "surrogateescape").split("\0")):
            meta, _, path = line.partition("\t")
            _, blob, stage = meta.split(" ")
            found.setdefault(path, {})[stage] = blob
        return {path: (stages.get("2"), stages.get("3")) for path, stages in found.items()}

    def blobs_of(self, commit: str, paths: Iterable[str]) -> dict[str, str]:
        """Return those of *paths* that *commit* has, with their blobs."""
        raw = self._ask("ls-tree", "-z", "--full-tree", commit, "--", *(self.prefix + path for path in paths))
        pairs = (line.partition("\t") for line in filter(None, raw.decode("utf-8", "surrogateescape").split("\0")))
        return {path.removeprefix(self.prefix): meta.split(" ")[2] for meta, _, path in pairs}

    def tree(self, commit: str, under: str = "") -> dict[str, str]:
        """Return every file of the registry (below *under*) at *commit* with its blob."""
        where = self.prefix + under or "."
        raw = self._ask("ls-tree", "-r", "-z", "--full-tree", commit, "--", where).decode("utf-8", "surrogateescape")
        pairs = (line.partition("\t") for line in filter(None, raw.split("\0")))
        return {path.removeprefix(self.prefix): meta.split(" ")[2] for meta, _, path in pairs if path.startswith(self.prefix)}

    def contents(self, start: str, commit: str | None) -> dict[str, bytes]:
        """Return the files whose path begins with *start*, at *commit* or (``None``) as they stand on disk."""
        if commit is None:
            folder = self.root / start
            found = folder.rglob("*") if start.endswith("/") else iter((folder,))
            return {p.relative_to(self.root).as_posix(): p.read_bytes().replace(b"\r\n", b"\n") for p in sorted(found) if p.is_file()}
        blobs = {path: blob for path, blob in self.tree(commit, start).items() if path.startswith(start)}
        read = self.read(blobs.values())
        return {path: read[blob] for path, blob in blobs.items()}

    def holding(self, words: str, commit: str | None, under: str) -> list[str]:
        """Return the files below *under* that hold *words*, at *commit* or (``None``) as they stand on disk, untracked ones too."""
        where = (commit,) if commit is not None else ()
        also = () if commit is not None else ("--untracked",)
        raw = self._try("grep", "-l", "-z", "-F", "--full-name", *also, "-e", words, *where, "--", under)
        paths = (line.partition(":")[2] if commit is not None else line for line in raw.decode("utf-8", "surrogateescape").split("\0"))
        return sorted(path.removeprefix(self.prefix) for path in paths if path)

    def log(self, *paths: str, first: str = "HEAD", until: str | None = None, merges: bool = True) -> Iterator[Commit]:
        """Yield the commits that changed one of *paths* (all of the registry where none), newest first, along the first parents.

        With *until*, only those reachable from *first* and not from *until*, off the first parents too.
        """
        span = (first, f"^{until}") if until is not None else (first, "--first-parent")
        form = "--format=%x01%H%x02%P%x02%as%x02%an%x02%s%x02"
        kept = ("-m",) if merges else ("--no-merges",)
        raw = self._ask("log", "--raw", "--no-abbrev", "-z", "--no-renames", *kept, form, *span, "--", *(paths or (".",)))
        for chunk in raw.decode("utf-8", "surrogateescape").split("\x01")[1:]:
            sha, parents, day, author, subject, rest = chunk.split("\x02", 5)
            above = parents.split()
            entries = tuple(self._entries([part.lstrip("\n") for part in rest.split("\0")]))
            yield Commit(sha, above[0] if above else None, day, author, subject, len(above) > 1, entries)

    def read(self, blobs: Iterable[str]) -> dict[str, bytes]:
        """Return the content of *blobs*, all in one run of ``cat-file --batch``; what was read before is remembered."""
        wanted = [blob for blob in dict.fromkeys(blobs) if blob not in self._blobs and blob != ZERO]
        if wanted:
            self._blobs.update(_batch(self._ask("cat-file", "--batch", input_="\n".join(wanted).encode() + b"\n")))
        return self._blobs

    def _entries(self, parts: list[str]) -> Iterator[Entry]:
        """Yield what ``--raw -z`` prints: ``:mode mode old new status``, then the path."""
        for meta, path in pairwise(parts):
            if meta.startswith(":") and path.startswith(self.prefix):
                _, new_mode, old, new, status = meta[1:].split(" ")
                gone = status.startswith("D") or new_mode == "000000"
                yield Entry(path.removeprefix(self.prefix), None if set(old) == {"0"} else old, None if gone else _blob(new))

    def _ask(self, *args: str, input_: bytes | None = None) -> bytes:
        done = self._run(args, input_)
        if done.returncode != 0:
            raise GitFailed(done.stderr.decode("utf-8", "replace"))
        return done.stdout

    def _try(self, *args: str) -> bytes:
        done = self._run(args, None)
        return done.stdout if done.returncode == 0 else b""

    def _run(self, args: tuple[str, ...], input_: bytes | None) -> subprocess.CompletedProcess[bytes]:
        command = ["git", "-c", "core.quotepath=off", "-c", "core.fsmonitor=false", "-C", str(self.root), *args]
        try:
            return subprocess.run(command, input=input_ or b"", capture_output=True, check=False, env={**os.environ, **_QUIET})
        except FileNotFoundError as error:
            raise NoGit from error


def _blob(text: str) -> str:
    return ZERO if set(text) == {"0"} else text


def _batch(raw: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield what ``cat-file --batch`` prints: ``<sha> blob <size>``, the content, a line break."""
    at = 0
    while at < len(raw):
        end = raw.index(b"\n", at)
        head = raw[at:end].decode().split(" ")
        if len(head) < 3:
            raise GitFailed(" ".join(head))
        size = int(head[2])
        yield head[0], raw[end + 1 : end + 1 + size]
        at = end + 2 + size
