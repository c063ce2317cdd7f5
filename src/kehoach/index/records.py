"""Validated records as text and back: JSON that rebuilds the frozen dataclasses without validating them again.

Every list begins with what it stands for: the name of a dataclass and its fields in order, or one of the marks below. Only what
the index itself wrote is read back; a program with other dataclasses begins a new index.
"""

from __future__ import annotations

import json
import zlib
from binascii import a2b_base64, b2a_base64
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from kehoach.model import catalogues, commitment, plan, problem, results, target, work

_TUPLE, _MAPPING, _DECIMAL, _LATER = 0, 1, 2, 3
_AS_IT_IS = frozenset((str, int, bool, type(None)))
_LARGE = 100
"""A mapping of more entries (the units of a nation) is rebuilt when somebody looks into it; until then it is a tenth of its size."""


def dumps(record: Any) -> str:
    """Return a record (or problems) as text."""
    return _text(_tree(record))


def loads(text: str) -> Any:
    """Return the record that :func:`dumps` wrote."""
    node = json.loads(text)
    return _value(node) if isinstance(node, list) else node


class Later(Mapping[str, Any]):
    """A large mapping that is rebuilt when it is first looked into."""

    __slots__ = ("_found", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[str, Any] | None = None

    def _all(self) -> dict[str, Any]:
        if self._found is None:
            self._found = loads(_unpacked(self._text))
            self._text = ""
        return self._found

    def __getitem__(self, key: str) -> Any:
        return self._all()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())


def _text(tree: Any) -> str:
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":"))


def _packed(text: str) -> str:
    return b2a_base64(zlib.compress(text.encode("utf-8", "surrogatepass"), 1), newline=False).decode("ascii")


def _unpacked(packed: str) -> str:
    return zlib.decompress(a2b_base64(packed)).decode("utf-8", "surrogatepass")


def _tree(value: Any) -> Any:
    if type(value) in _AS_IT_IS:
        return value
    if isinstance(value, tuple | list):
        return [_TUPLE, *map(_tree, value)]
    if isinstance(value, Decimal):
        return [_DECIMAL, str(value)]
    if isinstance(value, Mapping):
        mapping = [_MAPPING, *(_tree(part) for pair in value.items() for part in pair)]
        return [_LATER, _packed(_text(mapping))] if len(value) > _LARGE else mapping
    return [type(value).__name__, *(_tree(getattr(value, name)) for name in value.__dataclass_fields__)]


def _value(node: list[Any]) -> Any:
    for index, item in enumerate(node):
        if type(item) is list:
            node[index] = _value(item)
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
        return Later(node[1])
    return Decimal(node[1]) if head == _DECIMAL else dict(zip(node[1::2], node[2::2], strict=True))


@cache
def _setters() -> dict[str, tuple[type, tuple[Callable[[Any, Any], None], ...]]]:
    """Return for each dataclass of the model what fills its slots: its own constructor would ask every question again."""
    modules = (catalogues, commitment, plan, problem, results, target, work)
    classes = {c for module in modules for c in vars(module).values() if is_dataclass(c) and isinstance(c, type)}
    return {c.__name__: (c, tuple(c.__dict__[field.name].__set__ for field in fields(c))) for c in classes}
