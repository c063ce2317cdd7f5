"""The nearest known name, for a remedy."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str]) -> str:
    """Return "Có phải `x`? " for the nearest known name, or nothing."""
    near = get_close_matches(name, list(known), n=1, cutoff=0.7)
    return f"Có phải `{near[0]}`? " if near else ""
