"""Validated records as text and back: JSON that rebuilds the frozen dataclasses without validating them again.

Every list begins with what it stands for: the name of a dataclass and its fields in order, or one of the marks below. The record is
the first line; a large mapping has a line of its own, which stays text until somebody looks into it. Only what the index itself wrote
is read back; a program with other dataclasses begins a new index.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from kehoach.model import catalogues, commitment, plan, problem, results, target, work

_TUPLE, _MAPPING, _DECIMAL, _LATER = 0, 1, 2, 3
_AS_IT_IS = frozenset((str, int, bool, type(None)))
_LARGE = 100
"""A mapping of more entries (the units of a nation) is rebuilt when somebody looks into it."""


def dumps(record: Any) -> str:
    """Return a record (or problems) as text."""
    large: list[str] = []
    first = _text(_tree(record, large))
    return "\n".join((first, *large))


def loads(text: str) -> Any:
    """Return the record that :func:`dumps` wrote."""
    first, *large = text.split("\n")
    return _rebuilt(first, large)


class Later(Mapping[str, Any]):
    """A large mapping that is rebuilt when it is first looked into: a line, and all lines of its record, for what is large in it."""

    __slots__ = ("_found", "_large", "_text")

    def __init__(self, text: str, large: list[str]) -> None:
        self._text = text
        self._large = large
        self._found: dict[str, Any] | None = None

    def _all(self) -> dict[str, Any]:
        if self._found is None:
            self._found = _rebuilt(self._text, self._large)
            self._text, self._large = "", []
        return self._found

    def __getitem__(self, key: str) -> Any:
        return self._all()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())


def _text(tree: Any) -> str:
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":"))


def _tree(value: Any, large: list[str]) -> Any:
    """Return *value* as lists; the texts of large mappings go to *large*."""
    if type(value) in _AS_IT_IS:
        return value
    if isinstance(value, tuple | list):
        return [_TUPLE, *(_tree(item, large) for item in value)]
    if isinstance(value, Decimal):
        return [_DECIMAL, str(value)]
    if isinstance(value, Mapping):
        mapping = [_MAPPING, *(_tree(part, large) for pair in value.items() for part in pair)]
        if len(value) <= _LARGE:
            return mapping
        large.append(_text(mapping))
        return [_LATER, len(large) - 1]
    return [type(value).__name__, *(_tree(getattr(value, name), large) for name in value.__dataclass_fields__)]


def _rebuilt(text: str, large: list[str]) -> Any:
    node = json.loads(text)
    return _value(node, large) if isinstance(node, list) else node


def _value(node: list[Any], large: list[str]) -> Any:
    for index, item in enumerate(node):
        if type(item) is list:
            node[index] = _value(item, large)
    head = node[0]
    if head == _TUPLE:
        return tuple(node[1:])
    if type(head) is str:
        cls, setters = _setters()[head]
        record: Any = object.__new__(cls)
        for put, item in zip(setters, node[1:], strict=True):
            put(record, item)
        return record
    if head == _LATER:
        return Later(large[node[1]], large)
    return Decimal(node[1]) if head == _DECIMAL else dict(zip(node[1::2], node[2::2], strict=True))


@cache
def _setters() -> dict[str, tuple[type, tuple[Callable[[Any, Any], None], ...]]]:
    """Return for each dataclass of the model what fills its slots: its own constructor would ask every question again."""
    modules = (catalogues, commitment, plan, problem, results, target, work)
    classes = {c for module in modules for c in vars(module).values() if is_dataclass(c) and isinstance(c, type)}
    return {c.__name__: (c, tuple(c.__dict__[field.name].__set__ for field in fields(c))) for c in classes}
