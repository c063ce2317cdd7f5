"""Places within brackets that close on their line, of a text that is plain: what ruamel's tree would say, without building one."""

from __future__ import annotations

import re
from typing import NamedTuple

from kehoach.model.problem import Path

_BLANKS = re.compile(r" *")
_TEXT = re.compile(r"""(?:"((?:[^"\\])*+)"|'((?:[^']|'')*+)'|([^\s,\[\]{}:#?"'][^,\[\]{}:#?]*+))""")
"""What stands between brackets, commas and colons: in quotes, or bare."""


class Unsure(Exception):
    """What stands there is of no known form: only a parser can tell."""


class _Node(NamedTuple):
    """What is below a node (key, or number of an item, with the columns of key and value), of which kind, and where it ends."""

    children: dict[str | int, tuple[int, int]]
    kind: str
    end: int

    def child(self, step: str | int) -> tuple[int, int] | None:
        if self.kind == "{":
            return self.children.get(str(step))
        return self.children.get(step) if self.kind == "[" and isinstance(step, int) else None


def position(line: str, column: int, path: Path) -> int:
    """Return the column of the deepest node on *path*, in the brackets that open at *column*.

    Raises:
        Unsure: only a parser can tell.
    """
    for step in path:
        found = _node(line, column).child(step)
        if found is None:
            break
        column = found[1]
    return column


def key_position(line: str, column: int, path: Path) -> int:
    """Return the column of the last key itself, where *path* ends in one.

    Raises:
        Unsure: only a parser can tell.
    """
    at = column
    for step in path[:-1]:
        node = _node(line, at)
        found = node.child(step)
        if found is None and node.kind == "{":
            break
        at = found[1] if found else at
    else:
        node = _node(line, at)
        found = node.child(path[-1]) if path and node.kind == "{" else None
        if found is not None:
            return found[0]
    return position(line, column, path)


def _node(line: str, at: int) -> _Node:
    kind = line[at : at + 1]
    if kind not in ("{", "["):
        return _Node({}, "", _text(line, at).end())
    children: dict[str | int, tuple[int, int]] = {}
    here = _past_blanks(line, at + 1)
    while line[here : here + 1] not in ("]", "}"):
        key: str | int = len(children)
        value = here
        if kind == "{":
            said = _text(line, here)
            key = _name(said)
            if key in children or not line.startswith(": ", said.end()):
                raise Unsure
            value = _past_blanks(line, said.end() + 1)
        children[key] = here, value
        here = _past_blanks(line, _node(line, value).end)
        if line[here : here + 1] == ",":
            here = _past_blanks(line, here + 1)
        elif line[here : here + 1] not in ("]", "}"):
            raise Unsure
    return _Node(children, kind, here + 1)


def _past_blanks(line: str, at: int) -> int:
    found = _BLANKS.match(line, at)
    return found.end() if found else at


def _text(line: str, at: int) -> re.Match[str]:
    found = _TEXT.match(line, at)
    if found is None:
        raise Unsure
    return found


def _name(said: re.Match[str]) -> str:
    double, single, bare = said.groups()
    if single is not None:
        return str(single).replace("''", "'")
    return str(bare.rstrip() if bare is not None else double)
