"""Runs the walk-through of ``docs/review.md`` in a copy of the registry, and writes its outputs into the page; ``--check`` only compares.

A block of ``diff`` is applied by ``git apply``; in a block of ``console`` every line behind ``$`` is run by a POSIX shell, and what it
prints stands below it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "review.md"
DAY = "1795219200"
"""2026-11-21: the page must not change with the calendar."""
_BLOCK = re.compile(r"^```(diff|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def walked(text: str, folder: Path) -> str:
    """Return the page with the outputs that its commands print in *folder*, which becomes a repository around the registry."""
    shutil.copytree(ROOT / "data", folder / "data")
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "KEHOACH_"))},
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "SOURCE_DATE_EPOCH": DAY,
        "PYTHONUTF8": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        **{f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in IDENTITY.items()},
    }

    def run(command: str, input_: str | None = None) -> str:
        done = subprocess.run(
            ["sh", "-c", command], cwd=folder, env=environment, input=input_, capture_output=True, encoding="utf-8", check=False
        )
        return done.stdout + done.stderr

    run("git init -q -b main && git add . && git commit -q -m 'Ghi lần đầu'")

    def block(match: re.Match[str]) -> str:
        if match[1] == "diff":
            complaint = run("git apply -", match[2])
            if complaint:
                raise SystemExit(f"the edit of the page does not apply: {complaint}")
            return match[0]
        commands = [line for line in match[2].splitlines() if line.startswith("$ ")]
        return "```console\n" + "".join(f"{line}\n{run(line[2:])}" for line in commands) + "```"

    return _BLOCK.sub(block, text)


IDENTITY = {"NAME": "Nguyễn Văn A", "EMAIL": "a@example.org", "DATE": "2026-11-21T08:00:00+07:00"}


def main() -> int:
    """Write the page, or with ``--check`` return 1 where it is stale."""
    text = PAGE.read_text("utf-8")
    with tempfile.TemporaryDirectory() as name:
        found = walked(text, Path(name))
    if "--check" in sys.argv[1:]:
        if found != text:
            print(f"{PAGE} is stale: python tools/walk.py", file=sys.stderr)
        return int(found != text)
    PAGE.write_text(found, "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
