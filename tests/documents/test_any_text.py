"""Whatever a name holds, the document holds it too: nothing swallowed, nothing taken for a tag, everything composed."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kehoach.queries.select import Filter
from kehoach.registry import load_registry
from kehoach.renderers import as_word
from kehoach.reports import results
from kehoach.reports.view import View, view
from tests.documents import sample
from tests.documents.word import Opened

NAMES = st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=30), min_size=9, max_size=9)


@cache
def made() -> View:
    with TemporaryDirectory() as folder:
        registry = load_registry(sample.registry(Path(folder)))[0]
        wanted = Filter(plans=frozenset({"mau/ke-hoach"}))
        return view(results.report(registry, wanted, 2027, made="2027-02-05"), registry, wanted)


@settings(max_examples=25, deadline=None)
@example(["{{ ky }}", "{% for x in y %}", "]]>", "&amp;", "\u0338x", "<w:t>", "e\u0302\u0301", "{_{ a }_}", " trước và sau "])
@given(NAMES)
def test_names_come_out_as_they_went_in(names: list[str]) -> None:
    left = iter(names)
    blocks = tuple(replace(block, lines=tuple(replace(line, name=next(left)) for line in block.lines)) for block in made().blocks)
    opened = Opened(as_word.report(replace(made(), blocks=blocks)))
    (position,) = opened.tables_with("Đánh giá")
    shown = [row[1] for row in opened.rows(position) if len(row) == 9 and row[0].isdecimal()]
    assert shown == [unicodedata.normalize("NFC", name) for name in names]
