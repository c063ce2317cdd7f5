"""The diff driver: what git is told, and how it is taken back. Local to one repository unless asked; never in the way of git itself."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from kehoach.errors import CannotRead, reason
from kehoach.files.git import GitFailed, Repository
from kehoach.files.write import write_whole

PATTERNS = ("plans/**/*.yaml", "actuals/**/*.yaml", "units.yaml", "indicators.yaml", "references.yaml")
FUNCTION = r"^([a-z_]+:.*|  - \{?id: .*)$"
"""What git prints behind ``@@``: the list, or the record in the bare file."""
_BEGIN, _END = "# kehoach: bắt đầu", "# kehoach: hết"


def convert() -> str:
    """Return the command that git runs on a file: kehoach where it can be run, else the file as it is."""
    own = "kehoach" if shutil.which("kehoach") else f'"{Path(sys.executable).as_posix()}" -m kehoach'
    return f'f() {{ {own} textconv "$1" 2>/dev/null || cat "$1"; }}; f'


def install(repository: Repository) -> Path:
    """Tell git about the driver, and return the file of attributes that was written."""
    _config(repository, "diff.kehoach.textconv", convert())
    _config(repository, "diff.kehoach.xfuncname", FUNCTION)
    lines = [f"/{repository.prefix}{pattern} diff=kehoach" for pattern in PATTERNS]
    return _attributes(repository, [_BEGIN, *lines, _END])


def uninstall(repository: Repository) -> Path:
    """Take back what :func:`install` did, and nothing else."""
    for key in ("textconv", "xfuncname"):
        _run(repository, "config", "--local", "--unset-all", f"diff.kehoach.{key}")
    _run(repository, "config", "--local", "--remove-section", "diff.kehoach")
    return _attributes(repository, [])


def _attributes(repository: Repository, block: list[str]) -> Path:
    path = Path(_run(repository, "rev-parse", "--git-path", "info/attributes").stdout.strip())
    path = path if path.is_absolute() else repository.root / path
    try:
        before = path.read_text("utf-8").splitlines() if path.exists() else []
    except (OSError, UnicodeError) as error:
        raise CannotRead(path, reason(error) if isinstance(error, OSError) else "không phải UTF-8") from error
    kept = []
    inside = False
    for line in before:
        inside = inside or line == _BEGIN
        if not inside:
            kept.append(line)
        inside = inside and line != _END
    text = "\n".join([*kept, *block])
    if before or block:
        write_whole(path, text + "\n" if text else "")
    return path


def _config(repository: Repository, key: str, value: str) -> None:
    done = _run(repository, "config", "--local", key, value)
    if done.returncode != 0:
        raise GitFailed(done.stderr)


def _run(repository: Repository, *args: str) -> subprocess.CompletedProcess[str]:
    command = ["git", "-C", str(repository.root), *args]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
