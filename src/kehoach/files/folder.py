"""Where a registry is and which files it has; nothing is opened here."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterator
from functools import lru_cache
from operator import itemgetter
from pathlib import Path

from kehoach.errors import CannotRead, NotARegistry, RegistryNotFound, reason

PLANS, ACTUALS = "plans", "actuals"
PATHS = "paths.yaml"
UNITS, INDICATORS, REFERENCES = "units.yaml", "indicators.yaml", "references.yaml"


def find_root(data: str | None, start: Path | None = None) -> Path:
    """Return the registry's folder (the one that holds ``plans/``), found as git finds its repository.

    ``data`` (``--data``) wins over ``$KEHOACH_DATA``, which wins over the nearest parent of *start* with ``data/plans/``.

    Raises:
        NotARegistry: the folder that was named holds none.
        RegistryNotFound: no parent holds one.
    """
    named = data or os.environ.get("KEHOACH_DATA")
    if named:
        root = registry_in(Path(named))
        if root is None:
            raise NotARegistry(Path(named))
        return root
    here = start or Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "data" / PLANS).is_dir():
            return folder / "data"
    raise RegistryNotFound(here)


def registry_in(folder: Path) -> Path | None:
    """Return *folder* or its ``data`` subfolder, whichever holds ``plans/``."""
    return next((root for root in (folder, folder / "data") if (root / PLANS).is_dir()), None)


def shown(root: Path, relative: str) -> str:
    """Return a registry file's path as a user at the current folder would name it."""
    above = _near(root, os.getcwd())
    return relative if above == "." else f"{above}/{relative}"


@lru_cache(maxsize=8)
def _near(root: Path, _here: str) -> str:
    return near(root)


def near(path: Path) -> str:
    """Return a path relative to the current folder where it lies below it, as it is otherwise."""
    try:
        return path.resolve().relative_to(Path.cwd().resolve()).as_posix()
    except ValueError:
        return path.as_posix()


def wards_on_disk(root: Path) -> list[str]:
    """Return the slugs of the wards that have a folder of plans."""
    try:
        return sorted(entry.name for entry in os.scandir(root / PLANS) if entry.is_dir() and not entry.name.startswith("."))
    except OSError as error:
        raise CannotRead(root / PLANS, reason(error)) from error


def has_ward(root: Path, text: str) -> bool:
    """Tell whether *text* is the slug of a ward that has a folder of plans, without listing the others."""
    return text.isascii() and text.replace("-", "").isalnum() and text == text.lower() and (root / PLANS / text).is_dir()


def kind_of(file: str) -> str:
    """Return the kind of a file under ``plans/`` or ``actuals/``."""
    if file.startswith(f"{PLANS}/"):
        return "plan"
    return "paths" if file.endswith(f"/{PATHS}") else "actuals"


def plan_files(root: Path, wards: Collection[str] | None = None) -> Iterator[str]:
    """Yield ``plans/<ward>/<slug>.yaml`` of the wards asked for (all where ``None``), in order."""
    yield from _yaml_files(root, PLANS, wards)


def actual_files(root: Path, wards: Collection[str] | None = None) -> Iterator[str]:
    """Yield ``actuals/<ward>/<year>.yaml`` of the wards asked for."""
    if (root / ACTUALS).is_dir():
        yield from (file for file in _yaml_files(root, ACTUALS, wards) if not file.endswith(f"/{PATHS}"))


def path_files(root: Path, wards: Collection[str] | None = None) -> Iterator[str]:
    """Yield ``actuals/<ward>/paths.yaml`` of the wards asked for."""
    if (root / ACTUALS).is_dir():
        yield from (file for file in _yaml_files(root, ACTUALS, wards) if file.endswith(f"/{PATHS}"))


def _yaml_files(root: Path, kind: str, wards: Collection[str] | None) -> Iterator[str]:
    return (file for file, _ in _entries(root, kind, wards))


def _entries(
    root: Path, kind: str, wards: Collection[str] | None, strange: list[str] | None = None
) -> Iterator[tuple[str, os.DirEntry[str]]]:
    above = f"{root}/{kind}"
    strange = [] if strange is None else strange
    try:
        if wards is None:
            entries = [e for e in os.scandir(above) if not e.name.startswith(".")]
            folders = sorted(e.name for e in entries if e.is_dir())
            strange.extend(e.path for e in entries if like_yaml(e.name))
        else:
            folders = sorted(ward for ward in set(wards) if os.path.isdir(f"{above}/{ward}"))
        for ward in folders:
            entries = [e for e in os.scandir(f"{above}/{ward}") if not e.name.startswith(".")]
            found = [(e.name, e) for e in entries if e.name.endswith(".yaml")]
            if len(found) != len(entries):
                strange.extend(e.path for e in entries if not e.name.endswith(".yaml") and (like_yaml(e.name) or e.is_dir()))
            yield from ((f"{kind}/{ward}/{name}", entry) for name, entry in sorted(found, key=itemgetter(0)))
    except OSError as error:
        raise CannotRead(error.filename or root / kind, reason(error)) from error


def like_yaml(name: str) -> bool:
    """Tell whether a name looks like that of a YAML file, whatever its case and ending."""
    return name.lower().endswith((".yaml", ".yml"))


def stats(root: Path, kind: str, wards: Collection[str] | None, strange: list[str]) -> Iterator[tuple[str, os.stat_result | None]]:
    """Yield the files of :func:`plan_files` (*kind* ``plans``) or of ``actuals``, each with what the system says of it, in one pass.

    What may be one of the :func:`stray_files`, or hold one, is put with *strange*.
    """
    for file, entry in _entries(root, kind, wards, strange) if kind == PLANS or (root / kind).is_dir() else ():
        try:
            yield file, os.stat(entry) if sys.platform == "win32" else entry.stat()
        except OSError:
            yield file, None


def stray_files(root: Path) -> Iterator[str]:
    """Yield YAML files under ``plans/`` and ``actuals/`` that no ward owns: another ending, too high or too deep a folder."""
    for kind in (PLANS, ACTUALS):
        for folder, below, names in os.walk(root / kind):
            below[:] = sorted(name for name in below if not name.startswith("."))
            inside = os.path.relpath(folder, root).replace(os.sep, "/")
            depth = inside.count("/")
            for name in sorted((*names, *below)):
                if not name.startswith(".") and like_yaml(name) and (depth != 1 or not name.endswith(".yaml")):
                    yield f"{inside}/{name}"
