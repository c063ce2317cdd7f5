"""Another layout is no change, and no edit, however wild, makes the command fall."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kehoach.files.comments import Comments
from kehoach.files.layout import _Writer  # what writes a tree as it stands, whatever the order of its keys
from kehoach.files.yaml_text import parse
from tests.cli.helpers import DATA, run
from tests.revisions.sample import commit, findings, git, start

FILES = sorted(path.relative_to(DATA).as_posix() for path in DATA.rglob("*.yaml"))
EVERY_FILE = settings(max_examples=10, suppress_health_check=list(HealthCheck))


def shuffled(tree: Any, chance: random.Random) -> Any:
    """Return *tree* with the keys of every mapping in another order."""
    if isinstance(tree, dict):
        return {key: shuffled(tree[key], chance) for key in chance.sample(list(tree), len(tree))}
    return tuple(shuffled(item, chance) for item in tree) if isinstance(tree, tuple) else tree


def reformatted(text: str, chance: random.Random) -> str:
    """Return a file that says the same: keys in another order, blank lines, comments."""
    tree = shuffled(parse(text), chance)
    lines = list(_Writer(Comments()).block(tree, 0, ()))
    return "".join(f"{line}\n" + ("\n# một ghi chú\n" if chance.random() < 0.02 else "") for line in lines)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("real")
    start(folder)
    shutil.copytree(DATA, folder / "data")
    commit(folder)
    return folder


@pytest.fixture
def clean(root: Path) -> Path:
    restore(root)
    return root


def restore(root: Path) -> None:
    git(root, "checkout", "-q", "--force", "HEAD", "--", ".")
    git(root, "clean", "-qfd")


def test_equal_bytes_are_no_change(clean: Path) -> None:
    assert findings(clean, "HEAD") == []


@EVERY_FILE
@given(st.integers(0, 2**32))
def test_another_layout_is_another_layout_only(root: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    restore(root)
    for name in FILES:
        path = root / "data" / name
        path.write_bytes(reformatted(path.read_text("utf-8"), chance).encode())
    found = findings(root, "HEAD")
    assert {row["rule"] for row in found} == {"format-only"}
    assert sorted(row["ref"] for row in found) == FILES


def test_line_ends_of_a_windows_checkout_are_no_change(clean: Path) -> None:
    for name in FILES:
        path = clean / "data" / name
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert findings(clean, "HEAD") == []


def _line(path: Path, chance: random.Random, change: Callable[[str], list[str]]) -> None:
    lines = path.read_bytes().decode("utf-8", "surrogateescape").split("\n")
    at = chance.randrange(len(lines))
    path.write_bytes("\n".join([*lines[:at], *change(lines[at]), *lines[at + 1 :]]).encode("utf-8", "surrogateescape"))


def _figure(line: str) -> list[str]:
    return [line.translate(str.maketrans("0123456789", "1234567890"))]


EDITS: list[Callable[[Path, random.Random], object]] = [
    lambda path, chance: _line(path, chance, lambda _: []),
    lambda path, chance: _line(path, chance, lambda line: [line, line]),
    lambda path, chance: _line(path, chance, _figure),
    lambda path, chance: _line(path, chance, lambda line: [line[: len(line) // 2]]),
    lambda path, chance: _line(path, chance, lambda line: ["<<<<<<< HEAD", line, "=======", line, ">>>>>>> nhánh"]),
    lambda path, chance: _line(path, chance, lambda line: [line.replace("id: ", "id: x-")]),
    lambda path, chance: path.write_bytes(path.read_bytes()[: chance.randrange(path.stat().st_size + 1)]),
    lambda path, _: path.unlink(),
    lambda path, _: path.write_bytes(b"\xff\x00"),
    lambda path, _: path.write_bytes(b""),
    lambda path, chance: path.rename(path.with_name(f"mới-{chance.randrange(9)}.yaml")),
    lambda path, chance: path.rename(path.with_name(f"khac-{chance.randrange(9)}.yaml")),
]


@settings(max_examples=80, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32))
def test_no_edit_makes_the_command_fall(root: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    restore(root)
    for _ in range(chance.randint(1, 4)):
        files = sorted((root / "data").rglob("*.yaml"))
        chance.choice(EDITS)(chance.choice(files), chance)
    for form in ("json", "text"):
        done = run("diff", "HEAD", "--format", form, data=root / "data")
        assert done.status in (0, 1), done.err
        assert "Traceback" not in done.err
        assert (done.status == 1) == bool(done.err)
    back = run("diff", "--staged", data=root / "data")
    assert (back.status, back.err) == (0, "")
