"""Which program wrote the index: its version, and the state of its own sources, so that an edited rule never answers from old findings."""

from __future__ import annotations

import os
import sys
from functools import cache
from zlib import crc32

from kehoach import __version__

FORMAT = 2
"""Raised when the tables change."""


@cache
def program() -> str:
    """Return a text that differs wherever two programs could answer differently from the same files."""
    return f"{FORMAT} {__version__} {sys.version_info[0]}.{sys.version_info[1]} {_sources()}"


def _sources() -> str:
    """Return a checksum of names, sizes and times of the package's own modules, and the newest time; nothing is opened."""
    found = []
    newest = 0
    folders = [os.path.dirname(os.path.dirname(__file__))]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    stat = entry.stat()
                    found.append(f"{entry.path}:{stat.st_size}:{stat.st_mtime_ns}")
                    newest = max(newest, stat.st_mtime_ns)
                elif "." not in entry.name and entry.name != "__pycache__" and entry.is_dir():
                    folders.append(entry.path)
    return f"{crc32(chr(10).join(sorted(found)).encode('utf-8', 'surrogateescape')):08x}{newest:x}"
