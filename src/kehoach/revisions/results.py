"""Reported figures in words."""

from __future__ import annotations

from kehoach.meaning.wording import STATES
from kehoach.model.results import Actual
from kehoach.revisions.sides import Side
from kehoach.vietnamese import period_words, quantity

_GROWTHS = ("growth", "avg_growth")


def subject(ref: str, actual: Actual, side: Side) -> str:
    """Return what a figure is about: indicator, period and ward."""
    indicator, ward = side.indicators.get(actual.indicator), ref.partition("@")[0]
    name = indicator.name if indicator else actual.indicator
    place = side.wards[ward].name if ward in side.wards else ward
    return f"“{name}” {period_words(actual.period)} ({place})"


def figure(actual: Actual, side: Side) -> str:
    """Return a figure with its unit, or a state."""
    if isinstance(actual.value, str):
        return STATES.get(actual.value, "chưa đạt")
    indicator = side.indicators.get(actual.indicator)
    unit = "%" if actual.stat in _GROWTHS else actual.unit or (indicator.unit if indicator else None)
    return quantity(actual.value, unit)


def told(ref: str, actual: Actual, side: Side) -> str:
    """Return a figure and what it is about."""
    return f"{subject(ref, actual, side)}: {figure(actual, side)}"
