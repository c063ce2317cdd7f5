"""Options of the program itself: where the registry is, and whether its index may be used."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kehoach.index.database import Database
    from kehoach.index.memory import Memory


class Settings:
    """What was typed before the command."""

    __slots__ = ("_root", "cache", "data")

    def __init__(self, data: str | None = None, *, cache: bool = True) -> None:
        self.data = data
        self.cache = cache
        self._root: Path | None = None

    def root(self) -> Path:
        """Return the registry's folder."""
        if self._root is None:
            from kehoach.files.folder import find_root

            self._root = find_root(self.data)
        return self._root

    def memory(self, wards: Collection[str] | None, *, actuals: bool = True) -> Memory:
        """Return what the index knows of the files of *wards*, of all where ``None``; plans and catalogues only without *actuals*."""
        from kehoach.index.memory import Memory

        return Memory(self.root(), self._home(), wards, actuals=actuals)

    def database(self) -> Database | None:
        """Return the index itself, ``None`` where there is to be none."""
        from kehoach.index.memory import database_of

        return database_of(self.root(), self._home())

    def _home(self) -> Path | None:
        from kehoach.index.home import home_of

        return home_of(self.root()) if self.cache else None
