"""Which state of the registry an answer was made from: the commit, and whether the files are as committed. Read by the git command."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Revision:
    """``commit`` is the full hash, ``date`` its day; ``clean`` is false where a file of the registry differs from it. All ``None`` outside git."""

    commit: str | None = None
    date: str | None = None
    clean: bool | None = None


def revision(root: Path) -> Revision:
    """Return the revision of the registry in *root*; an empty one where git, a repository or a first commit is missing."""
    head = _git(root, "log", "-1", "--format=%H %cs")
    if not head:
        return Revision()
    commit, _, day = head.strip().partition(" ")
    status = _git(root, "status", "--porcelain", "--untracked-files=normal", "--", ".")
    return Revision(commit, day, None if status is None else not status.strip())


def _git(root: Path, *args: str) -> str | None:
    """Return what git prints, ``None`` where it cannot answer; it never asks, pages, or takes a lock to refresh its index."""
    try:
        done = subprocess.run(
            ["git", "--no-optional-locks", "-C", str(root), *args],  # noqa: S607  # whichever git the user has
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
