"""Everything that must hold before a change lands: one command, on a machine that has only Python and git.

It makes a virtual environment under ``.venv`` (kept between runs), installs the pinned versions, and runs every check in
turn. All of them run, so that one run shows everything that is wrong; the exit status is 1 if any failed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
SOURCES = ROOT.parent / "shared" / "sources"


def main() -> int:
    """Install, run every check, and return the exit status."""
    if not (BIN / ("python.exe" if os.name == "nt" else "python")).exists():
        venv.create(VENV, with_pip=True)
    run("pip", "install", "--quiet", "--disable-pip-version-check", "--constraint", "constraints.txt", "--editable", ".[dev]", check=True)
    checks = [
        ("ruff", "format", "--check", "."),
        ("ruff", "check", "."),
        ("mypy",),
        ("lint-imports",),
        ("kehoach", "fmt", "--check"),
        ("kehoach", "schema", "--output", "schemas", "--check"),
        ("python", "tools/compile_schemas.py", "--check"),
        ("python", "tools/docs.py", "--check"),
        ("python", "tools/make_errors.py", "--check"),
        ("python", "tools/walk.py", "--check"),
        ("kehoach", "check"),
        ("python", "tools/review.py"),
        ("pytest", "--numprocesses=auto"),
    ]
    if SOURCES.is_dir():  # the five documents are no part of the repository
        checks.insert(-1, ("kehoach", "verify", "--sources", str(SOURCES), "--coverage"))
    failed = [command for command in checks if run(*command) != 0]
    for command in failed:
        print("FAILED:", " ".join(command), file=sys.stderr)
    return 1 if failed else 0


def run(tool: str, *args: str, check: bool = False) -> int:
    """Run one tool of the environment in the repository and return its exit status."""
    print(f"--- {tool} {' '.join(args)}", flush=True)
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}", "PYTHONUTF8": "1"}
    return subprocess.run([str(BIN / tool), *args], cwd=ROOT, check=check, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main())
