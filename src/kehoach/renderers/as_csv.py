"""CSV of the rows with their JSON keys; nested keys joined by a point, lists by a semicolon."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from kehoach.renderers.as_json import dumps

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
Row = dict[str, Any]


def render(rows: list[Row], *, excel: bool = False) -> str:
    """Return *rows* as CSV; *excel* as a Vietnamese Excel opens it by double click: BOM, semicolons, decimal comma."""
    flat = [dict(_flat(row)) for row in rows]
    keys = list(dict.fromkeys(key for row in flat for key in row))
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if excel else ",", lineterminator="\r\n" if excel else "\n")
    writer.writerow(keys)
    writer.writerows([_cell(row.get(key), excel) for key in keys] for row in flat)
    return ("\ufeff" if excel else "") + out.getvalue()


def _flat(row: Mapping[str, Any], above: str = "") -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    for key, value in row.items():
        name = f"{above}{key}"
        if isinstance(value, Mapping):
            found.extend(_flat(value, f"{name}."))
        elif isinstance(value, list) and any(isinstance(item, Mapping) for item in value):
            found.append((name, " ".join(dumps(value).split())))
        elif isinstance(value, list):
            found.append((name, "; ".join(map(str, value))))
        else:
            found.append((name, value))
    return found


def _cell(value: Any, excel: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | Decimal):
        text = format(Decimal(value), "f")
        return text.replace(".", ",") if excel else text
    text = str(value)
    return "'" + text if text.startswith(_FORMULA) else text
