"""CSV of the rows with their JSON keys, the same columns whatever the rows hold; lists joined by a semicolon."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from kehoach.renderers.as_json import dumps

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
Row = dict[str, Any]


def render(rows: list[Row], keys: tuple[str, ...], *, excel: bool = False) -> str:
    """Return *rows* as CSV with one column per key; a point leads into a nested object (``when.kind``).

    *excel* writes it as a Vietnamese Excel opens it by double click: BOM, semicolons, decimal comma.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if excel else ",", lineterminator="\r\n" if excel else "\n")
    writer.writerow(keys)
    writer.writerows([cell(_value(row, key), excel) for key in keys] for row in rows)
    return ("\ufeff" if excel else "") + out.getvalue()


def _value(row: Mapping[str, Any], key: str) -> Any:
    value: Any = row
    for step in key.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    if isinstance(value, list) and not any(isinstance(item, Mapping) for item in value):
        return "; ".join(map(str, value))
    return " ".join(dumps(value).split()) if isinstance(value, Mapping | list) else value


def cell(value: Any, excel: bool) -> str:
    """Return a value as it stands in a cell; words that a spreadsheet would take for a formula get an apostrophe in front."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | Decimal):
        text = format(Decimal(value), "f")
        return text.replace(".", ",") if excel else text
    text = str(value)
    return "'" + text if text.startswith(_FORMULA) else text
