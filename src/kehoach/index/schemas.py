"""The compiled schemas of the files, kept in the index where none are shipped that fit: a file that has changed is validated without pydantic."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from sqlite3 import Connection

from kehoach.files import adapters, compiled, shipped
from kehoach.index import tables
from kehoach.index.database import Database, Unusable


@cache
def recall(database: Database | None) -> None:
    """Let what is read from here on be validated by what an earlier run compiled, where it is kept; asked once of each index."""
    if database is None or shipped.schemas():
        return
    compiler = compiled.compiler()
    if compiler is None:
        return
    with suppress(Unusable):
        with database.reading() as found:
            kept = tables.schemas(found, compiler)
        adapters.remember(kept)  # only what was read to a good end


def keep(found: Connection) -> None:
    """Keep what pydantic compiled in this process."""
    built = adapters.built()
    compiler = compiled.compiler() if built else None
    if compiler is not None:
        tables.put_schemas(found, compiler, built)
