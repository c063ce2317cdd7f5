"""Records as the index keeps them: what comes back is what was put in, however large; and the mark of a file's content."""

from __future__ import annotations

import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.index import freshness, records
from kehoach.model.catalogues import Unit, UnitsFile, Ward
from tests.cli.helpers import UNITS, head, process, target, write

WORDS = st.text(st.characters(codec=None), max_size=8)
"""Anything that Python calls a text: line breaks, quotes, halves of a pair."""
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.decimals(allow_nan=False, allow_infinity=False) | WORDS,
    lambda below: (
        st.lists(below, max_size=3).map(tuple) | st.dictionaries(WORDS.filter(lambda key: not key.startswith("!")), below, max_size=3)
    ),
    max_leaves=8,
)


@given(value=VALUES, size=st.integers(95, 105))
def test_there_and_back(value: Any, size: int) -> None:
    wards = {f"phuong-{n}": Ward(name=f"Phường {n}\n", type="phường", code=str(n)) for n in range(size)}
    units = {f"a/b-{n}": Unit(name="Đội", aliases=(f'"{n}"',)) for n in range(3)}
    for record in (
        value,
        (value, wards),
        {**wards, "more": {str(n): value for n in range(size)}},
        UnitsFile(format="f", wards=wards, units=units),
    ):
        text = records.dumps(record)
        assert "\n" not in text
        assert records.loads(text) == record


@pytest.mark.parametrize("value", [Decimal("1.0"), Decimal("46.070"), Decimal("1E+2")])
def test_a_figure_as_written(value: Decimal) -> None:
    assert str(records.loads(records.dumps((value,)))[0]) == str(value)


def test_many_units(tmp_path: Path) -> None:
    """Every unit of a registry with many is found by its name, from the index as without it."""
    more = "".join(f"  dong/to-{n}: {{name: Tổ số {n}, aliases: [tổ thứ {n}]}}\n" for n in range(150))
    plan = head("dong/ke-hoach") + "targets:\n" + target("bhyt", more="lead: [dong/to-149]")
    data = write(tmp_path, {"units.yaml": UNITS + more, "plans/dong/ke-hoach.yaml": plan})
    env = {"KEHOACH_CACHE": str(tmp_path / "cache")}
    asked = [("list-units", "--format", "json"), ("list-targets", "--unit", "tổ thứ 149"), ("show", "dong/to-7"), ("search", "to so 12")]
    for _ in range(2):
        for args in asked:
            with_index = process("--data", str(data), *args, env=env)
            assert (with_index.returncode, with_index.stderr) == (0, b"")
            assert with_index.stdout == process("--data", str(data), "--no-cache", *args, env=env).stdout


def test_the_same_mark_without_the_short_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python that has no BLAKE2 of its own keeps the same marks."""
    before = freshness.digest_of(b"a")
    monkeypatch.setitem(sys.modules, "_blake2", None)
    assert freshness.digest_of(b"a") == before != freshness.digest_of(b"b")
