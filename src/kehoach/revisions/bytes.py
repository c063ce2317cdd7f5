"""Files whose bytes differ while no record does: another layout, or words that belong to no record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from kehoach.files import folder, layout
from kehoach.files.kinds import kind_of
from kehoach.files.yaml_text import load_yaml
from kehoach.registry import plan_file
from kehoach.revisions.change import Change
from kehoach.revisions.facts import Facts

_CATALOGUES = {"unit": folder.UNITS, "ward": folder.UNITS, "indicator": folder.INDICATORS, "reference": folder.REFERENCES}
_LISTS = ("targets", "tasks", "projects", "retired", "paths")
"""Keys of lists whose order says nothing."""
_APART = ("retired", "format")
"""Keys of a catalogue that are no entries of it."""


def files_of(change: Change) -> set[str]:
    """Return the files in which a change stands."""
    plans = {plan_file(plan.id) for plan in (change.old_plan, change.new_plan) if plan}
    if plans or change.kind in _CATALOGUES:
        return plans or {_CATALOGUES[change.kind]}
    return {entry_file(change.kind, ref) for ref in (change.old_ref, change.new_ref) if ref}


def entry_file(kind: str, ref: str) -> str:
    """Return the file of a reported figure (``ward@period#measure``) or of a declared path (``ward@target``)."""
    ward, _, rest = ref.partition("@")
    return f"{folder.ACTUALS}/{ward}/{folder.PATHS if kind == 'path' else rest[:4] + '.yaml'}"


def silent(facts: Facts) -> Iterator[tuple[str, Literal["format", "words", "retired"]]]:
    """Yield the files that differ in their layout alone, in words of no record, or in what a catalogue has retired."""
    both = facts.both
    told = {file for change in facts.changes for file in files_of(change)}
    for file in both.files:
        old, new = both.old.raw.get(file), both.new.raw.get(file)
        apart = file in _CATALOGUES.values()
        if file in both.broken or old == new or (file in told and not apart):
            continue
        old_tree, new_tree = (_tree(raw, file) for raw in (old, new))
        if file not in told:
            yield file, "format" if old_tree == new_tree and None not in (old, new) else "words"
        elif any(old_tree.get(key) != new_tree.get(key) for key in _APART):
            yield file, "retired"


def _tree(raw: bytes | None, file: str) -> Any:
    """Return what a file says, without the defaults it says out loud, and its records in an order of their own."""
    tree = load_yaml(raw, file)[0] if raw is not None else None
    if tree is None:
        return {}
    plain = layout.ordered(tree, kind_of(Path("/") / file) or "plan")
    if isinstance(plain, tuple):
        return sorted(plain, key=repr)
    return {key: sorted(value, key=repr) if key in _LISTS else value for key, value in plain.items()}
