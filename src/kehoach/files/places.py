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
from typing import Any

from kehoach.files import brackets, nodes
from kehoach.files.brackets import Unsure
from kehoach.files.nodes import Mark
from kehoach.files.plain import suspicious
from kehoach.model.problem import Path

Spot = tuple[int, int, int]
"""Where in a text a node begins, its column, and where in the text what is in it ends at the latest. All from 0."""
_EMPTY: Spot = (-1, -1, -1)
"""Where a value stands that is not written: the parser says, and no simple rule."""
_BARE = re.compile(r"[^\W\d_][\w/-]*")
"""A key that may stand without quotes."""
_KEY = r"""(?:"[^"\\\n]*+"|'(?:[^'\n]|'')*+'|[^\W\d_][\w/-]*+):(?=[ ]|$)"""
"""A key on its line, which must end it or go on with a blank."""
_ESCAPED = re.compile(r'^[ ]*(?:-[ ]+)*"[^"\n]*\\', re.MULTILINE)
"""A line whose key may not be what it looks like."""
_CONTENT = re.compile(r"(?:[ ]*+(?:\#.*+)?\n)*+([ ]*+)(?=[^ \n\#])")
"""From the start of a line: everything up to what stands first on a line that holds something; its indentation."""
_STEP = 2048
"""Line breaks are counted once for every so many characters."""
_LARGE = 65536
"""In a block of more characters all keys are looked up at once, lest the search for each pass over all the others."""


class Lines:
    """The lines of a plain text, each node looked into at most once.

    Where it is not known to be *plain*, that is asked of what stands before a place that is asked for.
    """

    def __init__(self, text: str, *, plain: bool = False) -> None:
        self._text = text
        known = len(text) + 1 if plain else 0
        self._plain, self._strange = known, len(text) + 1  # the lines before the one are known to be plain, some before the other not to be
        self._counted = [1]
        self._children: dict[tuple[int, str | int], tuple[Spot, Spot] | None] = {}
        self._breaks: dict[int, list[int]] = {}
        self._keys: dict[int, dict[str, int]] = {}

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
            asked = spot[0], step
            if asked not in self._children:
                self._children[asked] = self._below(spot, step)
            below = self._children[asked]
            if below is None:
                return key, spot, path[depth:]
            key, spot = below
        return key, spot, ()

    def _mark(self, spot: Spot, *, missing: bool) -> Mark:
        """Return the place of *spot*; where something is *missing* there, all of the text says so."""
        at, column, _ = spot
        if spot is _EMPTY:
            raise Unsure
        self._make_sure(len(self._text) if missing else at)
        return self._line(at), column + 1

    def _make_sure(self, at: int) -> None:
        """Make sure that all lines are plain down to the one that holds *at*: what comes after them cannot change what they say."""
        if at >= self._plain:
            end = self._line_end(at)
            if end >= self._strange or suspicious(self._text[self._plain : end]):
                self._strange = min(self._strange, end)
                raise Unsure
            self._plain = end + 1

    def _line(self, at: int) -> int:
        """Return the number of a line, from 1."""
        step = at // _STEP
        for start in range((len(self._counted) - 1) * _STEP, step * _STEP, _STEP):
            self._counted.append(self._counted[-1] + self._text.count("\n", start, start + _STEP))
        return self._counted[step] + self._text.count("\n", step * _STEP, at)

    @cached_property
    def _escaped(self) -> bool:
        """There may be a key that is not what it looks like."""
        return "\\" in self._text and _ESCAPED.search(self._text) is not None

    def _inside(self, spot: Spot, path: Path, by_line: Callable[[str, int, Path], int], by_tree: Callable[[Any, Path], Mark]) -> Mark:
        """Return the place of *path* in the brackets that begin at *spot*."""
        line, column = self._mark(spot, missing=False)
        rest = self._text[spot[0] : self._line_end(spot[0])]
        try:
            return line, column + by_line(rest, 0, path)
        except Unsure:
            return line, column - 1 + by_tree(_tree(rest), path)[1]

    @cached_property
    def _root(self) -> Spot:
        return self._first(0, len(self._text)) or _EMPTY

    def _in_brackets(self, spot: Spot) -> bool:
        return self._text[spot[0]] in "{["

    def _below(self, spot: Spot, step: str | int) -> tuple[Spot, Spot] | None:
        """Return where *step* leads from a node: the place of the key (for an item, the item's) and of the value."""
        if spot is _EMPTY:
            raise Unsure
        if self._in_brackets(spot):
            return None
        return self._item(spot, step) if self._text.startswith("- ", spot[0]) else self._pair(spot, str(step))

    def _item(self, block: Spot, step: str | int) -> tuple[Spot, Spot] | None:
        at, column, _ = block
        if at not in self._breaks:
            self._breaks[at] = self._items(block)
        breaks = self._breaks[at]
        if not isinstance(step, int) or not 0 <= step < len(breaks) - 1:
            return None
        dash = breaks[step] + 1 + column, column, breaks[step + 1]
        value = self._beside(dash, dash[0] + 1, dash[2]) or self._under(dash, column + 1)
        return value, value

    def _items(self, block: Spot) -> list[int]:
        """Return where the lines before the dashes of a list end, and where its last line ends."""
        at, column, end = block
        found = [at - column - 1]
        for line in _not_below(column).finditer(self._text, at, end):
            found.append(line.start())
            if self._text[line.end() - 1] != "-":
                return found
        return [*found, end]

    def _pair(self, block: Spot, name: str) -> tuple[Spot, Spot] | None:
        _, column, end = block
        for form in _forms(name):
            at = self._key(block, form)
            after = at + len(form)
            if at >= 0 and self._text[after : after + 1] in " \n":
                key = at, column, end
                return key, self._beside(key, after, after) or self._under(key, column)  # no block begins beside a key
        if self._escaped:
            raise Unsure
        return None

    def _key(self, block: Spot, form: str) -> int:
        """Return where a key, colon and all, stands in a block; -1 where it does not."""
        at, column, end = block
        if self._text.startswith(form, at, end):
            return at
        if end - at > _LARGE:
            return self._all_keys(block).get(form, -1)
        before = self._text.find(f"\n{' ' * column}{form}", at, end)
        return before + 1 + column if before >= 0 else -1

    def _all_keys(self, block: Spot) -> dict[str, int]:
        """Return where each key of a block stands but for the first."""
        at, column, end = block
        if at not in self._keys:
            keys = re.compile(rf"\n[ ]{{{column}}}({_KEY})", re.MULTILINE).finditer(self._text, at, end)
            self._keys[at] = {key[1]: key.start(1) for key in keys}
        return self._keys[at]

    def _beside(self, sign: Spot, after: int, end: int) -> Spot | None:
        """Return the value that stands on the line of a key or a dash, whose *sign* ends at *after*; what is in it ends at *end*."""
        at = after
        while self._text.startswith(" ", at):
            at += 1
        return (at, sign[1] + at - sign[0], end) if self._text[at : at + 1] not in ("", "\n") else None

    def _under(self, sign: Spot, least: int) -> Spot:
        """Return the value that stands under the line of a key or a dash: at a column of *least* or beyond, as deep as a key only a list."""
        above, shallow, most = sign
        below = self._first(self._line_end(above) + 1, most)
        if below is None or below[1] < least:
            return _EMPTY
        at, column, _ = below
        if self._text.startswith("- ", at):
            return below  # it ends before, with the last of its dashes
        if column == shallow:
            return _EMPTY
        ending = _not_below(column - 1).search(self._text, at, most)
        return (at, column, ending.start()) if ending else below

    def _first(self, start: int, end: int) -> Spot | None:
        """Return what stands first on the lines from *start* to *end*."""
        found = _CONTENT.match(self._text, start, end)
        return (found.end(), len(found[1]), end) if found else None

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
