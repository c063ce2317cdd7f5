"""JSON as text in UTF-8: by ``orjson`` (Rust) where it is installed and able, else by the standard library, byte for byte the same.

Only for trees of texts, whole numbers, ``None``, truth values, lists, tuples and mappings, and of what becomes such by a *default*: floats
are written in different forms. What ``orjson`` leaves to the other are numbers beyond 64 bits and halves of a pair.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from types import ModuleType
from typing import Any

Default = Callable[[Any], Any]
"""Returns what JSON has no word for in its words."""


def dumps(value: Any, default: Default | None = None, *, indented: bool = False) -> bytes:
    """Return *value* as JSON: in one line without a blank, or *indented* by 2."""
    quick = _orjson()
    if quick is not None:
        try:
            found: bytes = quick.dumps(value, default, quick.OPT_PASSTHROUGH_DATACLASS | (quick.OPT_INDENT_2 if indented else 0))
        except TypeError:  # it says so whatever it cannot write
            pass
        else:
            return found
    return _encoder(default, 2 if indented else None)(value).encode("utf-8", "surrogatepass")


def loads(text: str | bytes) -> Any:
    """Return what :func:`dumps` wrote, with a list for every list; its numbers lie within 64 bits, as those of lines and columns do."""
    quick = _orjson()
    if quick is not None:
        try:
            return quick.loads(text)
        except ValueError:
            pass
    return json.loads(text if isinstance(text, str) else text.decode("utf-8", "surrogatepass"))


@cache
def _orjson() -> ModuleType | None:
    try:
        import orjson
    except ImportError:
        return None
    return orjson


@cache
def _encoder(default: Default | None, indent: int | None) -> Callable[[Any], str]:
    separators = None if indent else (",", ":")
    return json.JSONEncoder(ensure_ascii=False, separators=separators, check_circular=False, default=default, indent=indent).encode
