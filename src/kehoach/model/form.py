"""The form that a ward fills in: what it asks for, what stood in it when it was made, and what is wrong with it when it comes back."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """The entries of a row, as the registry has them. ``document`` is the source's reference where it has one, else its words."""

    value: int | Decimal | str
    quality: str
    document: str | None = None
    date: str | None = None
    num: int | Decimal | None = None
    den: int | Decimal | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A figure asked for: ``key`` names its measure for good; ``plan`` and ``before`` are in words; ``filled`` is what is reported already."""

    key: str
    name: str
    unit: str
    plan: str
    before: str
    is_state: bool
    is_ratio: bool
    filled: Filled | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The lines of one field of work."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A ward's form of a year, with the state of the registry that it was made from."""

    ward: str
    ward_name: str
    year: int
    made: str
    commit: str | None
    provenance: str
    blocks: tuple[Block, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines."""
        return tuple(line for block in self.blocks for line in block.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong with a cell of a form that came back; ``row`` is the name of the indicator it stands beside."""

    sheet: str
    cell: str
    row: str
    message: str
    remedy: str
