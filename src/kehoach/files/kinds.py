"""Which kind of registry file a path is, and every file of a registry."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kehoach.files import folder

_BY_NAME = {folder.UNITS: "units", folder.INDICATORS: "indicators", folder.REFERENCES: "references", folder.PATHS: "paths"}
_BY_FOLDER = {folder.PLANS: "plan", folder.ACTUALS: "actuals"}


def kind_of(path: Path) -> str | None:
    """Return plan, units, indicators, references, actuals or paths, ``None`` for any other file."""
    if path.name in _BY_NAME:
        return _BY_NAME[path.name]
    parts = path.resolve().parts
    return _BY_FOLDER.get(parts[-3]) if len(parts) >= 3 and path.suffix == ".yaml" else None


def every_file(root: Path) -> Iterator[str]:
    """Yield every file of the registry in *root*, relative to it."""
    yield from (name for name in _BY_NAME if (root / name).exists())
    yield from folder.plan_files(root)
    yield from folder.actual_files(root)
    yield from folder.path_files(root)
