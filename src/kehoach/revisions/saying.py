"""How rules about an edit say what they saw: records, commitments, times and units in Vietnamese words, each by its own side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kehoach.meaning.time import resolve
from kehoach.meaning.wording import commitment, time_words
from kehoach.model.plan import Plan
from kehoach.model.target import Target
from kehoach.model.work import Project, Task
from kehoach.revisions.change import Change
from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement, Severity, of_change, of_pair
from kehoach.revisions.labels import label, words
from kehoach.revisions.pair import Pair
from kehoach.revisions.sides import Side
from kehoach.vietnamese import date_words, number

NOUNS = {"target": "chỉ tiêu", "task": "nhiệm vụ", "project": "dự án", "plan": "kế hoạch"}
RECORDS = ("target", "task", "project")
WORK = ("task", "project")


def name_of(record: Target | Task | Project, side: Side) -> str:
    """Return what a record is called."""
    if isinstance(record, Target):
        indicator = side.indicators.get(record.indicator)
        return indicator.name if indicator else record.indicator
    return record.title if isinstance(record, Task) else record.name


def quoted(name: str) -> str:
    """Return a name in quotation marks, as it is where it has some of its own."""
    return name if "“" in name or '"' in name else f"“{name}”"


def said(record: Target | Task | Project, plan: Plan | None, side: Side) -> str:
    """Return a record in words: its name, a target's commitment and time, and its clause."""
    text = quoted(name_of(record, side))
    if isinstance(record, Target) and plan is not None:
        text += f" {commitment(record, side.indicators.get(record.indicator))}, {time_words(resolve(record.when, plan))}"
    return f"{text} ({record.clause})"


def title(change: Change, facts: Facts) -> str:
    """Return the record of a change by its name and clause."""
    new = change.new_record is not None
    record = change.new_record if new else change.old_record
    return f"{quoted(name_of(record, facts.both.new if new else facts.both.old))} ({record.clause})"


def heading(pair: Pair) -> str:
    """Return a target by its name and clause."""
    return f"{quoted(pair.indicator.name if pair.indicator else pair.new.indicator)} ({pair.new.clause})"


def document(plan: Plan) -> str:
    """Return a plan as a reader would name it: number and day, else its title; and its id."""
    printed = "/".join(part for part in (plan.number, plan.symbol) if part) if plan.number else ""
    named = f"{plan.kind} {printed}" if printed else quoted(plan.title)
    return f"{named} ({plan.id})" + (f" ngày {date_words(plan.issued)}" if printed and plan.issued else "")


def promises(pair: Pair) -> tuple[str, str]:
    """Return the figure to be reached in words, before and now."""
    return commitment(pair.old, pair.old_indicator), commitment(pair.new, pair.new_indicator)


def times(pair: Pair) -> tuple[str, str]:
    """Return the time in words, before and now."""
    return time_words(pair.dues[0]), time_words(pair.dues[1])


def tested(pair: Pair, how: str) -> Judgement:
    """Return the judgement that the figure to be reached changed."""
    old, new = promises(pair)
    return of_pair(pair, "test", f"{heading(pair)}: {how}: {old} → {new}", old, new)


def timed(pair: Pair, how: str) -> Judgement:
    """Return the judgement that the time changed."""
    old, new = times(pair)
    return of_pair(pair, "when", f"{heading(pair)}: {how}: {old} → {new}", old, new)


def fielded(pair: Pair, name: str, how: str | None = None) -> Judgement:
    """Return the judgement that a field of a target changed, with its values in words."""
    old, new = words(getattr(pair.old, name), name), words(getattr(pair.new, name), name)
    return of_pair(pair, name, f"{heading(pair)}: {how or label(name) + ' đổi'}: {old} → {new}", old, new)


def altered(change: Change, subject: str, severity: Severity | None = None) -> Judgement:
    """Return the judgement that a field of any record changed, with its values in words."""
    key = str(change.field)
    old, new = words(change.old, key), words(change.new, key)
    return replace(of_change(change, f"{subject}: {label(key)} đổi: {old} → {new}", old, new), severity=severity)


def units(refs: Iterable[str], side: Side) -> str:
    """Return units by their names."""
    return "; ".join(side.units[ref].name if ref in side.units else ref for ref in refs) or "chưa giao đơn vị nào"


def scoped(pair: Pair, how: str) -> Judgement:
    """Return the judgement that the population or the standard changed."""
    one, two = pair.measures
    name = "of" if one.of != two.of else "definition"
    sides = ((pair.old, pair.old_indicator), (pair.new, pair.new_indicator))
    old, new = (words(getattr(target, name) or (getattr(entry, name) if entry else None)) for target, entry in sides)
    return of_pair(pair, name, f"{heading(pair)}: {how}: {old} → {new}", old, new)


def holdings(plan: Plan) -> str:
    """Return how much a plan holds."""
    counts = ((plan.targets, "chỉ tiêu"), (plan.tasks, "nhiệm vụ"), (plan.projects, "dự án"))
    return ", ".join(f"{number(len(records))} {noun}" for records, noun in counts if records) or "không có bản ghi nào"
