"""JSON: stable keys, exact numbers, Vietnamese letters as they are."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from textwrap import indent
from typing import Any


def dumps(value: Any) -> str:
    """Return *value* as JSON text, a final line break included."""
    return json.dumps(value, ensure_ascii=False, indent=2, default=_default) + "\n"


def part(rows: list[dict[str, Any]], depth: int = 1) -> str:
    """Return rows as they stand between the brackets of :func:`dumps`, *depth* levels deep, to be put together again."""
    return indent(dumps(rows)[2:-3], "  " * (depth - 1)) if rows else ""


def joined(parts: Iterable[str]) -> Iterator[str]:
    """Yield, piece by piece, the text that :func:`dumps` would make of all the rows of *parts*."""
    yield from _array(parts, "")
    yield "\n"


def object_with_rows(head: dict[str, Any], parts: Iterable[str], tail: Callable[[], dict[str, Any]]) -> Iterator[str]:
    """Yield the text of an object of *head*, then ``rows`` put together of *parts* (two levels deep), then *tail*, asked for last."""
    yield f'{dumps(head)[:-3]},\n  "rows": '
    yield from _array(parts, "  ")
    yield f",\n{dumps(tail())[2:]}"


def _array(parts: Iterable[str], before: str) -> Iterator[str]:
    opening = "[\n"
    for each in filter(None, parts):
        yield opening + each
        opening = ",\n"
    yield f"\n{before}]" if opening != "[\n" else "[]"


def _default(value: Any) -> Any:
    from decimal import Decimal

    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)  # the shortest float prints as it was written
    raise TypeError(type(value).__name__)
