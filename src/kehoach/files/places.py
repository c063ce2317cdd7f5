"""Places by the lines of a plain text: what ruamel's tree would say, without building one.

Only for a text that is YAML and not :func:`~kehoach.files.plain.suspicious`. There a bracket or a quote closes on its own line, so
that the block structure is in the indentation alone: what belongs to a node stands deeper than it, but for a list, which may stand
right under its key. A plain text over several lines stands deeper too, and is skipped like everything that is not asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from typing import Any

from kehoach.files import brackets, nodes
from kehoach.files.brackets import Unsure
from kehoach.files.nodes import Mark
from kehoach.files.plain import suspicious
from kehoach.model.problem import Path

Spot = tuple[int, int]
"""Index of a line and a column in it, from 0."""

_KEY = re.compile(r"""(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\W\d_][\w/-]*)):(?=[ ]|$)""")
_NOWHERE = 1 << 30
"""The indentation of a line that holds nothing: deeper than any."""
_EMPTY: Spot = (-1, -1)
"""Where a value stands that is not written: the parser says, and no simple rule."""


class Lines:
    """The lines of a plain text, each node looked into at most once.

    Raises:
        Unsure: the text is not surely plain.
    """

    def __init__(self, text: str) -> None:
        if suspicious(text):
            raise Unsure
        self._lines = text.split("\n")
        self._children: dict[Spot, dict[str | int, tuple[Spot, int]]] = {}

    @cached_property
    def _indents(self) -> list[int]:
        rests = [line.lstrip(" ") for line in self._lines]
        return [len(line) - len(rest) if rest and rest[0] != "#" else _NOWHERE for line, rest in zip(self._lines, rests, strict=True)]

    def position(self, path: Path) -> Mark:
        """Return the place of the deepest node on *path*.

        Raises:
            Unsure: only a parser can tell.
        """
        spot = self._root()
        for depth, step in enumerate(path):
            if self._in_brackets(spot):
                return self._inside(spot, path[depth:], brackets.position, nodes.position)
            found = self._below(spot, step)
            if found is None:
                break
            spot = found[1]
        return _mark(spot)

    def key_position(self, path: Path) -> Mark:
        """Return the place of the last key itself, where *path* ends in one.

        Raises:
            Unsure: only a parser can tell.
        """
        spot = key = self._root()
        for depth, step in enumerate(path):
            if self._in_brackets(spot):
                return self._inside(spot, path[depth:], brackets.key_position, nodes.key_position)
            found = self._below(spot, step)
            if found is None:
                return self.position(path)
            key, spot = found
        return _mark(key)

    def _inside(self, spot: Spot, path: Path, by_line: Callable[[str, int, Path], int], by_tree: Callable[[Any, Path], Mark]) -> Mark:
        """Return the place of *path* in the brackets that begin at *spot*."""
        try:
            return spot[0] + 1, by_line(self._lines[spot[0]], spot[1], path) + 1
        except brackets.Unsure:
            return spot[0] + 1, spot[1] + by_tree(_tree(self._rest(spot)), path)[1]

    def _root(self) -> Spot:
        first = self._content(0)
        if first == len(self._lines):
            raise Unsure
        return first, self._indents[first]

    def _in_brackets(self, spot: Spot) -> bool:
        return self._rest(spot).startswith(("{", "["))

    def _rest(self, spot: Spot) -> str:
        if spot == _EMPTY:
            raise Unsure
        return self._lines[spot[0]][spot[1] :]

    def _below(self, spot: Spot, step: str | int) -> tuple[Spot, Spot] | None:
        """Return where *step* leads from a node: the place of the key (for an item, the item's) and of the value."""
        if spot not in self._children:
            self._children[spot] = dict(self._look(*spot))
        found = self._children[spot].get(step) or self._children[spot].get(str(step))
        if found is None:
            return None
        (row, column), after = found
        value = self._value(row, column, after)
        return (value if self._lines[row].startswith("- ", column) else found[0]), value

    def _look(self, row: int, column: int) -> Iterator[tuple[str | int, tuple[Spot, int]]]:
        """Yield what is below a node: a key or a number, where it stands, and where its colon or dash ends."""
        line = self._lines[row]
        if line.startswith("- ", column):
            return ((index, ((at, column), column + 1)) for index, at in enumerate(self._rows(row, column, dashes=True)))
        return self._pairs(row, column) if _KEY.match(line, column) else iter(())

    def _pairs(self, row: int, column: int) -> Iterator[tuple[str | int, tuple[Spot, int]]]:
        seen = set()
        for at in self._rows(row, column, dashes=False):
            key = _KEY.match(self._lines[at], column)
            if key is None:
                raise Unsure
            double, single, plain = key.groups()
            name = plain or double or (single or "").replace("''", "'")
            if name in seen or "\\" in name:
                raise Unsure
            seen.add(name)
            yield name, ((at, column), key.end())

    def _rows(self, row: int, column: int, *, dashes: bool) -> Iterator[int]:
        """Yield the lines at the depth of a block that begins at *row*, until it ends."""
        yield row
        indents = self._indents
        for at in range(row + 1, len(indents)):
            depth = indents[at]
            if depth > column:
                continue
            dash = self._lines[at].startswith("- ", column)
            if depth < column or (dashes and not dash):
                return
            if dash == dashes:  # a list right under its key is the key's
                yield at

    def _value(self, row: int, column: int, after: int) -> Spot:
        """Return where the value begins whose dash or colon ends at *after*, in a block at *column*."""
        line = self._lines[row]
        if rest := line[after:].lstrip(" "):
            return row, len(line) - len(rest)
        below = self._content(row + 1)
        if below < len(self._lines):
            depth = self._indents[below]
            under_key = not line.startswith("- ", column) and self._lines[below].startswith("- ", column)
            if depth > column or (depth == column and under_key):
                return below, depth
        return _EMPTY

    def _content(self, row: int) -> int:
        """Return the first line from *row* on that holds something, the number of lines where there is none."""
        return next((at for at in range(row, len(self._lines)) if self._indents[at] != _NOWHERE), len(self._lines))


def _mark(spot: Spot) -> Mark:
    if spot == _EMPTY:
        raise Unsure
    return spot[0] + 1, spot[1] + 1


@lru_cache(maxsize=1024)
def _tree(text: str) -> Any:
    """Return ruamel's tree of the brackets at the start of a line's rest; for what is of no simple form.

    Raises:
        Unsure: they are no YAML.
    """
    tree = nodes.tree_of(text)
    if tree is None:
        raise Unsure
    return tree
