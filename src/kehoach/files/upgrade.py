"""A file lifted to the newest format on disk: the same rungs that loading climbs in memory, then the canonical layout."""

from __future__ import annotations

from pathlib import Path

from kehoach.files import comments, layout, migrate
from kehoach.files.kinds import kind_of
from kehoach.files.yaml_text import load_yaml


def upgraded(root: Path, relative: str) -> str | None:
    """Return the newest text of a file, ``None`` where it needs no lifting or cannot be read (``check`` says why)."""
    path = root / relative
    kind = kind_of(path)
    if kind not in migrate.VERSIONS:
        return None
    raw = path.read_bytes()
    tree, problems = load_yaml(raw, relative)
    version = migrate.version_of(tree, kind)
    if problems or version is None or version >= migrate.VERSIONS[kind]:
        return None
    while version < migrate.VERSIONS[kind]:
        tree = migrate.LADDER[(kind, version)](tree)
        version += 1
    return layout.render({**tree, "format": migrate.name(kind)}, kind, comments.collect(raw.decode("utf-8")))
