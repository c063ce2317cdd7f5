"""JSON is what the standard library writes, byte for byte."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kehoach.model.problem import Problem
from kehoach.renderers import problems
from kehoach.renderers.as_json import dumps, joined, object_with_rows, part

scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
trees = st.recursive(scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4), max_leaves=20)
rows = st.lists(st.dictionaries(st.text(min_size=1), trees, min_size=1, max_size=3), max_size=4)


def plain(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


@given(trees)
def test_any_tree(tree: object) -> None:
    assert dumps(tree) == plain(tree)


def test_figures_are_written_as_they_are() -> None:
    assert dumps([Decimal("97.5"), Decimal(1120), 7, ("a",)]) == plain([97.5, 1120, 7, ["a"]])


@given(st.lists(rows, max_size=3))
def test_rows_put_together_are_the_whole(groups: list[list[dict[str, object]]]) -> None:
    whole = [row for group in groups for row in group]
    assert "".join(joined(part(group) for group in groups)) == plain(whole)
    parts = (part(group, depth=2) for group in groups)
    assert "".join(object_with_rows({"a": 1}, parts, lambda: {"b": 2})) == plain({"a": 1, "rows": whole, "b": 2})


texts = st.text()
found = st.builds(
    Problem,
    rule=texts,
    message=texts,
    remedy=texts,
    file=st.sampled_from(["", "plans/mau/a.yaml", 'plans/mau/"b".yaml']),
    line=st.integers(0),
    column=st.integers(0),
    severity=st.sampled_from(["error", "notice"]),
    ref=st.none() | texts,
    others=st.lists(texts, max_size=3).map(tuple),
    fingerprint=st.none() | texts,
    accepted=st.none() | texts,
)


@given(st.lists(st.lists(found, max_size=3), max_size=3))
def test_problems_too(groups: list[list[Problem]]) -> None:
    whole = [
        {
            "rule": p.rule,
            "severity": p.severity,
            "about": p.about,
            "ref": p.ref,
            "others": list(p.others),
            "file": p.file or None,
            "line": p.line,
            "column": p.column,
            "message": p.message,
            "remedy": p.remedy,
            "fingerprint": p.fingerprint,
            "accepted": p.accepted,
        }
        for group in groups
        for p in group
    ]
    assert "".join(joined(problems.as_json(group, Path.cwd()) for group in groups)) == plain(whole)
