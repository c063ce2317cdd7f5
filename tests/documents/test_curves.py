"""The levels that an axis names, and the line between the years that are known."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kehoach.renderers import as_html
from kehoach.renderers.ticks import ticks
from kehoach.reports.curves import Curve
from tests.documents.reported import made, small

values = st.decimals(min_value=-(10**9), max_value=10**9, places=6)


@given(values, values)
def test_round_levels_hold_every_value(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    levels = ticks(low, high)
    assert levels[0] <= low <= high <= levels[-1]
    assert 3 <= len(levels) <= 6
    steps = {after - before for before, after in pairwise(levels)}
    assert len(steps) == 1
    step = steps.pop()
    assert step.scaleb(-step.adjusted()) in (1, 2, 5)
    assert all(level % step == 0 for level in levels)


def test_years_without_a_figure_break_the_line(tmp_path: Path) -> None:
    levels = {2020: 1, 2021: 2, 2023: 3, 2025: 4, 2026: 5, 2027: 6}
    points = tuple((year, Decimal(value)) for year, value in levels.items())
    curve = Curve(name="Cây xanh", unit="cây", ward="Mẫu", points=points, goal=(2045, Decimal(9)), goal_words="từ 9 cây trở lên, đến 2045")
    page = as_html.report(replace(made(small(tmp_path)), curves=(curve,)))
    lines = re.findall(r'<polyline class="line" points="([^"]*)"', page)
    assert [len(line.split()) for line in lines] == [2, 3]
    assert page.count('<circle class="dot"') == len(levels) + 1, "one of them in the key"
    years = re.findall(r'text-anchor="middle">(20\d\d)<', page)
    assert years == ["2020", "2024", "2028", "2032", "2036", "2040", "2044"], "a long way has fewer names"
