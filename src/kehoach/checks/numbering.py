"""Printed numbers of headings: Roman, Arabic, Vietnamese letters (``đ`` stands between ``d`` and ``e``), appendices."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from kehoach.model.plan import Plan
from kehoach.model.target import Target

_LABEL = re.compile(r"(?P<head>\(|PL|(?:Phần|Chương|Mục|Điều) |(?:\d+\.)+|)(?P<core>\d+|[IVXLC]+|[a-zđ]|[A-ZĐ])(?P<tail>[.)]*)\Z")
_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Letters that number points (Nghị định 30/2020/NĐ-CP, Phụ lục I): Vietnamese ones, without ă â ê ô ơ ư."""
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True, slots=True)
class Number:
    """A label taken apart: what stands before the counting part, the style it counts in, and its value (from 1)."""

    head: str
    core: str
    tail: str
    style: str
    value: int

    @property
    def kind(self) -> tuple[str, str, str]:
        """What labels of one run share: ``2.1`` and ``2.2``, but not ``a)`` and ``1``."""
        return self.style, "." * self.head.count(".") or self.head, self.tail

    def label(self, value: int) -> str:
        """Return the counting part and what follows it for another *value*."""
        if self.style == "roman":
            return roman(value) + self.tail
        if self.style in ("lower", "upper"):
            letter = _LETTERS[value - 1]
            return (letter if self.style == "lower" else letter.upper()) + self.tail
        return str(value).zfill(len(self.core) if self.core.startswith("0") else 1) + self.tail


def roman(value: int) -> str:
    """Return *value* (1 to 89) in Roman numerals."""
    text = "L" if value >= 50 else "XL" if value >= 40 else ""
    rest = value - (50 if value >= 50 else 40 if value >= 40 else 0)
    for worth, sign in _ROMAN:
        while rest >= worth:
            text, rest = text + sign, rest - worth
    return text


_VALUES = {roman(value): value for value in range(1, 90)}


@lru_cache(maxsize=4096)
def read(labels: tuple[str | None, ...]) -> tuple[Number | None, ...]:
    """Return the numbers of the headings of one level, ``None`` for a label that counts in no known style.

    Every document counts I, II, III or 1, 2, 3, so that most levels have been read before.

    Whether ``I`` or ``C`` is a letter is told from the others: ``A, B, C`` are letters, ``I, II`` are Roman.
    """
    matches = [_LABEL.match(label) if label else None for label in labels]
    upper = [m["core"] for m in matches if m and m["core"].isupper()]
    is_roman = bool(upper) and all(core in _VALUES for core in upper) and (upper[0] == "I" or any(len(core) > 1 for core in upper))
    return tuple(_number(m, is_roman) if m else None for m in matches)


def _number(match: re.Match[str], is_roman: bool) -> Number | None:
    head, core, tail = match["head"], match["core"], match["tail"]
    if core.isdecimal():
        return Number(head, core, tail, "arabic", int(core))
    if core.isupper() and is_roman:
        return Number(head, core, tail, "roman", _VALUES[core])
    if len(core) > 1 or core.lower() not in _LETTERS:
        return None
    return Number(head, core, tail, "lower" if core.islower() else "upper", _LETTERS.index(core.lower()) + 1)


def opens(number: Number) -> bool:
    """Tell whether a run must begin with its first number: numbered paragraphs may precede the first numbered heading, articles run on."""
    return number.style != "arabic" or number.head == "PL" or number.head.endswith(".")


def between(first: Number | None, second: Number) -> list[int]:
    """Return the values that stand between two numbers; nobody asks for a chapter ``Đ``."""
    start = first.value if first else 0
    return [value for value in range(start + 1, second.value) if second.style != "upper" or _LETTERS[value - 1] != "đ"]


def claimed(plan: Plan) -> frozenset[str]:
    """Return every printed number that some record of the plan stands under, whether it is a heading or a numbered paragraph."""
    clauses = [record.clause for kind in (plan.targets, plan.tasks, plan.projects) for record in kind]
    clauses += [entry.clause for kind in (plan.citations, plan.corrections, plan.uncovered) for entry in kind]
    clauses += [record.lead_at for record in plan.targets if isinstance(record, Target) and record.lead_at]
    heads = {clause.partition(" ")[0] for clause in clauses}
    return frozenset(prefix for head in heads for prefix in accumulate(head.split("."), "{}.{}".format))
