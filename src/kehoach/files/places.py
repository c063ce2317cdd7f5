"""Places by the lines of a plain text: what ruamel's tree would say, without building one.

Only for a text that is YAML and not :func:`~kehoach.files.plain.suspicious`. There a bracket or a quote closes on its own line, so
that the block structure is in the indentation alone: what belongs to a node stands deeper than it, but for a list, which may stand
right under its key. A line at the depth of a block is therefore one of its keys or dashes, and is found by searching for it; a plain
text over several lines stands deeper, and is passed over like everything that is not asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Any, NamedTuple

from kehoach.files import brackets, nodes
from kehoach.files.brackets import Unsure
from kehoach.files.nodes import Mark
from kehoach.files.plain import suspicious
from kehoach.model.problem import Path


class Spot(NamedTuple):
    """Where in a text a node begins, at which column, and where in the text the block ends that it is or stands in. All from 0."""

    at: int
    column: int
    end: int


_EMPTY = Spot(-1, -1, -1)
"""Where a value stands that is not written: the parser says, and no simple rule."""
_BARE = re.compile(r"[^\W\d_][\w/-]*")
"""A key that may stand without quotes."""
_ESCAPED = re.compile(r'^[ ]*(?:-[ ]+)*"[^"\n]*\\', re.MULTILINE)
"""A line whose key may not be what it looks like."""
_CONTENT = re.compile(r"(?:[ ]*+(?:\#.*+)?\n)*+([ ]*+)(?=[^ \n\#])")
"""From the start of a line: everything up to what stands first on a line that holds something; its indentation."""
_STEP = 2048
"""Line breaks are counted once for every so many characters."""


class Lines:
    """The lines of a plain text, each node looked into at most once.

    That they are plain is asked of all of them at once where the text was read as a *whole* just now, whereof the answer is
    remembered; else of what stands before a place that is asked for.

    Raises:
        Unsure: the *whole* is not surely plain.
    """

    def __init__(self, text: str, *, whole: bool = False) -> None:
        self._text = text
        self._plain = 0
        self._children: dict[tuple[int, str | int], tuple[Spot, Spot] | None] = {}
        self._breaks: dict[int, list[int]] = {}
        if whole:
            self._make_sure(len(text))

    def position(self, path: Path) -> Mark:
        """Return the place of the deepest node on *path*.

        Raises:
            Unsure: only a parser can tell.
        """
        _, spot, rest = self._walk(path)
        if rest and self._in_brackets(spot):
            return self._inside(spot, rest, brackets.position, nodes.position)
        return self._mark(spot, missing=bool(rest))

    def key_position(self, path: Path) -> Mark:
        """Return the place of the last key itself, where *path* ends in one.

        Raises:
            Unsure: only a parser can tell.
        """
        key, spot, rest = self._walk(path)
        if rest and self._in_brackets(spot):
            return self._inside(spot, rest, brackets.key_position, nodes.key_position)
        return self._mark(spot if rest else key, missing=bool(rest))

    def _walk(self, path: Path) -> tuple[Spot, Spot, Path]:
        """Return the last key and the deepest node on *path*, and what of the path is not there or in brackets."""
        key = spot = self._root
        for depth, step in enumerate(path):
            asked = spot.at, step
            if asked not in self._children:
                self._children[asked] = self._below(spot, step)
            below = self._children[asked]
            if below is None:
                return key, spot, path[depth:]
            key, spot = below
        return key, spot, ()

    def _mark(self, spot: Spot, *, missing: bool) -> Mark:
        """Return the place of *spot*; where something is *missing* there, all of the text says so."""
        if spot is _EMPTY:
            raise Unsure
        self._make_sure(len(self._text) if missing else spot.at)
        step = spot.at // _STEP
        return self._rows[step] + self._text.count("\n", step * _STEP, spot.at), spot.column + 1

    def _make_sure(self, at: int) -> None:
        """Make sure that all lines are plain down to the one that holds *at*: what comes after them cannot change what they say."""
        if at >= self._plain:
            end = self._line_end(at)
            if suspicious(self._text[self._plain : end]):
                raise Unsure
            self._plain = end + 1

    @cached_property
    def _rows(self) -> list[int]:
        """The number of the line at each step through the text."""
        starts = range(0, len(self._text), _STEP)
        return list(accumulate((self._text.count("\n", at, at + _STEP) for at in starts), initial=1))

    def _inside(self, spot: Spot, path: Path, by_line: Callable[[str, int, Path], int], by_tree: Callable[[Any, Path], Mark]) -> Mark:
        """Return the place of *path* in the brackets that begin at *spot*."""
        line, column = self._mark(spot, missing=False)
        rest = self._text[spot.at : self._line_end(spot.at)]
        try:
            return line, column + by_line(rest, 0, path)
        except Unsure:
            return line, spot.column + by_tree(_tree(rest), path)[1]

    @cached_property
    def _root(self) -> Spot:
        return self._first(0, len(self._text)) or _EMPTY

    def _in_brackets(self, spot: Spot) -> bool:
        return self._text[spot.at] in "{["

    def _below(self, spot: Spot, step: str | int) -> tuple[Spot, Spot] | None:
        """Return where *step* leads from a node: the place of the key (for an item, the item's) and of the value."""
        if spot is _EMPTY:
            raise Unsure
        if self._in_brackets(spot):
            return None
        return self._item(spot, step) if self._text.startswith("- ", spot.at) else self._pair(spot, str(step))

    def _item(self, block: Spot, step: str | int) -> tuple[Spot, Spot] | None:
        if block.at not in self._breaks:
            self._breaks[block.at] = self._items(block)
        breaks = self._breaks[block.at]
        if not isinstance(step, int) or not 0 <= step < len(breaks) - 1:
            return None
        dash = Spot(breaks[step] + 1 + block.column, block.column, breaks[step + 1])
        value = self._beside(dash, dash.at + 1, dash.end) or self._under(dash, dash.column + 1)
        return value, value

    def _items(self, block: Spot) -> list[int]:
        """Return where the lines before the dashes of a list end, and where its last line ends."""
        found = [block.at - block.column - 1]
        for line in _not_below(block.column).finditer(self._text, block.at, block.end):
            found.append(line.start())
            if self._text[line.end() - 1] != "-":
                return found
        return [*found, block.end]

    def _pair(self, block: Spot, name: str) -> tuple[Spot, Spot] | None:
        for form in _forms(name):
            at = self._key(block, form)
            if at is not None:
                key = Spot(at, block.column, block.end)
                after = at + len(form)
                return key, self._beside(key, after, after) or self._under(key, key.column)  # no block begins beside a key
        if self._text.find("\\", block.at, block.end) >= 0 and _ESCAPED.search(self._text, self._line_start(block.at), block.end):
            raise Unsure
        return None

    def _key(self, block: Spot, form: str) -> int | None:
        """Return where a key, colon and all, stands in a block; ``None`` where it does not."""
        at = block.at
        if not self._text.startswith(form, at, block.end):
            before = self._text.find(f"\n{' ' * block.column}{form}", at, block.end)
            if before < 0:
                return None
            at = before + 1 + block.column
        after = at + len(form)
        return at if self._text[after : after + 1] in " \n" else None

    def _beside(self, sign: Spot, after: int, end: int) -> Spot | None:
        """Return the value that stands on the line of a key or a dash, whose *sign* ends at *after*; what is in it ends at *end*."""
        at = after
        while self._text.startswith(" ", at):
            at += 1
        return Spot(at, sign.column + at - sign.at, end) if self._text[at : at + 1] not in "\n" else None

    def _under(self, sign: Spot, least: int) -> Spot:
        """Return the value that stands under the line of a key or a dash: at a column of *least* or beyond, as deep as a key only a list."""
        below = self._first(self._line_end(sign.at) + 1, sign.end)
        if below is None or below.column < least:
            return _EMPTY
        if self._text.startswith("- ", below.at):
            return below  # it ends before, with the last of its dashes
        if below.column == sign.column:
            return _EMPTY
        ending = _not_below(below.column - 1).search(self._text, below.at, sign.end)
        return Spot(below.at, below.column, ending.start()) if ending else below

    def _first(self, start: int, end: int) -> Spot | None:
        """Return what stands first on the lines from *start* to *end*."""
        found = _CONTENT.match(self._text, start, end)
        return Spot(found.end(), len(found[1]), end) if found else None

    def _line_start(self, at: int) -> int:
        return self._text.rfind("\n", 0, at) + 1

    def _line_end(self, at: int) -> int:
        end = self._text.find("\n", at)
        return len(self._text) if end < 0 else end


@lru_cache(maxsize=1024)
def _forms(name: str) -> tuple[str, ...]:
    """Return how a key may be written, the colon included."""
    quoted = f'"{name}":', "'{}':".format(name.replace("'", "''"))
    return (f"{name}:", *quoted) if _BARE.fullmatch(name) else quoted


@lru_cache(maxsize=64)
def _not_below(column: int) -> re.Pattern[str]:
    """Return what finds the lines that hold something at *column* or before; a match ends with the first that they hold."""
    return re.compile(rf"\n[ ]{{0,{column}}}+[^ \n\#]")


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
