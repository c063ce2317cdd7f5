"""What a variable of a Word template is, and a kind of document that has some; which there are stands in ``variables``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "number", "flag", "list", "chart"]


@dataclass(frozen=True, slots=True)
class Variable:
    """A name a template may use. ``fields`` are those of each item of a list; a ``short`` list may be looped over inside any loop."""

    name: str
    words: str
    kind: Kind = "text"
    fields: tuple[Variable, ...] = ()
    short: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A kind of document: its name for the command line, what it is, the starter templates, and what stands in it."""

    name: str
    words: str
    starters: tuple[str, ...]
    variables: tuple[Variable, ...]


def flat(variables: tuple[Variable, ...], prefix: str = "") -> Iterator[tuple[str, Variable]]:
    """Yield every variable with its path: ``khoi.dong.chi_tieu``."""
    for variable in variables:
        path = f"{prefix}{variable.name}"
        yield path, variable
        yield from flat(variable.fields, f"{path}.")
