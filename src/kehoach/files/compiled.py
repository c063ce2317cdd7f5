"""What pydantic compiles from the model, as text and back: a later run validates with it and does not import pydantic.

A compiled schema (pydantic's "core schema") is dicts, lists and words, but for the model's own classes and checks. In the text these
are names that are looked up among the model's own, so that no text can make anything else be called.
"""

from __future__ import annotations

import json
import os
from functools import cache
from typing import TYPE_CHECKING, Any
from zlib import crc32

from kehoach.files.shapes import record_classes
from kehoach.model.scalars import CHECKS

if TYPE_CHECKING:
    from pydantic_core import SchemaValidator

_CLASS, _CHECK, _DEFAULT, _TUPLE = "$class", "$check", "$default", "$tuple"
"""Marks: an object of one key, one of these, is a class, a check, a record of nothing but defaults, a tuple."""
_AS_IT_IS = frozenset((str, int, bool, type(None)))
_METADATA = "metadata"
"""What pydantic notes for itself in a schema; validation does not read it."""
_REFS = ("ref", "schema_ref")
"""Keys below which a schema is called by the name of its class and a number that is another one in each process."""


class Inexpressible(Exception):
    """A schema holds what has no name; never seen by a user."""


def dumps(schema: Any) -> str | None:
    """Return a compiled schema as text, ``None`` where it holds what has no name."""
    try:
        return json.dumps(_plain(schema), ensure_ascii=False, separators=(",", ":"))
    except Inexpressible:
        return None


def validator(text: str) -> SchemaValidator | None:
    """Return the validator whose schema :func:`dumps` wrote, ``None`` where the text is no such schema."""
    from pydantic_core import SchemaValidator

    try:
        return SchemaValidator(json.loads(text, object_hook=_named))
    except Exception:  # whatever a damaged text leads to, pydantic builds the schema anew
        return None


def compiler() -> str | None:
    """Return a text that differs wherever schemas are compiled otherwise, told without importing pydantic; ``None`` where it cannot be."""
    from importlib.util import find_spec

    import pydantic_core

    spec = find_spec("pydantic")
    try:
        with open(os.path.join(os.path.dirname(spec.origin if spec and spec.origin else ""), "version.py"), "rb") as file:
            return f"{pydantic_core.__version__} {crc32(file.read()):08x}"
    except OSError:
        return None


def _plain(node: Any) -> Any:
    kind = type(node)
    if kind in _AS_IT_IS:
        return node
    if kind is dict:
        if any(type(key) is not str or key.startswith("$") for key in node):
            raise Inexpressible
        return {key: _name(value) if key in _REFS else _plain(value) for key, value in node.items() if key != _METADATA}
    if kind is list:
        return [_plain(item) for item in node]
    if kind is tuple:
        return {_TUPLE: [_plain(item) for item in node]}
    return _mark(node)


def _name(ref: Any) -> Any:
    """Return the name of a schema without its number: every class of the model has a name of its own."""
    name, _, number = ref.rpartition(":") if type(ref) is str else ("", "", "")
    return name if number.isdecimal() else _plain(ref)


def _mark(node: Any) -> dict[str, str]:
    for name, cls in _classes().items():
        if node is cls:
            return {_CLASS: name}
        if type(node) is cls and _is_default(node):
            return {_DEFAULT: name}
    for name, check in CHECKS.items():
        if node is check:
            return {_CHECK: name}
    raise Inexpressible


def _is_default(record: Any) -> bool:
    try:
        return bool(record == type(record)())
    except (TypeError, ValueError):  # it cannot be made of nothing
        return False


def _named(node: dict[str, Any]) -> Any:
    if len(node) != 1:
        return node
    ((mark, value),) = node.items()
    if mark == _CLASS:
        return _classes()[value]
    if mark == _CHECK:
        return CHECKS[value]
    if mark == _DEFAULT:
        return _classes()[value]()
    return tuple(value) if mark == _TUPLE else node


@cache
def _classes() -> dict[str, type]:
    return {cls.__name__: cls for cls in record_classes()}
