"""Growth of a total and of its parts: intervals, and the share that a part must have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from kehoach.checks.facts import Facts, due, target_of
from kehoach.checks.finding import Finding, Place
from kehoach.checks.wholes import GROWTH
from kehoach.model.commitment import Test
from kehoach.model.problem import Severity

_INFINITY = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Interval:
    """Growth in per cent between two bounds, infinite where there is none."""

    low: Decimal
    high: Decimal

    @property
    def open_above(self) -> bool:
        """Whether this is a floor."""
        return self.high == _INFINITY and self.low != -_INFINITY


@dataclass(frozen=True, slots=True)
class Share:
    """The least and the most that the part at *index* can have in the total of the year before, between 0 and 1."""

    index: int
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class GrowingWhole:
    """A promised growth with the promised growths of its parts, as figures and as found in the plan."""

    facts: Facts
    place: Place
    parts: tuple[Place, ...]
    total: Interval
    pieces: tuple[Interval, ...]

    def finding(self, said: str, remedy: str, severity: Severity | None) -> Finding:
        """Return a finding on the total that lists every part and ends in *said*."""
        facts, places = self.facts, (self.place, *self.parts)
        parts = "; ".join(f"{part.said} {facts.name(part)} {facts.words(part)}" for part in self.parts)
        return self.place.finding(
            "test",
            f"{facts.name(self.place)}: {self.place.said} ghi {facts.words(self.place)}, các phần ở {parts}; {said}",
            remedy,
            others=tuple(part.ref for part in self.parts),
            values=tuple(figure for place in places for figure in target_of(place).test.figures),
            severity=severity,
        )


def growing_wholes(facts: Facts) -> Iterator[GrowingWhole]:
    """Yield every growth that has two or more parts of the same kind and time."""
    for ref, parts in facts.parts.items():
        whole = facts.targets[ref]
        stat = target_of(whole).stat
        if stat in GROWTH and len(parts) > 1 and all(target_of(p).stat == stat and due(p) == due(whole) for p in parts):
            pieces = tuple(interval(target_of(part).test) for part in parts)
            yield GrowingWhole(facts, whole, parts, interval(target_of(whole).test), pieces)


def interval(test: Test) -> Interval:
    """Return the growth that a test admits."""
    low, high = test.lower, test.upper
    return Interval(-_INFINITY if low is None else Decimal(low), _INFINITY if high is None else Decimal(high))


def hull(pieces: Sequence[Interval]) -> Interval:
    """Return the least interval that holds all *pieces*."""
    return Interval(min(piece.low for piece in pieces), max(piece.high for piece in pieces))


def lone_share(total: Interval, pieces: Sequence[Interval]) -> Share | None:
    """Return the share of the one part that lies wholly on one side of the total while all others reach the other side.

    A total that is only a floor runs to the fastest part. ``None`` where no share follows, or any would do.
    """
    if any(not bound.is_finite() for piece in pieces for bound in (piece.low, piece.high)) or not total.low.is_finite():
        return None
    total = Interval(total.low, min(total.high, hull(pieces).high))
    for below in (True, False):
        lone = [i for i, piece in enumerate(pieces) if (piece.high < total.low if below else piece.low > total.high)]
        if len(lone) == 1:
            rest = hull([piece for i, piece in enumerate(pieces) if i != lone[0]])
            if (rest.low if below else -rest.high) >= (total.low if below else -total.high):
                return _share(lone[0], pieces[lone[0]], rest, total)
    return None


def _share(index: int, lone: Interval, rest: Interval, total: Interval) -> Share:
    """Solve share * lone + (1 - share) * rest = total at the corners; the share is monotone in each of the three."""
    corners = product((lone.low, lone.high), (rest.low, rest.high), (total.low, total.high))
    shares = [min(max((r - t) / (r - a), Decimal(0)), Decimal(1)) for a, r, t in corners if r != a]
    return Share(index, min(shares), max(shares))
