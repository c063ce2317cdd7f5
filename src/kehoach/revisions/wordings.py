"""Which changes leave the meaning as it is: words, notes, places, references that only follow what moved."""

from __future__ import annotations

from kehoach.meaning.strength import shift
from kehoach.revisions.change import Change
from kehoach.revisions.facts import Facts
from kehoach.revisions.pair import Pair
from kehoach.revisions.renaming import followed
from kehoach.revisions.timing import dues

_PLAIN = {
    "target": ("clause", "quote", "name", "note", "lead_at", "implied"),
    "task": ("clause", "title", "quote", "note"),
    "project": ("clause", "name", "note"),
    "plan": ("title", "place_line", "corrections", "sections", "uncovered", "format"),
    "actual": ("note",),
}
LINKS = {"target": ("part_of", "restates", "supersedes"), "task": ("targets",), "project": ("same_as",)}
"""Fields that point at other records."""


def only_words(facts: Facts, change: Change, pair: Pair | None) -> bool:
    """Tell whether the change of a field leaves what its record means as it was."""
    name = str(change.field)
    if name in _PLAIN.get(change.kind, ()):
        return True
    if name in LINKS.get(change.kind, ()):
        return not relinked(facts, change)
    if change.kind in ("task", "project") and name in ("when", "support"):
        return shift(*dues(change)) == "same" if name == "when" else set(change.old) == set(change.new)
    if change.kind == "plan" and name == "citations":
        return cited(change.old) == cited(change.new)
    if change.kind == "plan" and name == "accepted":
        return all(entry in change.new for entry in change.old) and all(entry in change.old for entry in change.new)
    return pair is not None and _unmoved(pair, name)


def _unmoved(pair: Pair, name: str) -> bool:
    """Tell whether a field of a target was only written otherwise (a default said out loud, another kind of dash)."""
    if name == "nature":
        return set(pair.changes) == {"nature"}
    old, new = pair.measures
    same = {
        "when": pair.shift == "same",
        "of": old.of == new.of,
        "definition": old.definition == new.definition,
        "unit": old.unit == new.unit or pair.old.stat != pair.new.stat,
        "direction": pair.directions[0] == pair.directions[1],
    }
    return same.get(name, False)


def relinked(facts: Facts, change: Change) -> bool:
    """Tell whether a record points at others than before, not at the same ones under another name."""
    plans = (change.old_plan, change.new_plan)
    if change.field != "targets":
        return not followed(facts, plans, change.old, change.new)
    same = {(one, two) for one in change.old for two in change.new if followed(facts, plans, one, two)}
    return {one for one, _ in same} != set(change.old) or {two for _, two in same} != set(change.new)


def cited(citations: tuple[object, ...]) -> set[tuple[str, str]]:
    """Return which documents are cited, and for what."""
    return {(c.ref, c.role) for c in citations}  # type: ignore[attr-defined]
