"""The line and column of a path: found in the lines of a text, it is what ruamel's tree says, however the text is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml.nodes import MappingNode, SequenceNode

from kehoach.files import locate, nodes
from kehoach.files.brackets import Unsure
from kehoach.files.places import Lines
from kehoach.files.yaml_text import load_yaml
from kehoach.model.problem import Path as NodePath
from tests.conftest import PROJECT
from tests.errors import gallery
from tests.test_yaml_agreement import CASES

FILES = sorted(p for folder in ("data", "examples") for p in (PROJECT / folder).rglob("*.yaml"))


def paths(node: Any, above: NodePath = ()) -> Iterator[NodePath]:
    """Yield every path of a tree, and beside each some that lead nowhere."""
    yield above
    yield (*above, "khong-co")
    yield (*above, 99, "id")
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key.value, str):
                yield from paths(value, (*above, key.value))
    elif isinstance(node, SequenceNode):
        for index, value in enumerate(node.value):
            yield from paths(value, (*above, index))


def differing(text: str) -> list[NodePath]:
    """Return the paths that are placed elsewhere than ruamel's tree has them."""
    tree = nodes.tree_of(text)
    where = locate.compose_text(text)
    return [
        path
        for path in paths(tree)
        if (where.position(path), where.key_position(path)) != (nodes.position(tree, path), nodes.key_position(tree, path))
    ]


def plain(text: str) -> bool:
    """Tell whether places are found without parsing the whole text."""
    try:
        Lines(text).position(())
    except Unsure:
        return False
    return True


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(PROJECT).as_posix())
def test_every_path_of_the_shipped_registries_is_where_the_parser_has_it(file: Path) -> None:
    text = file.read_text("utf-8")
    assert plain(text)
    assert differing(text) == []


def test_every_path_of_the_gallerys_files_is_where_the_parser_has_it() -> None:
    files = [(name, gallery.content(name, spec)) for case in gallery.cases() for name, spec in case.files.items() if name.endswith(".yaml")]
    read = {raw.decode("utf-8-sig") for name, raw in files if raw is not None and load_yaml(raw, name)[0] is not None}
    assert sum(map(plain, read)) > 100
    assert [text for text in read if differing(text)] == []


def test_every_path_of_a_hostile_text_is_where_the_parser_has_it() -> None:
    read = [text for text in CASES if load_yaml(text.encode(), "")[0] is not None]
    assert sum(map(plain, read)) > 1000
    assert [text for text in read if differing(text)] == []


WORDS = ("a", "không có", "đạt 97% trở lên", "2026-H1", "5", "13.5", "null", "III.2.(7)", "a'b", "số 1, và 2", "29-NQ/TW")
KEYS = ("id", "khóa", "when", "le-chan/ubnd", "x1", "dài_hơn")
trees = st.recursive(
    st.sampled_from(WORDS),
    lambda below: st.lists(below, max_size=4) | st.dictionaries(st.sampled_from(KEYS), below, max_size=4),
    max_leaves=25,
)


class Writer:
    """Writes a tree as YAML, each time in another style of those that people use."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def text(self, tree: Any) -> str:
        """Return the tree as a file."""
        return "\n".join([*self.between(), *self.block(tree, 0), *self.between(), ""])

    def may(self, share: float = 0.3) -> bool:
        return self.random.random() < share

    def between(self) -> list[str]:
        """Return lines that hold nothing, at any depth."""
        return [self.random.choice(["", "   ", "# ghi chú: a", "      # - b: c"]) for _ in range(2) if self.may(0.1)]

    def block(self, node: Any, depth: int) -> list[str]:
        """Return the lines of a node that begins a line at *depth*."""
        if not node or isinstance(node, str) or self.may(0.15):
            return [" " * depth + self.inline(node)]
        if isinstance(node, dict):
            return [line for key, value in node.items() for line in self.pair(key, value, depth)]
        return [line for value in node for line in self.item(value, depth)]

    def pair(self, key: str, value: Any, depth: int) -> list[str]:
        start = " " * depth + self.random.choice([key, key, f'"{key}"', f"'{key}'"]) + ":"
        if value == "null" and self.may():
            return [*self.between(), start + " " * self.random.randrange(2)]
        if self.may(0.25) or isinstance(value, str):
            return [*self.between(), f"{start}{' ' * self.random.randint(1, 3)}{self.inline(value)}", *self.going_on(value, depth)]
        below = depth if isinstance(value, list) and self.may(0.5) else depth + self.random.randint(1, 4)
        inner = self.block(value, below)
        return [
            *self.between(),
            start,
            *self.between(),
            *(inner if inner[0].lstrip().startswith("-") or below > depth else [" " + inner[0]]),
        ]

    def item(self, value: Any, depth: int) -> list[str]:
        dash = " " * depth + "-" + " " * self.random.randint(1, 3)
        if value == "null" and self.may():
            return [*self.between(), dash]
        if self.may(0.15):
            return [*self.between(), dash, *self.between(), *self.block(value, depth + self.random.randint(1, 4))]
        first, *others = self.block(value, len(dash))
        return [*self.between(), dash + first.lstrip(" "), *others] if first.strip() and "#" not in first else [dash + "a"]

    def inline(self, node: Any) -> str:
        """Return a node on one line, brackets and all."""
        if isinstance(node, dict):
            return "{" + ", ".join(f"{self.random.choice([key, repr(key)])}: {self.inside(value)}" for key, value in node.items()) + "}"
        if isinstance(node, list):
            return "[" + ", ".join(map(self.inside, node)) + "]"
        return str(self.random.choice([node, f'"{node}"', f"'{node.replace(chr(39), chr(39) * 2)}'"])) + (" # c" if self.may(0.1) else "")

    def inside(self, node: Any) -> str:
        text = self.inline(node).removesuffix(" # c")
        return f'"{node}"' if text == node and "," in text else text

    def going_on(self, value: Any, depth: int) -> list[str]:
        """Return lines that continue a plain text."""
        return [" " * (depth + self.random.randint(1, 5)) + "và tiếp - theo"] if value == "không có" and self.may() else []


@given(trees, st.randoms(use_true_random=False))
@settings(max_examples=1500)
def test_every_path_is_where_the_parser_has_it_however_the_text_is_written(tree: Any, random: Random) -> None:
    text = Writer(random).text(tree)
    if load_yaml(text.encode(), "")[0] is not None:
        assert differing(text) == []
