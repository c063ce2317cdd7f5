"""Attachments as the rules read them: is one that is announced the one that is present, and what is an appendix."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kehoach.model.plan import Plan
from kehoach.vietnamese import fold

_APPENDIX = re.compile(r"(?:phu luc|bieu|danh muc|bang)\b")
_NUMBER = re.compile(r"(?:phu luc|bieu(?: so| mau)?|bang)\s+(?:so\s+)?0*(\d+|[ivx]+)\b")
_CLAUSE = re.compile(r"(PL\d*)\b")
_POINTING = re.compile(r"\b(?:phu luc|bieu kem|kem theo|dinh kem|danh muc kem)\b")


def appendix(clause: str) -> str | None:
    """Return the appendix that a clause stands in (``PL09``), ``None`` for one of the body."""
    match = _CLAUSE.match(clause) if clause.startswith("PL") else None  # sooner said than by any pattern
    return match[1] if match else None


def in_text(plan: Plan) -> tuple[str, ...]:
    """Return the appendices that the plan's heading tree holds, as words."""
    return tuple(f"Phụ lục {label[2:]}. {s.title}" for s in plan.sections if (label := s.label) and appendix(label))


def same(announced: str, present: str) -> bool:
    """Tell whether *present* answers *announced*: the same number, the same words, or "the appendices" as a whole."""
    one, two = fold(announced), fold(present)
    if one in two or two in one:
        return True
    if not _APPENDIX.search(one) or not _APPENDIX.search(two):
        return False
    numbers = set(_NUMBER.findall(one))
    return bool(numbers & set(_NUMBER.findall(two))) if numbers else True


def unanswered(some: Iterable[str], others: Iterable[str], *, announced_first: bool) -> list[str]:
    """Return those of *some* that none of *others* answers."""
    found = tuple(others)
    return [a for a in some if not any(same(a, b) if announced_first else same(b, a) for b in found)]


def points_to_appendix(text: str) -> bool:
    """Tell whether words speak of an appendix."""
    return bool(_POINTING.search(fold(text)))
