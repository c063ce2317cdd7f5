"""From a path of keys to a line and column: ruamel reads again only the files whose problems must be placed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from kehoach.model.problem import Path as NodePath
from kehoach.model.problem import Problem


def placed(root: Path, problems: Iterable[Problem]) -> list[Problem]:
    """Return *problems* with line and column wherever they carry a path and a file, sorted by place."""
    trees: dict[str, Any] = {}
    done = []
    for problem in problems:
        if problem.line or not problem.file:
            done.append(problem)
            continue
        if problem.file not in trees:
            trees[problem.file] = compose(root / problem.file)
        done.append(_at(problem, trees[problem.file]))
    return sorted(done, key=lambda p: p.order)


def placed_in(raw: bytes, problems: Iterable[Problem]) -> list[Problem]:
    """As :func:`placed`, for the problems of one file whose bytes are at hand (a git revision)."""
    left = list(problems)
    tree = compose_text(raw.decode("utf-8-sig", "replace")) if any(not p.line for p in left) else None
    return sorted((p if p.line else _at(p, tree) for p in left), key=lambda p: p.order)


def _at(problem: Problem, tree: Any) -> Problem:
    find = key_position if problem.rule in ("unknown-key", "wrong-key") else position
    line, column = find(tree, problem.path)
    return replace(problem, line=line, column=column)


def compose(path: Path) -> Any:
    """Return ruamel's node tree of a file, ``None`` where it cannot be read."""
    try:
        return compose_text(path.read_text("utf-8-sig"))
    except (OSError, UnicodeError):
        return None  # the file's own problem has been reported; this one stays at line 1


def compose_text(text: str) -> Any:
    """Return ruamel's node tree of a text, ``None`` where it cannot be read."""
    from ruamel.yaml import YAML

    try:
        return YAML(pure=True).compose(text)
    except Exception:
        return None  # as above


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


def position(tree: Any, path: NodePath) -> tuple[int, int]:
    """Return line and column (from 1) of the deepest node on *path*: of the key for an unknown key, else of the value."""
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


def key_position(tree: Any, path: NodePath) -> tuple[int, int]:
    """Return line and column of the last key itself (for a key that should not be there)."""
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
