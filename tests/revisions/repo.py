"""A real git repository around a small registry, edited as people do."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.cli.helpers import Result, head, run, target, write

PLAN = "plans/mau/ke-hoach.yaml"
TASK = "  - {id: t-1, clause: I.1, title: Làm việc, quote: làm việc ấy, when: undated}\n"


class Repo:
    """A registry in ``folder/data`` under git; commits carry an author and a day."""

    def __init__(self, folder: Path) -> None:
        records = target("a") + target("b", indicator="ho-ngheo", test="{lt: 0.5}")
        self.data = write(folder, {PLAN: head("mau/ke-hoach") + "targets:\n" + records + "tasks:\n" + TASK})
        self.folder = folder
        assert run("fmt", data=self.data).status == 0
        self.git("init", "-q", "-b", "main")
        self.commit("Ghi lần đầu", author="An", day="2026-01-05")

    def git(self, *args: str, check: bool = True, env: dict[str, str] | None = None) -> str:
        identity = ("-c", "user.name=Máy", "-c", "user.email=may@example.org", "-c", "commit.gpgsign=false")
        done = subprocess.run(
            ["git", *identity, *args],
            cwd=self.folder,
            capture_output=True,
            encoding="utf-8",
            check=False,
            env={**os.environ, **(env or {})},
        )
        assert not check or done.returncode == 0, done.stderr
        return done.stdout

    def commit(self, message: str, author: str = "An", day: str = "2026-02-01") -> str:
        self.git("add", "-A")
        email = f"{author} <{author.lower()}@example.org>"
        self.git("commit", "-q", "--allow-empty", "-m", message, f"--author={email}", f"--date={day}T10:00:00+07:00")
        return self.git("rev-parse", "HEAD").strip()

    def edit(self, old: str, new: str, file: str = PLAN) -> None:
        path = self.data / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8", newline="\n")

    def run(self, *args: str) -> Result:
        return run(*args, data=self.data)
