"""Citations with the catalogue's entry and their place, and how two printings of one document are compared."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from kehoach.checks.finding import Finding, of_plan
from kehoach.vietnamese import canonical, date_words

if TYPE_CHECKING:
    from kehoach.checks.facts import Facts
    from kehoach.model.catalogues import Reference
    from kehoach.model.plan import Citation, Plan
    from kehoach.model.problem import Severity

Field = Literal["number", "date", "issuer", "title"]
FIELDS: dict[Field, str] = {"number": "số", "date": "ngày", "issuer": "nơi ban hành", "title": "tên"}
_ABOUT = [canonical("về"), canonical("việc")]
_SHORT_ABOUT = "v/v"
_THU = canonical("thứ")
_ORDINALS = {canonical(word): roman for word, roman in (("nhất", "i"), ("hai", "ii"), ("ba", "iii"), ("tư", "iv"), ("năm", "v"))}
_WORD = re.compile(r"[^\s\"“”'‘’.,;:()\[\]\-–]+")
"""A word with its tones: ``canonical`` writes them behind it, where no ``\\w`` finds them."""


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation of a plan, with the catalogue's entry of the document."""

    plan: Plan
    index: int
    citation: Citation
    entry: Reference

    @property
    def said(self) -> str:
        """The place as a person would name it: clause and plan."""
        return f"{self.citation.clause} ({self.plan.id.partition('/')[2]})"

    @property
    def name(self) -> str:
        """The document by its number as catalogued, else by its title."""
        return self.entry.number or in_words("title", self.entry.title)

    def own(self, field: Field) -> str | None:
        """What this place prints differently from the catalogue."""
        value: str | None = getattr(self.citation, field)
        return value

    def printed(self, field: Field) -> str | None:
        """What this place prints, or the catalogue where it prints the same."""
        value: str | None = self.own(field) or getattr(self.entry, field)
        return value

    def finding(
        self,
        message: str,
        remedy: str,
        *,
        key: str | None = None,
        others: tuple[str, ...] = (),
        values: tuple[object, ...] = (),
        severity: Severity | None = None,
    ) -> Finding:
        """Return a finding at the citation; it is known again by document, clause and *values*."""
        path = ("citations", self.index, *((key,) if key and self.own(key) else ()))  # type: ignore[arg-type]
        seen = (self.citation.ref, self.citation.clause, *values)
        return replace(of_plan(self.plan, path, message, remedy, others=others, values=seen), severity=severity)


def citations(facts: Facts) -> tuple[Cited, ...]:
    """Return every citation whose document is in the catalogue, in file order."""
    return facts.once(_citations)


def _citations(facts: Facts) -> tuple[Cited, ...]:
    references = facts.registry.references
    return tuple(
        Cited(plan, index, citation, references[citation.ref])
        for plan in facts.registry.plans.values()
        for index, citation in enumerate(plan.citations)
        if citation.ref in references
    )


def by_document(facts: Facts) -> dict[str, list[Cited]]:
    """Return the citations of each document, by its slug."""
    found: dict[str, list[Cited]] = defaultdict(list)
    for cited in citations(facts):
        found[cited.citation.ref].append(cited)
    return found


def in_words(field: Field, value: str) -> str:
    """Return a printed value as a message shows it."""
    if field == "title":
        return f"“{value.replace('“', '‘').replace('”', '’')}”"
    return date_words(value) if field == "date" else value


def differing(facts: Facts, field: Field, same: Callable[[Reference, str, str], bool]) -> Iterator[Finding]:
    """Yield a finding for each citation whose *field* is not what the catalogue, or the first place that prints it, has."""
    for found in facts.once(by_document).values():
        if not any(getattr(cited.citation, field) for cited in found):
            continue  # all have the catalogue's
        printing = [(cited, value) for cited in found if (value := cited.printed(field))]
        if not printing:
            continue
        standard = getattr(found[0].entry, field) or printing[0][1]
        plain = [cited for cited, value in printing if value == standard]
        nearest = {cited.plan.id: cited for cited in reversed(plain)}
        for cited, value in printing:
            if value == standard or same(cited.entry, value, standard):
                continue
            other = nearest.get(cited.plan.id, plain[0] if plain else None)
            where = other.said if other else "danh mục văn bản viện dẫn"
            yield cited.finding(
                f"{cited.name}: {cited.said} ghi {FIELDS[field]} {in_words(field, value)}, {where} ghi {in_words(field, standard)}",
                f"Hỏi nơi ban hành {FIELDS[field]} nào đúng, hay là hai văn bản khác nhau?",
                key=field,
                others=(other.plan.id,) if other and other.plan is not cited.plan else (),
                values=(value, standard),
            )


@lru_cache(maxsize=4096)
def number_key(number: str) -> str:
    """Return a number without blanks, kinds of dash and case."""
    return "".join(canonical(number).split())


def title_words(title: str) -> list[str]:
    """Return the words of a title without "về" in front; "lần thứ nhất" is "lần thứ I"."""
    found = _WORD.findall(canonical(title))
    if found[:1] == [_SHORT_ABOUT]:
        found = found[1:]
    elif found[:1] == _ABOUT[:1]:
        found = found[2 if found[1:2] == _ABOUT[1:] else 1 :]
    return [_ORDINALS.get(word, word) if index and found[index - 1] == _THU else word for index, word in enumerate(found)]


def shortened(one: list[str], other: list[str]) -> bool:
    """Tell whether one title is the other cut at an end: its words stand in the other in one run."""
    short, long = sorted((one, other), key=len)
    return any(long[start : start + len(short)] == short for start in range(len(long) - len(short) + 1))


def reworded(one: list[str], other: list[str], aside: list[str]) -> bool:
    """Tell whether each title has words that the other has not, words of *aside* (the issuer's name) not counted."""
    first, second, free = Counter(one), Counter(other), set(aside)
    return not (set(first - second) <= free or set(second - first) <= free)
