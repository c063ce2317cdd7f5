"""A plan's heading tree, asked from the clause: which heading a record stands below, and which parts are lists of targets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kehoach.files.source.headings import heading_clauses, heading_part
from kehoach.vietnamese import squeeze

if TYPE_CHECKING:
    from kehoach.checks.facts import Facts
    from kehoach.checks.finding import Place
    from kehoach.model.plan import Plan

_WORK = ("nhiệm vụ", "giải pháp", "hoạt động", "tổ chức thực hiện", "phân công", "danh mục", "kết quả")
_LIST = ("chỉ tiêu", "mục tiêu")


class Outline:
    """The headings of one plan by clause."""

    def __init__(self, plan: Plan) -> None:
        self.sections = tuple(heading_clauses(plan.sections))
        self.titles: Mapping[str, str] = {clause: squeeze(section.title).lower() for clause, section in self.sections}
        self._clauses = frozenset(self.titles)
        self._headings: dict[str, str | None] = {}
        self._list_words: dict[str | None, str | None] = {}

    def heading(self, clause: str) -> str | None:
        """Return the heading that *clause* is or stands below; many records stand in one clause, and many rules ask."""
        if clause not in self._headings:
            self._headings[clause] = heading_part(clause, self._clauses)
        return self._headings[clause]

    def section(self, clause: str) -> str:
        """Return the heading that *clause* stands below; where the clause is a heading, the one above it; else the clause."""
        if clause in self._clauses:
            return self.heading(_above(clause)) or clause
        return self.heading(clause) or clause

    def part(self, clause: str) -> str:
        """Return the topmost heading that *clause* is or stands below, the clause where it stands below none."""
        at = self.heading(clause) or clause
        while (above := self.heading(_above(at))) and above != at:
            at = above
        return at

    def title(self, clause: str) -> str:
        """Return the title of the heading that *clause* is or stands below, in small letters; an empty one below none."""
        return self.titles.get(self.heading(clause) or "", "")

    def list_heading(self, clause: str) -> str | None:
        """Return the highest heading that makes a list of what stands at *clause* ("II.1. Các chỉ tiêu"), where one does."""
        word, at, found = self.list_word(clause), self.heading(clause), None
        while word and at in self._clauses and not any(work in self.titles[str(at)] for work in _WORK):
            found = at if word in self.titles[str(at)] else found
            at = self.heading(_above(str(at)))
        return found

    def list_word(self, clause: str) -> str | None:
        """Return ``chỉ tiêu`` or ``mục tiêu`` where the nearest telling heading makes a list of it, ``None`` where it speaks of work."""
        heading = self.heading(clause)
        if heading not in self._list_words:
            self._list_words[heading] = self._list_word(heading)
        return self._list_words[heading]

    def _list_word(self, at: str | None) -> str | None:
        while at in self._clauses:
            title = self.titles[str(at)]
            word = next((word for word in _LIST if word in title), None)
            if any(work in title for work in _WORK):
                return None
            if word:
                return word
            at = self.heading(_above(str(at)))
        return None


def _above(clause: str) -> str:
    """Return a heading's clause without its last part."""
    return clause[: max(clause.rfind("."), clause.rfind(" mục "), 0)]


def listed(facts: Facts) -> dict[str, dict[str, Place]]:
    """Return the targets of each plan's own lists by plan and reference; plans without such a list are left out.

    A list stands under a heading that says "chỉ tiêu"; in a plan without one, under a heading that says "mục tiêu".
    """
    found: dict[str, dict[str, dict[str, Place]]] = {}
    for ref, place in facts.targets.items():
        word = facts.outlines[place.plan.id].list_word(place.record.clause)
        if word:
            found.setdefault(place.plan.id, {}).setdefault(word, {})[ref] = place
    return {plan: lists.get("chỉ tiêu") or lists["mục tiêu"] for plan, lists in found.items()}
