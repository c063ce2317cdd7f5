"""The times of tasks and projects: which way they moved, by their own words or with their plan's period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kehoach.meaning import time
from kehoach.meaning.fingerprint import stable
from kehoach.meaning.strength import Shift, shift
from kehoach.meaning.wording import time_words
from kehoach.revisions.change import Change
from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, of_change
from kehoach.revisions.saying import NOUNS, WORK, title


def works(facts: Facts, wanted: Shift, how: str) -> Iterator[Judgement]:
    """Yield the tasks and projects whose time moved *wanted*; a reviewer's attention is for targets, this is to be noticed."""
    for change in (*facts.of(WORK, "changed", "when"), *_carried(facts)):
        old, new = dues(change)
        if shift(old, new) == wanted:
            before, after = time_words(old), time_words(new)
            said = of_change(change, f"{NOUNS[change.kind]} {title(change, facts)}: {how}: {before} → {after}", before, after)
            yield replace(said, severity="notice", values=(stable(old), stable(new)))


def dues(change: Change) -> tuple[time.Due, time.Due]:
    """Return the times of a changed task or project, each read against its own plan."""
    before, after = change.old_plan, change.new_plan
    assert before is not None  # noqa: S101  # a changed record stands in a plan on both sides
    assert after is not None  # noqa: S101
    return time.resolve(change.old_record.when, before), time.resolve(change.new_record.when, after)


def _carried(facts: Facts) -> Iterator[Change]:
    """Yield the tasks and projects that say the same but are due at another time since their plan's period changed."""
    for new_id, old in facts.partners.items():
        new = facts.both.new.plans[new_id]
        if time.period(old) == time.period(new):
            continue
        for kind, name in (("task", "tasks"), ("project", "projects")):
            before = {record.id: record for record in getattr(old, name)}
            for record in getattr(new, name):
                was = before.get(record.id)
                if was is not None and was.when == record.when:
                    yield Change(
                        kind=kind,  # type: ignore[arg-type]
                        what="changed",
                        old_ref=old.ref(was.id),
                        new_ref=new.ref(record.id),
                        field="when",
                        old=was.when,
                        new=record.when,
                        old_record=was,
                        new_record=record,
                        old_plan=old,
                        new_plan=new,
                    )
