"""JSON is the same text with the quick library and without it, whatever is written."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.files import json_text

WORDS = st.text(st.characters(codec=None), max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.integers(2**62, 2**66) | st.decimals(allow_nan=False) | WORDS,
    lambda below: st.lists(below, max_size=3) | st.lists(below, max_size=3).map(tuple) | st.dictionaries(WORDS, below, max_size=3),
    max_leaves=8,
)


class Row(NamedTuple):
    name: str
    line: int


@contextmanager
def without() -> Iterator[None]:
    """Be on a system that has only the standard library."""
    json_text._orjson.cache_clear()  # noqa: SLF001  # asked once
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "orjson", None)
        yield
    json_text._orjson.cache_clear()  # noqa: SLF001


def plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return {"!": str(value)}
    if isinstance(value, tuple):
        return list(value)
    raise TypeError(type(value).__name__)


@given(VALUES, st.booleans())
def test_the_same_text_with_and_without(value: Any, indented: bool) -> None:
    quick = json_text.dumps(value, plain, indented=indented)
    with without():
        assert json_text.dumps(value, plain, indented=indented) == quick
    assert quick.decode("utf-8", "surrogatepass") == json.dumps(
        value, ensure_ascii=False, default=plain, indent=2 if indented else None, separators=None if indented else (",", ":")
    )


@given(st.recursive(st.none() | st.integers(-(2**63), 2**63 - 1) | WORDS, lambda below: st.lists(below, max_size=3), max_leaves=8))
def test_there_and_back(value: Any) -> None:
    text = json_text.dumps(value)
    assert json_text.loads(text) == value
    with without():
        assert json_text.loads(text) == value


def test_rows_that_have_names() -> None:
    """The standard library takes them for lists; the quick one asks."""
    row = [Row("Số hóa", 3)]
    with without():
        assert json_text.dumps(row, plain) == '[["Số hóa",3]]'.encode()
    assert json_text.dumps(row, plain) == '[["Số hóa",3]]'.encode()
