"""File systems on which the time of a folder tells whether its listing has changed."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

_KNOWN = frozenset(("bcachefs", "btrfs", "ext2", "ext3", "ext4", "f2fs", "overlay", "tmpfs", "xfs", "zfs"))
"""On FAT a folder keeps its time whatever is put into it, on NTFS it may come later; what comes over a network may be an old picture."""
_MOUNTS = "/proc/self/mountinfo"
_OCTAL = re.compile(rb"\\([0-7]{3})")


def tell_of_listings(folder: Path) -> bool:
    """Tell whether the times of the folders below *folder* are sure to change with their listings; ``False`` where nobody knows."""
    try:
        if sys.platform == "linux":
            return _system_of(os.fsencode(os.path.realpath(folder))) in _KNOWN
        home = os.path.expanduser("~")  # on the system's own volume: APFS or HFS+
        return sys.platform == "darwin" and os.stat(folder).st_dev == os.stat(home).st_dev
    except OSError:
        return False


def _system_of(folder: bytes) -> str:
    """Return the kind of the file system that a folder stands on: the last one mounted nearest above it."""
    nearest, found = -1, ""
    for line in Path(_MOUNTS).read_bytes().splitlines():
        place, _, system = line.partition(b" - ")
        point = _OCTAL.sub(lambda octal: bytes((int(octal[1], 8),)), place.split(b" ")[4]).rstrip(b"/")
        if len(point) >= nearest and (folder == point or folder.startswith(point + b"/")):
            nearest, found = len(point), system.split(b" ")[0].decode()
    return found
