"""Validated records as text and back: JSON that rebuilds the frozen dataclasses without validating them again.

Every list begins with what it stands for: the name of a dataclass and its fields in order, or one of the marks below. Only what
the index itself wrote is read back; a program with other dataclasses begins a new index.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from kehoach.model import catalogues, commitment, plan, problem, results, target, work

_TUPLE, _MAPPING, _DECIMAL = 0, 1, 2


def dumps(record: Any) -> str:
    """Return a record (or problems) as text."""
    return json.dumps(_tree(record), ensure_ascii=False, separators=(",", ":"))


def loads(text: str) -> Any:
    """Return the record that :func:`dumps` wrote."""
    node = json.loads(text)
    return _value(node) if isinstance(node, list) else node


def _tree(value: Any) -> Any:
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, tuple | list):
        return [_TUPLE, *map(_tree, value)]
    if isinstance(value, Decimal):
        return [_DECIMAL, str(value)]
    if isinstance(value, Mapping):
        return [_MAPPING, *(_tree(part) for pair in value.items() for part in pair)]
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
    return Decimal(node[1]) if head == _DECIMAL else dict(zip(node[1::2], node[2::2], strict=True))


@cache
def _setters() -> dict[str, tuple[type, tuple[Callable[[Any, Any], None], ...]]]:
    """Return for each dataclass of the model what fills its slots: its own constructor would ask every question again."""
    modules = (catalogues, commitment, plan, problem, results, target, work)
    classes = {c for module in modules for c in vars(module).values() if is_dataclass(c) and isinstance(c, type)}
    return {c.__name__: (c, tuple(c.__dict__[field.name].__set__ for field in fields(c))) for c in classes}
