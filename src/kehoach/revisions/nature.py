"""The nature that an edit declares, and whether it holds: copied anew, corrected by the issuer, or amended by a new document."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import get_args

from kehoach.model.commitment import When
from kehoach.model.plan import Kind
from kehoach.model.target import Nature, Target
from kehoach.revisions.pair import Pair
from kehoach.vietnamese import as_printed, canonical, numbers_in

_DOCUMENT = re.compile(r"\b\d+(?:/\d{4})?[-/][A-ZĐ][\w&-]*(?:[-/][\wĐ]+)*")
_DAY = re.compile(r"\b\d{1,2}[/-]\d{1,2}[/-]\d{4}\b|\b\d{4}-\d\d-\d\d\b|\bngày \d{1,2} tháng \d{1,2} năm \d{4}\b")
_BODY = re.compile(r"(UBND|HĐND|VP|BCĐ|BQL)\Z")
_AIMS = tuple(canonical(word) for word in ("phấn đấu", "hướng tới", "cố gắng"))


def declared(pair: Pair) -> Nature | None:
    """Return the nature that this edit declares; one that stood before says nothing of it."""
    return pair.new.nature if pair.old.nature != pair.new.nature else None


def documented(basis: str | None) -> bool:
    """Tell whether a basis names a document by number and date."""
    return basis is not None and _DOCUMENT.search(basis) is not None and _DAY.search(basis) is not None


def form_of(basis: str | None) -> str | None:
    """Return the kind of the document that a basis names, by the letters of its number (``CV`` where they name only a body)."""
    found = _DOCUMENT.search(basis) if basis else None
    if found is None:
        return None
    parts = [part for part in re.split(r"[-/]", found[0]) if not part.isdigit()]
    kind = next((part for part in parts if part in get_args(Kind)), None)
    return kind or ("CV" if parts and _BODY.match(parts[0]) else None)


def same_document(pair: Pair) -> bool:
    """Tell whether both sides were transcribed from the same file."""
    return pair.old_plan.source.sha256 == pair.new_plan.source.sha256


def transcribed(pair: Pair, field: str | None = None) -> bool:
    """Tell whether the document did not change, and what the record says now (of *field* above all) stands in its quote."""
    return same_document(pair) and in_quote(pair.new) and stands(pair.new, field)


def in_quote(target: Target) -> bool:
    """Tell whether every figure of the test stands in the quote, or is marked as said in words."""
    printed = numbers_in(target.quote)
    return all(figure in printed or abs(figure) in printed or figure in target.implied for figure in target.test.figures)


def stands(target: Target, field: str | None) -> bool:
    """Tell whether the value of *field* stands in the quote, for the fields whose value a quote can show."""
    quote = as_printed(target.quote).lower()
    if field == "when":
        return set(years(target)) <= numbers_in(target.quote)
    if field == "force":
        return (target.force == "aim") == any(word in canonical(target.quote) for word in _AIMS)
    if field == "base":
        return target.base is None or {Decimal(target.base.value), Decimal(target.base.year)} <= numbers_in(target.quote)
    words = {
        "condition": target.condition.text if target.condition else None,
        "of": target.of,
        "definition": target.definition,
        "unit": target.unit,
    }.get(field or "")
    return words is None or as_printed(words).lower() in quote


def years(target: Target) -> list[Decimal]:
    """Return the years in which a target's time ends, as far as the record itself says them."""
    when = target.when
    if not isinstance(when, When):
        return []
    span = when.over if when.over is not None else when.each_year
    last = when.by or when.since or (span[1] if isinstance(span, tuple) else None)
    return [Decimal(str(last)[:4])] if last else []


def printed_years(target: Target) -> set[Decimal]:
    """Return the years that are printed in a target's quote."""
    return {number for number in numbers_in(target.quote) if 1900 <= number < 2200 and number not in target.test.figures}
