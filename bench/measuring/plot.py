"""The growth of time and memory as an SVG picture: two panels with logarithmic axes, one line for each job."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10

Line = Sequence[tuple[float, float]]
"""Points of a line, by growing x; both coordinates above 0."""

COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#8a6d00", "#444444")
"""Told apart by people who see few colours (Okabe and Ito), dark enough on white."""
_MARKS = ("circle", "square", "diamond", "up", "down", "cross")
WIDTH, HEIGHT = 960, 470
_FONT = 'font-family="DejaVu Sans, Helvetica, Arial, sans-serif" font-size="13" fill="#222222"'
_TOP, _BOTTOM, _LEFT, _GAP, _LEGEND = 46, 80, 64, 84, 34


@dataclass(frozen=True, slots=True)
class Panel:
    """One field with its title and its lines."""

    title: str
    lines: Mapping[str, Line]
    told: Mapping[float, str]
    """Values at the axis and what stands there."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a panel lies, and how its values become places."""

    left: float
    right: float
    top: float
    bottom: float
    xs: tuple[float, float]
    ys: tuple[float, float]

    def x(self, value: float) -> float:
        """Return the place of a value from left to right."""
        return self.left + (self.right - self.left) * _share(value, self.xs)

    def y(self, value: float) -> float:
        """Return the place of a value from the top."""
        return self.bottom - (self.bottom - self.top) * _share(value, self.ys)


def _share(value: float, ends: tuple[float, float]) -> float:
    return (log10(value) - log10(ends[0])) / (log10(ends[1]) - log10(ends[0]))


def picture(panels: Sequence[Panel], axis: str, ticks: Mapping[float, str]) -> str:
    """Return the SVG of the panels side by side; *ticks* are the values on the axis from left to right, named *axis*."""
    names = list(dict.fromkeys(name for panel in panels for name in panel.lines))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" {_FONT} role="img">',
        f"<title>{escape(', '.join(panel.title for panel in panels))}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
    ]
    wide = (WIDTH - _LEFT - _GAP * (len(panels) - 1) - 30) / len(panels)
    for number, panel in enumerate(panels):
        left = _LEFT + number * (wide + _GAP)
        values = [y for line in panel.lines.values() for _, y in line] or [1.0]
        xs = (min(ticks) / 1.3, max(ticks) * 1.3)
        frame = Frame(left, left + wide, _TOP, HEIGHT - _BOTTOM, xs, _ends(values))
        parts += _axes(panel, frame, axis, ticks)
        for name, line in panel.lines.items():
            parts += _line(line, frame, names.index(name))
    parts += _legend(names)
    return "\n".join([*parts, "</svg>", ""])


def _ends(values: Sequence[float]) -> tuple[float, float]:
    """Return the ends of an axis: whole powers of ten, or halves of them, around the values."""
    low, high = log10(min(values)), log10(max(values))
    return 10 ** (floor(low * 2 - 0.1) / 2), 10 ** (ceil(high * 2 + 0.1) / 2)


def _axes(panel: Panel, frame: Frame, axis: str, ticks: Mapping[float, str]) -> Iterator[str]:
    yield f'<text x="{frame.left:.1f}" y="{frame.top - 16:.1f}" font-size="15" font-weight="bold">{escape(panel.title)}</text>'
    for value, told in panel.told.items():
        if frame.ys[0] <= value <= frame.ys[1]:
            y = frame.y(value)
            yield f'<line x1="{frame.left:.1f}" y1="{y:.1f}" x2="{frame.right:.1f}" y2="{y:.1f}" stroke="#dddddd"/>'
            yield f'<text x="{frame.left - 8:.1f}" y="{y + 4.5:.1f}" text-anchor="end">{escape(told)}</text>'
    for value, told in ticks.items():
        x = frame.x(value)
        yield f'<line x1="{x:.1f}" y1="{frame.bottom:.1f}" x2="{x:.1f}" y2="{frame.bottom + 5:.1f}" stroke="#222222"/>'
        yield f'<text x="{x:.1f}" y="{frame.bottom + 20:.1f}" text-anchor="middle">{escape(told)}</text>'
    yield f'<path d="M{frame.left:.1f} {frame.top:.1f}V{frame.bottom:.1f}H{frame.right:.1f}" fill="none" stroke="#222222"/>'
    yield f'<text x="{(frame.left + frame.right) / 2:.1f}" y="{frame.bottom + 38:.1f}" text-anchor="middle">{escape(axis)}</text>'


def _line(line: Line, frame: Frame, number: int) -> Iterator[str]:
    places = [(frame.x(x), frame.y(y)) for x, y in line]
    colour = COLOURS[number % len(COLOURS)]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
    for x, y in places:
        yield _mark(x, y, number)


def _mark(x: float, y: float, number: int) -> str:
    """Return the mark of a line: its own shape, since colours do not survive every printer."""
    colour = COLOURS[number % len(COLOURS)]
    shape = _MARKS[number % len(_MARKS)]
    if shape == "circle":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>'
    corners = {
        "square": "-4,-4 4,-4 4,4 -4,4",
        "diamond": "0,-5.5 5.5,0 0,5.5 -5.5,0",
        "up": "0,-5 5,4 -5,4",
        "down": "0,5 5,-4 -5,-4",
        "cross": "-5,-1.5 -1.5,-1.5 -1.5,-5 1.5,-5 1.5,-1.5 5,-1.5 5,1.5 1.5,1.5 1.5,5 -1.5,5 -1.5,1.5 -5,1.5",
    }[shape]
    return f'<polygon points="{corners}" transform="translate({x:.1f} {y:.1f})" fill="{colour}"/>'


def _legend(names: Sequence[str]) -> Iterator[str]:
    x = float(_LEFT)
    y = HEIGHT - _LEGEND + 18
    for number, name in enumerate(names):
        yield f'<line x1="{x:.1f}" y1="{y - 4.5:.1f}" x2="{x + 24:.1f}" y2="{y - 4.5:.1f}" stroke="{COLOURS[number % len(COLOURS)]}" stroke-width="2"/>'
        yield _mark(x + 12, y - 4.5, number)
        yield f'<text x="{x + 30:.1f}" y="{y}">{escape(name)}</text>'
        x += 30 + 7.6 * len(name) + 22
