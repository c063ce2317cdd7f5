"""JSON: stable keys, exact numbers, Vietnamese letters as they are."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any


def dumps(value: Any) -> str:
    """Return *value* as JSON text, a final line break included."""
    return json.dumps(value, ensure_ascii=False, indent=2, default=_default) + "\n"


def _default(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)  # the shortest float prints as it was written
    raise TypeError(type(value).__name__)
