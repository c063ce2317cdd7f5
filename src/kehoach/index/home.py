"""Where the index of a registry is kept: in the user's cache folder, under a name made of the registry's path."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from zlib import crc32

FOLDER = "KEHOACH_CACHE"
"""The environment variable that names another folder for all indexes."""


def home_of(root: Path) -> Path | None:
    """Return the folder of the index of the registry in *root*, ``None`` where the system tells of no place for caches.

    Never inside the registry: a folder that somebody else sends must not bring answers along.
    """
    base = _base()
    if base is None:
        return None
    real = os.path.realpath(root)
    name = "".join(c if c.isascii() and c.isalnum() else "-" for c in os.path.basename(os.path.dirname(real)))
    return base / f"{name[:40]}-{crc32(real.encode('utf-8', 'surrogateescape')):08x}{len(real):x}"


def _base() -> Path | None:
    named = os.environ.get(FOLDER)
    if named:
        return Path(os.path.abspath(named))
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local, "kehoach", "Cache") if local else None
    home = os.path.expanduser("~")
    if not os.path.isabs(home):
        return None
    if sys.platform == "darwin":
        return Path(home, "Library", "Caches", "kehoach")
    xdg = os.environ.get("XDG_CACHE_HOME", "")
    return Path(xdg if os.path.isabs(xdg) else os.path.join(home, ".cache"), "kehoach")
