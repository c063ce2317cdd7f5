"""The line and column of a path: found in the lines of a text, it is what ruamel's tree says, however the text is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from ruamel.yaml.nodes import MappingNode, SequenceNode

from kehoach.files import locate, nodes
from kehoach.files.brackets import Unsure
from kehoach.files.places import Lines
from kehoach.files.plain import suspicious
from kehoach.files.yaml_text import load_yaml
from kehoach.model.problem import Path as NodePath
from tests.conftest import PROJECT
from tests.errors import gallery
from tests.test_yaml_agreement import CASES

FILES = sorted(p for folder in ("data", "examples") for p in (PROJECT / folder).rglob("*.yaml"))


def existing(node: Any, above: NodePath = ()) -> Iterator[NodePath]:
    """Yield every path of a tree."""
    yield above
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key.value, str):
                yield from existing(value, (*above, key.value))
    elif isinstance(node, SequenceNode):
        for index, value in enumerate(node.value):
            yield from existing(value, (*above, index))


def paths(tree: Any) -> Iterator[NodePath]:
    """Yield every path of a tree, and beside each some that lead nowhere."""
    for path in existing(tree):
        yield path
        yield (*path, "khong-co")
        yield (*path, 99, "id")
        if path and isinstance(path[-1], int):
            yield (*path[:-1], path[-1] + 1)


def differing(text: str, *, strays: bool = False) -> list[NodePath]:
    """Return the paths that are placed elsewhere than ruamel's tree has them; with *strays*, of keys that stand elsewhere too."""
    tree = nodes.tree_of(text)
    asked = list(paths(tree))
    keys = sorted({str(path[-1]) for path in asked if path}) if strays else []
    asked += [(*path, key) for path in asked for key in keys]
    kinds = [locate.Text(text, plain=plain) for plain in (not suspicious(text), None)]
    return [
        path
        for path in reversed(asked)  # from the end, lest the first question settle all others
        for where in kinds
        if (where.position(path), where.key_position(path)) != (nodes.position(tree, path), nodes.key_position(tree, path))
    ]


def plain(text: str) -> bool:
    """Tell whether places are found without parsing the whole text."""
    try:
        Lines(text).position(("khong-co",))
    except Unsure:
        return False
    return not suspicious(text)


def place(lines: Lines, path: NodePath) -> nodes.Mark | None:
    """Return where a path leads as far as lines alone can tell."""
    try:
        return lines.position(path)
    except Unsure:
        return None


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


TRICKY = [
    "a:\n- b: 1\n  c:\n  - d\n  - e\nf: 2\n",
    "a:\n  - b: 1\n# x\n\n  # - c: 2\n  - d: 3\n  # e\nf:\n\n  # g\n  h: 4\n",
    "- - x\n  - f: 1\n    z: 2\n- - - a\n    - b\n  - c\n-   d: 1\n    e: 2\n",
    "a:\n    b: 1\n    c:\n      d: 2\ne:\n    d: 3\n    b: 4\n    c: [5]\n",
    "a: b\n   c\n   - d\ne: 1\n",
    "- a\n  b\n  - c\n- d:e\n  f:g\n- d: 1\n  f: 2\n",
    "  a: 1\n  b:\n    - c\n",
    'a:\n- b: 1\n"- b": 2\n"# c": 3\n# c: 4\n"d:e": 5\nd: 6\n\'g\'\'h\': 7\n',
    'a: 1\n"\\u0062": 2\nc:\n  - "\\x64": 3\n    e: 4\n',
    "a: 1\nab: 2\nb:\n  ab: 3\n  aba: 4\n",
    "- \n  a: 1\n  b: 2\n- \n\n  # x\n  - c\n- \n- d\n",
    "a: 1\nb:",
]


@pytest.mark.parametrize("text", TRICKY)
def test_a_key_is_not_taken_for_one_that_looks_like_it(text: str) -> None:
    assert load_yaml(text.encode(), "")[0] is not None
    assert differing(text, strays=True) == []


def test_every_key_of_a_large_block_is_where_the_parser_has_it() -> None:
    key = ("{}", '"{}"', "'{}'")
    text = "a:\n" + "".join(f"  {key[n % 3].format(f'khóa-{n}')}:\n    - x: {'dài ' * 25}\n" for n in range(1000)) + "khóa-3: 1\n"
    assert differing(text) == []


TAILS = ("z: |\n  a: 1\n", "z: &x [a]\n", 'z: "a\n\n  b: 1"\n', "z: {a: 1,\nid: 2}\n", "? z\n: 1\n", "z: !!str 5\n", "z: >-\n  - a\n   b\n")


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
        assert differing(text, strays=len(text) < 80) == []


@given(st.dictionaries(st.sampled_from(KEYS), trees, min_size=1, max_size=4), st.sampled_from(TAILS), st.randoms(use_true_random=False))
@settings(max_examples=300)
def test_what_comes_after_a_place_does_not_move_it(head: Any, tail: str, random: Random) -> None:
    text = Writer(random).text(head)
    tree, here = nodes.tree_of(text + tail), nodes.tree_of(text)
    assume(tree is not None and plain(text))
    assert suspicious(text + tail)
    for path in existing(here):
        assert place(Lines(text + tail), path) in {None, nodes.position(here, path)}


@pytest.mark.parametrize("tail", TAILS)
def test_what_comes_after_a_place_is_not_parsed_for_it(tail: str) -> None:
    text = "title: a\ncitations:\n  - {ref: b}\n  - ref: c\n    when: [d]\n"
    here = nodes.tree_of(text)
    assert [path for path in existing(here) if place(Lines(text + tail), path) != nodes.position(here, path)] == []
