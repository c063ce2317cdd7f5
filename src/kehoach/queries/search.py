"""Search across everything: what can be found, how well a document matches, and the same asked of the index.

Words are found whole, in any order, accents or not; the last one typed may end in ``*``. What comes first: what holds the words
with the accents that were typed; then those words side by side in a name, all of them in a name, side by side in the text, anywhere. Within that the
catalogues, then the plans ward by ward. A target is found by the name of its indicator as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach.errors import KehoachError
from kehoach.index.words import Document, order, plain, said
from kehoach.vietnamese import squeeze

if TYPE_CHECKING:
    from kehoach.index.memory import Memory
    from kehoach.model.catalogues import Indicator, Reference, Unit
    from kehoach.model.plan import Plan

_WORD = re.compile(r"\w+")


class NothingToSearch(KehoachError):
    """The text typed holds no letter and no figure."""

    def __init__(self, text: str) -> None:
        super().__init__(f"Không có chữ nào để tìm trong '{text}'.", 'Viết một hay vài chữ, ví dụ: kehoach search "bảo hiểm y tế".')


class Query(NamedTuple):
    """The words to find: folded, and as they were typed where they were typed with accents; ``open`` where the last may go on."""

    words: tuple[str, ...]
    typed: tuple[str, ...]
    open: bool = False

    @property
    def phrase(self) -> str:
        """The words side by side."""
        return " ".join(self.words)


class Hit(NamedTuple):
    """A document with how well it matches: the less, the better."""

    rank: tuple[int, int]
    document: Document


class Question(NamedTuple):
    """What to find: words, in documents of *kinds* (all where there is none), the best *limit* of them, and *counted* how many there are."""

    query: Query
    kinds: frozenset[str]
    limit: int
    counted: bool = True


class Found(NamedTuple):
    """The best hits, how many there are in all (``None`` where nobody counted), and the names of the indicators."""

    hits: list[Hit]
    total: int | None
    names: dict[str, str]


def query(text: str) -> Query:
    """Return what was typed as a query.

    Raises:
        NothingToSearch: it holds no word.
    """
    squeezed = squeeze(text)
    words = tuple(_WORD.findall(plain(squeezed)))
    if not words:
        raise NothingToSearch(text)
    typed = tuple(_WORD.findall(said(squeezed)))
    return Query(words, typed if typed != words else (), squeezed.endswith("*"))


def looked_through(memory: Memory, question: Question) -> Found:
    """Return the best hits, found by looking through every file of *memory*."""
    kinds = question.kinds
    hits = [hit for hit in _hits(memory, question.query) if not kinds or hit.document.kind in kinds]
    names = {each.link: each.name for each in documents("indicators.yaml", memory.read("indicators.yaml")[0])}
    return Found(sorted(hits, key=lambda hit: hit.rank)[: question.limit], len(hits), names)


def _hits(memory: Memory, wanted: Query) -> Iterator[Hit]:
    paths = sorted((path for files in memory.scope.values() for path in files), key=order)
    ranks: dict[str, tuple[int, int]] = {}
    for path in paths:
        for document in documents(path, memory.read(path)[0]):
            rank = rank_of(document, wanted, ranks)
            if rank is not None:
                if document.kind == "indicator":
                    ranks[document.link] = rank
                yield Hit(rank, document)


def rank_of(document: Document, wanted: Query, indicators: dict[str, tuple[int, int]]) -> tuple[int, int] | None:
    """Return how well a document matches, ``None`` where it does not; *indicators* are those found, with their ranks."""
    name, text = _spaced(plain(document.name)), _spaced(plain(document.text))
    own = None
    if _holds_all(wanted, f"{name}|{text}"):
        tier = 0 if _holds(wanted, name) else 1 if _holds_all(wanted, name) else 2 if _holds(wanted, text) else 3
        own = (0 if _as_typed(wanted, document) else 1, tier)
    linked = indicators.get(document.link) if document.kind == "target" else None
    return min((rank for rank in (own, linked if linked and linked[1] < 3 else None) if rank is not None), default=None)


def _spaced(text: str) -> str:
    return f" {' '.join(_WORD.findall(text))} "


def _holds(wanted: Query, text: str) -> bool:
    return f" {wanted.phrase}" + ("" if wanted.open else " ") in text


def _holds_all(wanted: Query, text: str) -> bool:
    *whole, last = wanted.words
    return all(f" {word} " in text for word in whole) and f" {last}" + ("" if wanted.open else " ") in text


def _as_typed(wanted: Query, document: Document) -> bool:
    if not wanted.typed:
        return True
    return _holds_all(Query(wanted.typed, (), wanted.open), _spaced(said(f"{document.name} {document.text}")))


def documents(path: str, record: Any) -> Iterator[Document]:
    """Yield what can be found in a file, in its order."""
    kind = path.partition("/")[0]
    if record is not None and kind in _READ:
        yield from _READ[kind](record)


def _indicators(record: dict[str, Indicator]) -> Iterator[Document]:
    for slug, each in record.items():
        yield Document("indicator", slug, None, each.name, _joined(*each.aliases, each.definition, each.of), slug)


def _units(record: Any) -> Iterator[Document]:
    units: dict[str, Unit] = record.units
    for ref, each in units.items():
        yield Document("unit", ref, None, each.name, _joined(*each.aliases, each.note))


def _references(record: dict[str, Reference]) -> Iterator[Document]:
    for slug, each in record.items():
        yield Document("reference", slug, None, each.title, _joined(each.kind, each.number, each.issuer, each.note))


def _plan(plan: Plan) -> Iterator[Document]:
    yield Document("plan", plan.id, None, plan.title, _joined(plan.kind, plan.number, plan.symbol, plan.place_line))
    for target in plan.targets:
        condition = target.condition.text if target.condition else None
        text = _joined(target.quote, target.clause, target.of, target.definition, condition)
        yield Document("target", plan.ref(target.id), target.clause, target.name or "", text, target.indicator)
    for task in plan.tasks:
        said = "" if task.quote.startswith(task.title) else task.quote
        yield Document(
            "task", plan.ref(task.id), task.clause, task.title, _joined(said, task.clause, task.product, task.resources, task.note)
        )
    for project in plan.projects:
        text = _joined(project.clause, project.owner, project.funding, project.state, project.note)
        yield Document("project", plan.ref(project.id), project.clause, project.name, text)
    for citation in plan.citations:
        text = _joined(citation.number, citation.issuer, citation.clause)
        yield Document("citation", f"{plan.id}#{citation.ref}", citation.clause, citation.title or citation.number or citation.ref, text)


_READ: dict[str, Callable[[Any], Iterator[Document]]] = {
    "indicators.yaml": _indicators,
    "units.yaml": _units,
    "references.yaml": _references,
    "plans": _plan,
}


def _joined(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)
