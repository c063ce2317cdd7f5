"""Which files an answer about some wards depends on, ward by ward, in the order they are read."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from kehoach.files import folder
from kehoach.index.tables import CATALOGUES

Scope = dict[str, dict[str, str]]
"""Ward → its files, each with its kind."""


def files_of(root: Path, wards: Collection[str] | None) -> Scope:
    """Return the files of the registry in *root* that answers about *wards* (all where ``None``) are made of."""
    found: Scope = {CATALOGUES: {folder.UNITS: "units", folder.INDICATORS: "indicators", folder.REFERENCES: "references"}}
    for kind, files in (("plan", folder.plan_files), ("actuals", folder.actual_files), ("paths", folder.path_files)):
        for path in files(root, wards):
            found.setdefault(path.split("/", 2)[1], {})[path] = kind
    return found
