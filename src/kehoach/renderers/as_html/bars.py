"""Where the bars of the verdict counts stand; the template draws them as SVG."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kehoach.renderers.tones import TONES, Tone
from kehoach.reports.view import Count
from kehoach.vietnamese import number

WIDTH, ROW, BAR = 380, 30, 18
_LABELS, _COUNTS = 152, 44
"""Room for the words at the left and for the number behind the longest bar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One verdict: ``y`` is the middle of its row."""

    code: str
    tone: Tone
    words: str
    count: str
    y: int
    length: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """The chart in its own units, with what a screen reader says of it."""

    width: int
    height: int
    left: int
    thickness: int
    bars: tuple[Bar, ...]
    description: str


def bars(counts: Iterable[Count]) -> Bars:
    """Return the chart of *counts*, one row each, in their order."""
    counts = tuple(counts)
    most = max((count.count for count in counts), default=1)
    room = WIDTH - _LABELS - _COUNTS
    return Bars(
        width=WIDTH,
        height=ROW * len(counts),
        left=_LABELS,
        thickness=BAR,
        bars=tuple(
            Bar(
                code=count.code,
                tone=TONES[count.code],
                words=f"{count.mark} {count.words}".strip(),
                count=number(count.count),
                y=ROW * index + ROW // 2,
                length=round(max(room * count.count / most, 2), 1),
            )
            for index, count in enumerate(counts)
        ),
        description="; ".join(f"{count.words}: {number(count.count)}" for count in counts) + ".",
    )
