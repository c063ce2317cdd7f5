"""A search asked of the index's words: the same hits, in the same order, as looking through every file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from sqlite3 import Connection
from typing import TYPE_CHECKING

from kehoach.index import seen, tables, words
from kehoach.index.database import Database, Unusable
from kehoach.index.words import Document
from kehoach.queries.search import Found, Hit, Query, Question, documents, looked_through, rank_of

if TYPE_CHECKING:
    from kehoach.index.memory import Memory, Show
    from kehoach.model.problem import Problem

MANY = 1
"""From so many wards on the index is asked for words; below that every file is looked through."""
_INDICATORS = "indicators.yaml"


def answer(found: Connection, known: tables.Seen, question: Question) -> tuple[Found, list[Problem]]:
    """Return what :func:`search` finds in the whole registry, asked of the index alone, and its problems; right if all is as it is *known*."""
    return _found(found, question), _problems(found, known)


def search(memory: Memory, question: Question, show: Show) -> Found:
    """Return the best hits among the documents in the files of *memory*."""
    if memory.all and len(memory.wards) >= MANY:
        found = _asked(memory, question, show)
        if found is not None:
            return found
    return looked_through(memory, question)


def _asked(memory: Memory, question: Question, show: Show) -> Found | None:
    """Ask the index; ``None`` where there is none to ask."""
    database = memory.database
    if database is None or not memory.store():
        return None
    try:
        answer = _answer(memory, database, question)
        if answer is None:
            _bring_up_to_date(database, show)
            answer = _answer(memory, database, question)
    except Unusable:
        return None
    seen.keep(database, memory.root)
    return answer


def _answer(memory: Memory, database: Database, question: Question) -> Found | None:
    """Return what the index finds, ``None`` where its words are not those of the files of *memory*.

    They may be of fewer: another command may have begun the index anew since *memory* was read from it.
    """
    wanted = {path: entry.digest for path, entry in memory.entries.items()}
    with database.reading() as found:
        return _found(found, question) if words.known(found) == wanted else None


def _found(found: Connection, question: Question) -> Found:
    wanted = question.query
    indicators = list(words.of_file(found, _INDICATORS))
    ranks = {each.link: rank for each in indicators if (rank := rank_of(each, wanted, {})) is not None}
    hits = list(_best(found, question, ranks))
    total = len(hits) if len(hits) < question.limit else None
    if total is None and question.counted:
        total = words.count(found, _all(question, ranks))
    return Found(hits, total, {each.link: each.name for each in indicators})


def _problems(found: Connection, known: tables.Seen) -> list[Problem]:
    """Return the problems of the files that had some."""
    if not known.flawed:
        return []
    from kehoach.index import records

    texts = (tables.problems_of(found, path) for path in os.fsdecode(known.flawed).split("\0"))
    return sorted((problem for text in texts for problem in records.loads(text)), key=lambda problem: problem.order)


def _bring_up_to_date(database: Database, show: Show) -> None:
    """Put the words of every file that is remembered into the index."""
    with database.writing() as found:
        words.prepare(found)
        digests = words.remembered(found)
        new, gone = words.stale(found)
        done = words.update(found, digests, new, gone, lambda path: _documents(found, path, digests))
        for _ in show(done, len(new)):
            pass


def _documents(found: Connection, path: str, digests: Mapping[str, str]) -> Iterator[Document]:
    """Return what can be found in a file, from its record in the index itself: nobody else can read it while it is written."""
    from kehoach.index import records  # with all dataclasses: dear where nothing is new

    record = tables.record(found, path, digests[path])
    if record is None:
        raise Unusable
    return documents(path, records.loads(record))


def _best(found: Connection, question: Question, ranks: dict[str, tuple[int, int]]) -> Iterator[Hit]:
    """Yield the best hits, class by class, as :func:`rank_of` has them."""
    wanted, kinds, limit, _ = question
    seen: set[int] = set()
    for inexact in (0, 1) if wanted.typed else (0,):
        for tier in range(4):
            linked = [name for name, rank in ranks.items() if rank == (inexact, tier)] if tier < 3 else []
            expression = _expression(wanted, tier, exact=not inexact, linked=linked, kinds=kinds)
            for ident, document in words.matching(found, expression, limit):
                if ident not in seen and len(seen) < limit:
                    seen.add(ident)
                    yield Hit((inexact, tier), document)
            if len(seen) == limit:
                return


def _expression(wanted: Query, tier: int, *, exact: bool, linked: list[str], kinds: frozenset[str]) -> str:
    """Return a tier in the language of FTS5."""
    own = (
        f"name : {_phrase(wanted)}",
        f"name : ({_every(wanted.words, wanted)})",
        f"text : {_phrase(wanted)}",
        f"{{name text}} : ({_every(wanted.words, wanted)})",
    )[tier]
    if exact and wanted.typed:
        own = f"(said : ({_every(wanted.typed, wanted)}) AND {own})"  # what is rarer first
    if linked:
        own = f'({own} OR (link : "{words.token("target")}" AND link : ({_any(linked)})))'
    return f"({own}) AND link : ({_any(kinds)})" if kinds else own


def _all(question: Question, ranks: dict[str, tuple[int, int]]) -> str:
    linked = [name for name, rank in ranks.items() if rank[1] < 3]
    return _expression(question.query, 3, exact=False, linked=linked, kinds=question.kinds)


def _phrase(wanted: Query) -> str:
    return f'"{wanted.phrase}"' + (" *" if wanted.open else "")


def _every(each: Iterable[str], wanted: Query) -> str:
    return " AND ".join(f'"{word}"' for word in each) + (" *" if wanted.open else "")


def _any(names: Iterable[str]) -> str:
    return " OR ".join(f'"{words.token(name)}"' for name in sorted(names))
