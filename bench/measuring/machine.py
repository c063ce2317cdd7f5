"""What the figures were taken on: the machine, and every version that matters."""

from __future__ import annotations

import os
import platform
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("typer", "pydantic", "ryaml", "ruamel.yaml", "orjson")


def machine(program: Sequence[str]) -> dict[str, str]:
    """Return names and values, in the order in which they are told."""
    return {
        "processor": _processor(),
        "cores": str(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1),
        "memory": _memory(),
        "system": f"{platform.system()} {platform.release()}",
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "kehoach": said([*program, "--version"]).removeprefix("kehoach ").strip(),
        **{name: version(name) for name in PACKAGES},
        "SQLite": sqlite3.sqlite_version,
        "git": said(["git", "--version"]).removeprefix("git version ").strip(),
    }


def said(command: Sequence[str]) -> str:
    """Return what a program prints."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _memory() -> str:
    if sys.platform == "win32":
        return "?"
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB"
