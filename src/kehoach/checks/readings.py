"""What several rules ask of a doubtful reading: is it still open, what are its readings in words."""

from __future__ import annotations

import re
from dataclasses import fields, replace

from kehoach.checks.facts import Facts, target_of
from kehoach.checks.finding import Place
from kehoach.meaning.time import resolve
from kehoach.meaning.wording import commitment, time_words
from kehoach.model.target import Alternative, Target
from kehoach.vietnamese import fold

_RATES = {"growth", "avg_growth"}
_YEARLY_AVERAGE = re.compile(r"\b(hang|moi) nam\b.*\bbinh quan\b(?! dau nguoi)")


def is_open(target: Target) -> bool:
    """Tell whether the target has a reading that nobody has decided."""
    return target.reading is not None and target.reading.decided is None


def yearly_or_average(target: Target) -> bool:
    """Tell whether it is open if a rate of growth holds every year or on average; what a part says follows its whole."""
    if target.reading is None:
        return target.stat == "growth" and target.part_of is None and _YEARLY_AVERAGE.search(fold(target.quote)) is not None
    stats = {target.stat, *(alternative.stat or target.stat for alternative in target.reading.alternatives)}
    return is_open(target) and stats == _RATES


def overlaid(target: Target, alternative: Alternative) -> Target:
    """Return the target as the alternative reads it."""
    return replace(target, **{f.name: value for f in fields(alternative) if (value := getattr(alternative, f.name)) is not None})


def readings_in_words(facts: Facts, place: Place) -> list[str]:
    """Return every reading in words, the record's own first; one where the readings differ in nothing that words show."""
    target = target_of(place)
    alternatives = target.reading.alternatives if target.reading else ()
    each = [target, *(overlaid(target, alternative) for alternative in alternatives)]
    words = (f"{commitment(t, facts.indicator(place))}, {time_words(resolve(t.when, place.plan))}" for t in each)
    return list(dict.fromkeys(words))
