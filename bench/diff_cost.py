"""What ``kehoach diff`` costs beside what cannot be saved: a diff of 3 files in a registry of 600.

Measured inside the process after imports, the median of several runs: reading two states, comparing, judging and placing, against
bare ``git diff --raw`` plus parsing and validating every blob that the rules read (``cat-file``, which both need, is not counted to
the bare side). Beside it the whole command in a process of its own. Exit status 1 where the ratio is above 4.
Usage: ``python bench/diff_cost.py [FILES]`` (default 600).
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any
from unittest import mock

from check_linear import multiply  # type: ignore[import-not-found]

from kehoach.cli import diffing
from kehoach.files import store
from kehoach.revisions.rules import rules

LIMIT, RUNS = 4.0, 15
EDITS: list[tuple[str, Callable[[str], str]]] = [
    ("a lower figure", lambda text: re.sub(r"\{ge: (\d+)\}", lambda m: f"{{ge: {int(m[1]) - 1}}}", text, count=1)),
    ("a later year", lambda text: text.replace("when: {by: 2030}", "when: {by: 2031}", 1)),
    ("a note", lambda text: re.sub(r"(\n    quote: .*)", r"\1\n    note: đã đọc lại", text, count=1)),
]


def main() -> int:
    """Print the times and their ratio."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 600
    list(rules())
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "data"
        root.mkdir()
        prepare(root, size)
        worst = max(measure(root, "HEAD~1..HEAD"), measure(root, None))
    return int(worst > LIMIT)


def prepare(root: Path, size: int) -> None:
    """Make a registry of *size* plans in git, edit three of them in a second commit and leave the same edit in the working tree."""
    multiply(root, size)
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "a")
    files = sorted((root / "plans").rglob("*.yaml"))
    for nth, (_, change) in enumerate((*EDITS, *EDITS)):
        path = files[nth * len(files) // 7]
        text = path.read_text("utf-8")
        if change(text) == text:
            raise SystemExit(f"{path}: nothing to edit")
        path.write_bytes(change(text).encode())
        if nth == len(EDITS) - 1:
            git(root, "commit", "-q", "-a", "-m", "b")


def git(root: Path, *args: str) -> bytes:
    """Run git as a script would."""
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    return subprocess.run(["git", *who, *args], cwd=root, check=True, capture_output=True).stdout


def measure(root: Path, revision: str | None) -> float:
    """Print one line for a diff and return its ratio."""
    blobs, found = read_by_the_rules(root, revision)
    where = revision.split("..") if revision else ["HEAD"]

    def bare() -> None:
        git(root, "diff", "--raw", *where)
        for raw, path, kind in blobs:
            store.read_bytes(raw, path, kind)

    floor, whole = timed(bare), timed(lambda: diffing.read(root, revision, staged=False))
    command = timed(lambda: command_line(root, *where), runs=3)
    name = revision or "working tree"
    print(
        f"{name:>12}: {whole * 1e3:6.1f} ms for {found} findings, {len(blobs)} blobs of {sum(len(b[0]) for b in blobs) // 1024} KB;"
        f" bare {floor * 1e3:6.1f} ms; {whole / floor:.2f} x (limit {LIMIT:g}); the whole command {command * 1e3:.0f} ms"
    )
    return whole / floor


def command_line(root: Path, *where: str) -> None:
    """Run the command as a user does."""
    args = [sys.executable, "-m", "kehoach", "--data", str(root), "diff", "..".join(where)] if len(where) > 1 else []
    subprocess.run(args or [sys.executable, "-m", "kehoach", "--data", str(root), "diff"], check=True, capture_output=True)


def read_by_the_rules(root: Path, revision: str | None) -> tuple[list[tuple[bytes, str, str]], int]:
    """Return every blob that one diff parses, each once, and how much it finds."""
    seen: dict[tuple[bytes, str], tuple[bytes, str, str]] = {}

    @contextmanager
    def recording() -> Any:
        read = store.read_bytes

        def record(raw: bytes, path: str, kind: str) -> Any:
            seen[(raw, kind)] = (raw, path, kind)
            return read(raw, path, kind)

        with mock.patch.object(store, "read_bytes", record):
            yield

    with recording():
        found = diffing.read(root, revision, staged=False).findings
    return list(seen.values()), len(found)


def timed(run: Callable[[], object], runs: int = RUNS) -> float:
    """Return the median time of *run* in seconds."""
    times = []
    for _ in range(runs):
        start = perf_counter()
        run()
        times.append(perf_counter() - start)
    return median(times)


if __name__ == "__main__":
    sys.exit(main())
