"""Laws: what is found from A to B is what is found from B to A, turned round."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.files.git import Repository
from kehoach.revisions.change import compare, turned
from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement
from kehoach.revisions.renaming import units_renamed
from kehoach.revisions.rules import rules
from kehoach.revisions.sides import Side, Sides
from tests.revisions.registries import sides
from tests.revisions.sample import start

DIRECTED = [rule for rule in rules() if rule.inverse]
"""None of these reads anything beyond the two states."""


@st.composite
def both(draw: st.DrawFn) -> tuple[Side, Side]:
    old = draw(sides())
    return old, draw(sides(old) if draw(st.booleans()) else sides())


def between(old: Side, new: Side) -> Sides:
    return Sides(old=old, new=new, files=())


@given(both())
def test_facts_backwards_are_the_facts_turned_round(pair: tuple[Side, Side]) -> None:
    old, new = pair
    forwards = [turned(change) for change in compare(between(old, new))]
    backwards = compare(between(new, old))
    assert len(forwards) == len(backwards)
    assert all(change in backwards for change in forwards)
    assert all(change in forwards for change in backwards)


@given(sides())
def test_nothing_lies_between_a_registry_and_itself(side: Side) -> None:
    assert compare(between(side, side)) == []


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    root = tmp_path_factory.mktemp("repository")
    start(root)
    return Repository(root)


def test_rules_backwards_are_their_inverses(repository: Repository) -> None:
    by_name = {rule.name: rule for rule in rules()}

    @given(both())
    def law(pair: tuple[Side, Side]) -> None:
        facts, back = (Facts(between(*way), repository, date(2026, 6, 1), "x", None) for way in (pair, pair[::-1]))
        names = _before(facts)
        there = {rule.name: list(rule.find(back)) for rule in DIRECTED}
        for rule in DIRECTED:
            here, inverse = list(rule.find(facts)), str(rule.inverse)
            found = there[inverse] if inverse in there else list(by_name[inverse].find(back))
            assert Counter(_subject(said, names) for said in here) <= Counter(said.ref for said in found), rule.name
            if by_name[inverse].inverse == rule.name:
                assert Counter((said.old, said.new) for said in here) == Counter((said.new, said.old) for said in found), rule.name

    law()


def _before(facts: Facts) -> dict[tuple[str, str], str]:
    """Return what everything that stands on both sides was called before, by its kind and what it is called now."""
    changed = {(str(c.kind), c.new_ref): c.old_ref for c in facts.changes if c.new_ref and c.old_ref}
    return changed | {("unit", new): old for old, new in units_renamed(facts.both).items()}


def _subject(said: Judgement, names: dict[tuple[str, str], str]) -> str:
    return said.pair.old_plan.ref(said.pair.old.id) if said.pair else names.get((said.kind, said.ref), said.ref)
