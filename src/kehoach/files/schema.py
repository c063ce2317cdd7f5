"""JSON Schemas of the five kinds of file, for editors: made from the same types that loading uses, worded in Vietnamese."""

from __future__ import annotations

from typing import Any

from kehoach.files.adapters import adapter
from kehoach.files.descriptions import FIELDS, KINDS, RECORDS
from kehoach.files.migrate import name

_BASE = "https://json-schema.org/draft/2020-12/schema"


def schema(kind: str) -> dict[str, Any]:
    """Return the schema of a kind of file: plan, units, indicators, references or actuals."""
    made = adapter(kind).json_schema(by_alias=True)
    definitions = {key: _worded(key, value) for key, value in made.pop("$defs", {}).items()}
    body = _worded(made.get("title", ""), made) if "properties" in made else _tidy(made)
    if kind in ("indicators", "references"):
        body = _catalogue(kind, body)
    if kind in ("plan", "units", "paths"):
        body["properties"]["format"] = {"const": name(kind), "description": FIELDS["format"]}
    return {
        "$schema": _BASE,
        "title": KINDS[kind],
        **{k: v for k, v in body.items() if k != "title"},
        **({"$defs": definitions} if definitions else {}),
    }


def _catalogue(kind: str, body: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a mapping of slugs with the reserved keys beside its entries."""
    pattern, entry = next(iter(body["patternProperties"].items()))
    reserved = {
        "format": {"const": name(kind), "description": FIELDS["format"]},
        "retired": {"type": "array", "items": {"type": "object"}, "description": FIELDS["retired"]},
    }
    return {
        "type": "object",
        "properties": reserved,
        "required": ["format"],
        "propertyNames": {"pattern": pattern},
        "additionalProperties": entry,
    }


def _worded(record: str, made: dict[str, Any]) -> dict[str, Any]:
    worded: dict[str, Any] = _tidy(made)
    if record in RECORDS:
        worded["description"] = RECORDS[record]
    for key, value in worded.get("properties", {}).items():
        words = FIELDS.get(f"{record}.{key}") or FIELDS.get(key)
        if words:
            worded["properties"][key] = {"description": words, **value}
    return worded


def _tidy(node: Any) -> Any:
    """Drop the English titles; a figure is a number, or a decimal in quotes where a thousand could be meant."""
    if isinstance(node, dict):
        return {key: _tidy(value) for key, value in node.items() if not (key in ("title", "description") and isinstance(value, str))}
    if isinstance(node, list):
        return [_tidy(item) for item in node]
    return node
