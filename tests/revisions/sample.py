"""Two states of a small registry in a real git repository, and what an edit of it is found to mean."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kehoach.files.layout import render
from tests.checks.sample import exact
from tests.checks.sample import write as write_plans
from tests.cli.helpers import Row, run

BEFORE, AFTER = "2026-03-10", "2026-06-01"
"""The days of the two commits, unless a case says otherwise."""
_KINDS = {"plans": "plan", "actuals": "actuals"}


def write(root: Path, tree: Mapping[str, Any]) -> None:
    """Write the sample with *tree* laid over it into ``root/data``, in place of what is there.

    Beside the keys of :func:`tests.checks.sample.write`: ``actuals`` (``ward/year`` → figures), ``paths`` (ward → declared
    paths), ``drop`` (files to leave out) and ``text`` (file → its text, or pairs of what to replace in it by what).
    """
    shutil.rmtree(root / "data", ignore_errors=True)
    over = dict(tree)
    actuals, paths, text, drop = (over.pop(key, {}) for key in ("actuals", "paths", "text", "drop"))
    data = write_plans(root, over)
    for name, figures in actuals.items():
        _save(data / "actuals" / f"{name}.yaml", "actuals", exact(figures))
    for ward, declared in paths.items():
        _save(data / "actuals" / ward / "paths.yaml", "paths", exact({"format": "kehoach/paths/1", "paths": declared}))
    for name, change in text.items():
        path = data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(change, dict):
            content = path.read_text("utf-8")
            for old, new in change.items():
                assert old in content, old
                content = content.replace(old, new)
            path.write_bytes(content.encode())
        else:
            path.write_bytes(change.encode())
    for name in drop:
        (data / name).unlink()


def _save(path: Path, kind: str, tree: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(render(_tuples(tree), kind), "utf-8", newline="\n")


def _tuples(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {key: _tuples(value) for key, value in tree.items()}
    return tuple(_tuples(item) for item in tree) if isinstance(tree, list) else tree


def git(root: Path, *args: str, day: str = BEFORE) -> str:
    """Run git in *root* as nobody in particular, on a fixed day."""
    who = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org"}
    when = {"GIT_AUTHOR_DATE": f"{day}T08:00:00+07:00", "GIT_COMMITTER_DATE": f"{day}T08:00:00+07:00"}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["git", *args], cwd=root, env={**os.environ, **who, **when, **alone}, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def start(root: Path) -> None:
    """Make an empty repository in *root*."""
    root.mkdir(parents=True, exist_ok=True)
    git(root, "init", "-q", "-b", "main")


def commit(root: Path, day: str = BEFORE) -> None:
    """Commit everything in *root*."""
    git(root, "add", "-A")
    git(root, "-c", "core.autocrlf=false", "commit", "-q", "--allow-empty", "-m", "x", day=day)


def history(root: Path, *states: Mapping[str, Any], days: tuple[str, ...] = ()) -> None:
    """Commit *states*, one after the other; the last two on :data:`BEFORE` and :data:`AFTER` unless *days* says otherwise."""
    start(root)
    dates = days or (*[BEFORE] * (len(states) - 1), AFTER)
    for state, day in zip(states, dates, strict=True):
        write(root, state)
        commit(root, day)


def findings(root: Path, *args: str) -> list[Row]:
    """Return what ``kehoach diff`` finds in the last commit of *root*, or between what *args* name."""
    done = run("diff", *(args or ("HEAD~1..HEAD",)), "--format", "json", data=root / "data")
    assert (done.status, done.err) == (0, ""), done.err
    return done.rows()


def briefly(row: Row, root: Path) -> dict[str, Any]:
    """Return what a case states of a finding: the rule, its weight, its line; the message; and why it passes, where it does."""
    place = Path(row["file"]).resolve().relative_to((root / "data").resolve()).as_posix()
    said = {"rule": row["rule"], "severity": row["severity"], "ref": row["ref"], "at": f"{place}:{row['line']}", "message": row["message"]}
    return {**said, **({"passed": row["passed"]} if row["passed"] else {})}
