"""The compiled schemas of the files, kept in the index: a file that has changed is validated without importing pydantic."""

from __future__ import annotations

from contextlib import suppress
from sqlite3 import Connection

from kehoach.files import adapters, compiled
from kehoach.index import tables
from kehoach.index.database import Database, Unusable


def recall(database: Database) -> None:
    """Let files be validated by what an earlier run compiled, where it is kept."""
    compiler = compiled.compiler()
    with suppress(Unusable):
        with database.reading() as found:
            kept = tables.schemas(found, compiler) if compiler is not None else {}
        adapters.remember(kept)


def keep(found: Connection) -> None:
    """Keep what pydantic compiled in this process."""
    built = adapters.built()
    compiler = compiled.compiler() if built else None
    if compiler is not None:
        tables.put_schemas(found, compiler, built)
