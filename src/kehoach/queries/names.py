"""From what a user types to what the registry calls it: accents optional, any case, names as well as slugs."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from kehoach.errors import (
    AmbiguousName,
    BadYear,
    UnknownField,
    UnknownIndicator,
    UnknownName,
    UnknownPlan,
    UnknownSource,
    UnknownUnit,
    UnknownWard,
)
from kehoach.meaning.entered import date_text
from kehoach.meaning.time import last_day
from kehoach.model.catalogues import FIELDS
from kehoach.model.scalars import FILE_REF
from kehoach.registry import Registry, plan_file
from kehoach.vietnamese import fold, slugify

__all__ = ["date_text", "day", "fields", "indicators", "indicators_named", "plans", "record", "source_ref", "units", "wards", "year"]

_TYPES = re.compile(r"(?:phuong|xa|dac khu|thanh pho|tinh)\s+")


def wards(typed: Iterable[str], known: Mapping[str, str], folders: Collection[str] = ()) -> list[str]:
    """Return the slugs of the wards typed; *known* maps slugs to names, *folders* are slugs that have plans.

    Raises:
        UnknownWard: naming the nearest.
        AmbiguousName: two wards are called so.
    """
    slugs = {*known, *folders}
    found = []
    for text in typed:
        fitting = _wards(text, known, slugs)
        if not fitting:
            raise UnknownWard(text, [*sorted(slugs), *known.values()])
        if len(fitting) > 1:
            raise AmbiguousName(text, fitting)
        found.append(fitting[0])
    return found


def _wards(text: str, known: Mapping[str, str], slugs: Collection[str]) -> list[str]:
    """Return the slugs that a text may mean: itself, the slug it makes, else every ward of this name, its type left out or not."""
    plain = _TYPES.sub("", fold(text))
    exact = [slug for slug in (text, slugify(text)) if slug in slugs][:1]
    named = [slug for slug, name in known.items() if fold(name) in (fold(text), plain)]
    return exact or named or [slug for slug in slugs if slug == slugify(plain)]


def plans(typed: Iterable[str], registry: Registry) -> set[str]:
    """Return the ids of the plans typed, whole (``le-chan/cong-van-2399``) or without the ward where that is clear."""
    found: set[str] = set()
    for text in typed:
        matches = [ref for ref in registry.plans if ref == text or ref.partition("/")[2] == text]
        if not matches and FILE_REF.match(text) and (registry.root / plan_file(text)).exists():
            matches = [text]  # of a ward that was not asked for: known, and nothing of it passes
        if not matches:
            raise UnknownPlan(text, _with_tails(registry.plans))
        found.update(matches)
    return found


def units(typed: Iterable[str], registry: Registry) -> set[str]:
    """Return the references of the units typed: a reference, the part behind the ward, a name or an alias."""
    found: set[str] = set()
    for text in typed:
        plain = fold(text)
        matches = [
            ref
            for ref, unit in registry.units.items()
            if text in (ref, ref.partition("/")[2]) or plain in (fold(unit.name), *map(fold, unit.aliases))
        ]
        if not matches:
            raise UnknownUnit(text, [*_with_tails(registry.units), *(unit.name for unit in registry.units.values())])
        found.update(matches)
    return found


def indicators(typed: Iterable[str], registry: Registry) -> set[str]:
    """Return the slugs of the indicators typed: a slug, a name or an alias."""
    found: set[str] = set()
    for text in typed:
        matches = indicators_named(text, registry)
        if not matches:
            raise UnknownIndicator(text, [*registry.indicators, *(i.name for i in registry.indicators.values())])
        found.update(matches)
    return found


def indicators_named(text: str, registry: Registry) -> list[str]:
    """Return the slugs of the indicators with this slug, name or alias."""
    plain = fold(text)
    return [slug for slug, i in registry.indicators.items() if text == slug or plain in (fold(i.name), *map(fold, i.aliases))]


def fields(typed: Iterable[str]) -> set[str]:
    """Return the slugs of the fields typed: a slug or a name."""
    names = {fold(name): slug for slug, name in FIELDS.items()}
    found = set()
    for text in typed:
        slug = text if text in FIELDS else names.get(fold(text))
        if slug is None:
            raise UnknownField(text, FIELDS)
        found.add(slug)
    return found


def record(ref: str, known: Collection[str], error: type[UnknownName]) -> str:
    """Return *ref* where it is known, or the only one that ends in it.

    Raises:
        AmbiguousName: several do.
        UnknownName: none does (as *error*).
    """
    if ref in known:
        return ref
    tails = [full for full in known if full.endswith(("#" + ref, "/" + ref))]
    if len(tails) == 1:
        return tails[0]
    if tails:
        raise AmbiguousName(ref, tails)
    raise error(ref, [*known, *(full.rpartition("#")[2] for full in known if "#" in full and "#" not in ref)])


def source_ref(text: str, registry: Registry) -> str:
    """Return the reference of a document that a figure was taken from: a plan, one of its records, or an entry of the catalogue.

    Raises:
        UnknownSource: the registry has no such document.
    """
    plan = text.partition("#")[0]
    if text in registry.references or plan in registry.plans:
        return text
    if FILE_REF.match(plan) and (registry.root / plan_file(plan)).exists():
        return text  # of a ward that was not asked for
    known = [*registry.references, *registry.plans]
    return record(text, known, UnknownSource)


def day(text: str) -> date:
    """Return the last day of a date typed.

    Raises:
        BadDate: it is none.
    """
    return last_day(date_text(text))


def year(value: int) -> int:
    """Return *value* where it can be a plan's year.

    Raises:
        BadYear: it cannot.
    """
    if not 1945 <= value <= 2200:
        raise BadYear(value)
    return value


def _with_tails(refs: Iterable[str]) -> list[str]:
    return [name for ref in refs for name in (ref, ref.partition("/")[2])]
