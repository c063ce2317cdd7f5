"""The dataclasses as shapes: which keys a mapping has, in which order, with which defaults, and what lies below."""

from __future__ import annotations

import dataclasses
import types
import typing
from dataclasses import dataclass
from functools import cache
from typing import Any

from kehoach.model import catalogues, commitment, plan, results, target, work

ROOTS: dict[str, Any] = {
    "plan": plan.Plan,
    "units": catalogues.UnitsFile,
    "indicators": dict[str, catalogues.Indicator],
    "references": dict[str, catalogues.Reference],
    "actuals": tuple[results.Actual, ...],
    "paths": results.PathsFile,
}
HEADS = (plan.Plan, plan.Attachments, catalogues.UnitsFile)
"""Their keys are written out even where they hold nothing: a blank in the document is a fact."""


def record_classes() -> list[type]:
    """Return the records of all kinds of files."""
    modules = (commitment, target, work, plan, catalogues, results)
    return [
        c for m in modules for c in vars(m).values() if dataclasses.is_dataclass(c) and isinstance(c, type) and c.__module__ == m.__name__
    ]


@dataclass(frozen=True)
class Shape:
    """Keys of a record in order, the shape below each, and the defaults that are never written out."""

    keys: dict[str, Any]
    defaults: dict[str, Any]


@cache
def shape(cls: type) -> Shape:
    """Return the shape of a dataclass."""
    hints = typing.get_type_hints(cls)
    keys, defaults = {}, {}
    for field in dataclasses.fields(cls):
        name = field.name.rstrip("_")
        keys[name] = hints[field.name]
        if field.default is not dataclasses.MISSING and cls not in HEADS:
            defaults[name] = field.default
    return Shape(keys, defaults)


def record_class(hint: Any) -> type | None:
    """Return the dataclass inside a type hint (through unions and ``Annotated``), ``None`` where there is none."""
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return hint
    if typing.get_origin(hint) in (typing.Union, types.UnionType, typing.Annotated):
        return next((c for arg in typing.get_args(hint) if (c := record_class(arg))), None)
    return None


def bare(hint: Any) -> Any:
    """Return a hint without ``Annotated`` and without the ``None`` of an optional."""
    if typing.get_origin(hint) is typing.Annotated:
        return bare(typing.get_args(hint)[0])
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return next((bare(arg) for arg in typing.get_args(hint) if typing.get_origin(arg) in (tuple, dict)), hint)
    return hint


def item_hint(hint: Any) -> Any:
    """Return the hint of the items of a list or the values of a mapping of slugs, ``None`` where it is neither."""
    if typing.get_origin(hint) is tuple:
        return typing.get_args(hint)[0]
    if typing.get_origin(hint) is dict:
        return typing.get_args(hint)[1]
    return None
