"""The fingerprint of a finding: rule, subject and values, never its words, so that it stays when a message is reworded."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256


def fingerprint(rule: str, subject: str, others: Iterable[str], values: Iterable[str]) -> str:
    """Return twelve hexadecimal digits that change when the rule, what it is about, or a value that it saw changes."""
    text = "\x1f".join((rule, subject, *sorted(others), "\x1e", *values))
    return sha256(text.encode("utf-8")).hexdigest()[:12]
