"""Whether one population or standard, in the document's words, is a part of another: said only where the words show it."""

from __future__ import annotations

import re
from typing import Literal

from kehoach.vietnamese import canonical

Scope = Literal["same", "narrowed", "widened", "changed"]
_JOINING = re.compile(
    "|".join(
        rf"(?<!\S){re.escape(canonical(word))}(?!\S)"
        for word in ("và", "hoặc", "hay", "cùng", "với", "kể cả", "bao gồm", "gồm", "cả", "mọi")
    )
    + "|[,;/+]"
)
"""Words that add to a population instead of restricting it."""


def scope(old: str | None, new: str | None) -> Scope:
    """Return how *new* stands to *old* (both canonical, ``None`` for everybody).

    One that has all the words of the other and more qualifying ones is the narrower one ("lao động" and "lao động trong độ tuổi");
    where words are joined on ("và", "kể cả") or differ, nothing can be ranked: ``changed``.
    """
    if old == new:
        return "same"
    if old is None or new is None:
        return "narrowed" if old is None else "widened"
    if _within(old, new):
        return "narrowed"
    return "widened" if _within(new, old) else "changed"


def _within(wide: str, narrow: str) -> bool:
    """Tell whether *narrow* is *wide* with qualifying words before or behind it."""
    before, found, behind = f" {narrow} ".partition(f" {wide} ")
    return bool(found) and not _JOINING.search(before) and not _JOINING.search(behind)
