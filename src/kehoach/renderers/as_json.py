"""JSON: stable keys, exact numbers, Vietnamese letters as they are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any


def dumps(value: Any) -> str:
    """Return *value* as JSON text, a final line break included."""
    return json.dumps(value, ensure_ascii=False, indent=2, default=_default) + "\n"


def part(rows: list[dict[str, Any]]) -> str:
    """Return rows as they stand between the brackets of :func:`dumps`, to be put together by :func:`joined`."""
    return dumps(rows)[2:-3] if rows else ""


def joined(parts: Iterable[str]) -> Iterator[str]:
    """Yield, piece by piece, the text that :func:`dumps` would make of all the rows of *parts*."""
    before = "[\n"
    for part in filter(None, parts):
        yield before + part
        before = ",\n"
    yield "\n]\n" if before != "[\n" else "[]\n"


def _default(value: Any) -> Any:
    from decimal import Decimal

    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)  # the shortest float prints as it was written
    raise TypeError(type(value).__name__)
