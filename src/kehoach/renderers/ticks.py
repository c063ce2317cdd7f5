"""The levels that an axis names."""

from __future__ import annotations

from decimal import Decimal


def ticks(low: Decimal, high: Decimal) -> tuple[Decimal, ...]:
    """Return three to six round levels, evenly spaced, from at or below *low* to at or above *high*."""
    span = (high - low) or abs(high) or Decimal(1)
    power = Decimal(10) ** (span / 4).adjusted()
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= span / 4)
    first = (low / step).to_integral_value("ROUND_FLOOR")
    last = max((high / step).to_integral_value("ROUND_CEILING"), first + 2)
    return tuple(step * (first + index) for index in range(int(last - first) + 1))
