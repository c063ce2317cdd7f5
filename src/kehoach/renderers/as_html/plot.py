"""Where the line of an indicator over the years stands, beside the level that was promised; the template draws it as SVG."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kehoach.renderers.ticks import ticks
from kehoach.reports.curves import Curve
from kehoach.vietnamese import number, quantity

WIDTH, HEIGHT = 380, 220
_LEFT, _RIGHT, _TOP, _BOTTOM = 50, 20, 22, 28
_FLOOR = HEIGHT - _BOTTOM - 16
"""Where the lowest level lies: words of a point fit under it."""
_MOST_LABELS = 8
"""With more years than these only every second, third… is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A place in the chart with its words, and how the words stand to it: below instead of above, at its left end."""

    x: float
    y: float
    words: str
    below: bool = False
    left: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """The chart in its own units; ``lines`` join years that follow each other, since nothing is known of a year between."""

    width: int
    height: int
    left: int
    right: int
    levels: tuple[Mark, ...]
    years: tuple[Mark, ...]
    points: tuple[Mark, ...]
    lines: tuple[str, ...]
    goal: Mark
    name: str
    caption: str
    description: str


def plot(curve: Curve, *, with_ward: bool) -> Plot:
    """Return the chart of *curve*; its ward is named where the report has several."""
    scale = _Scale(curve)
    values = [value for _, value in curve.points]
    points = tuple(
        Mark(x=scale.x(year), y=scale.y(value), words=number(value), below=_is_valley(values, index))
        for index, (year, value) in enumerate(curve.points)
    )
    year, value = curve.goal
    reported = "; ".join(f"{each}: {quantity(level, curve.unit)}" for each, level in curve.points)
    return Plot(
        width=WIDTH,
        height=HEIGHT,
        left=_LEFT,
        right=WIDTH - _RIGHT,
        levels=tuple(Mark(x=_LEFT, y=scale.y(level), words=number(level)) for level in scale.levels),
        years=tuple(Mark(x=scale.x(each), y=HEIGHT - _BOTTOM, words=str(each)) for each in scale.years),
        points=points,
        lines=tuple(_lines(curve, points)),
        goal=Mark(x=scale.x(year), y=scale.y(value), words=number(value), left=_starts_clear(curve)),
        name=curve.name + (f" - {curve.ward}" if with_ward else ""),
        caption=f"Kế hoạch: {curve.goal_words}" + (f" (đơn vị: {curve.unit})" if curve.unit else ""),
        description=f"Đã báo cáo: {reported}. Kế hoạch: {curve.goal_words}.",
    )


class _Scale:
    """From years and values to places."""

    def __init__(self, curve: Curve) -> None:
        years = [*(year for year, _ in curve.points), curve.goal[0]]
        values = [*(value for _, value in curve.points), curve.goal[1]]
        self.first, self.last = min(years), max(years)
        self.levels = ticks(min(values), max(values))
        step = -(-(self.last - self.first + 1) // _MOST_LABELS)
        self.years = range(self.first, self.last + 1, step)

    def x(self, year: int) -> float:
        inset = 22
        room = WIDTH - _LEFT - _RIGHT - 2 * inset
        return round(_LEFT + inset + room * (year - self.first) / max(self.last - self.first, 1), 1)

    def y(self, value: Decimal) -> float:
        low, high = self.levels[0], self.levels[-1]
        share = float((value - low) / (high - low))
        return round(_FLOOR - share * (_FLOOR - _TOP), 1)


def _is_valley(values: list[Decimal], index: int) -> bool:
    """Tell whether the line leaves a point upwards only, where words above it would be crossed out."""
    before, after = values[index - 1] if index else None, values[index + 1] if index + 1 < len(values) else None
    rises = (before is not None and before > values[index]) or (after is not None and after > values[index])
    falls = (before is not None and before < values[index]) or (after is not None and after < values[index])
    return rises and not falls


def _starts_clear(curve: Curve) -> bool:
    """Tell whether the level promised is better named at the left, where the line is farther from it."""
    (_, first), (year, last) = curve.points[0], curve.points[-1]
    year_of_goal, goal = curve.goal
    return year_of_goal <= year and abs(first - goal) > abs(last - goal)


def _lines(curve: Curve, points: tuple[Mark, ...]) -> list[str]:
    """Return the pieces of the line as SVG point lists."""
    pieces: list[list[str]] = []
    before = None
    for (year, _), point in zip(curve.points, points, strict=True):
        if before is None or year != before + 1:
            pieces.append([])
        pieces[-1].append(f"{point.x},{point.y}")
        before = year
    return [" ".join(piece) for piece in pieces if len(piece) > 1]
