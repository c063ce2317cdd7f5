"""What a search begins with before the command line itself is imported, which takes as long as the rest of it.

A search of a whole registry asks the system about every folder and file of the plans, in a process beside its own. Where what was typed
leaves no doubt that one is wanted, that process is started first of all.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kehoach.index.database import Database
    from kehoach.index.seen import Comparison

COMMAND = "search"
_BEGUN: dict[tuple[Path, str], Comparison] = {}
"""What was begun, by the folder of the index and who may read it (the program, and the registry it is about)."""


def begin(args: list[str]) -> None:
    """Begin where *args* are a search of a whole registry, with its index; anything else, and any fault, is left to the command."""
    data, rest = _typed(args)
    if rest[:1] != [COMMAND] or any(arg.startswith("--ward") for arg in rest):
        return
    with suppress(Exception):  # the command meets it again, and words it
        from kehoach.cli.settings import Settings
        from kehoach.index.seen import Comparison

        settings = Settings(data)
        database = settings.database()
        if database is not None:
            _BEGUN[database.folder, database.program] = Comparison(database, settings.root())


def _typed(args: list[str]) -> tuple[str | None, list[str]]:
    """Return the folder that was typed before the command, and the command with what stands behind it."""
    if args[:1] == ["--data"] and len(args) > 1:
        return args[1], args[2:]
    name, _, data = args[0].partition("=") if args else ("", "", "")
    return (data, args[1:]) if name == "--data" else (None, args)


def taken(database: Database) -> Comparison | None:
    """Return what was begun with an index, to whom it now belongs; ``None`` where nothing was."""
    return _BEGUN.pop((database.folder, database.program), None)


def end() -> None:
    """End what nobody took."""
    while _BEGUN:
        _BEGUN.popitem()[1].close()
