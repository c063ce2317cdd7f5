"""From a path of keys to a line and column: by the lines of a plain text, by ruamel's tree of any other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

from kehoach.files import nodes
from kehoach.files.brackets import Unsure
from kehoach.files.nodes import Mark
from kehoach.files.places import Lines
from kehoach.files.scan import with_one_end
from kehoach.files.yaml_text import Content
from kehoach.model.problem import Path as NodePath
from kehoach.model.problem import Problem


class Text:
    """A text in which places are looked up by its lines, and parsed only where that is not enough.

    Whether it is surely *plain* may be known; it is ``None`` where the lines that matter are to be looked at.
    """

    def __init__(self, text: str, *, plain: bool | None = None) -> None:
        self._text = text
        self._lines = Lines(text, plain=bool(plain)) if plain is not False else None

    @cached_property
    def tree(self) -> Any:
        """Ruamel's node tree, ``None`` where it cannot be read."""
        return nodes.tree_of(self._text)

    def position(self, path: NodePath) -> Mark:
        """Return the place of the deepest node on *path*."""
        try:
            return self._lines.position(path) if self._lines else nodes.position(self.tree, path)
        except Unsure:
            return nodes.position(self.tree, path)

    def key_position(self, path: NodePath) -> Mark:
        """Return the place of the last key itself (for a key that should not be there)."""
        try:
            return self._lines.key_position(path) if self._lines else nodes.key_position(self.tree, path)
        except Unsure:
            return nodes.key_position(self.tree, path)


class Places:
    """The places of nodes in the files of a registry, each of which is read once at the most; not where it is known what it *held*."""

    def __init__(self, root: Path, held: Mapping[str, Content] | None = None) -> None:
        self._root = root
        self._held = held or {}
        self._texts: dict[str, Text] = {}

    def text(self, file: str) -> Text:
        """Return the text of a file to look places up in."""
        if file not in self._texts:
            held = self._held.get(file)
            self._texts[file] = compose(self._root / file) if held is None else Text(held.text or "", plain=held.plain)
        return self._texts[file]

    def __call__(self, file: str, path: NodePath) -> Mark:
        """Return line and column (from 1) of the deepest node on *path*."""
        return self.text(file).position(path)


def placed(root: Path, problems: Iterable[Problem]) -> list[Problem]:
    """Return *problems* with line and column wherever they carry a path and a file, sorted by place."""
    places = Places(root)
    done = (p if p.line or not p.file else _at(p, places.text(p.file)) for p in problems)
    return sorted(done, key=lambda p: p.order)


def placed_in(raw: bytes, problems: Sequence[Problem]) -> list[Problem]:
    """As :func:`placed`, for the problems of one file whose bytes are at hand (a git revision)."""
    if all(problem.line for problem in problems):
        return sorted(problems, key=lambda p: p.order)
    text = compose_text(raw.decode("utf-8-sig", "replace"))
    return sorted((p if p.line else _at(p, text) for p in problems), key=lambda p: p.order)


def _at(problem: Problem, text: Text) -> Problem:
    find = text.key_position if problem.rule in ("unknown-key", "wrong-key") else text.position
    line, column = find(problem.path)
    return replace(problem, line=line, column=column)


def compose(path: Path) -> Text:
    """Return the text of a file to look places up in, an empty one where it cannot be read."""
    try:
        return compose_text(with_one_end(path.read_bytes().decode("utf-8-sig")))
    except (OSError, UnicodeError):
        return Text("")  # the file's own problem has been reported; this one stays at line 1


def compose_text(text: str) -> Text:
    """Return a text to look places up in; nothing is read before a place is asked for."""
    return Text(text)


def ids(text: Text, name: str) -> list[str | None]:
    """Return the ids of the records in the list called *name* of a plan's text, in order."""
    return nodes.ids(text.tree, name)


def position(text: Text, path: NodePath) -> Mark:
    """Return line and column (from 1) of the deepest node on *path*."""
    return text.position(path)


def key_position(text: Text, path: NodePath) -> Mark:
    """Return line and column (from 1) of the last key itself."""
    return text.key_position(path)
