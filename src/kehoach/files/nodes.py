"""Places by ruamel's node tree: exact for every text that is YAML, and slow."""

from __future__ import annotations

from typing import Any

from kehoach.model.problem import Path

Mark = tuple[int, int]
"""Line and column, from 1."""


def tree_of(text: str) -> Any:
    """Return ruamel's node tree of a text, ``None`` where it cannot be read."""
    from ruamel.yaml import YAML

    try:
        return YAML(pure=True).compose(text)
    except Exception:
        return None  # the text's own problem has been reported; what stands in it stays at line 1


def ids(tree: Any, name: str) -> list[str | None]:
    """Return the ids of the records in the list called *name* of a plan's node tree, in order."""
    from ruamel.yaml.nodes import MappingNode, SequenceNode

    pairs = tree.value if isinstance(tree, MappingNode) else []
    found = next((value for key, value in pairs if key.value == name), None)
    records = found.value if isinstance(found, SequenceNode) else []
    return [
        next((value.value for key, value in record.value if key.value == "id"), None) if isinstance(record, MappingNode) else None
        for record in records
    ]


def position(tree: Any, path: Path) -> Mark:
    """Return the place of the deepest node on *path*."""
    from ruamel.yaml.nodes import MappingNode, SequenceNode

    node, mark = tree, tree.start_mark if tree is not None else None
    for step in path:
        if isinstance(node, MappingNode):
            pair = next(((k, v) for k, v in node.value if k.value == str(step)), None)
            if pair is None:
                break
            mark, node = pair[1].start_mark, pair[1]
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            mark = node.start_mark
        else:
            break
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)


def key_position(tree: Any, path: Path) -> Mark:
    """Return the place of the last key itself (for a key that should not be there)."""
    from ruamel.yaml.nodes import MappingNode, SequenceNode

    node = tree
    for depth, step in enumerate(path):
        if isinstance(node, MappingNode):
            pair = next(((k, v) for k, v in node.value if k.value == str(step)), None)
            if pair is None:
                break
            if depth == len(path) - 1:
                return pair[0].start_mark.line + 1, pair[0].start_mark.column + 1
            node = pair[1]
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
    return position(tree, path)
