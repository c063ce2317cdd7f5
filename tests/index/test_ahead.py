"""A search begins to look at the files before the command line is imported: only where one is surely wanted, and with the same answer."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kehoach.cli import ahead
from kehoach.cli.settings import Settings
from kehoach.index import disks, freshness
from kehoach.index.database import Database
from kehoach.index.seen import Comparison
from tests.cli.helpers import run, write
from tests.index.wards import FIRST, STATES

SEARCH = ("search", "câu", "--format", "json")
PLAN = "plans/mau/ke-hoach.yaml"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A small registry that the index knows whole; a file is taken for what the system says of it, however young."""
    monkeypatch.setattr(freshness, "DOUBT", 0)
    monkeypatch.setenv("KEHOACH_CACHE", str(tmp_path / "cache"))
    data = write(tmp_path, FIRST)
    if not disks.tell_of_listings(data):
        pytest.skip("thư mục ở đây không cho biết danh sách tệp của nó đã đổi hay chưa")
    assert run(*SEARCH, data=data).status == 0
    yield data
    ahead.end()


def taken(data: Path) -> Comparison | None:
    return ahead.taken(index_of(data))


def index_of(data: Path) -> Database:
    database = Settings(str(data)).database()
    assert database is not None
    return database


@pytest.mark.parametrize("before", [("--data", "{data}"), ("--data={data}",), ()])
def test_a_search_is_begun(data: Path, before: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(data.parent)
    ahead.begin([*(each.format(data=data) for each in before), *SEARCH])
    begun = taken(data)
    assert begun is not None
    assert begun.answer(lambda *found: PLAN.encode() in found[1].paths)
    assert taken(data) is None


@pytest.mark.parametrize(
    "typed",
    [
        (),
        ("--data",),
        ("--data", "{data}"),
        ("--data=",),
        ("--data", "{data}", "list-targets", "--search", "search"),
        ("--data", "{data}", "--no-cache", "search", "câu"),
        ("--data", "{data}", "search", "câu", "--ward", "mau"),
        ("--data", "{data}", "search", "--ward=mau", "câu"),
        ("--data", "{data}/nowhere", "search", "câu"),
    ],
)
def test_nothing_else_is_begun(data: Path, typed: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    monkeypatch.delenv("KEHOACH_DATA", raising=False)
    ahead.begin([each.format(data=data) for each in typed])
    assert taken(data) is None


def test_nothing_is_begun_without_an_index(data: Path) -> None:
    index_of(data).path.unlink()
    ahead.begin(["--data", str(data), *SEARCH])
    assert taken(data) is None


def test_the_search_takes_what_was_begun(data: Path) -> None:
    ahead.begin(["--data", str(data), *SEARCH])
    assert run(*SEARCH, data=data) == run("--no-cache", *SEARCH, data=data)
    assert taken(data) is None


def test_an_edit_is_seen_by_what_was_begun(data: Path) -> None:
    (data / PLAN).write_text((STATES[PLAN][0] or "").replace("Mua", "Câu"), "utf-8")
    ahead.begin(["--data", str(data), *SEARCH])
    found = run(*SEARCH, data=data)
    assert found == run("--no-cache", *SEARCH, data=data)
    assert "Câu sắm" in found.out


def test_another_registry_is_not_answered_from_it(data: Path, tmp_path: Path) -> None:
    other = write(tmp_path / "other", {**FIRST, PLAN: FIRST[PLAN].replace("Mua", "Câu")})
    assert run(*SEARCH, data=other).status == 0
    ahead.begin(["--data", str(data), *SEARCH])
    found = run(*SEARCH, data=other)
    assert found == run("--no-cache", *SEARCH, data=other)
    assert "Câu sắm" in found.out
    assert taken(data) is not None


def test_a_search_that_is_none_ends_what_was_begun(data: Path) -> None:
    ahead.begin(["--data", str(data), *SEARCH])
    assert run("search", "câu", "--limit", "không", data=data).status == 2
    ahead.end()
    assert taken(data) is None
    if sys.platform == "linux":
        with pytest.raises(ChildProcessError):
            os.waitpid(-1, os.WNOHANG)
