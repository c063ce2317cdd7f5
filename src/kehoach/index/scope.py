"""Which files an answer about some wards depends on, ward by ward, in the order they are read, and what the system says of each."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from kehoach.files import folder
from kehoach.index.freshness import Stat, stat_of, told
from kehoach.index.tables import CATALOGUES

KINDS = {folder.UNITS: "units", folder.INDICATORS: "indicators", folder.REFERENCES: "references"}
"""The catalogues, each with its kind."""
Scope = dict[str, dict[str, Stat | None]]
"""Ward → its files, each with its stat."""


def kind_of(path: str) -> str:
    """Return the kind of a file of a scope."""
    return KINDS.get(path) or folder.kind_of(path)


def files_of(root: Path, wards: Collection[str] | None, strange: list[str], *, actuals: bool = True) -> Scope:
    """Return the files of the registry in *root* that answers about *wards* (all where ``None``) are made of; what stands astray is *strange*."""
    found: Scope = {CATALOGUES: {path: stat_of(f"{root}/{path}") for path in KINDS}}
    for kind in (folder.PLANS, folder.ACTUALS) if actuals else (folder.PLANS,):
        ward, files = "", found[CATALOGUES]
        for path, stat in folder.stats(root, kind, wards, strange):
            if path.split("/", 2)[1] != ward:
                ward = path.split("/", 2)[1]
                files = found.setdefault(ward, {})
            files[path] = told(stat) if stat is not None else None
    return found
