"""The canonical layout of a file: keys in the order of the model, short things on one line, comments kept where they stood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kehoach.files import shapes
from kehoach.files.comments import Comments
from kehoach.files.scalars import scalar
from kehoach.model.problem import Path

WIDTH = 150
"""A list or mapping that fits in this many columns stands on one line."""

_RECORDS = ("targets", "tasks", "projects")
_PARAGRAPHS = ("citations", "corrections", "sections", "uncovered", "accepted", "retired", *_RECORDS, "wards", "units", "paths")
"""Keys at the top of a file with a blank line before them."""


def render(tree: Any, kind: str, comments: Comments | None = None) -> str:
    """Return the canonical text of *tree* (a file of *kind*: plan, units, indicators, references, actuals)."""
    writer = _Writer(comments or Comments())
    lines = list(writer.block(ordered(tree, kind), 0, ()))
    return "\n".join([*writer.comments.head, *lines, *writer.comments.tail]) + "\n"


def ordered(tree: Any, kind: str) -> Any:
    """Return *tree* with the keys of every record in the model's order and without the defaults."""
    return _ordered(tree, shapes.ROOTS[kind])


def _ordered(node: Any, hint: Any) -> Any:
    cls = shapes.record_class(hint)
    if isinstance(node, Mapping):
        if cls is None:
            below = shapes.item_hint(hint)
            return {key: _ordered(value, below) for key, value in node.items()}
        shape = shapes.shape(cls)
        known = [key for key in shape.keys if key in node and not _is_default(node[key], shape.defaults, key)]
        rest = [key for key in node if key not in shape.keys]
        return {key: _ordered(node[key], shape.keys.get(key)) for key in (*known, *rest)}
    if isinstance(node, tuple | list):
        below = shapes.item_hint(hint)
        return tuple(_ordered(item, below) for item in node)
    return node


def _is_default(value: Any, defaults: Mapping[str, Any], key: str) -> bool:
    return key in defaults and type(value) is type(defaults[key]) and value == defaults[key]


class _Writer:
    def __init__(self, comments: Comments) -> None:
        self.comments = comments

    def block(self, node: Any, indent: int, path: Path) -> Iterator[str]:
        """Yield the lines of a mapping or list in block style."""
        pad = " " * indent
        if isinstance(node, Mapping):
            for index, (key, value) in enumerate(node.items()):
                here = (*path, key)
                if not path and key in _PARAGRAPHS and index:
                    yield ""
                yield from self._above(here, pad)
                yield from self._entry(f"{pad}{scalar(key, flow=False)}:", value, indent, here)
        else:
            for index, value in enumerate(node):
                here = (*path, index)
                yield from self._above(here, pad)
                yield from self._item(value, indent, here)

    def _entry(self, lead: str, value: Any, indent: int, path: Path) -> Iterator[str]:
        flat = self._flat(value, path, len(lead))
        if flat is not None:
            yield f"{lead} {flat}{self._beside(path)}"
        else:
            yield f"{lead}{self._beside(path)}"
            yield from self.block(value, indent + 2, path)

    def _item(self, value: Any, indent: int, path: Path) -> Iterator[str]:
        pad = " " * indent
        flat = self._flat(value, path, indent + 2)
        if flat is not None:
            yield f"{pad}- {flat}{self._beside(path)}"
            return
        lines = list(self.block(value, indent + 2, path))
        if path in self.comments.beside:  # it stood beside the item when that was one line
            yield f"{pad}{self.comments.beside[path]}"
        first = next(i for i, line in enumerate(lines) if not line.lstrip().startswith("#"))
        yield from (pad + line.strip() for line in lines[:first])
        yield f"{pad}- {lines[first].lstrip()}"
        yield from lines[first + 1 :]

    def _flat(self, value: Any, path: Path, column: int) -> str | None:
        """Return the one-line form of a value, ``None`` where it must stand in block style."""
        if not isinstance(value, Mapping | tuple):
            return scalar(value, flow=False)
        if not value:
            return "{}" if isinstance(value, Mapping) else "[]"
        is_record = len(path) == 2 and path[0] in _RECORDS
        if is_record or (len(path) == 1 and isinstance(value, Mapping) and path[0] in ("wards", "units")) or self.comments.inside(path):
            return None
        if len(path) == 1 and isinstance(value, tuple) and any(isinstance(item, Mapping) for item in value):
            return None
        text = _flow(value)
        return text if column + 1 + len(text) <= WIDTH else None

    def _above(self, path: Path, pad: str) -> Iterator[str]:
        return (pad + line if line else "" for line in self.comments.above.get(path, ()))

    def _beside(self, path: Path) -> str:
        return f"  {self.comments.beside[path]}" if path in self.comments.beside else ""


def _flow(node: Any) -> str:
    if isinstance(node, Mapping):
        return "{" + ", ".join(f"{scalar(key, flow=True)}: {_flow(value)}" for key, value in node.items()) + "}"
    if isinstance(node, tuple):
        return "[" + ", ".join(_flow(item) for item in node) + "]"
    return scalar(node, flow=True)
