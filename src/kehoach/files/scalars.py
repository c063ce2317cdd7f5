"""How one scalar is written: plain where every parser reads it the same, in double quotes otherwise."""

from __future__ import annotations

import json
import re
from decimal import Decimal

from kehoach.files.scan import ambiguity

_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=~<][^\n\t]*\Z")
_TROUBLE = re.compile(r": |:$| #|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_INVISIBLE = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What JSON leaves as it is and YAML parsers take for a line's end, drop or refuse."""
_FLOW_TROUBLE = re.compile(r"[,\[\]{}?:]")
_HASH = re.compile(r"[0-9a-f]{12,}\Z")
_NUMERIC = re.compile(r"[-+.]?\d[\d_.,:eE+\-TZ/ ]*\Z|\d{4}-Q\d\Z")


def scalar(value: object, *, flow: bool) -> str:
    """Return *value* as YAML text; *flow* where it stands between brackets."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Decimal):
        text = format(value.normalize(), "f")
        return f'"{text}"' if ambiguity(text) else text
    text = str(value)
    return text if _may_be_plain(text, flow) else _INVISIBLE.sub(_escaped, json.dumps(text, ensure_ascii=False))


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _may_be_plain(text: str, flow: bool) -> bool:
    return bool(
        _PLAIN.match(text)
        and text == text.strip()
        and not _TROUBLE.search(text)
        and not (flow and _FLOW_TROUBLE.search(text))
        and not _NUMERIC.match(text)
        and not _HASH.match(text)
        and ambiguity(text) is None
        and text not in ("true", "false", "null")
    )
