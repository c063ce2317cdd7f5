"""The fingerprint of a finding: rule, subject and values, never its words, so that it stays when a message is reworded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from hashlib import sha256
from typing import Any


def fingerprint(rule: str, subject: str, others: Iterable[str], values: Iterable[str]) -> str:
    """Return twelve hexadecimal digits that change when the rule, what it is about, or a value that it saw changes."""
    text = "\x1f".join((rule, subject, *sorted(others), "\x1e", *values))
    return sha256(text.encode("utf-8")).hexdigest()[:12]


def stable(value: Any) -> str:
    """Return *value* as text for a fingerprint: what a record does not say leaves no trace, so that a new optional key changes none."""
    if is_dataclass(value) and not isinstance(value, type):
        said = ((each.name, getattr(value, each.name)) for each in fields(value))
        return "{" + ", ".join(f"{name}: {stable(item)}" for name, item in said if item is not None and item != ()) + "}"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {stable(item)}" for key, item in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(stable, value)) + "]"
    return repr(value)
