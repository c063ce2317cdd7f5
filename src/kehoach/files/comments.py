"""Comments of a YAML text, each tied to the key or item it stands above or beside, so that a new layout keeps them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kehoach.model.problem import Path


@dataclass
class Comments:
    """``head`` and ``tail`` of the file, whole lines ``above`` a path, and the end of the line ``beside`` it."""

    head: list[str] = field(default_factory=list)
    above: dict[Path, list[str]] = field(default_factory=dict)
    beside: dict[Path, str] = field(default_factory=dict)
    tail: list[str] = field(default_factory=list)

    def inside(self, path: Path) -> bool:
        """Tell whether a comment stands somewhere below *path*."""
        return any(len(key) > len(path) and key[: len(path)] == path for key in (*self.above, *self.beside))

    def rehomed(self, tree: Any) -> Comments:
        """Return the comments with those of keys that *tree* does not have (dropped defaults) above the record they stood in."""
        kept = Comments(head=list(self.head), tail=list(self.tail))
        for path, lines in self.above.items():
            kept.above.setdefault(_standing(tree, path), []).extend(lines)
        for path, comment in self.beside.items():
            home = _standing(tree, path)
            if home == path:
                kept.beside[path] = comment
            else:
                kept.above.setdefault(home, []).append(comment)
        kept.head.extend(kept.above.pop((), []))
        return kept


def _standing(tree: Any, path: Path) -> Path:
    """Return the longest part of *path* that leads through *tree*."""
    node = tree
    for index, step in enumerate(path):
        inside = step in node if isinstance(node, Mapping) else isinstance(node, tuple) and isinstance(step, int) and step < len(node)
        if not inside:
            return path[:index]
        node = node[step]
    return path


def collect(text: str) -> Comments:
    """Return the comments of *text*, which must be valid YAML."""
    from ruamel.yaml import YAML

    tree = YAML(pure=True).compose(text)
    nodes = sorted(_starts(tree, (), in_flow=False), key=lambda n: (n[0], len(n[1]))) if tree is not None else []
    comments = Comments()
    pending: list[str] = []
    for line, column, comment in _comments(text, list(_scalars(tree)) if tree is not None else []):
        if text.split("\n")[line][:column].strip():
            owner = [path for start, path in nodes if start == line]
            if owner:
                comments.beside[owner[-1]] = comment
                continue
        pending.append(comment)
        following = next((path for start, path in nodes if start > line), None)
        if following is None:
            comments.tail.append(comment)
        elif line < nodes[0][0]:
            comments.head.append(comment)
        else:
            comments.above.setdefault(following, []).append(comment)
    return comments


def _starts(node: Any, path: Path, *, in_flow: bool) -> Iterator[tuple[int, Path]]:
    """Yield ``(line, path)`` of every key and item that stands in block style."""
    from ruamel.yaml.nodes import MappingNode, SequenceNode

    flow = in_flow or bool(getattr(node, "flow_style", False))
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if not flow:
                yield key.start_mark.line, (*path, key.value)
            yield from _starts(value, (*path, key.value), in_flow=flow)
    elif isinstance(node, SequenceNode):
        for index, item in enumerate(node.value):
            if not flow:
                yield item.start_mark.line, (*path, index)
            yield from _starts(item, (*path, index), in_flow=flow)


def _scalars(node: Any) -> Iterator[tuple[int, int]]:
    from ruamel.yaml.nodes import MappingNode, ScalarNode

    if isinstance(node, ScalarNode):
        yield node.start_mark.index, node.end_mark.index
    else:
        for item in node.value:
            for child in item if isinstance(node, MappingNode) else (item,):
                yield from _scalars(child)


def _comments(text: str, scalars: list[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """Yield ``(line, column, text)`` of every comment: a ``#`` after a blank or at a line's start, outside any scalar."""
    covered = bytearray(len(text) + 1)
    for start, end in scalars:
        covered[start:end] = b"\1" * (end - start)
    offset = 0
    for number, line in enumerate(text.split("\n")):
        for column, char in enumerate(line):
            if char == "#" and not covered[offset + column] and (column == 0 or line[column - 1] in " \t"):
                yield number, column, line[column:].rstrip()
                break
        offset += len(line) + 1
