"""What ``diff`` does before it prints: two states read, compared and judged."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from kehoach.cli import output
from kehoach.cli.clock import today
from kehoach.cli.options import Format
from kehoach.files import folder, store
from kehoach.files.folder import shown
from kehoach.files.git import Repository
from kehoach.files.revision import revision
from kehoach.model.problem import Problem
from kehoach.registry import load_registry
from kehoach.reports import edit, edit_page, past
from kehoach.reports.edit_page import EditPage
from kehoach.reports.provenance import provenance
from kehoach.revisions.conflict import MergeInProgress, conflicts
from kehoach.revisions.facts import Facts
from kehoach.revisions.judge import Finding, judge
from kehoach.revisions.rules import rules
from kehoach.revisions.sides import sides
from kehoach.revisions.span import span


@dataclass(frozen=True, slots=True)
class Reading:
    """The findings of an edit, the names of both states, and the files that could not be read."""

    findings: list[Finding]
    names: tuple[str, str]
    problems: tuple[Problem, ...]


def read(root: Path, revision: str | None, *, staged: bool) -> Reading:
    """Compare the two states that were asked for."""
    repository = Repository(root)
    asked = span(repository, revision, staged=staged)
    both = sides(repository, asked.old, asked.new, staged=asked.staged, names=asked.names)
    now = today()
    facts = Facts(both, repository, now, asked.old, asked.new)
    return Reading(judge(facts), asked.names, both.problems)


def refuse_unmerged(root: Path) -> None:
    """Where a merge is not finished, show what both sides say and stop.

    Raises:
        MergeInProgress: files of the registry are in conflict.
    """
    files, events = conflicts(Repository(root))
    if files:
        indicators, _ = store.read_file(root, folder.INDICATORS, "indicators")
        if events:
            output.write(past.conflict(events, indicators or {}), Format.table)
            sys.stdout.flush()
        raise MergeInProgress([shown(root, file) for file in files])


def page(root: Path, reading: Reading) -> EditPage:
    """Return the approver's page of an edit."""
    registry, _ = load_registry(root)
    now = today().isoformat()
    return edit_page.page(
        edit.rows(reading.findings, root),
        reading.names,
        registry,
        counted=edit.closing(reading.findings),
        made=now,
        provenance=provenance(now, revision(root)),
    )


def manuals() -> dict[str, str]:
    """Return the page of every rule about edits, by name."""
    return {rule.name: rule.manual for rule in rules()}
