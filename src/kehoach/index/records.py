"""Validated records as text and back: JSON that rebuilds the frozen dataclasses without validating them again.

Texts, whole numbers and lists stand as JSON has them (a list is read back as a tuple). An object whose only key begins with ``!`` is
a record, its fields in order below the name of its dataclass; a decimal; or one of the marks below. No key of a file begins so. Only
what the index itself wrote is read back; a program with other dataclasses begins a new index.
"""

from __future__ import annotations

import json
import zlib
from binascii import a2b_base64, b2a_base64
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from operator import attrgetter
from typing import Any

from kehoach.files import json_text
from kehoach.model import catalogues, commitment, plan, problem, results, target, work

_RECORD, _DECIMAL, _LATER = "!", "!", "!!"
"""Marks: before the name of a record, and alone a decimal; a mapping that is packed."""
_NONE: tuple[str, Any] = ("", None)
_LARGE = 100
"""A mapping of more entries (the units of a nation) is rebuilt when somebody looks into it; until then it is a tenth of its size."""


def dumps(record: Any) -> str:
    """Return a record (or problems) as text."""
    return encoded(record).decode("utf-8", "surrogatepass")


def encoded(record: Any) -> bytes:
    """Return a record (or problems) as text in UTF-8."""
    return json_text.dumps(_later(record), _plain)


def loads(text: str) -> Any:
    """Return the record that :func:`dumps` wrote."""
    found = _read(text)
    return _tuple(found) if type(found) is list else found


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


def _packed(text: bytes) -> str:
    return b2a_base64(zlib.compress(text, 1), newline=False).decode("ascii")


def _unpacked(packed: str) -> str:
    return zlib.decompress(a2b_base64(packed)).decode("utf-8", "surrogatepass")


def _later(value: Any) -> Any:
    """Return a mapping packed where it is large, anything else as it is."""
    if isinstance(value, Mapping):
        return {_LATER: _packed(json_text.dumps(dict(value), _plain))} if len(value) > _LARGE else dict(value)
    return value


def _plain(value: Any) -> Any:
    """Return what JSON has no word for in its words."""
    shape = _SHAPES.get(type(value))
    if shape is not None:
        mark, get = shape
        return {mark: get(value)}
    if isinstance(value, Decimal):
        return {_DECIMAL: str(value)}
    return tuple(value) if isinstance(value, tuple) else _later(value)  # rows that have names


def _meant(pairs: list[tuple[str, Any]]) -> Any:
    """Return what an object of JSON stands for."""
    mark, found = pairs[0] if len(pairs) == 1 else _NONE
    shape = _SETTERS.get(mark)
    if shape is not None:
        cls, setters = shape
        record: Any = object.__new__(cls)
        for put, item in zip(setters, found):  # noqa: B905  # one for one, as they were written; asked a million times
            put(record, _tuple(item) if type(item) is list else item)
        return record
    if mark == _DECIMAL:
        return Decimal(found)
    if mark == _LATER:
        return Later(found)
    return {key: _tuple(value) if type(value) is list else value for key, value in pairs}


def _tuple(value: list[Any]) -> tuple[Any, ...]:
    return tuple([_tuple(item) if type(item) is list else item for item in value])


_read = json.JSONDecoder(object_pairs_hook=_meant).decode


def _classes() -> Iterator[type]:
    for module in (catalogues, commitment, plan, problem, results, target, work):
        yield from {c for c in vars(module).values() if is_dataclass(c) and isinstance(c, type)}


def _getter(cls: type) -> Callable[[Any], Iterable[Any]]:
    names = [field.name for field in fields(cls)]
    get = attrgetter(*names)
    if cls is catalogues.UnitsFile:
        return lambda record: [_later(value) for value in get(record)]
    return get if len(names) > 1 else lambda record: (get(record),)


_SHAPES = {cls: (f"{_RECORD}{cls.__name__}", _getter(cls)) for cls in _classes()}
"""For each dataclass of the model its mark, and what returns its fields in order."""
_SETTERS = {f"{_RECORD}{cls.__name__}": (cls, tuple(cls.__dict__[field.name].__set__ for field in fields(cls))) for cls in _classes()}
"""For each mark the dataclass, and what fills its slots: its own constructor would ask every question again."""
